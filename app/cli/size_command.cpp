// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/size_command.h"

#include "app/cli/console.h"
#include "app/cli/interruption.h"
#include "app/cli/progress_bar.h"
#include "app/cli/study_input.h"
#include "app/cli/text_table.h"
#include "app/report/json.h"
#include "app/report/safe_text.h"
#include "app/report/table.h"
#include "app/report/value_text.h"
#include "sim/study/sizing.h"

#include <cmath>

namespace headroom::cli {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kFooter =
    "Examples:\n"
    "  headroom size shop.yaml --users 50k\n"
    "  headroom size shop.yaml --users 50k --theory\n"
    "\n"
    "Parameters are marked in the file: `tune: {api.instances: {between: [2, 64]}}`. Theory looks for\n"
    "the cheapest settings that keep every objective; simulations verify them in order of cost.";

Json settingJson(const sim::SweepPoint& setting) {
    Json json = Json::object();
    for (const auto& [path, value] : setting) json[path] = value;
    return json;
}

Json pointJson(const sim::SizedPoint& point, bool priced) {
    const auto number = [](double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); };
    return {{"setting", settingJson(point.setting)},
            {"cost_per_month", priced ? Json{{"value", number(point.cost)}} : Json(nullptr)},
            {"p95", point.p95 ? Json(*point.p95) : Json(nullptr)},
            {"simulated", point.run.has_value()}};
}

std::string jsonOf(const model::Scenario& scenario, const sim::Sizing& sizing) {
    Json front = Json::array();
    for (const sim::SizedPoint& point : sizing.front) front.push_back(pointJson(point, sizing.priced));
    Json json{{"headroom", 1}, {"scenario", scenario.name}};
    json["setting"] = sizing.best ? settingJson(sizing.best->setting) : Json(nullptr);
    json["cost_per_month"] = sizing.best ? pointJson(*sizing.best, sizing.priced)["cost_per_month"] : Json(nullptr);
    json["confirmed"] = sizing.confirmed;
    json["front"] = std::move(front);
    json["in_the_way"] = sizing.best ? Json(nullptr)
                                     : Json{{"objective", sizing.objective},
                                            {"component", sizing.component},
                                            {"why", sizing.why}};
    json["exhaustive"] = sizing.exhaustive;
    json["solved"] = sizing.solved;
    json["runs"] = sizing.runs;
    json["interrupted"] = sizing.interrupted;
    return report::jsonText(json);
}

std::string costText(const sim::SizedPoint& point, bool priced) {
    return priced && std::isfinite(point.cost) ? model::formatValue(point.cost, model::Unit::usd)
                                               : std::string(report::kUnknown);
}

report::Table frontTable(const sim::Sizing& sizing) {
    using Kind = report::TableColumn::Kind;
    report::Table table{"No setting that holds beats these in both cost and P95",
                        {{"Setting", Kind::text, 0}, {"Cost a month", Kind::number, 0}, {"P95", Kind::number, 0},
                         {"By", Kind::name, 0}},
                        {}};
    for (const sim::SizedPoint& point : sizing.front)
        table.rows.push_back({{report::printable(sim::nameOf(point.setting))},
                              {costText(point, sizing.priced)},
                              {point.p95 ? model::formatValue(*point.p95, model::Unit::seconds) : std::string(report::kUnknown)},
                              {point.run ? "simulation" : "theory"}});
    return table;
}

std::string summaryOf(const model::Scenario& scenario, const sim::Sizing& sizing, const Style& style) {
    std::string text = style.bold(report::printable(scenario.name)) + "\n";
    const auto say = [&](const std::string& sentence) {
        for (const std::string& line : report::wrapped(sentence, kColumns)) text += line + "\n";
    };
    if (sizing.best) {
        say("The cheapest setting that keeps every objective: " + report::printable(sim::nameOf(sizing.best->setting)) +
            (sizing.priced ? ", " + costText(*sizing.best, true) + " a month" : "") +
            (sizing.confirmed ? ", confirmed by simulation." : ", by theory; it was not confirmed by simulation."));
        if (!sizing.priced) say("Nothing has a price, so the smallest sum of the parameters is the cheapest.");
    } else {
        std::string sentence = "No setting keeps every objective";
        if (!sizing.objective.empty()) sentence += ": `" + report::printable(sizing.objective) + "` is missed everywhere";
        if (sizing.nearest) sentence += ", least at " + report::printable(sim::nameOf(sizing.nearest->setting));
        say(sentence + ".");
        if (!sizing.component.empty())
            say("In the way stands " + report::printable(sizing.component) + ": " + report::printable(sizing.why) + ".");
    }
    if (!sizing.front.empty()) text += "\n" + tableText(frontTable(sizing), style);
    text += "\n" + std::to_string(sizing.solved) + (sizing.exhaustive ? " settings, all of them, " : " settings ") +
            "by theory, " + std::to_string(sizing.runs) + " by simulation.\n";
    return text;
}

}  // namespace

SizeCommand::SizeCommand(CLI::App& app)
    : command_(app.add_subcommand("size", "Find the cheapest setting of what is marked `tune` that keeps every objective")) {
    addScenarioOptions(*command_, options_);
    command_->add_option("--runs", mostRuns_, "Simulations to verify with (6)")
        ->option_text("N")
        ->check(CLI::Range(1, 1000).description(""));
    command_->add_flag("--theory", theoryOnly_, "No simulation: the estimate alone");
    addSettingOptions(*command_, options_);
    addJsonOption(*command_, options_);
    addQuietOptions(*command_, options_);
    command_->footer(kFooter);
}

ExitCode SizeCommand::execute() const {
    const std::optional<StudyInput> input = readStudyInput("size", options_);
    if (!input) return ExitCode::badInput;
    const model::Scenario& scenario = input->scenarios.front();
    if (scenario.tune.empty()) {
        printError("headroom size: found no parameter marked `tune`, expected some in the file, such as `tune: "
                   "{api.instances: {between: [2, 64]}}`");
        return ExitCode::badInput;
    }
    if (!canHandOver(options_)) return ExitCode::unfinished;
    const Interruption interruption;
    const sim::ScenarioAt at = [&](const sim::SweepPoint& setting) {
        model::Overrides overrides{input->plan.points.front().variant, input->plan.set,
                                   input->plan.points.front().users, std::nullopt};
        overrides.set.insert(overrides.set.end(), setting.begin(), setting.end());
        return input->file.scenario(overrides).scenario;
    };
    sim::Sizing sizing;
    {
        ProgressBar bar(errorIsTerminal() && !options_.quiet);
        sim::SizingOptions options;
        options.threads = threadsOf(options_);
        options.stop = interruption.token();
        options.mostRuns = theoryOnly_ ? 0 : mostRuns_;
        options.progress = [&bar](double share, const std::string& what) { bar.update(what, share); };
        sizing = sim::findSize(scenario.tune, at, options);
    }
    const std::string json = options_.json.empty() ? "" : jsonOf(scenario, sizing);
    if (!handOver(options_, json, summaryOf(scenario, sizing, Style::forOutput(options_.noColor))))
        return ExitCode::unfinished;
    return interruption.happened() ? ExitCode::interrupted : ExitCode::done;
}

}  // namespace headroom::cli
