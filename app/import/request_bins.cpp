// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import/request_bins.h"

#include "model/said.h"

#include <algorithm>
#include <cmath>

namespace headroom::import {

namespace {

constexpr std::size_t kMostOpen = 256;        // intervals
constexpr std::int64_t kLongestGap = 10'000;  // intervals without a request that are said to have had none
constexpr std::int64_t kMostFilled = 2'000'000;  // points of such intervals, in one file
constexpr double kLongestRequest = 1e9;          // seconds

SeriesKey keyOf(const char* name, const Labels& labels, model::Unit unit) { return {name, labels, unit}; }

}  // namespace

RequestBins::RequestBins(SeriesSink& sink, BadLines& bad, std::int64_t intervalMs)
    : sink_(sink), bad_(bad), intervalMs_(intervalMs) {}

RequestBins::Interval* RequestBins::intervalAt(std::int64_t ms, std::int64_t line) {
    const std::int64_t index = ms / intervalMs_;
    if (delivered_ && index <= *delivered_) {
        bad_.add(line, model::said("Import", "a request that ended %1 s or more before those above it",
                                   {std::to_string((*delivered_ + 1 - index) * intervalMs_ / 1000)}),
                 model::said("Import", "requests roughly in the order of time"));
        return nullptr;
    }
    while (open_.size() >= kMostOpen && !open_.contains(index)) {
        if (index < open_.begin()->first) break;
        deliverFirst();
    }
    return &open_[index];
}

void RequestBins::add(const Request& request) {
    if (!(request.seconds >= 0 && request.seconds <= kLongestRequest))
        return bad_.add(request.line, model::said("Import", "a request that took no time that can be"),
                        model::said("Import", "at most 30 years"));
    Interval* interval = intervalAt(request.endMs, request.line);
    if (!interval) return;
    operations_.insert(request.operation);
    Bin& bin = interval->byOperation[request.operation];
    ++(request.failed ? bin.failed : bin.answered);
    if (request.failed) return;
    bin.seconds += request.seconds;
    bin.times.record(static_cast<sim::SimTime>(std::llround(request.seconds * 1e9)));
}

void RequestBins::level(std::int64_t ms, double users) {
    if (delivered_ && ms / intervalMs_ <= *delivered_) return;
    Interval* interval = intervalAt(ms, 0);
    interval->users += users;
    ++interval->levels;
}

void RequestBins::finish() {
    while (!open_.empty()) deliverFirst();
    sink_.flush();
}

std::int64_t RequestBins::firstToFill(std::int64_t index) {
    if (!delivered_ || index - *delivered_ > kLongestGap) return index;
    const std::int64_t points = (index - *delivered_ - 1) * static_cast<std::int64_t>(operations_.size() + 1);
    if (points > kMostFilled - filled_) return index;
    filled_ += points;
    return *delivered_ + 1;
}

void RequestBins::deliverFirst() {
    const auto [index, interval] = *open_.begin();
    const std::int64_t first = firstToFill(index);
    for (std::int64_t i = first; i <= index; ++i) {
        const std::int64_t end = (i + 1) * intervalMs_;
        Bin all;
        for (const std::string& operation : operations_) {
            const auto found = i == index ? interval.byOperation.find(operation) : interval.byOperation.end();
            const Bin& bin = found == interval.byOperation.end() ? Bin{} : found->second;
            deliver({{"operation", operation}}, bin, end);
            all.answered += bin.answered;
            all.failed += bin.failed;
            all.seconds += bin.seconds;
            all.times.merge(bin.times);
        }
        if (!operations_.empty()) deliver({}, all, end);
    }
    if (interval.levels > 0)
        sink_.add(keyOf("workload.users", {}, model::Unit::count),
                  {(index + 1) * intervalMs_, interval.users / static_cast<double>(interval.levels)});
    delivered_ = index;
    open_.erase(open_.begin());
}

void RequestBins::deliver(const Labels& labels, const Bin& bin, std::int64_t ms) {
    const double seconds = static_cast<double>(intervalMs_) / 1000;
    const auto answered = static_cast<double>(bin.answered);
    sink_.add(keyOf("workload.throughput", labels, model::Unit::perSecond), {ms, answered / seconds});
    if (bin.answered + bin.failed > 0)
        sink_.add(keyOf("workload.error_ratio", labels, model::Unit::share),
                  {ms, static_cast<double>(bin.failed) / (answered + static_cast<double>(bin.failed))});
    if (bin.answered == 0) return;
    sink_.add(keyOf("workload.response_time", labels, model::Unit::seconds), {ms, bin.seconds / answered});
    sink_.add(keyOf("p50(workload.response_time)", labels, model::Unit::seconds), {ms, bin.times.quantile(0.5)});
    sink_.add(keyOf("p95(workload.response_time)", labels, model::Unit::seconds), {ms, bin.times.quantile(0.95)});
    sink_.add(keyOf("p99(workload.response_time)", labels, model::Unit::seconds), {ms, bin.times.quantile(0.99)});
}

}  // namespace headroom::import
