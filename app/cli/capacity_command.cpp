// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/capacity_command.h"

#include "app/cli/console.h"
#include "app/cli/interruption.h"
#include "app/cli/progress_bar.h"
#include "app/cli/report_files.h"
#include "app/cli/study_input.h"
#include "app/cli/summary.h"
#include "app/report/articles.h"
#include "app/report/capacity_report.h"
#include "app/report/json.h"
#include "app/report/junit.h"

#include <chrono>

namespace headroom::cli {

namespace {

constexpr const char* kFooter =
    "Examples:\n"
    "  headroom capacity shop.yaml\n"
    "  headroom capacity shop.yaml --variant cached --json capacity.json\n"
    "  headroom capacity shop.yaml --theory\n"
    "  headroom capacity shop.yaml --report capacity.pdf\n"
    "\n"
    "Theory brackets the limit, a few simulations settle it. The curve covers the workload's range.\n"
    "Without an error objective, under 1 % of actions may fail.";

}  // namespace

CapacityCommand::CapacityCommand(CLI::App& app, std::vector<std::string> arguments)
    : command_(app.add_subcommand("capacity", "Find the largest load that keeps every objective, and what breaks there")),
      arguments_(std::move(arguments)) {
    command_->add_option("FILE", options_.file, "Scenario file (YAML)")->required()->option_text(" ");
    command_->add_option("--variant", options_.variant, "Variant of the scenario; without it, the base")
        ->option_text("NAME");
    addSetOption(*command_, options_);
    command_->add_option("--runs", mostRuns_, "Simulations that the search may take (8)")
        ->option_text("N")
        ->check(CLI::Range(2, 100).description(""));
    command_->add_flag("--theory", theoryOnly_, "No simulation: the estimate alone, in seconds");
    addSettingOptions(*command_, options_);
    addJsonOption(*command_, options_);
    addReportOptions(*command_, options_);
    addQuietOptions(*command_, options_);
    command_->footer(kFooter);
}

ExitCode CapacityCommand::execute() const {
    const std::optional<StudyInput> input = readStudyInput("capacity", options_);
    if (!input) return ExitCode::badInput;
    if (!canHandOver(options_) || !canWriteReports(options_)) return ExitCode::unfinished;
    const model::Scenario& scenario = input->scenarios.front();
    const Interruption interruption;
    const auto start = std::chrono::steady_clock::now();
    sim::Capacity capacity;
    {
        ProgressBar bar(errorIsTerminal() && !options_.quiet);
        sim::CapacityOptions options;
        options.threads = threadsOf(options_);
        options.stop = interruption.token();
        options.mostRuns = theoryOnly_ ? 0 : mostRuns_;
        options.progress = [&bar](double share, const std::string& what) { bar.update(what, share); };
        capacity = sim::findCapacity(scenario, options);
    }
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    const std::string json =
        options_.json.empty() ? "" : report::jsonText(report::capacityJson(scenario, capacity));
    const std::string summary =
        capacitySummary(scenario, capacity, seconds, Style::forOutput(options_.noColor));
    const report::Provenance provenance{HEADROOM_VERSION, commandLineOf(arguments_), options_.file, input->file.text()};
    const bool reported = writeReports(options_, [&] { return capacityArticle(provenance, scenario, capacity); },
                                       [&] { return junitOf(provenance, scenario, capacity); });
    if (!handOver(options_, json, summary) || !reported) return ExitCode::unfinished;
    return interruption.happened() ? ExitCode::interrupted : ExitCode::done;
}

}  // namespace headroom::cli
