// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/study/sizing.h"

#include "model/quantity/number_text.h"
#include "model/said.h"
#include "sim/analytic/solve.h"
#include "sim/infinity.h"
#include "sim/study/experiment.h"
#include "sim/study/objective_margin.h"
#include "sim/study/setting_search.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace headroom::sim {

namespace {

using model::Metric;
using model::Statistic;

/// Theory is not taken to be off by more, in ln(threshold / value).
constexpr double kFurthestOff = 1;
/// Share of the work that theory is.
constexpr double kTheory = 0.3;

SizingOptions withoutProgress(SizingOptions options) {
    options.progress = {};
    return options;
}

class Sizer {
public:
    Sizer(const std::vector<model::Tunable>& tune, const ScenarioAt& at,
          const SizingOptions& options)
        : at_(at),
          options_(options),
          theoryOptions_(withoutProgress(options)),
          search_(tune, at, theoryOptions_) {
        theoryOptions_.progress = [this](double share, const std::string& what) {
            if (sizing_.runs == 0) report(kTheory * share, what);
        };
    }

    Sizing find() {
        askTheory(0);
        if (options_.mostRuns > 0) simulate();
        sizing_.solved = static_cast<int>(points_.size());
        choose();
        drawFront();
        sizing_.interrupted = options_.stop.stop_requested();
        return std::move(sizing_);
    }

private:
    /// Simulated points keep their runs.
    void askTheory(double room) {
        search_.search(room);
        sizing_.exhaustive = search_.exhaustive();
        std::vector<SizedPoint> before = std::move(points_);
        points_ = search_.points();
        for (SizedPoint& point : before)
            if (point.run)
                *std::ranges::find(points_, point.setting, &SizedPoint::setting) = std::move(point);
        sizing_.priced = std::ranges::any_of(
            points_, [](const SizedPoint& point) { return point.cost.value.has_value(); });
    }

    /// The cheapest that may hold, cheaper than what is known to hold.
    SizedPoint* next() {
        for (SizedPoint& point : points_) {
            if (best_ && point.order >= best_->order) return nullptr;
            if (!point.run && point.room >= required_) return &point;
        }
        return nullptr;
    }

    void simulate() {
        while (sizing_.runs < options_.mostRuns && !options_.stop.stop_requested()) {
            if (sizing_.runs > 0 && !sizing_.exhaustive) askTheory(required_);
            SizedPoint* point = next();
            if (!point) return;
            report(kTheory + (1 - kTheory) * sizing_.runs / options_.mostRuns,
                   model::said("Simulation", "simulating %1", {nameOf(point->setting)}));
            simulate(*point);
            learnFrom(*point);
        }
    }

    void simulate(SizedPoint& point) {
        const std::optional<model::Scenario> scenario = at_(point.setting);
        assert(scenario);
        point.run = runExperiment(*scenario, {options_.threads, options_.stop});
        if (point.run->costPerMonth.value) point.cost = point.run->costPerMonth;
        point.p95 = point.run->workload.figures.at(Metric::responseTime, Statistic::p95).value;
        ++sizing_.runs;
    }

    void learnFrom(const SizedPoint& point) {
        sizing_.simulated.push_back(point);
        if (point.held()) best_ = point;
        const double off = point.room - confidentRoom(point.run->slos);
        required_ = std::clamp(std::isnan(off) ? 0 : off, -kFurthestOff, kFurthestOff);
        // What has as little room would miss as well.
        if (!point.held()) required_ = std::max(required_, std::nextafter(point.room, kInfinite));
    }

    void choose() {
        if (best_) {
            sizing_.best = best_;
            sizing_.confirmed = true;
            return;
        }
        const auto held = std::ranges::find_if(points_, [this](const SizedPoint& point) {
            return point.held() && point.room >= required_;
        });
        if (held != points_.end())
            sizing_.best = *held;
        else
            explain();
    }

    /// By the simulation nearest to holding, where there is one, else by theory; of several as
    /// near, by the dearest, which leaves the least to be blamed.
    void explain() {
        const SizedPoint* nearest = nullptr;
        for (const SizedPoint& point : points_)
            if (!nearest || isNearer(point, *nearest)) nearest = &point;
        if (!nearest) return;
        sizing_.nearest = *nearest;
        const RunResult result =
            nearest->run ? *nearest->run : solve(*at_(nearest->setting)).result;
        const Margin margin = marginOf(result.slos);
        if (margin.worst >= 0)
            sizing_.objective = result.slos[static_cast<std::size_t>(margin.worst)].name;
        if (result.bottlenecks.empty()) return;
        sizing_.component = result.bottlenecks.front().component;
        sizing_.why = result.bottlenecks.front().why;
    }

    static bool isNearer(const SizedPoint& point, const SizedPoint& than) {
        if (point.run.has_value() != than.run.has_value()) return point.run.has_value();
        if (!point.run) return point.room >= than.room;
        return confidentRoom(point.run->slos) >= confidentRoom(than.run->slos);
    }

    void drawFront() {
        if (!sizing_.best) return;
        double least = kInfinite;
        for (const SizedPoint& point : points_) {
            const bool holds = point.run ? point.held() : point.held() && point.room >= required_;
            if (!holds || point.order < sizing_.best->order || !point.p95) continue;
            if (*point.p95 >= least * (1 - 1e-6)) continue;
            least = *point.p95;
            sizing_.front.push_back(point);
        }
    }

    void report(double share, const std::string& what) const {
        if (options_.progress) options_.progress(share, what);
    }

    const ScenarioAt& at_;
    const SizingOptions& options_;
    SizingOptions theoryOptions_;
    SettingSearch search_;
    std::vector<SizedPoint> points_;  ///< the cheapest first
    std::optional<SizedPoint> best_;
    double required_ = 0;  ///< room by theory, of what may hold
    Sizing sizing_;
};

}  // namespace

bool SizedPoint::held() const {
    if (!run) return heldByTheory;
    return run->stopped.empty() && !run->interrupted && marginOf(run->slos).held &&
           confidentRoom(run->slos) >= 0;
}

double confidentRoom(const std::vector<SloVerdict>& slos) {
    std::vector<SloVerdict> far = slos;
    for (SloVerdict& slo : far) {
        if (!slo.value.value || !slo.value.halfWidth || !slo.met) continue;
        const bool isBelow = *slo.value.value < slo.threshold;
        const bool wantsBelow = isBelow == *slo.met;
        *slo.value.value += wantsBelow ? *slo.value.halfWidth : -*slo.value.halfWidth;
        *slo.value.value = std::max(0.0, *slo.value.value);
        slo.met = (*slo.value.value < slo.threshold) == wantsBelow;
    }
    return marginOf(far).room;
}

std::vector<std::string> valuesOf(const model::Tunable& tunable) {
    if (!tunable.values.empty()) return tunable.values;
    std::vector<std::string> values;
    const double last = tunable.to.value_or(1);
    for (double value = std::ceil(tunable.from.value_or(1)); value <= last; ++value)
        values.push_back(model::numberText(value));
    return values;
}

Sizing findSize(const std::vector<model::Tunable>& tune, const ScenarioAt& at,
                const SizingOptions& options) {
    assert(!tune.empty());
    return Sizer(tune, at, options).find();
}

}  // namespace headroom::sim
