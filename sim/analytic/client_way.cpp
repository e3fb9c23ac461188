// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/analytic/client_way.h"

namespace headroom::sim {

namespace {

const model::Operation* answeringOperation(const model::Scenario& scenario, const Asked& asked) {
    const model::Component* component = scenario.component(asked.to);
    while (component && component->passesOn(asked.operation))
        component = scenario.component(component->passesTo());
    return component ? component->operation(asked.operation) : nullptr;
}

double transferSeconds(const std::optional<model::Bytes>& size,
                       const std::optional<model::Bandwidth>& bandwidth) {
    if (!size || !bandwidth) return 0;
    return static_cast<double>(size->count) / bandwidth->bytesPerSecond;
}

}  // namespace

TimeLaw wayOver(const model::ClientNetwork& network, const model::Scenario& scenario,
                const Asked& asked) {
    std::optional<model::Bytes> request, answer;
    if (const model::Operation* operation = answeringOperation(scenario, asked)) {
        request = operation->request;
        answer = operation->answer;
    }
    const model::KeyClass* keys = asked.keys.empty() ? nullptr : scenario.keyClass(asked.keys);
    if (!answer && keys && keys->size.count > 0) answer = keys->size;
    const double transfer =
        transferSeconds(request, network.up) + transferSeconds(answer, network.down);
    const TimeLaw trip = TimeLaw::of(network.roundTrip);
    return transfer > 0 ? trip.plus(TimeLaw::constant(transfer)) : trip;
}

}  // namespace headroom::sim
