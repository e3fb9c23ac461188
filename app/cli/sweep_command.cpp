// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sweep_command.h"

#include "app/cli/console.h"
#include "app/cli/interruption.h"
#include "app/cli/progress_bar.h"
#include "app/cli/ranks.h"
#include "app/cli/study_input.h"
#include "app/cli/sweep_results.h"
#include "app/cli/text_table.h"
#include "app/report/json.h"
#include "app/report/table.h"
#include "app/report/theory.h"
#include "app/report/value_text.h"
#include "model/quantity/quantity.h"
#include "sim/study/experiment.h"
#include "sim/study/sweep.h"

#include <algorithm>

namespace headroom::cli {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kFooter =
    "Examples:\n"
    "  headroom sweep shop.yaml --vary users=30k..500k:10 --vary api.instances=4,8,16 --results s.jsonl\n"
    "  headroom sweep shop.yaml --vary users=10k..100k:50 --theory\n"
    "  mpirun -n 4 headroom sweep shop.yaml --vary users=30k..500k:100 --results shop.jsonl\n"
    "\n"
    "Every combination is one point. With --results each is on the disk when it is finished; the same\n"
    "command again does only what is missing. Results do not depend on the number of cores or ranks.";

struct Sweep {
    std::vector<sim::Variation> variations;
    std::vector<sim::SweepPoint> points;
    std::vector<model::Scenario> scenarios;  ///< of each point
};

std::optional<std::vector<sim::Variation>> variationsOf(const std::vector<std::string>& texts) {
    std::vector<sim::Variation> variations;
    for (const std::string& text : texts) {
        const model::Parsed<sim::Variation> parsed = sim::parseVariation(text);
        if (!parsed) {
            printError("headroom sweep: --vary: found " + parsed.error().found + ", expected " + parsed.error().expected);
            return std::nullopt;
        }
        variations.push_back(*parsed);
    }
    return variations;
}

/// The scenario of one point, or nothing; why is then on standard error.
std::optional<model::Scenario> scenarioOf(const StudyInput& input, const sim::SweepPoint& point,
                                          const std::string& variant) {
    model::Overrides overrides{variant, input.plan.set, input.plan.points.front().users, std::nullopt};
    for (const auto& [path, value] : point) {
        if (path != "users") {
            overrides.set.emplace_back(path, value);
            continue;
        }
        const model::Parsed<model::Count> users = model::parseCount(value);
        if (!users) {
            printError("headroom sweep: --vary users: found " + users.error().found + ", expected " + users.error().expected);
            return std::nullopt;
        }
        overrides.users = users->value;
    }
    model::LoadedScenario loaded = input.file.scenario(overrides);
    for (model::Diagnostic& diagnostic : loaded.diagnostics) {
        if (diagnostic.file == "--set") diagnostic.file = "--vary";
        if (diagnostic.severity == model::Diagnostic::Severity::error) printError(toText(diagnostic));
    }
    return std::move(loaded.scenario);
}

std::optional<std::vector<model::Scenario>> scenariosOf(const StudyInput& input, const std::string& variant,
                                                        const std::vector<sim::SweepPoint>& points) {
    std::vector<model::Scenario> scenarios;
    for (const sim::SweepPoint& point : points) {
        std::optional<model::Scenario> scenario = scenarioOf(input, point, variant);
        if (!scenario) return std::nullopt;
        scenarios.push_back(std::move(*scenario));
    }
    return scenarios;
}

/// What is kept of a point: everything but its course over time, and what differs from run to run.
Json keptOf(const model::Scenario& scenario, bool theoryOnly, const std::stop_token& stop) {
    if (theoryOnly) {
        const sim::Solution solution = sim::solve(scenario);
        Json json = report::solveJson(report::recordOf(scenario, solution), solution);
        return json;
    }
    const sim::RunResult result = sim::runExperiment(scenario, {1, stop, {}, {}});
    if (result.interrupted) return nullptr;
    Json json = report::runJson({scenario, result});
    for (const char* volatileKey : {"series", "wall_s", "peak_memory_bytes"}) json.erase(volatileKey);
    return json;
}

double valueAt(const Json& json, std::initializer_list<const char*> path) {
    const Json* here = &json;
    for (const char* key : path) {
        if (!here->is_object() || !here->contains(key)) return std::nan("");
        here = &(*here)[key];
    }
    return here->is_number() ? here->get<double>() : std::nan("");
}

report::Cell cellOf(double value, model::Unit unit) {
    return {std::isnan(value) ? std::string(report::kUnknown) : model::formatValue(value, unit)};
}

bool allHeld(const Json& run) {
    return std::ranges::all_of(run["slos"], [](const Json& slo) { return slo["met"] == true; });
}

report::Table tableOf(const Sweep& sweep, const std::map<std::string, Json>& finished) {
    using Kind = report::TableColumn::Kind;
    report::Table table;
    table.caption = "Points";
    for (const sim::Variation& variation : sweep.variations) table.columns.push_back({variation.path, Kind::name, 0});
    for (const char* header : {"Goodput", "Mean", "P95", "Errors"}) table.columns.push_back({header, Kind::number, 0});
    table.columns.push_back({"Cost a month", Kind::number, 1});
    table.columns.push_back({"Objectives", Kind::name, 0});
    for (const sim::SweepPoint& point : sweep.points) {
        const auto found = finished.find(sim::nameOf(point));
        if (found == finished.end()) continue;
        const Json& run = found->second;
        std::vector<report::Cell> row;
        for (const auto& [path, value] : point) row.push_back({value});
        row.push_back(cellOf(valueAt(run, {"workload", "throughput", "value"}), model::Unit::perSecond));
        row.push_back(cellOf(valueAt(run, {"workload", "response_time", "mean", "value"}), model::Unit::seconds));
        row.push_back(cellOf(valueAt(run, {"workload", "response_time", "p95", "value"}), model::Unit::seconds));
        row.push_back(cellOf(valueAt(run, {"workload", "error_ratio", "value"}), model::Unit::share));
        row.push_back(cellOf(valueAt(run, {"cost", "per_month", "value"}), model::Unit::usd));
        const bool held = allHeld(run);
        row.push_back({held ? "held" : "missed", held ? report::Mark::good : report::Mark::bad});
        table.rows.push_back(std::move(row));
    }
    return withoutEmptyColumns(std::move(table));
}

Json jsonOf(const Sweep& sweep, const std::string& scenario, const std::map<std::string, Json>& finished) {
    Json vary = Json::array(), points = Json::array();
    for (const sim::Variation& variation : sweep.variations)
        vary.push_back({{"path", variation.path}, {"values", variation.values}});
    for (const sim::SweepPoint& point : sweep.points) {
        const auto found = finished.find(sim::nameOf(point));
        if (found == finished.end()) continue;
        Json values = Json::object();
        for (const auto& [path, value] : point) values[path] = value;
        points.push_back(Json{{"values", std::move(values)}, {"run", found->second}});
    }
    return {{"headroom", 1}, {"scenario", scenario}, {"vary", std::move(vary)}, {"points", std::move(points)}};
}

}  // namespace

