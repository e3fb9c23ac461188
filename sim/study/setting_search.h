// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/study/sizing.h"

#include <map>
#include <vector>

namespace headroom::sim {

/// What theory says of settings, and which it is worth asking about.
class SettingSearch {
public:
    SettingSearch(const std::vector<model::Tunable>& tune, const ScenarioAt& at,
                  const SizingOptions& options);

    /// Looks at all, or for the cheapest in which theory leaves every objective this room.
    void search(double room);
    bool exhaustive() const { return exhaustive_; }
    /// All that were looked at and make a scenario; the cheapest first, then those with most room.
    std::vector<SizedPoint> points() const;

private:
    using Indices = std::vector<std::size_t>;  ///< into the values of each parameter

    SweepPoint settingOf(const Indices& indices) const;
    std::optional<SizedPoint> estimate(const SweepPoint& setting) const;
    const SizedPoint& known(const Indices& indices);
    bool holds(const Indices& indices);
    void lookAtAll();
    void descend();
    Indices climb();
    void lower(Indices& at, std::size_t parameter);
    void exchange(Indices at);
    void report(double share, const std::string& what) const;

    const ScenarioAt& at_;
    const SizingOptions& options_;
    std::vector<Variation> variations_;
    bool exhaustive_ = true;
    double room_ = 0;
    std::map<Indices, SizedPoint> points_;
};

}  // namespace headroom::sim
