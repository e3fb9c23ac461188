// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/engine/meter.h"

#include <limits>

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
        ++counts_.refused;
    else if (outcome == Outcome::timedOut)
        ++counts_.timedOut;
    else
        ++counts_.failed;
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
    c.begun = counts_.begun;
    c.answered = counts_.answered;
    c.refused = counts_.refused;
    c.timedOut = counts_.timedOut;
    c.failed = counts_.failed;
    c.responseSum = seconds(counts_.response);
    c.ownSum = seconds(counts_.own);
    c.waitSum = seconds(counts_.wait);
    c.cpuWaitSum = seconds(counts_.cpuWait);
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
    begunInAll_ += c.begun;
    endedInAll_ += c.answered + c.refused + c.timedOut + c.failed;
    overfull_ = overfull_ || (log_.hasServers && c.busyArea > c.capacityArea * (1 + 1e-9)) ||
                (log_.hasSlots && c.slotArea > c.slotCapacityArea * (1 + 1e-9));
    counts_ = {};
    log_.intervals.push_back(c);
    closeTimes();
}

void Meter::closeTimes() {
    const Histogram& responses = log_.responseTimes.closeInterval();
    const Histogram& waits = log_.waits.closeInterval();
    const Histogram& own = log_.ownTimes.closeInterval();
    const Histogram& cpuWaits = log_.cpuWaits.closeInterval();
    log_.quantiles.push_back(quantilesOf(responses));
    for (TrailingQuantile& trailing : log_.trailing) {
        switch (trailing.metric()) {
            case model::Metric::wait: trailing.closeInterval(waits); break;
            case model::Metric::ownTime: trailing.closeInterval(own); break;
            case model::Metric::cpuWait: trailing.closeInterval(cpuWaits); break;
            default: trailing.closeInterval(responses); break;
        }
    }
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
