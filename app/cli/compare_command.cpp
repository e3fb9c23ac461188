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
    "  headroom compare shop.yaml redesign.yaml redesign.yaml:cached\n"
    "  headroom compare shop.yaml base cached --report comparison.pdf\n"
    "  headroom compare shop.yaml base cached --set run.replications='{until: 2 %, at_most: 50}'\n"
    "\n"
    "The first is what the others are held against. All see the same random numbers, stream by\n"
    "stream, so that differences are not noise. `base` is the file without a variant; another file\n"
    "is named by its path, with `:VARIANT` behind it. Runs of the archive: `headroom runs compare`.";

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

std::string nameOf(const ComparedPoint& compared) {
    const std::string& variant = compared.point.variant;
    if (compared.file.empty()) return variant.empty() ? "base" : variant;
    return compared.file + (variant.empty() ? "" : ":" + variant);
}

/// Behind the name of a scenario file at the beginning; 0 where there is none.
std::size_t endOfFile(const std::string& text) {
    for (const char* suffix : {".yaml", ".yml"}) {
        const std::size_t at = text.find(suffix);
        if (at == std::string::npos || at == 0) continue;
        const std::size_t end = at + std::string_view(suffix).size();
        if (end == text.size() || text[end] == ':' || text[end] == '=') return end;
    }
    return 0;
}

std::optional<model::TextError> addRuns(std::string text, const std::optional<double>& users, ComparisonPlan& plan) {
    const std::size_t end = endOfFile(text);
    const std::string file = text.substr(0, end);
    text.erase(0, end);
    if (text.starts_with(':')) text.erase(0, 1);
    const std::size_t equals = text.find('=');
    std::vector<LoadPoint> points{{text, users}};
    if (equals != std::string::npos) {
        const model::Parsed<std::vector<LoadPoint>> parsed =
            parseLoadPoints(equals == 0 ? text.substr(1) : text, "");
        if (!parsed) return parsed.error();
        points = *parsed;
    }
    for (const LoadPoint& point : points) {
        const ComparedPoint compared{file, point};
        if (std::ranges::find(plan.points, compared) != plan.points.end())
            return model::TextError{"`" + nameOf(compared) + "` twice", "each run once", ""};
        plan.points.push_back(compared);
    }
    return std::nullopt;
}

/// The scenarios in the order of the plan. Those of one file are loaded together, so that what is wrong in it is said
/// once.
std::optional<std::vector<model::Scenario>> scenariosOf(const ComparisonPlan& plan, const RunOptions& options) {
    std::vector<std::optional<model::Scenario>> found(plan.points.size());
    for (std::size_t first = 0; first < plan.points.size(); ++first) {
        if (found[first]) continue;
        const std::string& path = plan.points[first].file;
        const auto isOfIt = [&](std::size_t i) { return plan.points[i].file == path; };
        RunPlan own{{}, plan.common.set, plan.common.peak};
        for (std::size_t i = first; i < found.size(); ++i)
            if (isOfIt(i)) own.points.push_back(plan.points[i].point);
        const std::optional<model::ScenarioFile> file = readScenarioFile(path.empty() ? options.file : path);
        if (!file) return std::nullopt;
        std::optional<std::vector<model::Scenario>> scenarios = loadScenarios(*file, own, options);
        if (!scenarios) return std::nullopt;
        std::size_t next = 0;
        for (std::size_t i = first; i < found.size(); ++i)
            if (isOfIt(i)) found[i] = std::move((*scenarios)[next++]);
    }
    std::vector<model::Scenario> scenarios;
    for (std::optional<model::Scenario>& scenario : found) scenarios.push_back(std::move(*scenario));
    return scenarios;
}

/// Runs of other files go by the name of their file; until then by their variant, which claims ask for.
void nameByFile(ComparedRuns& compared, const ComparisonPlan& plan) {
    for (std::size_t i = 0; i < compared.runs.size(); ++i) {
        if (plan.points[i].file.empty()) continue;
        ComparedPoint named = plan.points[i];
        named.point.variant = compared.runs[i].scenario.variant;
        compared.runs[i].scenario.variant = compared.runs[i].result.variant = nameOf(named);
    }
}

}  // namespace

model::Parsed<ComparisonPlan> comparisonPlanOf(const RunOptions& options, const std::vector<std::string>& variants) {
    const model::Parsed<RunPlan> common = planOf(options);
    if (!common) return common.error();
    ComparisonPlan plan{*common, {}};
    const std::optional<double> users = plan.common.points.front().users;
    if (!variants.empty() && endOfFile(variants.front()) > 0) plan.points.push_back({"", {"", users}});
    for (const std::string& text : variants)
        if (auto error = addRuns(text, users, plan))
            return model::TextError{"found " + error->found, error->expected, error->suggestion};
    if (plan.points.size() < 2)
        return model::TextError{"found one run", "two or more to compare, such as `base` and a variant", ""};
    return plan;
}

CompareCommand::CompareCommand(CLI::App& app, std::vector<std::string> arguments)
    : command_(app.add_subcommand("compare", "Variants, loads or files side by side, with intervals of differences")),
      arguments_(std::move(arguments)) {
    command_->add_option("FILE", options_.file, "Scenario file (YAML)")->required()->option_text(" ");
    command_->add_option("VARIANT", variants_, "Two or more: `base`, `cached=10k,20k`, `other.yaml:cached`")
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
    const model::Parsed<ComparisonPlan> plan = comparisonPlanOf(options_, variants_);
    if (!plan) {
        printError("headroom compare: " + plan.error().found + ", expected " + plan.error().expected);
        return ExitCode::badInput;
    }
    const std::optional<model::ScenarioFile> file = readScenarioFile(options_.file);
    if (!file) return ExitCode::badInput;
    std::optional<std::vector<model::Scenario>> scenarios = scenariosOf(*plan, options_);
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
    nameByFile(runs, *plan);
    if (runs.runs.empty()) {
        printError("headroom: interrupted before anything was finished");
        return ExitCode::interrupted;
    }
    const bool handed = hand(options_, runs, {HEADROOM_VERSION, commandLineOf(arguments_), options_.file, file->text()});
    if (interruption.happened()) return ExitCode::interrupted;
    return handed && std::ranges::none_of(runs.runs, isUnfinished) ? ExitCode::done : ExitCode::unfinished;
}

}  // namespace headroom::cli
