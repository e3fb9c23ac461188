// SPDX-License-Identifier: GPL-3.0-or-later
// How long it takes from the request to stop until a run is back with its partial result: TALOWA's
// target at 500,000 users, asked at moments all over the run, its beginning included. Prints,
// judges nothing. Usage: bench_stop [threads, default 1]

#include "model/file/scenario_file.h"
#include "sim/study/experiment.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>

namespace {

using namespace headroom;
using Clock = std::chrono::steady_clock;

model::Scenario target() {
    const std::string folder = HEADROOM_SOURCE_DIR "/scenarios";
    std::ifstream in(folder + "/talowa.yaml");
    const model::ScenarioFile file({std::istreambuf_iterator<char>(in), {}}, "talowa.yaml", folder);
    auto loaded = file.scenario({"target", {{"run.duration", "30 min"}}, 500'000, {}});
    if (!loaded.scenario) std::exit(2);
    return *loaded.scenario;
}

double millisecondsSince(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

}  // namespace

int main(int argc, char** argv) {
    const int threads = argc > 1 ? std::atoi(argv[1]) : 1;
    const model::Scenario scenario = target();
    double longest = 0;
    std::printf("asked to stop after   back after   simulated\n");
    for (const int after : {1, 10, 30, 100, 200, 300, 500, 1000, 2000, 5000, 10'000}) {
        std::stop_source stop;
        Clock::time_point asked;
        const std::jthread impatient([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(after));
            asked = Clock::now();
            stop.request_stop();
        });
        sim::ExperimentOptions options;
        options.threads = threads;
        options.stop = stop.get_token();
        const sim::RunResult result = sim::runExperiment(scenario, options);
        const double took = millisecondsSince(asked);
        longest = std::max(longest, took);
        std::printf("%16d ms %9.1f ms %9.0f s\n", after, took, result.simulatedSeconds);
        std::fflush(stdout);
    }
    std::printf("longest: %.1f ms on %d thread%s\n", longest, threads, threads == 1 ? "" : "s");
}
