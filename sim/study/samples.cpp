// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/study/samples.h"

#include <cmath>
#include <limits>

namespace headroom::sim {

void SampleFeed::learnSeries(const IntervalEnd& end) {
    sources_ = seriesSources(end.targets, end.users);
    std::vector<SeriesName> names;
    for (const SeriesSource& source : sources_) names.push_back({source.name, source.unit});
    names_ = std::make_shared<const std::vector<SeriesName>>(std::move(names));
}

void SampleFeed::onInterval(int replication, const IntervalEnd& end) {
    const std::scoped_lock lock(mutex_);
    if (!names_) learnSeries(end);
    const std::size_t interval = end.targets.front()->intervals.size() - 1;
    Sample sample{replication, interval, seconds(end.sample), names_, {}};
    sample.values.reserve(sources_.size());
    for (const SeriesSource& source : sources_)
        sample.values.push_back(
            source.value(end.targets, end.users, interval, sample.sampleSeconds));
    deliver_(sample);
}

void LiveSeries::add(const Sample& sample) {
    names_ = sample.series;
    sampleSeconds_ = sample.sampleSeconds;
    means_.resize(sample.values.size());
    for (std::size_t s = 0; s < sample.values.size(); ++s) {
        if (means_[s].size() <= sample.interval) means_[s].resize(sample.interval + 1);
        if (std::isnan(sample.values[s])) continue;
        Mean& mean = means_[s][sample.interval];
        mean.sum += sample.values[s];
        ++mean.count;
    }
}

std::vector<Series> LiveSeries::series() const {
    std::vector<Series> all;
    for (std::size_t s = 0; s < means_.size(); ++s) {
        Series& series = all.emplace_back(Series{(*names_)[s].name, (*names_)[s].unit, {}});
        for (const Mean& mean : means_[s])
            series.values.push_back(mean.count > 0 ? mean.sum / mean.count
                                                   : std::numeric_limits<double>::quiet_NaN());
    }
    return all;
}

}  // namespace headroom::sim
