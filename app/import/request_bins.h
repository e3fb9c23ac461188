// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/import/line_reader.h"
#include "app/import/series_sink.h"
#include "sim/measure/histogram.h"

#include <map>
#include <set>
#include <string>

/// Single requests, as load generators write them down, into series like those of a run.
namespace headroom::import {

/// Of each interval: throughput (answered), error ratio, and of the answered ones the mean, p50, p95 and p99 of the
/// response time; for all requests (`workload.…`) and, with a label `operation`, for each kind. A request belongs to the
/// interval in which it ends, a point to the end of its interval. Requests may come out of order as long as they are not
/// more than some hundred intervals late; memory is bounded by that.
class RequestBins {
public:
    RequestBins(SeriesSink& sink, BadLines& bad, std::int64_t intervalMs);

    struct Request {
        std::string operation;
        std::int64_t endMs = 0;
        double seconds = 0;
        bool failed = false;
        std::int64_t line = 0;
    };
    void add(const Request& request);
    /// A level at a moment, such as the number of users; the mean of those of an interval counts.
    void level(std::int64_t ms, double users);
    /// Hands on what is left.
    void finish();

private:
    struct Bin {
        std::int64_t answered = 0, failed = 0;
        double seconds = 0;
        sim::Histogram times;
    };
    struct Interval {
        std::map<std::string, Bin> byOperation;
        double users = 0;
        std::int64_t levels = 0;
    };
    Interval* intervalAt(std::int64_t ms, std::int64_t line);
    /// From which interval on there is something to say until this one: silence was measured too, unless it is too long.
    std::int64_t firstToFill(std::int64_t index);
    void deliverFirst();
    void deliver(const Labels& labels, const Bin& bin, std::int64_t ms);

    SeriesSink& sink_;
    BadLines& bad_;
    std::int64_t intervalMs_;
    std::map<std::int64_t, Interval> open_;
    std::optional<std::int64_t> delivered_;  ///< the last interval
    std::int64_t filled_ = 0;                ///< points of intervals without a request
    std::set<std::string> operations_;
};

}  // namespace headroom::import
