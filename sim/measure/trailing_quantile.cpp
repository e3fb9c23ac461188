// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/measure/trailing_quantile.h"

#include <cassert>
#include <limits>

namespace headroom::sim {

namespace {
double shareOf(model::Statistic statistic) {
    switch (statistic) {
        case model::Statistic::p50: return 0.5;
        case model::Statistic::p90: return 0.9;
        case model::Statistic::p95: return 0.95;
        case model::Statistic::p99: return 0.99;
        case model::Statistic::p999: return 0.999;
        case model::Statistic::max:
        case model::Statistic::mean: break;
    }
    return 1;
}
}  // namespace

TrailingQuantile::TrailingQuantile(model::Metric metric, model::Statistic statistic,
                                   std::size_t intervals)
    : metric_(metric), statistic_(statistic), intervals_(intervals) {
    assert(model::isTime(metric) && statistic != model::Statistic::mean && intervals >= 1);
}

bool TrailingQuantile::isOf(model::Metric metric, model::Statistic statistic,
                            std::size_t intervals) const {
    return metric == metric_ && statistic == statistic_ && intervals == intervals_;
}

void TrailingQuantile::closeInterval(const Histogram& times) {
    window_.push_back(times);
    if (window_.size() > intervals_) window_.pop_front();
    Histogram all;
    for (const Histogram& interval : window_) all.merge(interval);
    values_.push_back(all.empty() ? std::numeric_limits<float>::quiet_NaN()
                                  : static_cast<float>(all.quantile(shareOf(statistic_))));
}

}  // namespace headroom::sim
