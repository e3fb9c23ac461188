// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/study/sizing.h"

#include "model/quantity/number_text.h"
#include "sim/analytic/solve.h"
#include "sim/study/experiment.h"
#include "sim/study/objective_margin.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <map>
#include <mutex>

namespace headroom::sim {

namespace {

using model::Metric;
using model::Statistic;
using Indices = std::vector<std::size_t>;  ///< into the values of each parameter

constexpr double kInfinite = std::numeric_limits<double>::infinity();
/// Room below which theory is not trusted to say that a setting misses.
constexpr double kDoubtful = -0.05;

double sumOf(const SweepPoint& setting) {
    double sum = 0;
    for (const auto& [path, value] : setting)
        if (const auto count = model::parseCount(value)) sum += count->value;
    return sum;
}

class Sizer {
public:
    Sizer(const std::vector<model::Tunable>& tune, const ScenarioAt& at,
          const SizingOptions& options)
        : at_(at), options_(options) {
        for (const model::Tunable& tunable : tune) variations_.push_back({tunable.path, valuesOf(tunable)});
    }

    Sizing find() {
        double combinations = 1;
        for (const Variation& v : variations_) combinations *= static_cast<double>(v.values.size());
        sizing_.exhaustive = combinations <= static_cast<double>(options_.mostCombinations);
        if (sizing_.exhaustive)
            lookAtAll();
        else
            descend();
        sizing_.solved = static_cast<int>(points_.size());
        choose();
        sizing_.interrupted = options_.stop.stop_requested();
        return std::move(sizing_);
    }

private:
    SweepPoint settingOf(const Indices& indices) const {
        SweepPoint setting;
        for (std::size_t i = 0; i < indices.size(); ++i)
            setting.emplace_back(variations_[i].path, variations_[i].values[indices[i]]);
        return setting;
    }

    std::optional<SizedPoint> estimate(const SweepPoint& setting) const {
        const std::optional<model::Scenario> scenario = at_(setting);
        if (!scenario) return std::nullopt;
        const Solution solution = solve(*scenario);
        SizedPoint point;
        point.setting = setting;
        point.cost = solution.result.costPerMonth.value.value_or(kInfinite);
        point.p95 = solution.result.workload.figures.at(Metric::responseTime, Statistic::p95).value;
        const Margin margin = marginOf(solution.result.slos);
        point.heldByTheory = margin.held && solution.saturated.empty();
        point.room = solution.saturated.empty() ? margin.room : -kInfinite;
        return point;
    }

    void lookAtAll() {
        const std::vector<SweepPoint> settings = pointsOf(variations_);
        std::vector<std::optional<SizedPoint>> found(settings.size());
        std::vector<std::size_t> all(settings.size());
        for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
        std::mutex mutex;
        std::size_t done = 0;
        forEachPoint(all, options_.threads, options_.stop, [&](std::size_t i) {
            found[i] = estimate(settings[i]);
            const std::lock_guard lock(mutex);
            report(0.5 * static_cast<double>(++done) / static_cast<double>(all.size()),
                   "estimating every combination");
        });
        for (std::optional<SizedPoint>& point : found)
            if (point) points_.push_back(std::move(*point));
    }

    const SizedPoint* known(const Indices& indices) {
        const auto [it, isNew] = index_.try_emplace(indices, points_.size());
        if (isNew) {
            std::optional<SizedPoint> point = estimate(settingOf(indices));
            points_.push_back(point ? *point : SizedPoint{settingOf(indices), kInfinite, {}, false, -kInfinite, {}});
        }
        return &points_[it->second];
    }

    void descend() {
        Indices largest;
        for (const Variation& v : variations_) largest.push_back(v.values.size() - 1);
        if (!known(largest)->heldByTheory) return;
        const std::size_t n = variations_.size();
        for (std::size_t first = 0; first < n && !options_.stop.stop_requested(); ++first) {
            report(0.5 * static_cast<double>(first) / static_cast<double>(n), "lowering one after the other");
            Indices at = largest;
            for (std::size_t k = 0; k < n; ++k) lower(at, (first + k) % n);
            exchange(at);
        }
    }

    /// The smallest value of one parameter that holds, the others as they are.
    void lower(Indices& at, std::size_t parameter) {
        std::size_t low = 0, high = at[parameter];
        while (low < high) {
            const std::size_t middle = (low + high) / 2;
            at[parameter] = middle;
            if (known(at)->heldByTheory)
                high = middle;
            else
                low = middle + 1;
        }
        at[parameter] = high;
    }

