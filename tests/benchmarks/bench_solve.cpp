// SPDX-License-Identifier: GPL-3.0-or-later
// How long queueing theory takes to answer, without reading the file: every variant of every shipped scenario, the
// fastest and the median of several solves, in time of the processor. Prints, judges nothing. Usage: bench_solve [part of a name]

#include "model/file/scenario_file.h"
#include "sim/analytic/solve.h"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace {

using namespace headroom;

double processorMilliseconds() { return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

struct Solves {
    std::vector<double> milliseconds;  ///< ascending
    int rounds = 0;                    ///< to the fixed point
};

Solves solves(const model::Scenario& scenario) {
    Solves all{std::vector<double>(9)};
    for (double& time : all.milliseconds) {
        const double start = processorMilliseconds();
        const sim::Solution solution = sim::solve(scenario);
        time = processorMilliseconds() - start;
        all.rounds = solution.rounds;
    }
    std::ranges::sort(all.milliseconds);
    return all;
}

}  // namespace

int main(int argc, char** argv) {
    const std::string part = argc > 1 ? argv[1] : "";
    const std::string folder = HEADROOM_SOURCE_DIR "/scenarios";
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".yaml") files.push_back(entry.path());
    std::ranges::sort(files);
    double longest = 0;
    std::printf("%-48s %10s %10s %7s\n", "", "fastest", "median", "rounds");
    for (const auto& path : files) {
        std::ifstream in(path);
        const model::ScenarioFile file({std::istreambuf_iterator<char>(in), {}}, path.filename(), folder);
        std::vector<std::string> variants{""};
        for (const model::VariantInfo& variant : file.variants()) variants.push_back(variant.name);
        for (const std::string& variant : variants) {
            const std::string name = path.stem().string() + (variant.empty() ? "" : " " + variant);
            const auto loaded = file.scenario({variant, {}, {}, {}});
            if (!loaded.scenario || name.find(part) == std::string::npos) continue;
            const Solves all = solves(*loaded.scenario);
            const double median = all.milliseconds[all.milliseconds.size() / 2];
            std::printf("%-48s %7.1f ms %7.1f ms %7d\n", name.c_str(), all.milliseconds.front(), median, all.rounds);
            std::fflush(stdout);
            longest = std::max(longest, median);
        }
    }
    std::printf("longest median: %.1f ms\n", longest);
}
