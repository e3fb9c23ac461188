// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/advice.h"

#include "app/report/safe_text.h"
#include "app/report/value_text.h"
#include "app/report/verdict.h"
#include "model/said.h"

#include <algorithm>
#include <cmath>

namespace headroom::report {

namespace {

using model::Metric;
using model::said;
using model::Unit;

// A usual planning figure: above it, waiting grows steeply with any burst.
constexpr double kComfortable = 0.7;
// Above it a part serves less than is asked of it, so its own utilisation no longer tells how much is asked.
constexpr double kSaturated = 0.95;
constexpr double kPoorHitRatio = 0.6;

double busyShare(const sim::RunResult& result, const std::string& name) {
    for (const sim::TargetResult& component : result.components)
        if (component.name == name) return component.figures.at(Metric::utilisation).value.value_or(0);
    return 0;
}

int enoughOf(int now, double busy) {
    return std::max(now + 1, static_cast<int>(std::ceil(static_cast<double>(now) * busy / kComfortable)));
}

// What a component has a number of, and what is said of it. %1: the component, %2: how many it has,
// %3: how busy they are, %4: how many would do, %5: how busy those would be.
struct Places {
    const char *atLeast, *about;  // the work asks for more than they can do, and it does not
    const char* notBusy;          // %2: how busy they are
};
constexpr Places kServers{
    HEADROOM_SAID(
        "Report",
        "Give %1 more servers: %2 are %3 busy, and at least %4 are needed to bring them to %5. Or "
        "make the work it does for each request shorter."),
    HEADROOM_SAID(
        "Report",
        "Give %1 more servers: %2 are %3 busy, and about %4 are needed to bring them to %5. Or "
        "make the work it does for each request shorter."),
    HEADROOM_SAID(
        "Report",
        "%1 holds requests back though only %2 of its servers are busy: shorten what a request "
        "waits for there, or allow more of them at a time.")};
constexpr Places kInstances{
    HEADROOM_SAID(
        "Report",
        "Give %1 more instances: %2 are %3 busy, and at least %4 are needed to bring them to %5. "
        "Or make the work it does for each request shorter."),
    HEADROOM_SAID(
        "Report",
        "Give %1 more instances: %2 are %3 busy, and about %4 are needed to bring them to %5. Or "
        "make the work it does for each request shorter."),
    HEADROOM_SAID(
        "Report",
        "%1 holds requests back though only %2 of its instances are busy: shorten what a request "
        "waits for there, or allow more of them at a time.")};
constexpr Places kConnections{
    HEADROOM_SAID(
        "Report",
        "Give %1 more connections: %2 are %3 busy, and at least %4 are needed to bring them to %5. "
        "Or make the work it does for each request shorter."),
    HEADROOM_SAID(
        "Report",
        "Give %1 more connections: %2 are %3 busy, and about %4 are needed to bring them to %5. Or "
        "make the work it does for each request shorter."),
    HEADROOM_SAID(
        "Report",
        "%1 holds requests back though only %2 of its connections are busy: shorten what a request "
        "waits for there, or allow more of them at a time.")};

class Adviser {
public:
    Adviser(const sim::RunResult& result, const sim::Bottleneck& bottleneck)
        : result_(result), name_(printable(bottleneck.component)), busy_(bottleneck.utilisation.value.value_or(0)) {}

    Advice operator()(const model::StationSpec& spec) const {
        return more(kServers, "servers", spec.servers);
    }
    Advice operator()(const model::DatabaseSpec& spec) const {
        return more(kServers, "servers", spec.servers);
    }
    Advice operator()(const model::ServiceSpec& spec) const {
        return more(kInstances, "instances", spec.instances);
    }
    Advice operator()(const model::FunctionSpec& spec) const {
        return more(kInstances, "instances.max", spec.maxInstances);
    }
    Advice operator()(const model::PoolSpec& spec) const {
        if (busyShare(result_, spec.to) > kSaturated)
            return {said("Report",
                         "More connections in %1 would only move the waiting line to %2, which is "
                         "busy itself: relieve that first.",
                         {name_, printable(spec.to)}),
                    ""};
        return more(kConnections, "size.max", spec.max);
    }
    Advice operator()(const model::ExternalSpec&) const {
        return {said("Report",
                     "%1 is somebody else's: ask it less often, several times at once, or without "
                     "waiting for it.",
                     {name_}),
                ""};
    }
    Advice operator()(const model::CacheSpec&) const {
        return {said("Report",
                     "Look-ups in %1 take a large part of the time: a nearer tier in front would "
                     "answer most.",
                     {name_}),
                ""};
    }
    Advice operator()(const model::ClientSpec&) const {
        return {said("Report",
                     "The time is lost between the user and the system: fewer or smaller round "
                     "trips would shorten it."),
                ""};
    }
    Advice operator()(const model::CdnSpec&) const {
        return {said("Report",
                     "The time is lost between %1 and what is behind it: a longer lifetime or more "
                     "room at the edge would answer more there.",
                     {name_}),
                ""};
    }
    Advice operator()(const model::QueueSpec& spec) const {
        return {said("Report", "Messages wait in %1: relieve %2, or let more consumers take them.",
                     {name_, printable(spec.to)}),
                ""};
    }
    Advice operator()(const model::GatewaySpec& spec) const {
        return more(kInstances, "instances", spec.instances);
    }
    Advice operator()(const model::AutoscalerSpec&) const { return {}; }
    Advice operator()(const model::LoadBalancerSpec&) const {
        return {said("Report", "Requests wait behind %1: relieve what it passes them to.", {name_}),
                ""};
    }

private:
    // "Give db more servers: 16 are 98 % busy, and at least 23 are needed to bring them to 70 %."
    Advice more(const Places& places, const std::string& key, int now) const {
        const std::string busy = model::formatValue(busy_, Unit::share);
        if (busy_ < kComfortable) return {said("Report", places.notBusy, {name_, busy}), ""};
        const int enough = enoughOf(now, busy_);
        return {said("Report", busy_ > kSaturated ? places.atLeast : places.about,
                     {name_, countText(now), busy, countText(enough),
                      model::formatValue(kComfortable, Unit::share)}),
                name_ + "." + key + "=" + std::to_string(enough)};
    }

    const sim::RunResult& result_;
    std::string name_;
    double busy_;
};

void adviseOnCaches(const sim::RunResult& result, std::vector<Advice>& advice) {
    for (const sim::TargetResult& component : result.components) {
        const auto& hits = component.figures.at(Metric::hitRatio).value;
        if (!hits || *hits >= kPoorHitRatio) continue;
        advice.push_back(
            {said("Report",
                  "Let %1 answer more: only %2 of its look-ups are hits. More entries or a longer "
                  "lifetime take load off all that is behind it.",
                  {printable(component.name), model::formatValue(*hits, Unit::share)}),
             ""});
    }
}

}  // namespace

std::vector<Advice> adviceFor(const RunRecord& run) {
    std::vector<Advice> advice;
    for (const sim::Bottleneck& bottleneck : run.result.bottlenecks) {
        const model::Component* component = run.scenario.component(bottleneck.component);
        if (component == nullptr || !bottleneck.saturated) continue;
        advice.push_back(std::visit(Adviser(run.result, bottleneck), component->spec));
    }
    if (!advice.empty() || markOf(run.result) == Mark::bad) adviseOnCaches(run.result, advice);
    return advice;
}

}  // namespace headroom::report
