// SPDX-License-Identifier: GPL-3.0-or-later
// How fast the engine is: prints a table, judges nothing. Usage: bench_engine [customers in
// millions, default 10]

#include "model/file/scenario_file.h"
#include "sim/engine/simulate.h"

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

namespace {

using namespace headroom;

struct Figure {
    double requests = 0, events = 0, visits = 0, wall = 0;
};

Figure timed(const model::Scenario& scenario, int replication = 0) {
    const auto program = sim::compile(scenario);
    sim::ReplicationSettings settings;
    settings.replication = replication;
    const auto start = std::chrono::steady_clock::now();
    const sim::ReplicationResult result = sim::simulate(*program, settings);
    Figure figure;
    figure.wall = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    for (const auto& interval : result.workload.intervals)
        figure.requests += static_cast<double>(interval.answered);
    figure.events = static_cast<double>(result.events);
    figure.visits = static_cast<double>(result.visits);
    return figure;
}

/// The run with the median time of several.
Figure median(int runs, const std::function<Figure()>& run) {
    std::vector<Figure> figures;
    for (int i = 0; i < runs; ++i) figures.push_back(run());
    std::sort(figures.begin(), figures.end(),
              [](const Figure& a, const Figure& b) { return a.wall < b.wall; });
    return figures[figures.size() / 2];
}

model::Scenario load(const std::string& text, const std::string& folder,
                     const model::Overrides& overrides = {}) {
    const model::ScenarioFile file(text, "benchmark", folder);
    auto loaded = file.scenario(overrides);
    for (const auto& diagnostic : loaded.diagnostics)
        std::fprintf(stderr, "%s\n", toText(diagnostic).c_str());
    if (!loaded.scenario) std::exit(2);
    return *loaded.scenario;
}

std::string stationScenario(const std::string& workload, const std::string& service,
                            double seconds) {
    return "headroom: 1\nname: benchmark\nrun: {duration: " + std::to_string(seconds) +
           " s, sample: 5 s, replications: 1, warm_up: none}\n"
           "components:\n  server: {type: station, servers: 1, operations: {serve: [{work: 'exp(" +
           service + ")'}]}}\nworkload:\n  entry: server\n" + workload;
}

model::Scenario openStation(double millions) {
    return load(
        stationScenario("  arrivals: poisson(1600/s)\n  profiles: {all: {actions: {serve: 1}}}\n",
                        "500 us", millions * 1e6 / 1600),
        ".");
}

model::Scenario closedStation(int users, const std::string& think, double millions) {
    const double rate = users / 20.0;
    const std::string workload = "  users: " + std::to_string(users) +
                                 "\n  profiles: {all: {think: '" + think +
                                 "', actions: {serve: 1}}}\n";
    return load(stationScenario(workload, std::to_string(static_cast<long>(0.8e9 / rate)) + " ns",
                                millions * 1e6 / rate),
                ".");
}

long peakKilobytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

void print(const char* name, const Figure& f) {
    std::printf(
        "%-46s %8.1f ns/request  %6.2f M requests/s  %6.2f M visits/s  %6.2f M events/s  %6.2f s\n",
        name, f.wall / f.requests * 1e9, f.requests / f.wall / 1e6, f.visits / f.wall / 1e6,
        f.events / f.wall / 1e6, f.wall);
}

std::string readFile(const std::string& path) {
    std::ifstream in(path);
    return {std::istreambuf_iterator<char>(in), {}};
}

void talowa() {
    const std::string folder = std::string(HEADROOM_SOURCE_DIR) + "/scenarios";
    const std::string text = readFile(folder + "/talowa.yaml");
    model::Overrides overrides;
    overrides.variant = "target";
    overrides.users = 500e3;
    overrides.set = {{"run.duration", "10 min"}};
    const model::Scenario scenario = load(text, folder, overrides);
    const Figure one = timed(scenario);
    print("TALOWA target, 500,000 users, 10 min", one);
    const auto start = std::chrono::steady_clock::now();
    {
        std::jthread other([&] { timed(scenario, 1); });
        timed(scenario, 2);
    }
    const double both =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    std::printf("%-46s %8.2f times one core\n", "  two replications on two cores",
                2 * one.wall / both);
}

}  // namespace

int main(int argc, char** argv) {
    const double millions = argc > 1 ? std::atof(argv[1]) : 10;
    std::printf("%u cores, gcc %s, %s\n", std::thread::hardware_concurrency(), __VERSION__,
#ifdef NDEBUG
                "optimised"
#else
                "with assertions: figures mean nothing"
#endif
    );
    print("M/M/1 at utilisation 0.8", median(3, [&] { return timed(openStation(millions)); }));
    for (const char* think : {"exp(20 s)", "lognormal(mean=20 s, cv=1)"}) {
        double small = 0;
        for (const int users : {30'000, 500'000}) {
            const model::Scenario scenario = closedStation(users, think, millions);
            const Figure f = median(3, [&] { return timed(scenario); });
            const std::string name = "closed, " + std::to_string(users) + " users, think " + think;
            print(name.c_str(), f);
            if (users == 30'000)
                small = f.wall / f.requests;
            else
                std::printf("%-46s %8.2f\n", "  ratio to 30,000 users",
                            f.wall / f.requests / small);
        }
    }
    std::printf("peak memory so far: %.0f bytes a user at 500,000\n",
                static_cast<double>(peakKilobytes()) * 1024 / 500e3);
    talowa();
    std::printf("peak memory: %.0f MB\n", static_cast<double>(peakKilobytes()) / 1024);
    return 0;
}
