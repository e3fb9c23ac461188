// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/metric.h"
#include "sim/measure/histogram.h"

#include <cstddef>
#include <deque>
#include <vector>

namespace headroom::sim {

/// A quantile, or the maximum, of the times that were recorded in the last sample intervals, known
/// after each of them: what an alert looks at. Histograms are merged, so that it is the quantile of
/// all the window's visits and no mean of quantiles.
class TrailingQuantile {
public:
    /// Preconditions: the metric is a time, the statistic is not its mean, `intervals` ≥ 1.
    TrailingQuantile(model::Metric metric, model::Statistic statistic, std::size_t intervals);

    model::Metric metric() const { return metric_; }
    bool isOf(model::Metric metric, model::Statistic statistic, std::size_t intervals) const;

    void closeInterval(const Histogram& times);
    /// Seconds, one for each interval; NaN where nothing was answered in the window. At the
    /// beginning the window reaches back as far as there is anything.
    const std::vector<float>& values() const { return values_; }

private:
    model::Metric metric_;
    model::Statistic statistic_;
    std::size_t intervals_;
    std::deque<Histogram> window_;
    std::vector<float> values_;
};

}  // namespace headroom::sim
