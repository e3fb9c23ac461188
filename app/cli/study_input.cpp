// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/study_input.h"

#include "app/cli/console.h"
#include "app/cli/load_scenarios.h"
#include "app/cli/output_file.h"
#include "app/cli/scenario_input.h"

namespace headroom::cli {

namespace {

bool noProblem(const std::optional<std::string>& problem) {
    if (problem) printError("headroom: " + *problem);
    return !problem;
}

bool writesFile(const RunOptions& options) { return !options.json.empty() && !options.printsJson(); }

}  // namespace

void addScenarioOptions(CLI::App& command, RunOptions& options) {
    command.add_option("FILE", options.file, "Scenario file (YAML)")->required()->option_text(" ");
    command.add_option("--variant", options.variant, "Variant of the scenario; without it, the base")
        ->option_text("NAME");
    addUsersOption(command, options);
    addSetOption(command, options);
}

std::optional<StudyInput> readStudyInput(const std::string& command, const RunOptions& options) {
    const model::Parsed<RunPlan> plan = planOf(options);
    if (!plan) {
        printError("headroom " + command + ": " + plan.error().found + ", expected " + plan.error().expected);
        return std::nullopt;
    }
    std::optional<model::ScenarioFile> file = readScenarioFile(options.file);
    if (!file) return std::nullopt;
    std::optional<std::vector<model::Scenario>> scenarios = loadScenarios(*file, *plan, options);
    if (!scenarios) return std::nullopt;
    return StudyInput{std::move(*file), *plan, std::move(*scenarios)};
}

bool canHandOver(const RunOptions& options) {
    return !writesFile(options) || noProblem(whyNotWritable(options.json));
}

bool handOver(const RunOptions& options, const std::string& json, const std::string& summary) {
    const bool written = !writesFile(options) || noProblem(writeFile(options.json, json));
    if (options.printsJson()) return printOutput(json) && written;
    if (options.quiet) return written;
    return printOutput(summary) && written;
}

}  // namespace headroom::cli
