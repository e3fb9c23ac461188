// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/compare_command.h"

#include "app/cli/console.h"
#include "app/cli/interruption.h"
#include "app/cli/load_scenarios.h"
#include "app/cli/output_file.h"
#include "app/cli/progress_bar.h"
#include "app/cli/report_files.h"
#include "app/cli/run_points.h"
#include "app/cli/scenario_input.h"
#include "app/cli/summary.h"
#include "app/report/articles.h"
#include "app/report/comparison.h"
#include "app/report/json.h"
#include "app/report/junit.h"
#include "sim/study/comparison.h"

#include <algorithm>
#include <chrono>
#include <numeric>
#include <optional>

namespace headroom::cli {

namespace {

using report::ComparedRuns;

constexpr const char* kFooter =
    "Examples:\n"
    "  headroom compare shop.yaml base cached\n"
    "  headroom compare shop.yaml today cached target --users 30k --replications 10\n"
    "  headroom compare shop.yaml today=10k today=20k\n"
    "  headroom compare shop.yaml base cached --report comparison.pdf\n"
    "  headroom compare shop.yaml base cached --set run.replications='{until: 2 %, at_most: 50}'\n"
    "\n"
    "The first is what the others are held against. All see the same random numbers, stream by\n"
    "stream, so that differences are not noise. `base` is the file without a variant.";

/// Shows how far all of them are, and takes the time of each.
class Watch {
public:
    Watch(const std::vector<model::Scenario>& scenarios, ProgressBar& bar)
        : shares_(sharesOfWork(scenarios)), seconds_(scenarios.size()), bar_(bar) {
        for (const model::Scenario& scenario : scenarios)
            labels_.push_back(titleOf(report::RunRecord{scenario, {}}));
    }

    // A run that is asked for more replications later begins anew; the bar does not go back.
    void update(std::size_t run, const sim::Progress& progress) {
        const Clock::time_point now = Clock::now();
        seconds_[run] += std::chrono::duration<double>(now - last_).count();
        last_ = now;
        const auto before = shares_.begin() + static_cast<std::ptrdiff_t>(run);
        const double done = std::accumulate(shares_.begin(), before, 0.0);
        furthest_ = std::max(furthest_, done + shares_[run] * progress.fraction);
        bar_.update(labels_[run], furthest_);
    }

    double seconds(std::size_t run) const { return seconds_[run]; }

private:
    using Clock = std::chrono::steady_clock;

