// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/solve_command.h"

#include "app/cli/console.h"
#include "app/cli/study_input.h"
#include "app/cli/summary.h"
#include "app/report/json.h"
#include "app/report/theory.h"
#include "app/report/verdict.h"

#include <algorithm>
#include <chrono>

namespace headroom::cli {

namespace {

constexpr const char* kFooter =
    "Examples:\n"
    "  headroom solve shop.yaml --users 30k\n"
    "  headroom solve shop.yaml --variant cached --set api.instances=8 --json -\n"
    "\n"
    "An estimate, in milliseconds: lines, caches and retries by queueing theory, without simulating.\n"
    "It says where it is weak; `headroom run` shows its difference to a simulation.";

bool isMissed(const report::RunRecord& record) {
    return std::ranges::any_of(record.result.slos, [](const sim::SloVerdict& slo) {
        return report::markOf(slo) == report::Mark::bad;
    });
}

}  // namespace

SolveCommand::SolveCommand(CLI::App& app)
    : command_(app.add_subcommand("solve", "Estimate the figures of a scenario by queueing theory, at once")) {
    addScenarioOptions(*command_, options_);
    addJsonOption(*command_, options_);
    command_->add_flag("--gate", options_.gate, "Exit with 1 if an objective is missed");
    addQuietOptions(*command_, options_);
    command_->footer(kFooter);
}

ExitCode SolveCommand::execute() const {
    const std::optional<StudyInput> input = readStudyInput("solve", options_);
    if (!input) return ExitCode::badInput;
    if (!canHandOver(options_)) return ExitCode::unfinished;
    const auto start = std::chrono::steady_clock::now();
    const sim::Solution solution = sim::solve(input->scenarios.front());
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    report::RunRecord record = report::recordOf(input->scenarios.front(), solution);
    record.result.wallSeconds = seconds;
    const std::string json =
        options_.json.empty() ? "" : report::jsonText(report::solveJson(record, solution));
    if (!handOver(options_, json, solveSummary(record, solution, Style::forOutput(options_.noColor))))
        return ExitCode::unfinished;
    return options_.gate && isMissed(record) ? ExitCode::missed : ExitCode::done;
}

}  // namespace headroom::cli
