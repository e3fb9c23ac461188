// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/study/forecast.h"

#include "model/said.h"
#include "sim/analytic/solve.h"
#include "sim/study/capacity_search.h"
#include "sim/study/experiment.h"
#include "sim/study/objective_margin.h"
#include "sim/study/parameters.h"
#include "sim/study/theory_limit.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace headroom::sim {

namespace {

using model::said;

constexpr int kMostChanges = 4;
/// A change that moves the limit by less does not help.
constexpr double kHelps = 1.02;

struct Load {
    double users = 0, perSecond = 0;
};

Load peakOf(const model::Workload& workload) {
    Load load;
    const auto add = [&load](const auto& closed, const auto& open) {
        if (closed) load.users += closed->peak();
        if (open) load.perSecond += open->rate.peak();
    };
    add(workload.users, workload.arrivals);
    for (const model::Profile& profile : workload.profiles) add(profile.users, profile.arrivals);
    return load;
}

class Forecaster {
public:
    Forecaster(const model::Scenario& scenario, const LoadTrend& trend,
               const ForecastOptions& options)
        : scenario_(scenario), trend_(trend), options_(options) {}

    Forecast make() {
        forecast_.perSecond = !(peakOf(scenario_.workload).users > 0);
        forecast_.now = trend_.on(0);
        forecast_.atHorizon = highestUntil(options_.horizon * kDaysAMonth);
        top_ = std::max(100 * forecast_.now.high, 2 * toPrepareFor());
        findFalls();
        forecast_.costNow = costAt(scenario_, now());
        forecast_.theoryLimit = theoryLimit(scenario_, now(), top_, missedNow_).value_or(0);
        if (options_.simulate && anyFall()) simulateLimit();
        if (options_.settings && !stopped()) size();
        if (!forecast_.size || !forecast_.size->best) recommend();
        addNotes();
        forecast_.interrupted = stopped();
        return std::move(forecast_);
    }

private:
    bool stopped() const { return options_.stop.stop_requested(); }
    double now() const { return forecast_.now.expected; }
    double toPrepareFor() const { return forecast_.atHorizon.high; }
    void report(double share, const std::string& what) const {
        if (options_.progress) options_.progress(share, what);
    }

    DailyPeak highestUntil(double days) const {
        DailyPeak highest = trend_.on(0);
        for (double day = 1; day <= days; ++day)
            if (const DailyPeak peak = trend_.on(day); peak.high > highest.high) highest = peak;
        return highest;
    }

    void findFalls() {
        const TheoryMargin present = theoryMargin(scenario_, now());
        std::set<std::string> names;
        for (const SloVerdict& slo : present.solution.result.slos) names.insert(slo.name);
        for (const SloVerdict& slo : present.solution.result.slos) {
            report(0.1 * static_cast<double>(forecast_.falls.size()) /
                       static_cast<double>(names.size()),
                   said("Simulation", "looking for the end of %1", {slo.name}));
            forecast_.falls.push_back(fallOf(slo, names));
        }
        std::ranges::stable_sort(forecast_.falls, {}, [](const Fall& fall) {
            return fall.when.day.value_or(2 * kMostDaysAhead);
        });
    }

    Fall fallOf(const SloVerdict& slo, std::set<std::string> others) {
        others.erase(slo.name);
        Fall fall{slo.name, !slo.met.value_or(false), std::nullopt, {}};
        if (fall.missedNow) {
            missedNow_.insert(slo.name);
            fall.when = {0, 0, 0};
            return fall;
        }
        const auto limit = theoryLimit(scenario_, now(), top_, others);
        fall.limit = limit.value_or(now());
        if (*fall.limit < 0.999 * top_)
            fall.when = arrivalAt(trend_, *fall.limit);
        else
            fall.limit.reset();
        return fall;
    }

    bool anyFall() const {
        return std::ranges::any_of(forecast_.falls, [](const Fall& fall) {
            return !fall.missedNow && fall.when.earliest.has_value();
        });
    }

    void simulateLimit() {
        CapacityOptions options;
        options.threads = options_.threads;
        options.stop = options_.stop;
        options.mostRuns = 5;
        options.limitOnly = true;
        options.without = missedNow_;
        options.progress = [this](double share, const std::string& what) {
            report(0.1 + 0.4 * share, what);
        };
        const Capacity capacity = findCapacity(scenario_, options);
        if (!capacity.simulated) return;
        forecast_.limit = capacity.limit;
        forecast_.limitReached = arrivalAt(trend_, *capacity.limit.value);
        const double width = capacity.limit.halfWidth.value_or(0);
        const double low = std::max(*capacity.limit.value - width, 1e-9);
        forecast_.limitReached.earliest = trend_.firstDayOver(low, &DailyPeak::high);
        forecast_.limitReached.latest =
            trend_.firstDayOver(*capacity.limit.value + width, &DailyPeak::low);
    }

