// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/study/run_result.h"

#include "model/said.h"
#include "sim/judge/alerts.h"
#include "sim/judge/bottlenecks.h"
#include "sim/judge/claims.h"
#include "sim/judge/cost.h"
#include "sim/judge/first_growth.h"
#include "sim/judge/health.h"
#include "sim/judge/objectives.h"
#include "sim/study/notes.h"
#include "sim/study/recoveries.h"
#include "sim/study/series.h"
#include "sim/study/summary.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace headroom::sim {

namespace {

using Logs = std::vector<const TargetLog*>;
using Targets = std::vector<TargetLog> ReplicationResult::*;

Logs workloadLogs(Replications replications) {
    Logs logs;
    for (const ReplicationResult& r : replications) logs.push_back(&r.workload);
    return logs;
}

Logs logsOf(Replications replications, Targets targets, std::size_t index) {
    Logs logs;
    for (const ReplicationResult& r : replications) logs.push_back(&(r.*targets)[index]);
    return logs;
}

std::vector<TargetResult> summarised(Replications replications, Targets targets,
                                     const SummarySettings& settings) {
    std::vector<TargetResult> results;
    for (std::size_t i = 0; i < (replications.front().*targets).size(); ++i)
        results.push_back(summarise(logsOf(replications, targets, i), settings));
    return results;
}

double meanUsers(Replications replications, const std::vector<std::size_t>& firsts) {
    double sum = 0;
    std::size_t count = 0;
    for (std::size_t i = 0; i < replications.size(); ++i) {
        const ReplicationResult& r = replications[i];
        const std::size_t first = firsts[i];
        if (r.users.size() <= first) continue;
        sum += std::accumulate(r.users.begin() + static_cast<std::ptrdiff_t>(first), r.users.end(),
                               0.0);
        count += r.users.size() - first;
    }
    return count > 0 ? sum / static_cast<double>(count) : 0;
}

void addTotals(Replications replications, RunResult& result) {
    for (const ReplicationResult& r : replications) {
        result.events += r.events;
        result.visits += r.visits;
        if (result.stopped.empty()) result.stopped = r.stopped;
        result.unfinished +=
            static_cast<double>(r.unfinished) / static_cast<double>(replications.size());
        for (const std::string& broken : r.brokenInvariants)
            result.brokenInvariants.push_back("replication " + std::to_string(r.replication + 1) +
                                              ": " + broken);
    }
}

/// A month is made of whole days; less than that is only some part of a load that varies.
void notePartOfADay(const model::Scenario& scenario, RunResult& result) {
    constexpr double kDay = 86400;
    const double days = result.simulatedSeconds / kDay;
    const bool whole = days >= 1 && std::abs(days - std::round(days)) * kDay < result.sampleSeconds;
    if (!result.costPerMonth.value || isStationary(scenario) || whole) return;
    result.notes.push_back(model::said("Simulation",
                                       "The load varies and the run is not of whole days: a month "
                                       "is charged as if it were all like the run."));
}

RunResult named(const model::Scenario& scenario) {
    RunResult result;
    result.scenario = scenario.name;
    result.variant = scenario.variant;
    result.seed = scenario.run.seed;
    result.confidence = scenario.run.confidence;
    result.sampleSeconds = model::toSeconds(scenario.run.sample);
    result.workload.name = "workload";
    return result;
}

std::vector<TargetResult> unknownComponents(const model::Scenario& scenario) {
    std::vector<TargetResult> components;
    for (const model::Component& component : scenario.components) {
        components.emplace_back().name = component.name;
        components.back().type = model::typeName(component.spec);
    }
    return components;
}

/// The tenth of the run in which most actions are under way: what limits a system whose load varies
/// is seen there.
struct Stretch {
    std::size_t first, last;
};

Stretch busiestTenth(Replications replications) {
    const std::size_t n = commonIntervals(replications);
    const std::size_t length = std::max<std::size_t>(1, n / 10);
    const auto level = [&](std::size_t i) {
        double sum = 0;
        for (const ReplicationResult& r : replications) sum += r.workload.intervals[i].inSystemArea;
        return sum;
    };
    double sum = 0;
    for (std::size_t i = 0; i < length; ++i) sum += level(i);
    Stretch busiest{0, length};
    double most = sum;
    for (std::size_t last = length; last < n; ++last) {
        sum += level(last) - level(last - length);
        if (sum > most) busiest = {last + 1 - length, last + 1};
        most = std::max(most, sum);
    }
    return busiest;
}

std::string textOf(const Stretch& stretch, double sampleSeconds) {
    const auto at = [&](std::size_t i) {
        return model::formatValue(static_cast<double>(i) * sampleSeconds, model::Unit::seconds);
    };
    return model::said("Simulation", "in the busiest part of the run, from %1 to %2",
                       {at(stretch.first), at(stretch.last)});
}

std::vector<Bottleneck> bottlenecksOf(const model::Scenario& scenario, Replications replications,
                                      const RunResult& result) {
    if (isStationary(scenario))
        return findBottlenecks(scenario, {result.workload, result.components, ""});
    const Stretch busiest = busiestTenth(replications);
    const auto stateOf = [&](const Logs& logs) {
        return stateBetween(logs, busiest.first, busiest.last, result.sampleSeconds);
    };
    std::vector<TargetResult> components;
    for (std::size_t c = 0; c < replications.front().components.size(); ++c)
        components.push_back(stateOf(logsOf(replications, &ReplicationResult::components, c)));
    const TargetResult workload = stateOf(workloadLogs(replications));
    return findBottlenecks(scenario, {workload, components, textOf(busiest, result.sampleSeconds)});
}

RunResult figuresOf(const model::Scenario& scenario, Replications replications,
                    const MeasuredPart& part) {
    RunResult result = named(scenario);
    result.sampleSeconds = seconds(replications.front().sample);
    const SummarySettings settings{part.firsts, result.sampleSeconds, result.confidence,
                                   part.stationary};
    result.replications = static_cast<int>(replications.size());
    result.simulatedSeconds =
        static_cast<double>(commonIntervals(replications)) * result.sampleSeconds;
    result.warmUpSeconds = static_cast<double>(part.warmUp()) * result.sampleSeconds;
    result.stationary = part.stationary;
    result.users = meanUsers(replications, part.firsts);
    result.workload = summarise(workloadLogs(replications), settings);
    result.operations = summarised(replications, &ReplicationResult::operations, settings);
    result.components = summarised(replications, &ReplicationResult::components, settings);
    result.componentOperations =
        summarised(replications, &ReplicationResult::componentOperations, settings);
    addTotals(replications, result);
    addCosts(scenario, result);
    notePartOfADay(scenario, result);
    return result;
}

}  // namespace