    /// One more of one and as few as that allows of another, as long as that is cheaper.
    void exchange(Indices at) {
        for (bool better = true; better && !options_.stop.stop_requested();) {
            better = false;
            for (std::size_t up = 0; up < at.size() && !better; ++up)
                for (std::size_t down = 0; down < at.size() && !better; ++down) {
                    if (up == down || at[up] + 1 >= variations_[up].values.size()) continue;
                    Indices other = at;
                    ++other[up];
                    if (!known(other)->heldByTheory) continue;
                    lower(other, down);
                    if (known(other)->cost < known(at)->cost) {
                        at = other;
                        better = true;
                    }
                }
        }
    }

    void choose() {
        sizing_.priced = std::ranges::any_of(
            points_, [](const SizedPoint& p) { return std::isfinite(p.cost); });
        if (!sizing_.priced)
            for (SizedPoint& point : points_) point.cost = sumOf(point.setting);
        std::ranges::stable_sort(points_, [](const SizedPoint& a, const SizedPoint& b) {
            return a.cost != b.cost ? a.cost < b.cost : a.room > b.room;
        });
        if (options_.mostRuns > 0) simulateCheapest();
        const auto best = std::ranges::find_if(points_, [&](const SizedPoint& p) {
            return p.held() && (p.run || options_.mostRuns == 0 || !anyConfirmed_);
        });
        if (best != points_.end()) {
            sizing_.best = *best;
            sizing_.confirmed = best->run.has_value();
        } else {
            explain();
        }
        drawFront();
    }

    void simulateCheapest() {
        for (SizedPoint& point : points_) {
            if (anyConfirmed_ || sizing_.runs >= options_.mostRuns || options_.stop.stop_requested())
                return;
            if (!point.heldByTheory && point.room < kDoubtful) continue;
            report(0.5 + 0.5 * sizing_.runs / options_.mostRuns, "simulating " + nameOf(point.setting));
            const std::optional<model::Scenario> scenario = at_(point.setting);
            assert(scenario);
            point.run = runExperiment(*scenario, {options_.threads, options_.stop, {}, {}});
            ++sizing_.runs;
            if (point.run->costPerMonth.value) point.cost = *point.run->costPerMonth.value;
            point.p95 = point.run->workload.figures.at(Metric::responseTime, Statistic::p95).value;
            anyConfirmed_ = point.held();
        }
    }

    void explain() {
        const auto nearest = std::ranges::max_element(points_, {}, &SizedPoint::room);
        if (nearest == points_.end()) return;
        sizing_.nearest = *nearest;
        const RunResult result = nearest->run ? *nearest->run : solve(*at_(nearest->setting)).result;
        const Margin margin = marginOf(result.slos);
        if (margin.worst >= 0)
            sizing_.objective = result.slos[static_cast<std::size_t>(margin.worst)].name;
        if (result.bottlenecks.empty()) return;
        sizing_.component = result.bottlenecks.front().component;
        sizing_.why = result.bottlenecks.front().why;
    }

    void drawFront() {
        double least = kInfinite;
        for (const SizedPoint& point : points_) {
            if (!point.held() || !point.p95 || *point.p95 >= least * (1 - 1e-6)) continue;
            least = *point.p95;
            sizing_.front.push_back(point);
        }
    }

    void report(double share, const std::string& what) const {
        if (options_.progress) options_.progress(share, what);
    }

    const ScenarioAt& at_;
    const SizingOptions& options_;
    std::vector<Variation> variations_;
    std::vector<SizedPoint> points_;
    std::map<Indices, std::size_t> index_;
    bool anyConfirmed_ = false;
    Sizing sizing_;
};

}  // namespace

bool SizedPoint::held() const {
    if (!run) return heldByTheory;
    const Margin margin = marginOf(run->slos);
    return margin.held && !margin.close && run->stopped.empty();
}

std::vector<std::string> valuesOf(const model::Tunable& tunable) {
    if (!tunable.values.empty()) return tunable.values;
    std::vector<std::string> values;
    for (double value = std::ceil(tunable.from.value_or(1)); value <= tunable.to.value_or(1); ++value)
        values.push_back(model::numberText(value));
    return values;
}

Sizing findSize(const std::vector<model::Tunable>& tune, const ScenarioAt& at,
                const SizingOptions& options) {
    assert(!tune.empty());
    return Sizer(tune, at, options).find();
}

}  // namespace headroom::sim
