// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/study/steady_state.h"

#include "model/metric.h"
#include "sim/measure/warm_up.h"

#include <algorithm>
#include <limits>

namespace headroom::sim {

namespace {

constexpr std::size_t kFewestForWarmUp = 50;  // ten batches of five

std::vector<double> meanResponseTimes(const TargetLog& log) {
    std::vector<double> means;
    for (const IntervalCounts& c : log.intervals)
        means.push_back(c.answered > 0 ? c.responseSum / static_cast<double>(c.answered)
                                       : std::numeric_limits<double>::quiet_NaN());
    return means;
}

/// Up to the next block, since times can only be cut in whole blocks.
std::size_t roundedUp(std::size_t intervals, const ReplicationResult& replication) {
    const auto block = static_cast<std::size_t>(replication.intervalsPerBlock);
    return (intervals + block - 1) / block * block;
}

std::string growthNote(const GrowingWork& growing) {
    const std::string what =
        growing.waiting ? "the line in front of `" : "the number of visits at `";
    return "Work grows without end: " + what + growing.component + "` grew by " +
           model::formatValue(growing.perSecond, model::Unit::perSecond) +
           " and did not level off. There is no steady state; the longer the run, the worse its "
           "figures.";
}

constexpr const char* kNoSteadyState =
    "No steady state was found: response times were still moving when the run ended. No warm-up "
    "was cut, the figures "
    "are of the whole run. Either it is too short (`run.duration`), or the load is more than the "
    "system can carry.";

std::string tooFewIntervalsNote(std::size_t intervals) {
    return "The run has " + std::to_string(intervals) +
           " sample intervals, too few to tell where its warm-up ends (" +
           std::to_string(kFewestForWarmUp) +
           " are needed), so none was cut. Let it last longer (`run.duration`) or "
           "sample more often (`run.sample`).";
}

std::size_t fixedEnd(const model::Scenario& scenario, const ReplicationResult& replication) {
    const SimTime warmUp = scenario.run.warmUp.time.count();
    const auto intervals =
        static_cast<std::size_t>((warmUp + replication.sample - 1) / replication.sample);
    return roundedUp(intervals, replication);
}

std::size_t latestAutomaticEnd(const ReplicationResult& replication) {
    return roundedUp(replication.workload.intervals.size() / 2, replication);
}

MeasuredPart fixedCut(const model::Scenario& scenario, Replications replications) {
    MeasuredPart part{fixedEnd(scenario, replications.front()), true, {}};
    if (part.first < commonIntervals(replications)) return part;
    part.first = 0;
    part.notes.push_back("The run ended within its warm-up; the figures are of the whole run.");
    return part;
}

MeasuredPart automaticCut(Replications replications) {
    if (const std::size_t n = commonIntervals(replications); n < kFewestForWarmUp)
        return {0, true, {tooFewIntervalsNote(n)}};
    MeasuredPart part{0, true, {}};
    std::size_t without = 0;
    for (const ReplicationResult& r : replications) {
        const std::optional<std::size_t> cut = mser5(meanResponseTimes(r.workload));
        without += cut ? 0 : 1;
        part.first = std::max(part.first, roundedUp(cut.value_or(0), r));
    }
    // One that was given up early may be too short for the cut of another.
    const auto reaches = [&](const ReplicationResult& r) {
        return part.first <= latestAutomaticEnd(r);
    };
    if (2 * without <= replications.size() && std::ranges::all_of(replications, reaches))
        return part;
    return {0, false, {kNoSteadyState}};
}

constexpr const char* kStillScaling =
    "An autoscaler was still changing the number of instances in the second half of the run: there "
    "is no steady state, no warm-up was cut, and the figures are of the whole run.";

/// The first interval after the last change of an autoscaler; nothing if that was too late.
std::optional<std::size_t> endOfScaling(Replications replications) {
    std::size_t end = 0;
    for (const ReplicationResult& r : replications) {
        if (r.lastScaling == 0) continue;
        const auto first = static_cast<std::size_t>(r.lastScaling / r.sample) + 1;
        if (first > latestAutomaticEnd(r)) return std::nullopt;
        end = std::max(end, roundedUp(first, r));
    }
    return end;
}

}  // namespace

std::size_t commonIntervals(Replications replications) {
    std::size_t fewest = replications.empty() ? 0 : SIZE_MAX;
    for (const ReplicationResult& r : replications)
        fewest = std::min(fewest, r.workload.intervals.size());
    return fewest;
}

bool isStationary(const model::Scenario& scenario) {
    if (!scenario.faults.empty() || scenario.rollOut) return false;
    const model::Workload& workload = scenario.workload;
    const auto constant = [](const auto& traffic) {
        return (!traffic.users || traffic.users->isConstant()) &&
               (!traffic.arrivals || traffic.arrivals->rate.isConstant());
    };
    return !workload.startTogether && constant(workload) &&
           std::ranges::all_of(workload.profiles, constant);
}

std::size_t latestWarmUpEnd(const model::Scenario& scenario, const ReplicationResult& replication) {
    using Kind = model::WarmUp::Kind;
    if (!isStationary(scenario)) return 0;
    switch (scenario.run.warmUp.kind) {
        case Kind::automatic: return latestAutomaticEnd(replication);
        case Kind::fixed: return fixedEnd(scenario, replication);
        case Kind::none: break;
    }
    return 0;
}

MeasuredPart measuredPart(const model::Scenario& scenario, Replications replications) {
    using Kind = model::WarmUp::Kind;
    if (commonIntervals(replications) == 0) return {};
    const Kind kind = scenario.run.warmUp.kind;
    if (!isStationary(scenario)) {
        MeasuredPart part;
        if (kind == Kind::fixed)
            part.notes.push_back(
                "The load varies with time, so the warm-up is not cut; figures are of the whole "
                "run.");
        return part;
    }
    const std::optional<std::size_t> settled = endOfScaling(replications);
    if (!settled) return {0, false, {kStillScaling}};
    const std::optional<GrowingWork> growing = findGrowingWork(replications);
    MeasuredPart part{0, true, {}};
    if (kind == Kind::fixed) part = fixedCut(scenario, replications);
    if (kind == Kind::automatic && !growing) {
        part = automaticCut(replications);
        if (part.stationary) part.first = std::max(part.first, *settled);
    }
    if (growing) {
        part.stationary = false;
        part.notes.push_back(growthNote(*growing));
    }
    return part;
}

}  // namespace headroom::sim
