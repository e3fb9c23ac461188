// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/study/setting_search.h"

#include "model/quantity/quantity.h"
#include "model/said.h"
#include "sim/analytic/solve.h"
#include "sim/infinity.h"
#include "sim/study/objective_margin.h"

#include <algorithm>
#include <cmath>
#include <mutex>

namespace headroom::sim {

namespace {

using model::Metric;
using model::Statistic;


double sumOf(const SweepPoint& setting) {
    double sum = 0;
    for (const auto& [path, value] : setting)
        if (const auto count = model::parseCount(value)) sum += count->value;
    return sum;
}

bool isCheaper(const SizedPoint& a, const SizedPoint& b) {
    return a.order != b.order ? a.order < b.order : a.room > b.room;
}

/// At most so many of 0 … last, both ends among them, closer together where they are small.
std::vector<std::size_t> spreadIndices(std::size_t last) {
    constexpr int kMost = 9;
    std::vector<std::size_t> indices;
    for (int i = 0; i < kMost; ++i) {
        const double at = std::pow(static_cast<double>(last) + 1, i / (kMost - 1.0)) - 1;
        const auto index = static_cast<std::size_t>(std::lround(at));
        if (indices.empty() || indices.back() != index) indices.push_back(index);
    }
    return indices;
}

}  // namespace

SettingSearch::SettingSearch(const std::vector<model::Tunable>& tune, const ScenarioAt& at,
                             const SizingOptions& options)
    : at_(at), options_(options) {
    for (const model::Tunable& tunable : tune)
        variations_.push_back({tunable.path, valuesOf(tunable)});
}

void SettingSearch::search(double room) {
    room_ = room;
    double combinations = 1;
    for (const Variation& v : variations_) combinations *= static_cast<double>(v.values.size());
    exhaustive_ = combinations <= static_cast<double>(options_.mostCombinations);
    if (!exhaustive_)
        descend();
    else if (points_.empty())
        lookAtAll();
}

std::vector<SizedPoint> SettingSearch::points() const {
    std::vector<SizedPoint> points;
    for (const auto& [indices, point] : points_)
        if (std::isfinite(point.order)) points.push_back(point);
    std::ranges::stable_sort(points, isCheaper);
    return points;
}

SweepPoint SettingSearch::settingOf(const Indices& indices) const {
    SweepPoint setting;
    for (std::size_t i = 0; i < indices.size(); ++i)
        setting.emplace_back(variations_[i].path, variations_[i].values[indices[i]]);
    return setting;
}

std::optional<SizedPoint> SettingSearch::estimate(const SweepPoint& setting) const {
    const std::optional<model::Scenario> scenario = at_(setting);
    if (!scenario) return std::nullopt;
    const Solution solution = solve(*scenario);
    const Margin margin = marginOf(solution.result.slos);
    const bool saturated = !solution.saturated.empty();
    SizedPoint point;
    point.setting = setting;
    point.cost = solution.result.costPerMonth;
    point.order = point.cost.value.value_or(sumOf(setting));
    point.p95 = solution.result.workload.figures.at(Metric::responseTime, Statistic::p95).value;
    point.heldByTheory = margin.held && !saturated;
    point.room = saturated ? -kInfinite : margin.room;
    return point;
}

const SizedPoint& SettingSearch::known(const Indices& indices) {
    const auto found = points_.find(indices);
    if (found != points_.end()) return found->second;
    SizedPoint none;
    none.order = kInfinite;
    none.room = -kInfinite;
    return points_.emplace(indices, estimate(settingOf(indices)).value_or(none)).first->second;
}

bool SettingSearch::holds(const Indices& indices) { return known(indices).room >= room_; }

void SettingSearch::lookAtAll() {
    std::vector<Indices> all(1);
    for (const Variation& variation : variations_) {
        std::vector<Indices> longer;
        for (const Indices& indices : all)
            for (std::size_t i = 0; i < variation.values.size(); ++i) {
                longer.push_back(indices);
                longer.back().push_back(i);
            }
        all = std::move(longer);
    }
    std::vector<std::size_t> open(all.size());
    for (std::size_t i = 0; i < open.size(); ++i) open[i] = i;
    std::mutex mutex;
    forEachPoint(open, options_.threads, options_.stop, [&](std::size_t i) {
        std::optional<SizedPoint> point = estimate(settingOf(all[i]));
        const std::lock_guard lock(mutex);
        if (point) points_.emplace(all[i], std::move(*point));
        report(static_cast<double>(points_.size()) / static_cast<double>(all.size()),
               model::said("Simulation", "estimating every combination"));
    });
}

void SettingSearch::descend() {
    const Indices top = climb();
    if (!holds(top)) return;
    const std::size_t n = variations_.size();
    for (std::size_t first = 0; first < n && !options_.stop.stop_requested(); ++first) {
        report(static_cast<double>(first) / static_cast<double>(n),
               model::said("Simulation", "lowering one after the other"));
        Indices at = top;
        for (std::size_t k = 0; k < n; ++k) lower(at, (first + k) % n);
        exchange(at);
    }
}

/// The largest setting where that holds. More of one part can be too much for another, so else each
/// parameter in turn takes the value with most room.
SettingSearch::Indices SettingSearch::climb() {
    Indices at;
    for (const Variation& v : variations_) at.push_back(v.values.size() - 1);
    for (bool better = true; better && !holds(at);) {
        better = false;
        for (std::size_t i = 0; i < at.size() && !options_.stop.stop_requested(); ++i) {
            Indices other = at;
            for (const std::size_t index : spreadIndices(variations_[i].values.size() - 1)) {
                other[i] = index;
                if (known(other).room <= known(at).room) continue;
                at = other;
                better = true;
            }
        }
    }
    return at;
}

/// The smallest value of one parameter that holds, the others as they are.
void SettingSearch::lower(Indices& at, std::size_t parameter) {
    std::size_t low = 0, high = at[parameter];
    while (low < high && !options_.stop.stop_requested()) {
        at[parameter] = (low + high) / 2;
        if (holds(at))
            high = at[parameter];
        else
            low = at[parameter] + 1;
    }
    at[parameter] = high;
}

/// One more of one and as few as that allows of another, as long as that is cheaper.
void SettingSearch::exchange(Indices at) {
    const auto cheaperWith = [&](std::size_t up, std::size_t down) {
        if (up == down || at[up] + 1 >= variations_[up].values.size()) return false;
        Indices other = at;
        ++other[up];
        if (!holds(other)) return false;
        lower(other, down);
        if (known(other).order >= known(at).order) return false;
        at = other;
        return true;
    };
    for (bool better = true; better && !options_.stop.stop_requested();) {
        better = false;
        for (std::size_t up = 0; up < at.size(); ++up)
            for (std::size_t down = 0; down < at.size(); ++down)
                better = cheaperWith(up, down) || better;
    }
}

void SettingSearch::report(double share, const std::string& what) const {
    if (options_.progress) options_.progress(share, what);
}

}  // namespace headroom::sim
