// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "sim/kernel/sim_time.h"
#include "sim/measure/histogram.h"
#include "sim/measure/trailing_quantile.h"

/// What one replication measured, interval by interval, before any warm-up is cut and any interval computed.
namespace headroom::sim {

/// One target in one sample interval. A visit counts in the interval in which it ends. Areas are level · seconds.
struct IntervalCounts {
    std::uint64_t begun = 0, answered = 0, refused = 0, timedOut = 0, failed = 0;
    double responseSum = 0, ownSum = 0, waitSum = 0, cpuWaitSum = 0;  ///< seconds, over answered visits
    double inSystemArea = 0, waitingArea = 0;
    double busyArea = 0, capacityArea = 0;       ///< servers, CPUs or connections: held, and there to be held
    double slotArea = 0, slotCapacityArea = 0;   ///< concurrency slots: held, and there to be held
    double instancesArea = 0;                    ///< ready instances
    double memoryArea = 0;                       ///< bytes of instances
    double connectionsArea = 0;                  ///< open connections of a pool
    double activeArea = 0;                       ///< instances that hold at least one request
    std::uint64_t activations = 0;               ///< instances that got a request after holding none
    double billedSum = 0;                        ///< seconds that requests were served, each rounded up to billingStep
    std::uint64_t lookUps = 0, hits = 0, coalesced = 0;
    std::uint64_t coldStarts = 0;
    std::uint64_t deliveries = 0;    ///< messages whose receiver has finished
    double deliverySum = 0;          ///< seconds, from their `send`
    std::uint64_t copyReads = 0, staleReads = 0;  ///< reads with a key where there are replicas
    std::uint64_t firstPaints = 0, largestPaints = 0;
    double firstPaintSum = 0, largestPaintSum = 0;  ///< seconds from the start of the page
    std::uint64_t frames = 0, lateFrames = 0;
    double frameTime = 0;             ///< whole refresh periods, in seconds
    std::uint64_t egressBytes = 0;    ///< of answers
    double lagArea = 0;              ///< age of the oldest waiting message, in seconds · seconds

    IntervalCounts& operator+=(const IntervalCounts& other);
};

/// Times of answered visits, kept in blocks of whole sample intervals (at most 128 blocks, so that memory does not
/// grow with simulated time) so that a warm-up can be cut afterwards.
class TimesLog {
public:
    explicit TimesLog(int intervalsPerBlock = 1) : intervalsPerBlock_(intervalsPerBlock) {}
    [[gnu::always_inline]] void record(SimTime value) { current_.record(value); }
    /// Of the sample interval that is not closed yet.
    Histogram& current() { return current_; }
    /// Ends a sample interval; returns its histogram until the next call.
    const Histogram& closeInterval();
    /// All that was recorded in intervals first, first+1, … Precondition: first is a multiple of intervalsPerBlock.
    Histogram since(std::size_t firstInterval) const;
    /// Gives up the blocks after this interval, and the memory for recording on: since() is asked for this interval at
    /// the latest. Same precondition.
    void closeForCutsUpTo(std::size_t lastCut);

private:
    int intervalsPerBlock_;
    std::size_t intervals_ = 0;
    Histogram current_, closed_;
    std::vector<Histogram> blocks_;
};

/// The quantiles that are drawn over time, in seconds; NaN where nothing was answered.
struct IntervalQuantiles {
    float p50, p95, p99;
};

struct CallLog {
    std::string callee;
    std::vector<double> standingArea;  ///< per interval: visits of the caller standing in this call · seconds
};

struct TargetLog {
    std::string name;
    std::string type;
    bool hasServers = false;    ///< utilisation has a meaning
    bool hasSlots = false;      ///< occupancy has a meaning
    bool hasLine = false;       ///< wait and queue length have a meaning
    bool hasInstances = false;
    bool hasConnections = false;
    bool isCache = false;
    bool hasColdStarts = false;
    bool hasDeliveries = false;  ///< delivery time has a meaning
    bool hasLag = false;
    bool hasPaints = false;
    bool hasFrames = false;
    bool hasEgress = false;
    bool hasMemory = false;
    bool hasCopies = false;  ///< reads may be stale
    bool hasOwnTimes = false, hasCpuWaits = false;  ///< whether those histograms are kept
    SimTime billingStep = 0;    ///< to a multiple of which a request's time is rounded up; 0: not kept
    std::vector<IntervalCounts> intervals;
    std::vector<IntervalQuantiles> quantiles;       ///< of the response time
    TimesLog responseTimes, waits, ownTimes, cpuWaits;
    TimesLog deliveryTimes, firstPaints, largestPaints;
    std::vector<TrailingQuantile> trailing;         ///< those that alerts look at
    std::vector<CallLog> calls;
};

struct ReplicationResult {
    int replication = 0;
    SimTime sample = 0;               ///< length of an interval
    int intervalsPerBlock = 1;
    std::vector<double> users;        ///< mean per interval; empty for an open workload
    TargetLog workload;
    std::vector<TargetLog> operations, components, componentOperations;
    std::uint64_t events = 0, visits = 0;
    std::uint64_t unfinished = 0;     ///< user actions open at the end
    SimTime lastScaling = 0;          ///< when an autoscaler last changed a number of instances
    bool interrupted = false;         ///< stopped before its time; what is here ends with a whole interval
    std::string stopped;              ///< why the engine gave up (work without end …), in words; empty if it did not
    std::vector<std::string> brokenInvariants;
};

}  // namespace headroom::sim
