// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/judge/bottlenecks.h"

#include "model/said.h"
#include "sim/judge/affinity.h"
#include "sim/judge/bottleneck_text.h"
#include "sim/judge/charging.h"
#include "sim/judge/uncertain.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace headroom::sim {

namespace {

using model::Metric;

constexpr double kShareThatMatters = 0.05;
constexpr double kTurnedAwayThatMatters = 0.01;

double known(const TargetResult& target, Metric metric) {
    return target.figures.at(metric).value.value_or(0);
}

/// With single flight, visits that wait for another's answer work no more than the look-up takes.
double joinedAt(const TargetResult& target, const model::Component& component, double working) {
    const auto* cache = std::get_if<model::CacheSpec>(&component.spec);
    if (!cache || !cache->singleFlight) return 0;
    return std::max(0.0, working - known(target, Metric::arrivalRate) * cache->access.mean());
}

class Judge {
public:
    Judge(const model::Scenario& scenario, const SystemState& state)
        : scenario_(scenario), state_(state) {
        for (const TargetResult& target : state.components)
            pressures_.push_back(pressureOf(target));
        for (std::size_t c = 0; c < state.components.size(); ++c)
            occupations_.push_back(occupationOf(c));
        charging_.emplace(occupations_);
        charged_ = charging_->charged();
        total_ = std::max(std::accumulate(charged_.begin(), charged_.end(), 0.0),
                          known(state.workload, Metric::inSystem));
    }

    std::vector<Bottleneck> bottlenecks() const {
        if (!(total_ > 0) || state_.components.empty()) return {};
        const std::vector<std::size_t> culprits = findCulprits();
        if (culprits.empty()) return {relaxed(mostCharged())};
        std::vector<Bottleneck> found;
        for (const std::size_t c : culprits)
            if (found.empty() || (found.size() < kMostBottlenecks && matters(c)))
                found.push_back(saturated(c));
        return found;
    }

private:
    const model::Component& specOf(const TargetResult& target) const {
        const model::Component* component = scenario_.component(target.name);
        assert(component);
        return *component;
    }

    const model::Scenario& written() const {
        return state_.asWritten ? *state_.asWritten : scenario_;
    }
    double working(const TargetResult& target) const {
        return instancesWithUsers(written(), target.name, known(target, Metric::instances));
    }
    bool areAllWorking(const TargetResult& target) const {
        return working(target) >= known(target, Metric::instances);
    }

    Pressure pressureOf(const TargetResult& target) const {
        if (areAllWorking(target)) return pressureOn(specOf(target), target.figures);
        const double share = working(target) / known(target, Metric::instances);
        Figures figures = target.figures;
        for (const Metric metric : {Metric::utilisation, Metric::occupancy})
            figures.at(metric) = figures.at(metric) / exactly(share);
        return pressureOn(specOf(target), figures);
    }

    std::string whySaturated(std::size_t c) const {
        const TargetResult& target = state_.components[c];
        if (areAllWorking(target))
            return saturatedText(specOf(target), target, pressures_[c], victimsOf(c));
        // Named with the size that those have which work.
        const auto count = [](double value) {
            return model::formatValue(std::round(value), model::Unit::count);
        };
        const double idle = known(target, Metric::instances) - working(target);
        return saturatedText(*written().component(target.name), target, pressures_[c],
                             victimsOf(c)) +
               "; " +
               model::said("Simulation",
                           "users stay with the %1 instances that they began with, and the %2 "
                           "added since get none",
                           {count(working(target)), count(idle)});
    }

    Occupation occupationOf(std::size_t index) const {
        const TargetResult& target = state_.components[index];
        Occupation occupation;
        occupation.saturated = pressures_[index].saturated();
        occupation.waiting = known(target, Metric::queueLength);
        const double held = std::max(0.0, known(target, Metric::inSystem) - occupation.waiting);
        double standing = 0;
        for (const CallShare& call : target.calls) standing += call.standing;
        // Calls of parallel branches overlap, so that they can add up to more than the time of the
        // visits.
        const double scale = standing > held ? held / standing : 1;
        for (const CallShare& call : target.calls) addCall(occupation, call, scale);
        const double working = std::max(0.0, held - standing);
        occupation.joined = joinedAt(target, specOf(target), working);
        occupation.working = working - occupation.joined;
        return occupation;
    }

    void addCall(Occupation& occupation, const CallShare& call, double scale) const {
        const auto callee = std::ranges::find(state_.components, call.callee, &TargetResult::name);
        assert(callee != state_.components.end());
        const auto index = static_cast<std::size_t>(callee - state_.components.begin());
        occupation.calls.push_back({index, call.standing * scale});
    }

    std::size_t culpritOf(std::size_t component) const {
        const std::vector<double>& shares = charging_->ofWaiting(component);
        return static_cast<std::size_t>(std::ranges::max_element(shares) - shares.begin());
    }

    std::size_t mostCharged() const {
        return static_cast<std::size_t>(std::ranges::max_element(charged_) - charged_.begin());
    }

    /// By charged time, the most first.
    std::vector<std::size_t> findCulprits() const {
        std::vector<std::size_t> culprits;
        for (std::size_t c = 0; c < pressures_.size(); ++c) {
            if (!pressures_[c].saturated()) continue;
            const std::size_t culprit = culpritOf(c);
            if (std::ranges::find(culprits, culprit) == culprits.end()) culprits.push_back(culprit);
        }
        std::ranges::stable_sort(
            culprits, [&](std::size_t a, std::size_t b) { return charged_[a] > charged_[b]; });
        return culprits;
    }

    std::vector<std::string> victimsOf(std::size_t culprit) const {
        std::vector<std::string> victims;
        for (std::size_t c = 0; c < pressures_.size(); ++c)
            if (c != culprit && pressures_[c].saturated() && culpritOf(c) == culprit)
                victims.push_back(state_.components[c].name);
        return victims;
    }

    double shareOf(std::size_t c) const { return charged_[c] / total_; }
    bool matters(std::size_t c) const {
        return shareOf(c) >= kShareThatMatters ||
               turnedAwayShare(state_.components[c]) >= kTurnedAwayThatMatters;
    }

    Bottleneck bottleneck(std::size_t c, const std::string& why, bool saturated) const {
        const std::string place = state_.when.empty() ? "" : state_.when + ": ";
        return {state_.components[c].name,
                place + why,
                pressures_[c].level,
                {shareOf(c), std::nullopt},
                saturated};
    }
    Bottleneck saturated(std::size_t c) const {
        return bottleneck(c, whySaturated(c), true);
    }
    Bottleneck relaxed(std::size_t c) const {
        return bottleneck(c, relaxedText(state_.components[c], pressures_[c], shareOf(c)), false);
    }

    const model::Scenario& scenario_;
    const SystemState& state_;
    std::vector<Pressure> pressures_;
    std::vector<Occupation> occupations_;
    std::optional<Charging> charging_;
    std::vector<double> charged_;
    double total_ = 0;
};

}  // namespace

std::vector<Bottleneck> findBottlenecks(const model::Scenario& scenario, const SystemState& state) {
    return Judge(scenario, state).bottlenecks();
}

}  // namespace headroom::sim
