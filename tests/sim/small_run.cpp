// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/small_run.h"

#include "model/file/scenario_file.h"
#include "sim/engine/simulate.h"

#include <stdexcept>

namespace headroom::test {

const std::string kTenArrivals =
    "workload:\n"
    "  entry: app\n"
    "  arrivals: {process: constant, steps: [{at: 0 s, rate: 1/s}, {at: 10.5 s, rate: 0/s}]}\n"
    "  profiles: {p: {actions: {x: 1}}}\n";

std::string crowd(int users) {
    return "workload: {entry: app, start: together, users: " + std::to_string(users) +
           ", profiles: {p: {think: 1 h, actions: {x: 1}}}}\n";
}

model::Scenario scenarioOf(const std::string& text) {
    const model::ScenarioFile file(text, "small.yaml", ".");
    model::LoadedScenario loaded = file.scenario();
    if (loaded.scenario) return *std::move(loaded.scenario);
    std::string message;
    for (const auto& diagnostic : loaded.diagnostics) message += toText(diagnostic) + "\n";
    throw std::runtime_error(message);
}

namespace {

sim::ReplicationResult simulated(const std::string& body, int seconds,
                                 const SmallRun::Change& change, std::uint64_t seed) {
    const std::string head =
        "headroom: 1\nname: Small\nrun: {warm_up: none, sample: 1 s, duration: " +
        std::to_string(seconds) + " s}\n";
    sim::ReplicationSettings settings;
    settings.seed = seed;
    model::Scenario scenario = scenarioOf(head + body);
    if (change) change(scenario);
    const auto program = sim::compile(scenario);
    return sim::simulate(*program, settings);
}

const sim::TargetLog& find(const std::vector<sim::TargetLog>& logs, std::string_view name) {
    for (const auto& log : logs) {
        if (log.name == name) return log;
    }
    throw std::out_of_range(std::string(name));
}

sim::IntervalCounts sum(const sim::TargetLog& log) {
    sim::IntervalCounts total;
    for (const auto& interval : log.intervals) total += interval;
    return total;
}

}  // namespace

SmallRun::SmallRun(const std::string& body, int seconds, std::uint64_t seed)
    : SmallRun(body, seconds, Change(), seed) {}

SmallRun::SmallRun(const std::string& body, int seconds, const Change& change, std::uint64_t seed)
    : result_(simulated(body, seconds, change, seed)) {
    if (!result_.brokenInvariants.empty())
        throw std::runtime_error(result_.brokenInvariants.front());
}

const sim::TargetLog& SmallRun::log(std::string_view component) const {
    return component == "workload" ? result_.workload : find(result_.components, component);
}

sim::IntervalCounts SmallRun::total(std::string_view component) const {
    return sum(log(component));
}

sim::IntervalCounts SmallRun::action(std::string_view operation) const {
    return sum(find(result_.operations, operation));
}

sim::IntervalCounts SmallRun::group(std::string_view name) const {
    return sum(find(result_.componentOperations, name));
}

}  // namespace headroom::test
