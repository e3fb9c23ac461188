// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/engine/meter.h"

#include <array>
#include <limits>
#include <utility>

namespace headroom::sim {

namespace {
IntervalQuantiles quantilesOf(const Histogram& times) {
    if (times.empty()) {
        constexpr float nan = std::numeric_limits<float>::quiet_NaN();
        return {nan, nan, nan};
    }
    const auto at = [&](double q) { return static_cast<float>(times.quantile(q)); };
    return {at(0.50), at(0.95), at(0.99)};
}
}  // namespace

void Meter::countFailure(Outcome outcome) {
    if (outcome == Outcome::refused)
        ++refused_;
    else if (outcome == Outcome::timedOut)
        ++timedOut_;
    else
        ++failed_;
}

void Meter::bill(const VisitTimes& times) {
    const SimTime served = times.response - times.wait;
    billed_ += (served + log_.billingStep - 1) / log_.billingStep * log_.billingStep;
}

double Meter::areaSinceClose(const TimeWeighted& level, std::uint64_t& before, SimTime now) {
    const std::uint64_t area = level.areaUpTo(now);
    const auto difference = static_cast<std::int64_t>(area - before);
    before = area;
    return static_cast<double>(difference) * 1e-9;
}

void Meter::closeInterval(SimTime now) {
    IntervalCounts c;
    c.begun = std::exchange(begun_, 0);
    c.answered = std::exchange(answered_, 0);
    c.refused = std::exchange(refused_, 0);
    c.timedOut = std::exchange(timedOut_, 0);
    c.failed = std::exchange(failed_, 0);
    c.responseSum = seconds(std::exchange(responseSum_, 0));
    c.ownSum = seconds(std::exchange(ownSum_, 0));
    c.waitSum = seconds(std::exchange(waitSum_, 0));
    c.cpuWaitSum = seconds(std::exchange(cpuWaitSum_, 0));
    c.inSystemArea = areaSinceClose(inSystem, areas_[0], now);
    c.waitingArea = areaSinceClose(waiting, areas_[1], now);
    c.busyArea = areaSinceClose(busy, areas_[2], now);
    c.capacityArea = areaSinceClose(capacity, areas_[3], now);
    c.slotArea = areaSinceClose(slots, areas_[4], now);
    c.slotCapacityArea = areaSinceClose(slotCapacity, areas_[5], now);
    c.instancesArea = areaSinceClose(instances, areas_[6], now);
    c.connectionsArea = areaSinceClose(connections, areas_[7], now);
    c.activeArea = areaSinceClose(active, areas_[8], now);
    c.activations = activations;
    activations = 0;
    c.billedSum = seconds(billed_);
    billed_ = 0;
    c.lookUps = lookUps;
    c.hits = hits;
    c.coalesced = coalesced;
    c.coldStarts = coldStarts;
    lookUps = hits = coalesced = coldStarts = 0;
    const double memoryUpToNow = memory.areaUpTo(now);
    c.memoryArea = memoryUpToNow - memoryBefore_;
    memoryBefore_ = memoryUpToNow;
    c.egressBytes = std::exchange(egressBytes, 0);
    closeOnDevice(c);
    c.copyReads = copyReads;
    c.staleReads = staleReads;
    copyReads = staleReads = 0;
    c.deliveries = deliveries_;
    c.deliverySum = seconds(deliverySum_);
    deliveries_ = 0;
    deliverySum_ = 0;
    const double lagUpToNow = lag.areaUpTo(now);
    c.lagArea = lagUpToNow - lagBefore_;
    lagBefore_ = lagUpToNow;
    begunInAll_ += c.begun;
    endedInAll_ += c.answered + c.refused + c.timedOut + c.failed;
    overfull_ = overfull_ || (log_.hasServers && c.busyArea > c.capacityArea * (1 + 1e-9)) ||
                (log_.hasSlots && c.slotArea > c.slotCapacityArea * (1 + 1e-9));
    log_.intervals.push_back(c);
    closeTimes(c.answered);
}

void Meter::closeTimes(std::uint64_t answered) {
    // Those who did not wait are all the others.
    const auto takeWaits = [&](Histogram& all, IntervalHistogram& waits) {
        all.take(waits);
        if (all.count() < answered) all.recordMany(0, answered - all.count());
    };
    log_.responseTimes.current().take(responseTimes_);
    log_.ownTimes.current().take(ownTimes_);
    if (keepsWaits_) takeWaits(log_.waits.current(), waits_);
    if (keepsCpuWaits_) takeWaits(log_.cpuWaits.current(), cpuWaits_);
    using model::Metric;
    std::array<const Histogram*, model::kTimeMetricCount> closed{};
    const auto close = [&](Metric metric, TimesLog& log) -> const Histogram& {
        const Histogram& histogram = log.closeInterval();
        closed[static_cast<std::size_t>(metric)] = &histogram;
        return histogram;
    };
    log_.quantiles.push_back(quantilesOf(close(Metric::responseTime, log_.responseTimes)));
    close(Metric::wait, log_.waits);
    close(Metric::ownTime, log_.ownTimes);
    close(Metric::cpuWait, log_.cpuWaits);
    if (log_.hasDeliveries) close(Metric::deliveryTime, log_.deliveryTimes);
    if (log_.hasPaints) {
        close(Metric::firstPaint, log_.firstPaints);
        close(Metric::largestPaint, log_.largestPaints);
    }
    for (TrailingQuantile& trailing : log_.trailing) {
        const Histogram* histogram = closed[static_cast<std::size_t>(trailing.metric())];
        if (histogram != nullptr) trailing.closeInterval(*histogram);
    }
}

// What the devices of users show.
void Meter::closeOnDevice(IntervalCounts& c) {
    c.firstPaints = std::exchange(firstPaints_, 0);
    c.largestPaints = std::exchange(largestPaints_, 0);
    c.firstPaintSum = seconds(std::exchange(firstPaintSum_, 0));
    c.largestPaintSum = seconds(std::exchange(largestPaintSum_, 0));
    c.frames = std::exchange(frames_, 0);
    c.lateFrames = std::exchange(lateFrames_, 0);
    c.frameTime = seconds(std::exchange(frameTime_, 0));
}

std::vector<std::string> Meter::brokenInvariants(SimTime now, std::uint64_t open,
                                                 std::uint64_t openTime) const {
    std::vector<std::string> broken;
    const auto say = [&](const std::string& what) { broken.push_back(log_.name + ": " + what); };
    if (begunInAll_ != endedInAll_ + open)
        say("conservation: " + std::to_string(begunInAll_) + " visits begun, " +
            std::to_string(endedInAll_) + " ended, " + std::to_string(open) + " open");
    if (inSystem.level() != static_cast<std::int64_t>(open))
        say("number in system " + std::to_string(inSystem.level()) + ", but " +
            std::to_string(open) + " visits open");
    if (inSystem.areaUpTo(now) != timeOfEnded_ + openTime)
        say("Little's law: the area under the number in system is not the sum of the times spent");
    if (overfull_) say("more servers or slots held than there are");
    return broken;
}

}  // namespace headroom::sim
