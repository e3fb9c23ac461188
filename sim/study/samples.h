// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/metric.h"
#include "sim/engine/simulate.h"
#include "sim/result.h"
#include "sim/study/series.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

/// What a run measures, handed on while it runs, so that charts grow.
namespace headroom::sim {

struct SeriesName {
    std::string name;  ///< as in RunResult::series
    model::Unit unit = model::Unit::count;
};

/// A sample interval of a replication that has just ended. A value: it may be kept, copied and sent
/// to other threads.
struct Sample {
    int replication = 0;       ///< from 0
    std::size_t interval = 0;  ///< from 0; those of one replication come in order and without gaps
    double sampleSeconds = 0;
    /// What the values are of: one object, shared by all samples of a run.
    std::shared_ptr<const std::vector<SeriesName>> series;
    std::vector<double> values;  ///< one for each series; NaN where there was nothing to measure
};

/// Makes samples of what the engine shows at the end of each interval. Threads may take turns.
class SampleFeed {
public:
    explicit SampleFeed(std::function<void(const Sample&)> deliver)
        : deliver_(std::move(deliver)) {}
    void onInterval(int replication, const IntervalEnd& end);

private:
    void learnSeries(const IntervalEnd& end);

    std::function<void(const Sample&)> deliver_;
    std::mutex mutex_;
    std::vector<SeriesSource> sources_;
    std::shared_ptr<const std::vector<SeriesName>> names_;
};

/// The series of a run as far as its samples have come: for each interval the mean over the
/// replications that have reached it. In the end the run's own series, but for replications that
/// were begun and not needed, and for rounding.
class LiveSeries {
public:
    void add(const Sample& sample);
    /// Empty before the first sample.
    std::vector<Series> series() const;
    double sampleSeconds() const { return sampleSeconds_; }

private:
    struct Mean {
        double sum = 0;
        int count = 0;
    };
    std::shared_ptr<const std::vector<SeriesName>> names_;
    std::vector<std::vector<Mean>> means_;  ///< by series, then interval
    double sampleSeconds_ = 0;
};

}  // namespace headroom::sim
