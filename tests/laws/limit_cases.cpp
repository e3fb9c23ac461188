// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/laws/one_queue.h"
#include "tests/laws/queues.h"

namespace headroom::laws {

namespace {

Case bucket(const std::string& name, double load, const std::string& limit,
            std::vector<Expectation> expectations) {
    return oneQueue(name, load,
                    fill("{type: service, limit: {rate: $rate, $limit}, operations: {x: []}}",
                         {{"rate", perSecond(kMu)}, {"limit", limit}}),
                    load * kMu, effortAt(load, 0), std::move(expectations));
}

}  // namespace

/// What a token bucket lacks to be full is the work in a queue with constant service: an arrival
/// adds a token's worth, which comes back at the rate. With room for one token and nobody waiting
/// it is M/D/1/1, where Erlang's B holds; where those beyond the rate wait, they wait as in M/D/1,
/// less the tokens that the bucket holds beside the one needed.
std::vector<Case> limitCases() {
    std::vector<Case> cases;
    for (const double load : kLoads) {
        const double refused = erlangB(1, load);
        cases.push_back(
            bucket("token bucket of one, the rest refused", load, "burst: 1",
                   {{"q.error_ratio", refused}, {"q.throughput", load * kMu * (1 - refused)}}));
        cases.push_back(bucket("token bucket of one, the rest waits", load, "burst: 1, queue: 1 M",
                               {{"mean(q.response_time)", meanWaitGeneral(load * kMu, 1 / kMu, 0)},
                                {"q.throughput", load * kMu}}));
        if (load < 0.9) continue;  // too few wait to tell
        const auto tail = [&](double t) {
            return waitTailConstant(load * kMu, 1 / kMu, t + 4 / kMu);
        };
        cases.push_back(bucket("token bucket of five, the rest waits", load, "burst: 5, queue: 1 M",
                               {{"p99(q.response_time)", quantile(tail, 0.99), kBin}}));
    }
    return cases;
}

}  // namespace headroom::laws
