// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/archive.h"
#include "app/import/prometheus_client.h"
#include "model/scenario.h"

#include <functional>
#include <string>
#include <vector>

/// A server's past into the archive, in parts that a server answers (at most 11,000 points a series), each filed
/// together with how far it went: what was broken off goes on where it stopped.
namespace headroom::import {

/// The queries of `observed:`, each named as its metric.
std::vector<archive::Fetch> fetchesOf(const model::Observed& observed, std::int64_t fromMs, std::int64_t untilMs, std::int64_t stepMs);

/// `METRIC=PROMQL`, as `workload.throughput=sum(rate(http_requests_total[1m]))`.
model::Parsed<model::ObservedSeries> parseQuery(const std::string& text);

struct FetchOptions {
    std::function<bool()> goesOn = [] { return true; };
    std::function<void(double)> progress = [](double) {};  ///< 0 … 1
    int attempts = 5;                                      ///< of a question that may pass
    int firstPauseMs = 1000;                               ///< before the second attempt; doubles
};

/// Empty when all is there; else why it stopped.
std::string fetchInto(archive::Archive& archive, std::int64_t import, std::vector<archive::Fetch> fetches,
                      PrometheusClient& client, const FetchOptions& options);

/// Series of an answer, called as their query's metric is and with what labels tell them apart.
std::vector<archive::Series> named(std::vector<archive::Series> series, const std::string& name);

}  // namespace headroom::import
