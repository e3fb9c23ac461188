// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/study/forecast.h"

#include "sim/analytic/solve.h"

#include "sim/study/experiment.h"
#include "sim/study/objective_margin.h"
#include "sim/study/parameters.h"
#include "sim/study/theory_limit.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace headroom::sim {

namespace {

constexpr double kLongest = 120;  ///< months looked ahead
constexpr int kMostChanges = 4;

struct Load {
    double level = 0;
    bool perSecond = false;
};

Load loadOf(const model::Workload& workload) {
    double users = 0, rate = 0;
    const auto add = [&](const auto& closed, const auto& open) {
        if (closed) users += closed->peak();
        if (open) rate += open->rate.peak();
    };
    add(workload.users, workload.arrivals);
    for (const model::Profile& profile : workload.profiles) add(profile.users, profile.arrivals);
    return users > 0 ? Load{users, false} : Load{rate, true};
}

class Forecaster {
public:
    Forecaster(const model::Scenario& scenario, const ForecastOptions& options)
        : scenario_(scenario), options_(options), load_(loadOf(scenario.workload)) {
        assert(options.growth > 0 && load_.level > 0);
    }

    Forecast make() {
        forecast_.perSecond = load_.perSecond;
        forecast_.load = load_.level;
        forecast_.loadAtHorizon = after(options_.horizon);
        findFalls();
        recommend();
        forecast_.interrupted = options_.stop.stop_requested();
        return std::move(forecast_);
    }

private:
    double after(double months) const { return load_.level * std::pow(1 + options_.growth, months); }
    double monthsUntil(double load) const {
        return std::log(load / load_.level) / std::log(1 + options_.growth);
    }
    void report(double share, const std::string& what) const {
        if (options_.progress) options_.progress(share, what);
    }

    void findFalls() {
        const TheoryMargin now = theoryMargin(scenario_, load_.level);
        std::set<std::string> names;
        for (const SloVerdict& slo : now.solution.result.slos) names.insert(slo.name);
        for (const SloVerdict& slo : now.solution.result.slos) {
            report(0.2 * static_cast<double>(forecast_.falls.size()) / static_cast<double>(names.size()),
                   "looking for the end of " + slo.name);
            std::set<std::string> others = names;
            others.erase(slo.name);
            Fall fall{slo.name, !slo.met.value_or(false), std::nullopt, std::nullopt};
            if (fall.missedNow) {
                missedNow_.insert(slo.name);
                fall.months = 0;
            } else {
                const auto limit = theoryLimit(scenario_, load_.level, after(kLongest), others);
                if (limit && *limit < 0.999 * after(kLongest)) {
                    fall.limit = limit;
                    fall.months = monthsUntil(*limit);
                }
            }
            forecast_.falls.push_back(fall);
        }
        std::ranges::stable_sort(forecast_.falls, {}, [](const Fall& f) { return f.months.value_or(1e9); });
    }

    static std::optional<double> costAt(const model::Scenario& scenario, double load) {
        return solve(withLoad(scenario, load)).result.costPerMonth.value;
    }

    /// The bottleneck enlarged, and the next one, until the horizon is reached.
    void recommend() {
        model::Scenario changed = scenario_;
        for (int i = 0; i < kMostChanges && !options_.stop.stop_requested(); ++i) {
            const double top = after(kLongest);
            const auto limit = theoryLimit(changed, load_.level, top, missedNow_);
            const double before = limit.value_or(load_.level);
            if (limit && *limit >= forecast_.loadAtHorizon) return;
            const TheoryMargin beyond = theoryMargin(changed, before * 1.01, missedNow_);
            if (beyond.solution.result.bottlenecks.empty()) return;
            const std::string component = beyond.solution.result.bottlenecks.front().component;
            const Enlargement enlargement = enlargementOf(changed, component);
            if (!enlargement.scale) return;
            report(0.2 + 0.2 * i, "enlarging " + component);
            Recommendation change;
            change.component = component;
            change.limitBefore = before;
            change.costBefore = costAt(changed, load_.level);
            if (!enlarge(enlargement, before, changed, change)) return;
            change.costAfter = costAt(changed, load_.level);
            check(changed, change);
            forecast_.recommendations.push_back(std::move(change));
        }
    }

    bool enlarge(const Enlargement& enlargement, double before, model::Scenario& changed,
                 Recommendation& change) {
        model::Scenario same = changed;
        const double number = enlargement.scale(same, 1);
        double after = before;
        for (int doublings = 0; doublings < 7; ++doublings) {
            const double larger = enlargement.scale(changed, 2);
            change.what = enlargement.what + ": " + model::formatValue(number, model::Unit::count) +
                          " → " + model::formatValue(larger, model::Unit::count);
            const double last = after;
            after = theoryLimit(changed, 0.95 * before, this->after(kLongest), missedNow_).value_or(before);
            if (after >= forecast_.loadAtHorizon || (after > before * 1.02 && after < last * 1.02)) break;
        }
        change.limitAfter = after;
        change.monthsAfter = monthsUntil(after);
        return after > before * 1.02;
    }

    void check(const model::Scenario& changed, Recommendation& change) {
        change.checkedAt = std::min(forecast_.loadAtHorizon, 0.95 * change.limitAfter);
        if (!options_.simulate || options_.stop.stop_requested()) return;
        report(0.5, "checking " + change.what);
        const RunResult run = runExperiment(withLoad(changed, change.checkedAt),
                                            {options_.threads, options_.stop, {}, {}});
        if (!run.interrupted) change.confirmed = marginOf(run.slos, missedNow_).held;
    }

    const model::Scenario& scenario_;
    const ForecastOptions& options_;
    Load load_;
    std::set<std::string> missedNow_;
    Forecast forecast_;
};

}  // namespace

Forecast forecast(const model::Scenario& scenario, const ForecastOptions& options) {
    return Forecaster(scenario, options).make();
}

}  // namespace headroom::sim
