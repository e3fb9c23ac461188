// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/engine/visit.h"
#include "sim/measure/oldest_age.h"
#include "sim/measure/replication_result.h"
#include "sim/measure/time_weighted.h"

#include <algorithm>
#include <string>
#include <vector>

namespace headroom::sim {

/// Where the time of a visit that ends now went.
struct VisitTimes {
    VisitTimes(SimTime all, SimTime calls, SimTime waiting, SimTime waitingForCpu)
        : response(all),
          inCalls(calls),
          wait(waiting),
          cpuWait(waitingForCpu),
          responseBin(Histogram::binOf(all)) {}
    SimTime response, inCalls, wait, cpuWait;
    std::size_t responseBin;  ///< in histograms: most visits are measured in two places
};

/// The running measurement of one target: exact whole-number sums, turned into IntervalCounts at
/// each interval's end.
class alignas(64) Meter {
public:
    explicit Meter(TargetLog log)
        : bills_(log.billingStep > 0),
          keepsOwnTimes_(log.hasOwnTimes),
          keepsWaits_(log.hasLine),
          keepsCpuWaits_(log.hasCpuWaits),
          log_(std::move(log)) {}

    void begin(SimTime now) {
        ++begun_;
        inSystem.add(now, 1);
    }
    void end(SimTime now, const VisitTimes& times, Outcome outcome);
    /// A message sent so long ago has been dealt with by its receiver.
    void deliver(SimTime time) {
        ++deliveries_;
        deliverySum_ += time;
        log_.deliveryTimes.record(time);
    }

    /// Visits begun since the start of the run.
    std::uint64_t begunInAll() const { return begunInAll_ + begun_; }

    /// A page has got to its first or largest paint.
    void paint(SimTime time, bool isFirst) {
        ++(isFirst ? firstPaints_ : largestPaints_);
        (isFirst ? firstPaintSum_ : largestPaintSum_) += time;
        (isFirst ? log_.firstPaints : log_.largestPaints).record(time);
    }
    void drawFrame(SimTime time, SimTime budget) {
        ++frames_;
        lateFrames_ += time > budget ? 1 : 0;
        frameTime_ += std::max<SimTime>(1, (time + budget - 1) / budget) * budget;
    }

    // What every visit touches lies in one cache line, and its histograms in the next one. Then
    // comes what only those touch that have waited.
    TimeWeighted inSystem;

private:
    std::uint64_t begun_ = 0, answered_ = 0;
    std::int64_t responseSum_ = 0, ownSum_ = 0;
    std::uint64_t timeOfEnded_ = 0;  ///< modulo 2^64, like the areas
    bool bills_, keepsOwnTimes_, keepsWaits_, keepsCpuWaits_;
    IntervalHistogram responseTimes_, ownTimes_;
    std::int64_t waitSum_ = 0, cpuWaitSum_ = 0;
    IntervalHistogram waits_, cpuWaits_;  ///< without those of 0
    std::uint64_t refused_ = 0, timedOut_ = 0, failed_ = 0;

public:
    TimeWeighted busy, waiting, slots, active, connections, instances, capacity, slotCapacity;
    OldestAge lag;
    std::uint64_t lookUps = 0, hits = 0, coalesced = 0, coldStarts = 0, activations = 0;
    std::uint64_t copyReads = 0, staleReads = 0;
    std::uint64_t egressBytes = 0;
    TimeWeightedBytes memory;  ///< of all instances

    void closeInterval(SimTime now);
    IntervalCounts& lastInterval() { return log_.intervals.back(); }
    const TargetLog& log() const { return log_; }
    TargetLog takeLog() { return std::move(log_); }

    /// Conservation and Little's law over the whole run, exact in whole nanoseconds: visits begun
    /// are those ended and `open`; the area under the number in system is the sum of all times
    /// spent, `openTime` being that of the open.
    std::vector<std::string> brokenInvariants(SimTime now, std::uint64_t open,
                                              std::uint64_t openTime) const;

private:
    void closeOnDevice(IntervalCounts& counts);
    void countFailure(Outcome outcome);
    void closeTimes(std::uint64_t answered);
    void bill(const VisitTimes& times);
    double areaSinceClose(const TimeWeighted& level, std::uint64_t& before, SimTime now);

    TargetLog log_;
    std::uint64_t begunInAll_ = 0, endedInAll_ = 0;
    std::uint64_t areas_[9] = {};
    double memoryBefore_ = 0;
    double lagBefore_ = 0;
    std::uint64_t firstPaints_ = 0, largestPaints_ = 0, frames_ = 0, lateFrames_ = 0;
    std::int64_t firstPaintSum_ = 0, largestPaintSum_ = 0, frameTime_ = 0;
    std::uint64_t deliveries_ = 0;
    std::int64_t deliverySum_ = 0;
    std::int64_t billed_ = 0;
    bool overfull_ = false;
};

[[gnu::always_inline]] inline void Meter::end(SimTime now, const VisitTimes& times,
                                              Outcome outcome) {
    inSystem.add(now, -1);
    timeOfEnded_ += static_cast<std::uint64_t>(times.response);
    if (bills_ && outcome != Outcome::refused) [[unlikely]]  // never began
        bill(times);
    if (outcome != Outcome::answered) [[unlikely]]
        return countFailure(outcome);
    const SimTime own = times.response - times.inCalls;
    ++answered_;
    responseSum_ += times.response;
    ownSum_ += own;
    responseTimes_.record(times.response, times.responseBin, log_.responseTimes.current());
    if (keepsOwnTimes_) ownTimes_.record(own, Histogram::binOf(own), log_.ownTimes.current());
    if (times.wait > 0) {
        waitSum_ += times.wait;
        if (keepsWaits_)
            waits_.record(times.wait, Histogram::binOf(times.wait), log_.waits.current());
    }
    if (times.cpuWait > 0) {
        cpuWaitSum_ += times.cpuWait;
        if (keepsCpuWaits_)
            cpuWaits_.record(times.cpuWait, Histogram::binOf(times.cpuWait),
                             log_.cpuWaits.current());
    }
}

}  // namespace headroom::sim
