// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/import/prometheus_client.h"

#include <QTimer>

#include <functional>
#include <string>
#include <vector>

/// What a Prometheus server measures, as it comes. Lives on the thread of an event loop.
namespace headroom::import {

struct LiveQuery {
    std::string name;   ///< the metric that the query measures: `p95(api.response_time)`
    std::string query;  ///< PromQL
};

/// Asks at every step for what is new of each query. While the server is away nothing is given up: when it is back, all
/// since the last answer is asked for, in parts. Times are multiples of the step, each is delivered once and in order.
class LiveFeed {
public:
    struct Callbacks {
        std::function<void(const std::vector<archive::Series>&)> received = [](const auto&) {};
        std::function<void(const std::string& why)> lost = [](const auto&) {};  ///< once, until it is back
        std::function<void()> back = [] {};
        std::function<void()> answered = [] {};  ///< whether there was anything new or not
    };
    /// Begins at `fromMs`. `now` is the time in milliseconds since 1970; a value is asked for one step after its time,
    /// when it has been scraped.
    LiveFeed(PrometheusClient& client, std::vector<LiveQuery> queries, std::int64_t fromMs, std::int64_t stepMs,
             std::function<std::int64_t()> now, Callbacks callbacks);

    void start();
    void stop() { timer_.stop(); }
    /// Asks for what is new, as the timer does. Queries that are still waiting for an answer are left out.
    void poll();
    bool isLost() const { return lost_; }

private:
    struct Course {
        LiveQuery query;
        std::int64_t nextMs = 0;
        bool waits = false;
    };
    void ask(std::size_t index);
    void take(std::size_t index, std::int64_t untilMs, RangeAnswer answer);

    PrometheusClient& client_;
    std::vector<Course> courses_;
    std::int64_t stepMs_;
    std::function<std::int64_t()> now_;
    Callbacks callbacks_;
    QTimer timer_;
    bool lost_ = false;
    std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);  ///< answers may come after the feed is gone
};

}  // namespace headroom::import
