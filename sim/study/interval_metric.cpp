// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/study/interval_metric.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace headroom::sim {

namespace {

using model::Metric;
using Counts = IntervalCounts;

double count(std::uint64_t n) { return static_cast<double>(n); }

bool always(const TargetLog&) { return true; }
// Operations of components have no type; what is kept of them says that they are none of the
// workload's.
bool hasOwnTime(const TargetLog& log) { return !log.type.empty() || log.hasOwnTimes; }
bool hasCpus(const TargetLog& log) {
    return log.type == "service" || log.type == "function" || log.type == "gateway" ||
           log.hasPaints || log.hasCpuWaits;
}
// An operation has its waits measured, but the line is the component's.
bool isLineOfComponent(const TargetLog& log) { return log.hasLine && !log.type.empty(); }
bool hasServers(const TargetLog& log) { return log.hasServers; }
bool hasSlots(const TargetLog& log) { return log.hasSlots; }
bool hasLine(const TargetLog& log) { return log.hasLine; }
bool hasInstances(const TargetLog& log) { return log.hasInstances; }
bool hasConnections(const TargetLog& log) { return log.hasConnections; }
bool hasColdStarts(const TargetLog& log) { return log.hasColdStarts; }
bool isCache(const TargetLog& log) { return log.isCache; }
bool hasDeliveries(const TargetLog& log) { return log.hasDeliveries; }
bool hasCopies(const TargetLog& log) { return log.hasCopies; }
bool hasPaints(const TargetLog& log) { return log.hasPaints; }
bool hasFrames(const TargetLog& log) { return log.hasFrames; }
bool hasEgress(const TargetLog& log) { return log.hasEgress; }
bool hasMemory(const TargetLog& log) { return log.hasMemory; }
bool hasLag(const TargetLog& log) { return log.hasLag; }

double answered(const Counts& c) { return count(c.answered); }
double errors(const Counts& c) { return count(c.refused + c.timedOut + c.failed); }

double perAnswer(const Counts& c, double) { return count(c.answered); }
double perEnd(const Counts& c, double) { return count(c.answered) + errors(c); }
double perSecond(const Counts&, double seconds) { return seconds; }

constexpr std::array kMetrics{
    IntervalMetric{Metric::responseTime, always, [](const Counts& c) { return c.responseSum; },
                   perAnswer},
    IntervalMetric{Metric::ownTime, hasOwnTime, [](const Counts& c) { return c.ownSum; },
                   perAnswer},
    IntervalMetric{Metric::wait, hasLine, [](const Counts& c) { return c.waitSum; }, perAnswer},
    IntervalMetric{Metric::cpuWait, hasCpus, [](const Counts& c) { return c.cpuWaitSum; },
                   perAnswer},
    IntervalMetric{Metric::throughput, always, answered, perSecond},
    IntervalMetric{Metric::arrivalRate, always, [](const Counts& c) { return count(c.begun); },
                   perSecond},
    IntervalMetric{Metric::errorRatio, always, errors, perEnd},
    IntervalMetric{Metric::availability, always, answered, perEnd},
    IntervalMetric{Metric::utilisation, hasServers, [](const Counts& c) { return c.busyArea; },
                   [](const Counts& c, double) { return c.capacityArea; }},
    IntervalMetric{Metric::occupancy, hasSlots, [](const Counts& c) { return c.slotArea; },
                   [](const Counts& c, double) { return c.slotCapacityArea; }},
    IntervalMetric{Metric::queueLength, isLineOfComponent,
                   [](const Counts& c) { return c.waitingArea; }, perSecond},
    IntervalMetric{Metric::inSystem, always, [](const Counts& c) { return c.inSystemArea; },
                   perSecond},
    IntervalMetric{Metric::hitRatio, isCache, [](const Counts& c) { return count(c.hits); },
                   [](const Counts& c, double) { return count(c.lookUps); }},
    IntervalMetric{Metric::instances, hasInstances, [](const Counts& c) { return c.instancesArea; },
                   perSecond},
    IntervalMetric{Metric::coldStarts, hasColdStarts,
                   [](const Counts& c) { return count(c.coldStarts); }, perSecond, true},
    IntervalMetric{Metric::connections, hasConnections,
                   [](const Counts& c) { return c.connectionsArea; }, perSecond},
    IntervalMetric{Metric::deliveryTime, hasDeliveries,
                   [](const Counts& c) { return c.deliverySum; },
                   [](const Counts& c, double) { return count(c.deliveries); }},
    IntervalMetric{Metric::firstPaint, hasPaints, [](const Counts& c) { return c.firstPaintSum; },
                   [](const Counts& c, double) { return count(c.firstPaints); }},
    IntervalMetric{Metric::largestPaint, hasPaints,
                   [](const Counts& c) { return c.largestPaintSum; },
                   [](const Counts& c, double) { return count(c.largestPaints); }},
    IntervalMetric{Metric::lateFrames, hasFrames,
                   [](const Counts& c) { return count(c.lateFrames); },
                   [](const Counts& c, double) { return count(c.frames); }},
    IntervalMetric{Metric::frameRate, hasFrames, [](const Counts& c) { return count(c.frames); },
                   [](const Counts& c, double) { return c.frameTime; }},
    IntervalMetric{Metric::egress, hasEgress, [](const Counts& c) { return count(c.egressBytes); },
                   perSecond},
    IntervalMetric{Metric::memory, hasMemory, [](const Counts& c) { return c.memoryArea; },
                   [](const Counts& c, double) { return c.instancesArea; }},
    IntervalMetric{Metric::staleRatio, hasCopies,
                   [](const Counts& c) { return count(c.staleReads); },
                   [](const Counts& c, double) { return count(c.copyReads); }},
    IntervalMetric{Metric::lag, hasLag, [](const Counts& c) { return c.lagArea; }, perSecond},
};

}  // namespace

std::optional<double> IntervalMetric::value(const IntervalCounts& counts, double seconds) const {
    const double below = denominator(counts, seconds);
    if (!(below > 0)) return std::nullopt;
    return numerator(counts) / below * (perRun ? seconds : 1);
}

std::span<const IntervalMetric> intervalMetrics() { return kMetrics; }

const IntervalMetric* findIntervalMetric(model::Metric metric) {
    const auto found = std::ranges::find(kMetrics, metric, &IntervalMetric::metric);
    return found == kMetrics.end() ? nullptr : &*found;
}

const IntervalMetric& intervalMetric(model::Metric metric) {
    const IntervalMetric* found = findIntervalMetric(metric);
    assert(found);
    return *found;
}

IntervalCounts sumOf(const TargetLog& log, std::size_t first, std::size_t last) {
    assert(first <= last && last <= log.intervals.size());
    IntervalCounts sum;
    for (std::size_t i = first; i < last; ++i) sum += log.intervals[i];
    return sum;
}

}  // namespace headroom::sim