    void size() {
        SizingOptions options;
        options.threads = options_.threads;
        options.stop = options_.stop;
        options.mostRuns = options_.simulate ? 5 : 0;
        options.progress = [this](double share, const std::string& what) {
            report(0.5 + 0.4 * share, what);
        };
        const ScenarioAt at = options_.settings(toPrepareFor());
        forecast_.size = findSize(scenario_.tune, at, options);
        if (!forecast_.size->best) return;
        const auto sized = at(forecast_.size->best->setting);
        assert(sized);
        forecast_.limitWithSize = theoryLimit(*sized, now(), top_, missedNow_);
    }

    static std::optional<double> costAt(const model::Scenario& scenario, double load) {
        return solve(withLoad(scenario, load)).result.costPerMonth.value;
    }

    /// The bottleneck enlarged, and the next one, until the horizon is reached.
    void recommend() {
        model::Scenario changed = scenario_;
        for (int i = 0; i < kMostChanges && !stopped(); ++i) {
            const auto limit = theoryLimit(changed, now(), top_, missedNow_);
            const double before = limit.value_or(now());
            if (limit && *limit >= toPrepareFor()) return;
            const TheoryMargin beyond = theoryMargin(changed, before * 1.01, missedNow_);
            if (beyond.solution.result.bottlenecks.empty()) return;
            const std::string component = beyond.solution.result.bottlenecks.front().component;
            const Enlargement enlargement = enlargementOf(changed, component);
            if (!enlargement.scale) return nothingToEnlarge(component);
            report(0.5 + 0.1 * i, said("Simulation", "enlarging %1", {component}));
            Recommendation change;
            change.component = component;
            change.limitBefore = before;
            change.dueBy = arrivalAt(trend_, before);
            change.costBefore = costAt(changed, now());
            if (!enlarge(enlargement, before, changed, change)) return nothingToEnlarge(component);
            change.costAfter = costAt(changed, now());
            check(changed, change);
            forecast_.recommendations.push_back(std::move(change));
        }
    }

    void nothingToEnlarge(const std::string& component) {
        forecast_.notes.push_back(said("Simulation",
                                       "More of %1 does not help further: what it does, or how "
                                       "often it is asked, has to change.",
                                       {component}));
    }

    bool enlarge(const Enlargement& enlargement, double before, model::Scenario& changed,
                 Recommendation& change) {
        constexpr int kMostDoublings = 7;
        model::Scenario same = changed;
        const double number = enlargement.scale(same, 1);
        double after = before;
        for (int doublings = 0; doublings < kMostDoublings; ++doublings) {
            const double larger = enlargement.scale(changed, 2);
            change.what = enlargement.what + ": " + model::formatValue(number, model::Unit::count) +
                          " → " + model::formatValue(larger, model::Unit::count);
            const double last = after;
            after = theoryLimit(changed, 0.95 * before, top_, missedNow_).value_or(before);
            if (after >= toPrepareFor() || (after > before * kHelps && after < last * kHelps))
                break;
        }
        change.limitAfter = after;
        change.lastsUntil = arrivalAt(trend_, after);
        return after > before * kHelps;
    }

    void check(const model::Scenario& changed, Recommendation& change) {
        change.checkedAt = std::min(toPrepareFor(), 0.95 * change.limitAfter);
        if (!options_.simulate || stopped()) return;
        report(0.6, said("Simulation", "checking %1", {change.what}));
        const RunResult run = runExperiment(withLoad(changed, change.checkedAt),
                                            {options_.threads, options_.stop});
        if (!run.interrupted) change.confirmed = marginOf(run.slos, missedNow_).held;
    }

    void addNotes() {
        for (const std::string& note : trend_.notes()) forecast_.notes.push_back(note);
        if (trend_.spanDays() > 0 && options_.horizon * kDaysAMonth > trend_.spanDays())
            forecast_.notes.push_back(said("Simulation",
                                           "It looks further ahead than the history goes back: "
                                           "that the growth goes on like this is an assumption."));
    }

    const model::Scenario& scenario_;
    const LoadTrend& trend_;
    const ForecastOptions& options_;
    double top_ = 0;  ///< load up to which limits are looked for
    std::set<std::string> missedNow_;
    Forecast forecast_;
};

}  // namespace

Arrival arrivalAt(const LoadTrend& trend, double load) {
    return {trend.firstDayOver(load, &DailyPeak::expected),
            trend.firstDayOver(load, &DailyPeak::high), trend.firstDayOver(load, &DailyPeak::low)};
}

double loadOf(const model::Workload& workload) {
    const Load load = peakOf(workload);
    return load.users > 0 ? load.users : load.perSecond;
}

Forecast forecast(const model::Scenario& scenario, const LoadTrend& trend,
                  const ForecastOptions& options) {
    return Forecaster(scenario, trend, options).make();
}

}  // namespace headroom::sim
