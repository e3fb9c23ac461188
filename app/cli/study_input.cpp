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

namespace {

model::Overrides overridesOf(const StudyInput& input, std::optional<double> users, const sim::SweepPoint& setting) {
    model::Overrides overrides{input.scenarios.front().variant, input.plan.set, users, std::nullopt};
    overrides.set.insert(overrides.set.end(), setting.begin(), setting.end());
    return overrides;
}

}  // namespace

sim::ScenarioAt settingsOf(const StudyInput& input, std::optional<double> users) {
    return [&input, users](const sim::SweepPoint& setting) {
        return input.file.scenario(overridesOf(input, users, setting)).scenario;
    };
}

bool canBeSized(const std::string& command, const StudyInput& input) {
    const std::vector<model::Tunable>& tune = input.scenarios.front().tune;
    if (tune.empty()) {
        printError("headroom " + command +
                   ": found no parameter marked with `tune`, expected some in the file, such as "
                   "`tune: {api.instances: {between: [2, 64]}}`");
        return false;
    }
    sim::SweepPoint largest;
    for (const model::Tunable& tunable : tune) largest.emplace_back(tunable.path, sim::valuesOf(tunable).back());
    model::LoadedScenario loaded = input.file.scenario(overridesOf(input, input.plan.points.front().users, largest));
    for (model::Diagnostic& diagnostic : loaded.diagnostics) {
        if (diagnostic.severity != model::Diagnostic::Severity::error) continue;
        if (diagnostic.file == "--set") diagnostic.file = "tune";
        printError(toText(diagnostic));
    }
    return loaded.scenario.has_value();
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
