// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import/live_feed.h"

#include "app/import/prometheus_fetch.h"

#include <algorithm>
#include <utility>

namespace headroom::import {

namespace {

constexpr std::int64_t kPointsAPart = 10'000;

}  // namespace

LiveFeed::LiveFeed(PrometheusClient& client, std::vector<LiveQuery> queries, std::int64_t fromMs, std::int64_t stepMs,
                   std::function<std::int64_t()> now, Callbacks callbacks)
    : client_(client), stepMs_(stepMs), now_(std::move(now)), callbacks_(std::move(callbacks)) {
    const std::int64_t first = (fromMs + stepMs - 1) / stepMs * stepMs;
    for (LiveQuery& query : queries) courses_.push_back({std::move(query), first, false});
    QObject::connect(&timer_, &QTimer::timeout, &timer_, [this] { poll(); });
}

void LiveFeed::start() {
    timer_.start(static_cast<int>(stepMs_));
    poll();
}

void LiveFeed::poll() {
    for (std::size_t i = 0; i < courses_.size(); ++i)
        if (!courses_[i].waits) ask(i);
}

void LiveFeed::ask(std::size_t index) {
    Course& course = courses_[index];
    const std::int64_t newest = (now_() - stepMs_) / stepMs_ * stepMs_;
    const std::int64_t until = std::min(newest, course.nextMs + (kPointsAPart - 1) * stepMs_);
    if (until < course.nextMs) return;
    course.waits = true;
    client_.ask({course.query.query, course.nextMs, until, stepMs_},
                [this, index, until, alive = std::weak_ptr<bool>(alive_)](RangeAnswer answer) {
                    if (alive.lock()) take(index, until, std::move(answer));
                });
}

void LiveFeed::take(std::size_t index, std::int64_t untilMs, RangeAnswer answer) {
    Course& course = courses_[index];
    course.waits = false;
    if (!answer.error.empty()) {
        if (!std::exchange(lost_, true)) callbacks_.lost(answer.error);
        return;
    }
    course.nextMs = untilMs + stepMs_;
    if (std::exchange(lost_, false)) callbacks_.back();
    callbacks_.answered();
    if (!answer.series.empty()) callbacks_.received(named(std::move(answer.series), course.query.name));
    ask(index);  // what else there is after a longer absence
}

}  // namespace headroom::import