    std::vector<double> shares_, seconds_;
    std::vector<std::string> labels_;
    ProgressBar& bar_;
    Clock::time_point last_ = Clock::now();
    double furthest_ = 0;
};

ComparedRuns compared(std::vector<model::Scenario> scenarios, int threads, std::stop_token stop, ProgressBar& bar) {
    Watch watch(scenarios, bar);
    sim::ComparisonOptions options;
    options.threads = threads;
    options.stop = std::move(stop);
    options.progress = [&](std::size_t run, const sim::Progress& progress) { watch.update(run, progress); };
    sim::Comparison comparison = sim::compare(scenarios, options);
    ComparedRuns compared{{}, std::move(comparison.differences), std::move(comparison.notes), scenarios.size()};
    for (std::size_t i = 0; i < comparison.runs.size(); ++i) {
        compared.runs.push_back({std::move(scenarios[i]), std::move(comparison.runs[i])});
        compared.runs.back().theory = sim::solve(compared.runs.back().scenario);
        compared.runs.back().result.wallSeconds = watch.seconds(i);
        compared.runs.back().result.peakMemoryBytes = peakMemoryBytes();
    }
    return compared;
}

bool noProblem(const std::optional<std::string>& problem) {
    if (problem) printError("headroom: " + *problem);
    return !problem;
}

bool hand(const RunOptions& options, const ComparedRuns& compared, const report::Provenance& provenance) {
    const bool toFile = !options.json.empty() && !options.printsJson();
    const std::string json = options.json.empty() ? "" : report::jsonText(comparisonJson(compared));
    const bool reported = writeReports(options, [&] { return comparisonArticle(provenance, compared); },
                                       [&] { return junitOf(provenance, compared); });
    const bool written = (!toFile || noProblem(writeFile(options.json, json))) && reported;
    if (options.printsJson()) return printOutput(json) && written;
    if (options.quiet) return written;
    return printOutput(comparisonSummary(compared, Style::forOutput(options.noColor))) && written;
}

std::string nameOf(const LoadPoint& point) { return point.variant.empty() ? "base" : point.variant; }

std::optional<model::TextError> addRuns(const std::string& text, const std::optional<double>& users, RunPlan& plan) {
    std::vector<LoadPoint> points{{text, users}};
    if (text.find('=') != std::string::npos) {
        const model::Parsed<std::vector<LoadPoint>> parsed = parseLoadPoints(text, "");
        if (!parsed) return parsed.error();
        points = *parsed;
    }
    for (const LoadPoint& point : points) {
        if (std::ranges::find(plan.points, point) != plan.points.end())
            return model::TextError{"`" + nameOf(point) + "` twice", "each run once", ""};
        plan.points.push_back(point);
    }
    return std::nullopt;
}

}  // namespace

model::Parsed<RunPlan> comparisonPlanOf(const RunOptions& options, const std::vector<std::string>& variants) {
    const model::Parsed<RunPlan> common = planOf(options);
    if (!common) return common;
    RunPlan plan = *common;
    const std::optional<double> users = plan.points.front().users;
    plan.points.clear();
    for (const std::string& text : variants)
        if (auto error = addRuns(text, users, plan))
            return model::TextError{"found " + error->found, error->expected, error->suggestion};
    if (plan.points.size() < 2)
        return model::TextError{"found one run", "two or more to compare, such as `base` and a variant", ""};
    return plan;
}

CompareCommand::CompareCommand(CLI::App& app, std::vector<std::string> arguments)
    : command_(app.add_subcommand("compare", "Variants side by side, with the intervals of their differences")),
      arguments_(std::move(arguments)) {
    command_->add_option("FILE", options_.file, "Scenario file (YAML)")->required()->option_text(" ");
    command_->add_option("VARIANT", variants_, "Two or more: `base`, `cached`, `cached=10k,20k`")
        ->required()
        ->option_text("[=N,...] ...");
    addUsersOption(*command_, options_);
    addSetOption(*command_, options_);
    addSettingOptions(*command_, options_);
    addJsonOption(*command_, options_);
    addReportOptions(*command_, options_);
    addQuietOptions(*command_, options_);
    command_->footer(kFooter);
}

ExitCode CompareCommand::execute() const {
    const model::Parsed<RunPlan> plan = comparisonPlanOf(options_, variants_);
    if (!plan) {
        printError("headroom compare: " + plan.error().found + ", expected " + plan.error().expected);
        return ExitCode::badInput;
    }
    const std::optional<model::ScenarioFile> file = readScenarioFile(options_.file);
    if (!file) return ExitCode::badInput;
    std::optional<std::vector<model::Scenario>> scenarios = loadScenarios(*file, *plan, options_);
    if (!scenarios) return ExitCode::badInput;

    const Interruption interruption;
    if (!options_.json.empty() && !options_.printsJson() && !noProblem(whyNotWritable(options_.json)))
        return ExitCode::unfinished;
    if (!canWriteReports(options_)) return ExitCode::unfinished;
    ComparedRuns runs;
    {
        ProgressBar bar(errorIsTerminal() && !options_.quiet);
        runs = compared(std::move(*scenarios), threadsOf(options_), interruption.token(), bar);
    }
    if (runs.runs.empty()) {
        printError("headroom: interrupted before anything was finished");
        return ExitCode::interrupted;
    }
    const bool handed = hand(options_, runs, {HEADROOM_VERSION, commandLineOf(arguments_), options_.file, file->text()});
    if (interruption.happened()) return ExitCode::interrupted;
    return handed && std::ranges::none_of(runs.runs, isUnfinished) ? ExitCode::done : ExitCode::unfinished;
}

}  // namespace headroom::cli
