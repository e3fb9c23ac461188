// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/json.h"
#include "app/report/theory.h"
#include "sim/analytic/solve.h"
#include "sim/engine/simulate.h"
#include "tests/fuzz/inputs.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace headroom::test {

namespace {

constexpr double kMostLoad = 500;  // users, or arrivals a second

/// Asks for a stop after a while, so that a scenario which is only large is no hang.
class Patience {
public:
    explicit Patience(std::chrono::milliseconds patience)
        : watch_([this, patience](const std::stop_token& ended) {
              std::unique_lock lock(mutex_);
              if (!wake_.wait_for(lock, ended, patience, [] { return false; }) &&
                  !ended.stop_requested())
                  over_.request_stop();
          }) {}
    std::stop_token token() const { return over_.get_token(); }

private:
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::stop_source over_;
    std::jthread watch_;
};

double peakOf(const model::Workload& workload) {
    double peak = workload.users ? workload.users->peak() : 0;
    if (workload.arrivals) peak = std::max(peak, workload.arrivals->rate.peak());
    for (const model::Profile& profile : workload.profiles) {
        if (profile.users) peak = std::max(peak, profile.users->peak());
        if (profile.arrivals) peak = std::max(peak, profile.arrivals->rate.peak());
    }
    return peak;
}

void runForAMoment(model::Scenario scenario) {
    if (peakOf(scenario.workload) > kMostLoad) return;
    scenario.run.duration = std::min<model::Duration>(scenario.run.duration, std::chrono::seconds(3));
    scenario.run.sample = std::max<model::Duration>(std::min<model::Duration>(scenario.run.sample, scenario.run.duration),
                                   scenario.run.duration / 10);
    const auto program = sim::compile(scenario);
    const Patience patience(std::chrono::milliseconds(500));
    sim::ReplicationSettings settings;
    settings.stop = patience.token();
    const sim::ReplicationResult result = sim::simulate(*program, settings);
    if (result.interrupted || !result.stopped.empty()) return;
    require(result.brokenInvariants.empty(),
            result.brokenInvariants.empty() ? "" : result.brokenInvariants.front());
}

}  // namespace

void solveAndRun(const model::Scenario& scenario) {
    const sim::Solution solution = sim::solve(scenario);
    const report::RunRecord record = report::recordOf(scenario, solution);
    const std::string json = report::jsonText(report::solveJson(record, solution));
    require(nlohmann::json::accept(json), "what solve prints is no JSON");
    runForAMoment(scenario);
}

}  // namespace headroom::test