SweepCommand::SweepCommand(CLI::App& app)
    : command_(app.add_subcommand("sweep", "Run every combination of some values; resumable, on all cores or ranks")) {
    addScenarioOptions(*command_, options_);
    command_->add_option("--vary", vary_, "Values of a parameter, or a grid of them; may be repeated")
        ->required()
        ->option_text("PATH=A,B,C | PATH=FROM..TO:N")
        ->allow_extra_args(false);
    command_->add_option("--results", results_, "Keep finished points here, and go on from what is here")
        ->option_text("FILE.jsonl");
    command_->add_flag("--theory", theoryOnly_, "Estimate instead of simulating (as headroom solve)");
    addSettingOptions(*command_, options_);
    addJsonOption(*command_, options_);
    addQuietOptions(*command_, options_);
    command_->footer(kFooter);
}

ExitCode SweepCommand::execute() const {
    const std::optional<std::vector<sim::Variation>> variations = variationsOf(vary_);
    if (!variations) return ExitCode::badInput;
    const std::optional<StudyInput> input = readStudyInput("sweep", options_);
    if (!input) return ExitCode::badInput;
    Sweep sweep{*variations, sim::pointsOf(*variations), {}};
    std::optional<std::vector<model::Scenario>> scenarios =
        scenariosOf(*input, input->scenarios.front().variant, sweep.points);
    if (!scenarios) return ExitCode::badInput;
    sweep.scenarios = std::move(*scenarios);

    const Ranks ranks;
    if (ranks.isFirst() && !canHandOver(options_)) return ExitCode::unfinished;
    SweepResults results;
    std::string what = input->file.text() + '\n' + HEADROOM_VERSION + (theoryOnly_ ? " theory" : "");
    for (const std::string& text : vary_) what += '\n' + text;
    for (const auto& [path, value] : input->plan.set) what += '\n' + path + '=' + value;
    what += '\n' + options_.variant + '\n' + options_.users;
    std::string open;  // the first rank's list of what is missing, one character for each point
    if (ranks.isFirst()) {
        const auto problem = results_.empty() ? std::nullopt : results.open(results_, fingerprintOf(what));
        if (problem) printError("headroom: " + *problem);
        if (problem) open = "!";
        for (const sim::SweepPoint& point : sweep.points)
            open += results.finished().contains(sim::nameOf(point)) ? '0' : '1';
    }
    open = ranks.shared(open);
    if (open.starts_with('!')) return ExitCode::unfinished;
    std::vector<std::size_t> missing;
    for (std::size_t i = 0; i < open.size(); ++i)
        if (open[i] == '1') missing.push_back(i);

    const Interruption interruption;
    std::optional<std::string> problem;
    {
        ProgressBar bar(errorIsTerminal() && !options_.quiet && ranks.isFirst());
        std::size_t done = 0;
        ranks.forEach(
            missing, threadsOf(options_), interruption.token(),
            [&](std::size_t index) { return keptOf(sweep.scenarios[index], theoryOnly_, interruption.token()).dump(); },
            [&](std::size_t index, const std::string& text) {
                const Json run = Json::parse(text);
                if (run.is_null()) return;  // interrupted
                const std::string name = sim::nameOf(sweep.points[index]);
                if (auto failure = results.add(name, run)) problem = failure;
                bar.update(name, static_cast<double>(++done) / static_cast<double>(missing.size()));
            });
    }
    if (!ranks.isFirst()) return ExitCode::done;
    if (problem) printError("headroom: " + *problem);
    const std::string json =
        options_.json.empty() ? "" : report::jsonText(jsonOf(sweep, input->scenarios.front().name, results.finished()));
    const Style style = Style::forOutput(options_.noColor);
    const std::string summary = tableText(tableOf(sweep, results.finished()), style) + "\n" +
                                std::to_string(results.finished().size()) + " of " +
                                std::to_string(sweep.points.size()) + " points, " + std::to_string(missing.size()) +
                                " of them " + (theoryOnly_ ? "estimated" : "simulated") + " now.\n";
    const bool handed = handOver(options_, json, summary);
    if (interruption.happened()) return ExitCode::interrupted;
    return handed && !problem ? ExitCode::done : ExitCode::unfinished;
}

}  // namespace headroom::cli
