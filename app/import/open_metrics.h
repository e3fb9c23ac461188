// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/series.h"
#include "model/quantity/parsed.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Text of Prometheus (0.0.4) and OpenMetrics (1.0): https://github.com/OpenObservability/OpenMetrics, specification 1.0.
namespace headroom::import {

struct OpenMetricsSample {
    std::string name;  ///< `http_requests_total`
    archive::Labels labels;
    double value = 0;
    std::optional<double> timestamp;  ///< as written: seconds in OpenMetrics, milliseconds in 0.0.4
};

/// One line that is not a comment. An exemplar behind it is read and left out.
model::Parsed<OpenMetricsSample> parseSample(std::string_view line);

/// Under which name a metric of the model is exposed: `headroom_response_time_seconds{target="api",statistic="p95"}`.
struct ExposedMetric {
    std::string name;
    archive::Labels labels;
};
ExposedMetric exposedMetric(const model::MetricRef& metric);

/// Figures of the model, as `headroom_response_time_seconds{target="api",statistic="p95"}`, each with its times; the
/// start of the run is put at `startMs`. Closes with `# EOF`.
std::string openMetricsText(const std::vector<archive::Series>& series, std::int64_t startMs);
/// The metric of the model behind such a name and labels: `p95(api.response_time)`.
std::optional<archive::SeriesKey> modelSeries(const archive::SeriesKey& key);

/// Of the buckets of a classic histogram, ascending by bound, cumulative, the last one without a bound (infinity). Not a
/// number where nothing was counted. As Prometheus does it: linear within a bucket; above the last finite bound, that
/// bound (promql/quantile.go, v2.42.0).
double bucketQuantile(double q, std::vector<std::pair<double, double>> buckets);

}  // namespace headroom::import
