// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/study/steady_state.h"

#include "model/metric.h"
#include "model/said.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace headroom::sim {

namespace {

using model::said;
using model::Unit;

constexpr std::size_t kFewestForWarmUp = 50;  // ten batches of five

/// Standard errors that the beginning must be off by, for MSER-5's cut to be taken where nobody
/// else vouches for it: of the only replication, which would else cut off what was slow by chance,
/// and of a hit ratio, one of many.
constexpr double kNoChance = 4.5;

/// Up to the next block, since times can only be cut in whole blocks.
std::size_t roundedUp(std::size_t intervals, const ReplicationResult& replication) {
    const auto block = static_cast<std::size_t>(replication.intervalsPerBlock);
    return (intervals + block - 1) / block * block;
}

std::string growthNote(const GrowingWork& growing) {
    const std::string rate = model::formatValue(growing.perSecond, Unit::perSecond);
    if (growing.waiting)
        return said("Simulation",
                    "Work grows without end: the line in front of `%1` grew by %2 and did not "
                    "level off. There is no steady state; the longer the run, the worse its "
                    "figures.",
                    {growing.component, rate});
    return said("Simulation",
                "Work grows without end: the number of visits at `%1` grew by %2 and did not level "
                "off. There is no steady state; the longer the run, the worse its figures.",
                {growing.component, rate});
}

std::string movementOfResponses(const Drift& drift) {
    const std::string from = model::formatValue(std::max(0.0, drift.from), Unit::seconds);
    const std::string to = model::formatValue(std::max(0.0, drift.to), Unit::seconds);
    return drift.to > drift.from
               ? said("Simulation", "response times rose from about %1 to about %2", {from, to})
               : said("Simulation", "response times fell from about %1 to about %2", {from, to});
}

std::string movementOfHits(const Drift& drift) {
    const std::string from = model::formatValue(std::max(0.0, drift.from), Unit::share);
    const std::string to = model::formatValue(std::max(0.0, drift.to), Unit::share);
    return drift.to > drift.from
               ? said("Simulation", "its hit ratio rose from about %1 to about %2", {from, to})
               : said("Simulation", "its hit ratio fell from about %1 to about %2", {from, to});
}

std::string noSteadyStateNote(const Drift& drift) {
    return said("Simulation",
                "No steady state was found: %1 through the second half of the run. No warm-up was "
                "cut, the figures are of the whole run. Either it is too short (`run.duration`), "
                "or the load is more than the system can carry.",
                {movementOfResponses(drift)});
}

std::string driftNote(const Drift& drift) {
    return said("Simulation",
                "The figures are not those of a steady state: %1 after the warm-up. Either it is "
                "too short (`run.warm_up`), or the load is more than the system can carry.",
                {movementOfResponses(drift)});
}

std::string fillingNote(const std::string& cache, const Drift& drift) {
    return said("Simulation",
                "The cache `%1` has not settled: %2 during the measured time. Let the run last "
                "longer (`run.duration`), cut a longer warm-up (`run.warm_up`), or start the cache "
                "warm (`start: warm`).",
                {cache, movementOfHits(drift)});
}

constexpr const char* kTooShortForCut =
    HEADROOM_SAID("Simulation",
                  "A replication was given up before the end of the others' warm-up. No warm-up "
                  "was cut, the figures are of the whole run.");

std::string tooFewIntervalsNote(std::size_t intervals) {
    return said("Simulation",
                "The run has %1 sample intervals, too few to tell where its warm-up ends (%2 are "
                "needed), so none was cut. Let it last longer (`run.duration`) or sample more "
                "often (`run.sample`).",
                {std::to_string(intervals), std::to_string(kFewestForWarmUp)});
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

MeasuredPart uncut(Replications replications, bool stationary = true) {
    return {std::vector<std::size_t>(replications.size()), stationary, {}};
}

MeasuredPart uncutWithNote(Replications replications, bool stationary, std::string note) {
    MeasuredPart part = uncut(replications, stationary);
    part.notes.push_back(std::move(note));
    return part;
}

MeasuredPart fixedCut(const model::Scenario& scenario, Replications replications) {
    const std::size_t first = fixedEnd(scenario, replications.front());
    if (first >= commonIntervals(replications))
        return uncutWithNote(replications, true,
                             said("Simulation",
                                  "The run ended within its warm-up; the figures are of the whole "
                                  "run."));
    return {std::vector<std::size_t>(replications.size(), first), true, {}};
}

bool matters(const Drift& drift) {
    constexpr double kShareThatMatters = 0.1;
    return std::abs(drift.to - drift.from) >= kShareThatMatters * (drift.to + drift.from) / 2;
}

std::optional<Drift> driftOfResponses(Replications replications, std::size_t first) {
    const std::optional<Drift> drift = findDrift(replications, Indicator::responseTime(), first);
    return drift && matters(*drift) ? drift : std::nullopt;
}

void noteDriftOfResponses(Replications replications, MeasuredPart& part) {
    const std::optional<Drift> drift = driftOfResponses(replications, part.warmUp());
    if (!drift) return;
    part.stationary = false;
    part.notes.push_back(driftNote(*drift));
}

void noteDriftOfCaches(Replications replications, MeasuredPart& part) {
    constexpr double kPointsThatMatter = 0.02;
    for (const Indicator& ratio : Indicator::hitRatios(replications)) {
        const std::optional<Drift> drift = findDrift(replications, ratio, part.warmUp());
        if (!drift || std::abs(drift->to - drift->from) < kPointsThatMatter) continue;
        part.stationary = false;
        part.notes.push_back(fillingNote(ratio.target(replications), *drift));
    }
}

/// Moves each replication's cut on to what the others say.
void takeLatest(const WarmUpEnds& ends, MeasuredPart& part) {
    for (std::size_t r = 0; r < part.firsts.size(); ++r)
        part.firsts[r] = std::max(part.firsts[r], ends.others[r]);
}

MeasuredPart automaticCut(Replications replications) {
    if (const std::size_t n = commonIntervals(replications); n < kFewestForWarmUp)
        return uncutWithNote(replications, true, tooFewIntervalsNote(n));
    MeasuredPart part = uncut(replications);
    const Indicator responseTime = Indicator::responseTime();
    const WarmUpEnds ends = warmUpEnds(replications, responseTime);
    const bool alone = replications.size() == 1;
    if (!alone || headDistance(replications, responseTime, ends.own[0]) > kNoChance)
        takeLatest(ends, part);
    for (const Indicator& ratio : Indicator::hitRatios(replications)) {
        const WarmUpEnds filled = warmUpEnds(replications, ratio);
        // A short beginning may be lost in a long one.
        const auto standsOut = [&](std::size_t cut) {
            return headDistance(replications, ratio, cut) > kNoChance;
        };
        if (std::ranges::any_of(filled.own, standsOut) ||
            std::ranges::any_of(filled.others, standsOut))
            takeLatest(filled, part);
    }
    // One that was given up early may be too short for the cut of another.
    for (std::size_t r = 0; r < replications.size(); ++r)
        if (part.firsts[r] > latestAutomaticEnd(replications[r]))
            return uncutWithNote(replications, false, said("Simulation", kTooShortForCut));
    if (2 * ends.late <= replications.size()) return part;
    const std::optional<Drift> drift = driftOfResponses(replications, part.warmUp());
    return drift ? uncutWithNote(replications, false, noSteadyStateNote(*drift)) : part;
}

constexpr const char* kStillScaling =
    HEADROOM_SAID("Simulation",
                  "An autoscaler was still changing the number of instances in the second half of "
                  "the run: there is no steady state, no warm-up was cut, and the figures are of "
                  "the whole run.");

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

std::size_t MeasuredPart::warmUp() const { return firsts.empty() ? 0 : std::ranges::max(firsts); }

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
    if (commonIntervals(replications) == 0) return uncut(replications, false);
    const Kind kind = scenario.run.warmUp.kind;
    if (!isStationary(scenario)) {
        MeasuredPart part = uncut(replications, false);
        if (kind == Kind::fixed)
            part.notes.push_back(said("Simulation",
                                      "The load varies with time, so the warm-up is not cut; "
                                      "figures are of the whole run."));
        return part;
    }
    const std::optional<std::size_t> settled = endOfScaling(replications);
    if (!settled) return uncutWithNote(replications, false, said("Simulation", kStillScaling));
    const std::optional<GrowingWork> growing = findGrowingWork(replications);
    MeasuredPart part = uncut(replications);
    if (kind == Kind::fixed) part = fixedCut(scenario, replications);
    if (kind == Kind::automatic && !growing) {
        part = automaticCut(replications);
        if (part.stationary)
            for (std::size_t& first : part.firsts) first = std::max(first, *settled);
    }
    if (growing) {
        part.stationary = false;
        part.notes.push_back(growthNote(*growing));
        return part;
    }
    if (kind == Kind::fixed) noteDriftOfResponses(replications, part);
    if (kind != Kind::none) noteDriftOfCaches(replications, part);
    return part;
}

}  // namespace headroom::sim
