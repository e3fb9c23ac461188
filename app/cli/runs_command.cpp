// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/runs_command.h"

#include "app/archive/filed_run.h"
#include "app/cli/archive_access.h"
#include "app/cli/agreement_table.h"
#include "app/cli/console.h"
#include "app/cli/output_file.h"
#include "app/cli/run_against_measured.h"
#include "app/cli/runs_tables.h"
#include "app/import/open_metrics.h"
#include "app/report/json.h"
#include "model/quantity/quantity.h"

#include <QDateTime>

namespace headroom::cli {

namespace {

using archive::Archive;
using archive::FiledFigure;
using archive::Run;
using Json = nlohmann::ordered_json;

constexpr const char* kFooter =
    "Every `headroom run` is filed with its scenario, seed, version, figures and series.\n"
    "\n"
    "Examples:\n"
    "  headroom runs\n"
    "  headroom runs show 12\n"
    "  headroom runs compare 11 12\n"
    "  headroom runs compare 12 --import 3 --from '2026-11-21 14:00'\n"
    "  headroom runs export 12 --json run.json --scenario run.yaml\n"
    "  headroom runs delete --older-than '90 days'\n"
    "\n"
    "The archive is headroom/archive.sqlite in the user's data directory, or the file named by\n"
    "--archive or HEADROOM_ARCHIVE; with HEADROOM_ARCHIVE set and empty none is kept.";

Json entryJson(const Run& run) {
    return {{"id", run.id},           {"scenario", run.scenario}, {"variant", run.variant.empty() ? Json(nullptr) : Json(run.variant)},
            {"load", run.load},       {"unit", run.loadIsOpen ? "per_s" : "users"},
            {"seed", run.seed},       {"version", run.version},   {"file", run.file},
            {"command", run.command}, {"finished", QDateTime::fromMSecsSinceEpoch(run.finishedMs, Qt::UTC).toString(Qt::ISODate).toStdString()}};
}

Json estimateJson(const sim::Estimate& estimate) {
    return {{"value", estimate.value ? Json(*estimate.value) : Json(nullptr)},
            {"half_width", estimate.halfWidth ? Json(*estimate.halfWidth) : Json(nullptr)}};
}

Json differencesJson(const std::vector<FiledFigure>& first, const std::vector<FiledFigure>& other) {
    Json json = Json::object();
    for (const FiledFigure& figure : first)
        if (const FiledFigure* same = find(other, figure.path))
            json[figure.path] = estimateJson(archive::difference(figure.value, same->value));
    return json;
}

std::string openMetricsOf(const Run& run, const std::vector<archive::Series>& series) {
    std::int64_t lengthMs = 0;
    for (const archive::Series& one : series)
        if (!one.points.empty()) lengthMs = std::max(lengthMs, one.points.back().ms);
    return import::openMetricsText(series, run.finishedMs - lengthMs);
}

bool noProblem(const std::optional<std::string>& problem) {
    if (problem) printError("headroom runs: " + *problem);
    return !problem;
}

CLI::Option* addIds(CLI::App& command, std::vector<std::int64_t>& ids) {
    return command.add_option("ID", ids, "Numbers of runs, as `headroom runs` lists them")->option_text("...");
}

}  // namespace

RunsCommand::RunsCommand(CLI::App& app)
    : command_(app.add_subcommand("runs", "List, show, compare, export and delete what was run before")),
      show_(command_->add_subcommand("show", "The figures of one run")),
      compare_(command_->add_subcommand("compare", "Runs side by side, held against the first")),
      delete_(command_->add_subcommand("delete", "Delete runs")),
      export_(command_->add_subcommand("export", "Write a run as files")) {
    command_->require_subcommand(0, 1);
    for (CLI::App* part : {show_, compare_, delete_, export_}) part->fallthrough();
    addArchiveOption(*command_, options_.archive);
    command_->add_option("--scenario-name", options_.scenario, "Only runs of this scenario")->option_text("NAME");
    command_->add_option("--limit", options_.limit, "At most so many, the newest first (50)")->option_text("N");
    command_->add_option("--json", options_.json, "As JSON; `-` prints it and nothing else")->option_text("OUT");
    command_->add_flag("--no-color", options_.noColor, "No colour on a terminal (as NO_COLOR=1)");
    command_->footer(kFooter);
    show_->add_option("ID", options_.id, "Number of the run")->required()->option_text(" ");
    addIds(*compare_, options_.ids)->required()->expected(1, 100);
    compare_->add_option("--import", options_.import, "Hold them against this import instead (0: the latest)")
        ->option_text("ID")
        ->check(CLI::NonNegativeNumber.description(""));
    compare_->add_option("--from", options_.from, "With --import: when the runs begin (the first point)")->option_text("TIME");
    compare_->add_flag("--all", options_.all, "Every figure, not only the main ones");
    addIds(*delete_, options_.ids);
    delete_->add_option("--older-than", options_.olderThan, "All that were finished longer ago")->option_text("TIME");
    export_->add_option("ID", options_.id, "Number of the run")->required()->option_text(" ");
    export_->add_option("--csv", options_.csv, "The series as a table")->option_text("OUT.csv");
    export_->add_option("--openmetrics", options_.openmetrics, "The series as OpenMetrics text; times end when the run was finished")->option_text("OUT");
    export_->add_option("--scenario", options_.scenarioOut, "The scenario as it was run")->option_text("OUT.yaml");
}

ExitCode RunsCommand::execute() const {
    return withArchive("runs", options_.archive, Archive::Open::existing, [&](Archive& archive) {
        if (show_->parsed()) return show(archive);
        if (compare_->parsed()) return compare(archive);
        if (delete_->parsed()) return remove(archive);
        if (export_->parsed()) return hand(archive);
        return list(archive);
    });
}

ExitCode RunsCommand::print(const std::string& json, const std::string& text) const {
    if (options_.json == "-") return printOutput(json) ? ExitCode::done : ExitCode::unfinished;
    if (!options_.json.empty() && !noProblem(writeFile(options_.json, json))) return ExitCode::unfinished;
    return printOutput(text) ? ExitCode::done : ExitCode::unfinished;
}

ExitCode RunsCommand::list(Archive& archive) const {
    const std::vector<Run> runs = archive.runs(options_.limit, options_.scenario);
    Json json{{"headroom", 1}, {"runs", Json::array()}};
    for (const Run& run : runs) json["runs"].push_back(entryJson(run));
    return print(report::jsonText(json), runsText(runs, Style::forOutput(options_.noColor)));
}

ExitCode RunsCommand::show(Archive& archive) const {
    const Run run = archive.run(options_.id);
    Json json = entryJson(run);
    json["result"] = Json::parse(run.result);
    return print(report::jsonText(json), runText(run, Style::forOutput(options_.noColor)));
}

ExitCode RunsCommand::compare(Archive& archive) const {
    if (options_.import >= 0) return compareWithMeasured(archive);
    if (options_.ids.size() < 2 || !options_.from.empty()) {
        printError(std::string("headroom runs compare: found ") + (options_.ids.size() < 2 ? "one run" : "--from") +
                   ", expected two or more runs, or --import to hold a run against what was measured");
        return ExitCode::badInput;
    }
    std::vector<Run> runs;
    for (const std::int64_t id : options_.ids) runs.push_back(archive.run(id));
    Json json{{"headroom", 1}, {"runs", Json::array()}, {"differences", Json::object()}};
    const std::vector<FiledFigure> first = figuresOf(runs.front());
    for (const Run& run : runs) json["runs"].push_back(entryJson(run));
    for (std::size_t i = 1; i < runs.size(); ++i)
        json["differences"][std::to_string(runs[i].id)] = differencesJson(first, figuresOf(runs[i]));
    return print(report::jsonText(json), comparisonText(runs, options_.all, Style::forOutput(options_.noColor)));
}

ExitCode RunsCommand::compareWithMeasured(Archive& archive) const {
    Json json{{"headroom", 1}, {"import", options_.import}, {"runs", Json::array()}};
    std::string text;
    for (const std::int64_t id : options_.ids) {
        const Run run = archive.run(id);
        const auto agreement = runAgainstMeasured(archive, run, {options_.import, options_.from});
        if (!agreement) {
            printError("headroom runs compare: found " + agreement.error().found + ", expected " + agreement.error().expected);
            return ExitCode::badInput;
        }
        Json entry = entryJson(run);
        entry.update(agreementJson(*agreement));
        json["runs"].push_back(std::move(entry));
        text += (text.empty() ? "" : "\n") + runsText({run}, Style::forOutput(options_.noColor)) + "\n" +
                agreementText(*agreement, Style::forOutput(options_.noColor));
    }
    return print(report::jsonText(json), text);
}

ExitCode RunsCommand::remove(Archive& archive) const {
    if (options_.ids.empty() == options_.olderThan.empty()) {
        printError("headroom runs delete: found " + std::string(options_.ids.empty() ? "nothing" : "both") +
                   ", expected either numbers of runs or --older-than");
        return ExitCode::badInput;
    }
    if (!options_.ids.empty()) {
        archive.deleteRuns(options_.ids);
        return printOutput("Deleted: " + std::to_string(options_.ids.size()) + "\n") ? ExitCode::done : ExitCode::unfinished;
    }
    const auto age = model::parseDuration(options_.olderThan);
    if (!age) {
        printError("headroom runs delete: --older-than: found " + age.error().found + ", expected " + age.error().expected);
        return ExitCode::badInput;
    }
    const auto before = nowMs() - std::chrono::duration_cast<std::chrono::milliseconds>(*age).count();
    return printOutput("Deleted: " + std::to_string(archive.deleteRunsBefore(before)) + "\n") ? ExitCode::done
                                                                                              : ExitCode::unfinished;
}

ExitCode RunsCommand::hand(Archive& archive) const {
    if (options_.json.empty() && options_.csv.empty() && options_.openmetrics.empty() && options_.scenarioOut.empty()) {
        printError("headroom runs export: found no file to write, expected --json, --csv, --openmetrics or --scenario");
        return ExitCode::badInput;
    }
    const Run run = archive.run(options_.id);
    const std::vector<archive::Series> series = archive.seriesOfRun(run.id);
    bool good = options_.csv.empty() || noProblem(writeFile(options_.csv, seriesCsvOf(run, series)));
    good = (options_.scenarioOut.empty() || noProblem(writeFile(options_.scenarioOut, run.scenarioText))) && good;
    good = (options_.openmetrics.empty() || noProblem(writeFile(options_.openmetrics, openMetricsOf(run, series)))) && good;
    if (options_.json == "-")
        good = printOutput(jsonOf(run, series)) && good;
    else if (!options_.json.empty())
        good = noProblem(writeFile(options_.json, jsonOf(run, series))) && good;
    return good ? ExitCode::done : ExitCode::unfinished;
}

}  // namespace headroom::cli
