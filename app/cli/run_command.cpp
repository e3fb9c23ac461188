// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run_command.h"

#include "app/cli/console.h"
#include "app/cli/interruption.h"
#include "app/cli/progress_bar.h"
#include "app/cli/run_outputs.h"
#include "app/cli/run_points.h"
#include "app/cli/scenario_input.h"
#include "app/report/shell_text.h"

#include <algorithm>
#include <thread>

namespace headroom::cli {

namespace {

using report::Document;
using report::RunRecord;

// The scenarios of all points, or nothing if one of them has an error, which is then on standard error.
class ScenarioLoader {
public:
    ScenarioLoader(const RunOptions& options, const model::ScenarioFile& file) : options_(options), file_(file) {}

    std::optional<std::vector<model::Scenario>> load(const RunPlan& plan) {
        if (!printer_.print(file_.diagnostics())) return std::nullopt;
        std::vector<model::Scenario> scenarios;
        bool good = true;
        for (const LoadPoint& point : plan.points) {
            model::LoadedScenario loaded = file_.scenario({nameOf(point.variant), plan.set, point.users, plan.peak});
            good = printer_.print(inTermsOfOptions(std::move(loaded.diagnostics))) && good;
            if (loaded.scenario) scenarios.push_back(std::move(*loaded.scenario));
        }
        if (!good) return std::nullopt;
        return scenarios;
    }

private:
    // `base` is how every output calls the base, so it is understood as well.
    std::string nameOf(const std::string& variant) const {
        const bool isVariant = std::ranges::find(file_.variants(), variant, &model::VariantInfo::name) != file_.variants().end();
        return variant == "base" && !isVariant ? "" : variant;
    }

    std::vector<model::Diagnostic> inTermsOfOptions(std::vector<model::Diagnostic> diagnostics) const {
        for (model::Diagnostic& diagnostic : diagnostics)
            if (diagnostic.file == "--set") diagnostic.file = optionOfSetting(options_, diagnostic.path);
        return diagnostics;
    }

    const RunOptions& options_;
    const model::ScenarioFile& file_;
    DiagnosticPrinter printer_;
};

bool isMissed(const RunRecord& run) {
    const auto missed = [](const auto& verdict) { return report::markOf(verdict) == report::Mark::bad; };
    return std::ranges::any_of(run.result.slos, missed) || std::ranges::any_of(run.result.claims, missed);
}

// The engine gave up, or contradicts itself: there are figures, but not the ones that were asked for.
bool isUnfinished(const RunRecord& run) { return !run.result.stopped.empty() || !run.result.brokenInvariants.empty(); }

ExitCode outcome(const RunOptions& options, const std::vector<RunRecord>& runs) {
    if (std::ranges::any_of(runs, isUnfinished)) return ExitCode::unfinished;
    return options.gate && std::ranges::any_of(runs, isMissed) ? ExitCode::missed : ExitCode::done;
}

int threadsOf(const RunOptions& options) {
    if (options.threads > 0) return options.threads;
    return static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
}

std::string commandLine(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "headroom");
    return report::shellLine(arguments);
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
    std::optional<std::vector<model::Scenario>> scenarios = ScenarioLoader(options_, *file).load(*plan);
    if (!scenarios) return ExitCode::badInput;

    const Interruption interruption;
    if (!canWriteOutputs(options_)) return ExitCode::unfinished;
    Document document{{HEADROOM_VERSION, commandLine(arguments_), options_.file, file->text()}, {}};
    {
        ProgressBar bar(errorIsTerminal() && !options_.quiet);
        document.runs = runPoints(std::move(*scenarios), threadsOf(options_), interruption.token(), bar);
    }
    if (document.runs.empty()) {
        printError("headroom: interrupted before anything was finished");
        return ExitCode::interrupted;
    }
    const bool written = writeOutputs(options_, document);
    const bool printed = printResults(options_, document);
    if (interruption.happened()) return ExitCode::interrupted;
    return written && printed ? outcome(options_, document.runs) : ExitCode::unfinished;
}

}  // namespace headroom::cli
