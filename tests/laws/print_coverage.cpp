// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/laws/coverage.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <thread>

/// Prints for each case which share of 1,000 experiments gives an interval that holds the truth.
/// Usage: print_coverage [part of a case's name [seeds]]
int main(int argc, char** argv) {
    using namespace headroom::laws;
    using Clock = std::chrono::steady_clock;
    const std::string_view wanted = argc > 1 ? argv[1] : "";
    const int seeds = argc > 2 ? std::atoi(argv[2]) : 1000;
    const int threads = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
    std::printf("95 %% intervals of %d experiments: how many hold the truth; truth; mean figure\n",
                seeds);
    for (const CoverageCase& law : coverageCases()) {
        if (law.name.find(wanted) == std::string::npos) continue;
        const Clock::time_point start = Clock::now();
        const CaseCoverage coverage = cover(law, seeds, threads);
        std::printf("%s\n%s", law.name.c_str(), table(coverage).c_str());
        std::printf("  in %.1f s\n", std::chrono::duration<double>(Clock::now() - start).count());
        std::fflush(stdout);
    }
}
