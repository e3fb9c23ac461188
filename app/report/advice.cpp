// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/advice.h"

#include <algorithm>
#include <cmath>

#include "app/report/safe_text.h"
#include "app/report/value_text.h"
#include "app/report/verdict.h"

namespace headroom::report {

namespace {

using model::Metric;

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

// "Give `db` more servers: 16 are 98 % busy; at least 23 are needed for 70 %."
Advice moreOf(const std::string& name, const std::string& noun, const std::string& key, int now, double busy) {
    const int enough = enoughOf(now, busy);
    const std::string least = busy > kSaturated ? "at least " : "about ";
    return {"Give " + name + " more " + noun + ": " + countText(now) + " are " +
                model::formatValue(busy, model::Unit::share) + " busy, and " + least + countText(enough) +
                " are needed to bring them to " + model::formatValue(kComfortable, model::Unit::share) +
                ". Or make the work it does for each request shorter.",
            name + "." + key + "=" + std::to_string(enough)};
}

class Adviser {
public:
    Adviser(const sim::RunResult& result, const sim::Bottleneck& bottleneck)
        : result_(result), name_(printable(bottleneck.component)), busy_(bottleneck.utilisation.value.value_or(0)) {}

    Advice operator()(const model::StationSpec& spec) const { return more("servers", "servers", spec.servers); }
    Advice operator()(const model::DatabaseSpec& spec) const { return more("servers", "servers", spec.servers); }
    Advice operator()(const model::ServiceSpec& spec) const { return more("instances", "instances", spec.instances); }
    Advice operator()(const model::FunctionSpec& spec) const {
        return more("instances", "instances.max", spec.maxInstances);
    }
    Advice operator()(const model::PoolSpec& spec) const {
        if (busyShare(result_, spec.to) > kSaturated)
            return {"More connections in " + name_ + " would only move the waiting line to " + printable(spec.to) +
                        ", which is busy itself: relieve that first.",
                    ""};
        return more("connections", "size.max", spec.max);
    }
    Advice operator()(const model::ExternalSpec&) const {
        return {name_ + " is somebody else's: ask it less often, several times at once, or without waiting for it.", ""};
    }
    Advice operator()(const model::CacheSpec&) const {
        return {"Look-ups in " + name_ + " take a large part of the time: a nearer tier in front would answer most.", ""};
    }
    Advice operator()(const model::ClientSpec&) const {
        return {"The time is lost between the user and the system: fewer or smaller round trips would shorten it.", ""};
    }
    Advice operator()(const model::CdnSpec&) const {
        return {"The time is lost between " + name_ + " and what is behind it: a longer lifetime or more room at the edge would answer more there.", ""};
    }
    Advice operator()(const model::QueueSpec& spec) const {
        return {"Messages wait in " + name_ + ": relieve " + printable(spec.to) + ", or let more consumers take them.", ""};
    }
    Advice operator()(const model::GatewaySpec& spec) const { return more("instances", "instances", spec.instances); }
    Advice operator()(const model::AutoscalerSpec&) const { return {}; }
    Advice operator()(const model::LoadBalancerSpec&) const {
        return {"Requests wait behind " + name_ + ": relieve what it passes them to.", ""};
    }

private:
    Advice more(const std::string& noun, const std::string& key, int now) const {
        if (busy_ >= kComfortable) return moreOf(name_, noun, key, now, busy_);
        return {name_ + " holds requests back though only " + model::formatValue(busy_, model::Unit::share) + " of its " +
                    noun + " are busy: shorten what a request waits for there, or allow more of them at a time.",
                ""};
    }

    const sim::RunResult& result_;
    std::string name_;
    double busy_;
};

void adviseOnCaches(const sim::RunResult& result, std::vector<Advice>& advice) {
    for (const sim::TargetResult& component : result.components) {
        const auto& hits = component.figures.at(Metric::hitRatio).value;
        if (!hits || *hits >= kPoorHitRatio) continue;
        advice.push_back({"Let " + printable(component.name) + " answer more: only " +
                              model::formatValue(*hits, model::Unit::share) +
                              " of its look-ups are hits. More entries or a longer lifetime take load off all that is behind it.",
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