RunResult measure(const model::Scenario& scenario, Replications replications) {
    if (replications.empty()) {
        RunResult result = named(scenario);
        result.components = unknownComponents(scenario);
        return result;
    }
    MeasuredPart part = measuredPart(scenario, replications);
    RunResult result = figuresOf(scenario, replications, part);
    result.notes.insert(result.notes.begin(), part.notes.begin(), part.notes.end());
    return result;
}

std::vector<RunResult> measureEach(const model::Scenario& scenario, Replications replications) {
    std::vector<RunResult> results;
    const MeasuredPart part = measuredPart(scenario, replications);
    for (std::size_t r = 0; r < replications.size(); ++r)
        results.push_back(figuresOf(scenario, replications.subspan(r, 1),
                                    {{part.firsts[r]}, part.stationary, {}}));
    return results;
}

RunResult resultOf(const model::Scenario& scenario, Replications replications, bool interrupted) {
    RunResult result = measure(scenario, replications);
    result.interrupted = interrupted;
    result.series = seriesOf(replications);
    if (commonIntervals(replications) > 0)
        result.bottlenecks = bottlenecksOf(scenario, replications, result);
    if (!result.stationary) result.growsFirst = findFirstGrowth(replications);
    result.slos = judgeObjectives(scenario, result);
    result.recoveries = findRecoveries(scenario, replications);
    addErrorBudgets(scenario, replications, result.slos);
    result.alerts = evaluateAlerts(scenario, replications);
    result.health = healthOf(scenario, result);
    result.claims = judgeClaims(scenario, result);
    const std::vector<std::string> notes = notesOn(scenario, replications, result);
    result.notes.insert(result.notes.end(), notes.begin(), notes.end());
    return result;
}

}  // namespace headroom::sim
