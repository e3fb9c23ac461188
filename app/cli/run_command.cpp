// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run_command.h"

#include "app/cli/archive_access.h"
#include "app/cli/console.h"
#include "app/cli/interruption.h"
#include "app/cli/progress_bar.h"
#include "app/cli/report_files.h"
#include "app/cli/run_outputs.h"
#include "app/cli/load_scenarios.h"
#include "app/cli/run_points.h"
#include "app/cli/scenario_input.h"

#include <algorithm>

namespace headroom::cli {

namespace {

using report::Document;
using report::RunRecord;

bool isMissed(const RunRecord& run) {
    const auto missed = [](const auto& verdict) { return report::markOf(verdict) == report::Mark::bad; };
    return std::ranges::any_of(run.result.slos, missed) || std::ranges::any_of(run.result.claims, missed);
}

ExitCode outcome(const RunOptions& options, const std::vector<RunRecord>& runs) {
    if (std::ranges::any_of(runs, isUnfinished)) return ExitCode::unfinished;
    return options.gate && std::ranges::any_of(runs, isMissed) ? ExitCode::missed : ExitCode::done;
}

}  // namespace

RunCommand::RunCommand(CLI::App& app, std::vector<std::string> arguments)
    : command_(app.add_subcommand("run", "Simulate a scenario and say whether its objectives hold, and why")),
      arguments_(std::move(arguments)) {
    addRunOptions(*command_, options_);
}

ExitCode RunCommand::execute() const {
    const model::Parsed<RunPlan> plan = planOf(options_);
    if (!plan) {
        printError("headroom run: " + plan.error().found + ", expected " + plan.error().expected);
        return ExitCode::badInput;
    }
    const std::optional<model::ScenarioFile> file = readScenarioFile(options_.file);
    if (!file) return ExitCode::badInput;
    std::optional<std::vector<model::Scenario>> scenarios = loadScenarios(*file, *plan, options_);
    if (!scenarios) return ExitCode::badInput;

    const Interruption interruption;
    if (!canWriteOutputs(options_)) return ExitCode::unfinished;
    Document document{{HEADROOM_VERSION, commandLineOf(arguments_), options_.file, file->text()}, {}};
    {
        ProgressBar bar(errorIsTerminal() && !options_.quiet);
        document.runs = runPoints(std::move(*scenarios), threadsOf(options_), interruption.token(), bar);
    }
    if (document.runs.empty()) {
        printError("headroom: interrupted before anything was finished");
        return ExitCode::interrupted;
    }
    const bool filed = fileRuns(options_, document);
    const bool written = writeOutputs(options_, document) && filed;
    const bool printed = printResults(options_, document);
    if (interruption.happened()) return ExitCode::interrupted;
    return written && printed ? outcome(options_, document.runs) : ExitCode::unfinished;
}

}  // namespace headroom::cli
