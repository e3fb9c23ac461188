// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run_options.h"

#include "app/cli/report_files.h"

#include <algorithm>
#include <thread>

namespace headroom::cli {

namespace {

constexpr const char* kWhatIsRun = "What is run";
constexpr const char* kHowItIsRun = "How it is run";
constexpr const char* kWhatComesOut = "What comes out";
constexpr const char* kFooter =
    "Examples:\n"
    "  headroom run shop.yaml\n"
    "  headroom run shop.yaml --variant target --users 400k --report shop.html\n"
    "  headroom run shop.yaml --set api.instances=8 --set db_pool.size.max=100 --seed 7\n"
    "  headroom run shop.yaml --at today=10k,20k,30k --at target=100k,200k --report shop.html\n"
    "  headroom run shop.yaml --gate --quiet --junit result.xml --report summary.md\n"
    "\n"
    "The same file, seed and version give the same figures, on any number of threads.\n"
    "Ctrl-C keeps what was finished.";

void addLoad(CLI::App& command, RunOptions& options) {
    const std::string group = kWhatIsRun;
    command.add_option("FILE", options.file, "Scenario file (YAML)")->required()->option_text(" ");
    command.add_option("--variant", options.variant, "Variant of the scenario; without it, the base")
        ->option_text("NAME")
        ->group(group);
    auto* users = addUsersOption(command, options);
    auto* peak = command.add_option("--peak", options.peak, "Scale the scenario's schedule to this peak")
                     ->option_text("N")
                     ->group(group);
    auto* at = command.add_option("--at", options.at, "Several runs in one go; may be repeated")
                   ->option_text("VARIANT=N[,N...]")
                   ->allow_extra_args(false)
                   ->group(group);
    users->excludes(peak)->excludes(at);
    peak->excludes(at);
    addSetOption(command, options);
}

void addOutputs(CLI::App& command, RunOptions& options) {
    const std::string group = kWhatComesOut;
    addJsonOption(command, options);
    addReportOptions(command, options);
    command.add_option("--csv", options.csv, "figures.csv and series.csv in this folder")
        ->option_text("DIR")
        ->group(group);
    command.add_option("--openmetrics", options.openmetrics, "The series as OpenMetrics text; the run ends now")
        ->option_text("OUT")
        ->group(group);
    auto* archive = command.add_option("--archive", options.archive, "File the run there; without it, in the user's archive")
                        ->option_text("FILE")
                        ->group(group);
    command.add_flag("--no-archive", options.noArchive, "Do not file the run")->group(group)->excludes(archive);
    command.add_flag("--gate", options.gate, "Exit with 1 if an objective or a claim is missed")->group(group);
    addQuietOptions(command, options);
}

// `found` begins with the option, as a message does.
model::TextError misuse(const std::string& option, const model::TextError& error) {
    return {option + ": found " + error.found, error.expected, error.suggestion};
}

// `--seed 7` is `--set run.seed=7`, so that both are checked in the same way.
std::vector<std::pair<std::string, std::string>> settingsOf(const RunOptions& options) {
    std::vector<std::pair<std::string, std::string>> settings;
    if (!options.seed.empty()) settings.emplace_back("run.seed", options.seed);
    if (!options.replications.empty()) settings.emplace_back("run.replications", options.replications);
    if (!options.duration.empty()) settings.emplace_back("run.duration", options.duration);
    return settings;
}

std::optional<model::TextError> addSet(const std::string& text, RunPlan& plan) {
    const std::size_t equals = text.find('=');
    if (equals == 0 || equals == std::string::npos)
        return misuse("--set", {"`" + text + "`", "PATH=VALUE, such as `api.instances=8`", ""});
    plan.set.emplace_back(text.substr(0, equals), text.substr(equals + 1));
    return std::nullopt;
}

std::optional<model::TextError> addPoints(const RunOptions& options, RunPlan& plan) {
    for (const std::string& text : options.at) {
        const model::Parsed<std::vector<LoadPoint>> points = parseLoadPoints(text, options.variant);
        if (!points) return misuse("--at", points.error());
        plan.points.insert(plan.points.end(), points->begin(), points->end());
    }
    if (!plan.points.empty()) return std::nullopt;
    plan.points.push_back({options.variant, std::nullopt});
    if (options.users.empty()) return std::nullopt;
    const model::Parsed<double> users = parseLoad(options.users);
    if (!users) return misuse("--users", users.error());
    plan.points.front().users = *users;
    return std::nullopt;
}

std::optional<model::TextError> addPeak(const RunOptions& options, RunPlan& plan) {
    if (options.peak.empty()) return std::nullopt;
    const model::Parsed<double> peak = parseLoad(options.peak);
    if (!peak) return misuse("--peak", peak.error());
    plan.peak = *peak;
    return std::nullopt;
}

}  // namespace

CLI::Option* addUsersOption(CLI::App& command, RunOptions& options) {
    return command.add_option("--users", options.users, "Constant load: users, or arrivals per second (30k)")
        ->option_text("N")
        ->group(kWhatIsRun);
}

void addSetOption(CLI::App& command, RunOptions& options) {
    command.add_option("--set", options.set, "Change a value of the scenario; may be repeated")
        ->option_text("PATH=VALUE")
        ->allow_extra_args(false)
        ->group(kWhatIsRun);
}

void addSettingOptions(CLI::App& command, RunOptions& options) {
    command.add_option("--seed", options.seed, "Seed of the random numbers")->option_text("N")->group(kHowItIsRun);
    command.add_option("--replications", options.replications, "Independent repetitions")
        ->option_text("N")
        ->group(kHowItIsRun);
    command.add_option("--duration", options.duration, "Simulated time of each (10 min)")
        ->option_text("TIME")
        ->group(kHowItIsRun);
    command.add_option("--threads", options.threads, "Replications at a time; without it, one on each core")
        ->option_text("N")
        ->check(CLI::Range(1, 1024).description(""))
        ->group(kHowItIsRun);
}

void addJsonOption(CLI::App& command, RunOptions& options) {
    command.add_option("--json", options.json, "Figures as JSON; `-` prints them and nothing else")
        ->option_text("OUT")
        ->group(kWhatComesOut);
}

void addQuietOptions(CLI::App& command, RunOptions& options) {
    command.add_flag("--quiet", options.quiet, "No summary and no progress bar")->group(kWhatComesOut);
    command.add_flag("--no-color", options.noColor, "No colour on a terminal (as NO_COLOR=1)")->group(kWhatComesOut);
}

void addRunOptions(CLI::App& command, RunOptions& options) {
    addLoad(command, options);
    addSettingOptions(command, options);
    addOutputs(command, options);
    command.footer(kFooter);
}

model::Parsed<RunPlan> planOf(const RunOptions& options) {
    RunPlan plan{{}, settingsOf(options), std::nullopt};
    if (auto error = addPoints(options, plan)) return *error;
    if (auto error = addPeak(options, plan)) return *error;
    for (const std::string& text : options.set)
        if (auto error = addSet(text, plan)) return *error;
    if (auto error = checkReport(options)) return *error;
    return plan;
}

std::string optionOfSetting(const RunOptions& options, const std::string& path) {
    if (path == "run.seed" && !options.seed.empty()) return "--seed";
    if (path == "run.replications" && !options.replications.empty()) return "--replications";
    if (path == "run.duration" && !options.duration.empty()) return "--duration";
    return "--set";
}

int threadsOf(const RunOptions& options) {
    if (options.threads > 0) return options.threads;
    return static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
}

}  // namespace headroom::cli
