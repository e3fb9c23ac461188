// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/size_command.h"

#include "app/cli/console.h"
#include "app/cli/interruption.h"
#include "app/cli/progress_bar.h"
#include "app/cli/study_input.h"
#include "app/cli/study_summary.h"
#include "app/report/json.h"
#include "app/report/sizing_report.h"
#include "app/report/value_text.h"

#include <chrono>

namespace headroom::cli {

namespace {

constexpr const char* kFooter =
    "Examples:\n"
    "  headroom size shop.yaml --users 50k\n"
    "  headroom size shop.yaml --variant cached --users 50k --set run.confidence='99 %'\n"
    "  headroom size shop.yaml --users 50k --theory --json -\n"
    "\n"
    "What may be chosen is marked in the file: `tune: {api.instances: {between: [2, 64]}}`. Theory looks\n"
    "for the cheapest settings that keep every objective, and simulations verify the best few: no\n"
    "objective's confidence interval may reach over its threshold. Exit code 0 also where none is found;\n"
    "with --gate, 1.";

std::string jsonOf(const model::Scenario& scenario, const sim::Sizing& sizing) {
    nlohmann::ordered_json json{{"headroom", 1}, {"scenario", scenario.name}};
    json["variant"] = scenario.variant.empty() ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(scenario.variant);
    json["load"] = report::loadOf(scenario).peak;
    json["unit"] = report::loadOf(scenario).open ? "per_s" : "users";
    json.update(report::sizingJson(sizing));
    return report::jsonText(json);
}

}  // namespace

SizeCommand::SizeCommand(CLI::App& app)
    : command_(app.add_subcommand("size", "Find the cheapest setting that keeps every objective")) {
    addScenarioOptions(*command_, options_);
    command_->add_option("--runs", mostRuns_, "Simulations to verify with (6)")
        ->option_text("N")
        ->check(CLI::Range(1, 1000).description(""));
    command_->add_flag("--theory", theoryOnly_, "No simulation: the estimate alone");
    command_->add_flag("--gate", options_.gate, "Exit with 1 if no setting keeps every objective");
    addSettingOptions(*command_, options_);
    addJsonOption(*command_, options_);
    addQuietOptions(*command_, options_);
    command_->footer(kFooter);
}

ExitCode SizeCommand::execute() const {
    const std::optional<StudyInput> input = readStudyInput("size", options_);
    if (!input) return ExitCode::badInput;
    const model::Scenario& scenario = input->scenarios.front();
    if (!canBeSized("size", *input)) return ExitCode::badInput;
    if (!canHandOver(options_)) return ExitCode::unfinished;
    const Interruption interruption;
    const auto start = std::chrono::steady_clock::now();
    sim::Sizing sizing;
    {
        ProgressBar bar(errorIsTerminal() && !options_.quiet);
        sim::SizingOptions options;
        options.threads = threadsOf(options_);
        options.stop = interruption.token();
        options.mostRuns = theoryOnly_ ? 0 : mostRuns_;
        options.progress = [&bar](double share, const std::string& what) { bar.update(what, share); };
        sizing = sim::findSize(scenario.tune, settingsOf(*input, input->plan.points.front().users), options);
    }
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    const std::string json = options_.json.empty() ? "" : jsonOf(scenario, sizing);
    if (!handOver(options_, json, sizeSummary(scenario, sizing, seconds, Style::forOutput(options_.noColor))))
        return ExitCode::unfinished;
    if (interruption.happened()) return ExitCode::interrupted;
    return options_.gate && !sizing.best ? ExitCode::missed : ExitCode::done;
}

}  // namespace headroom::cli
