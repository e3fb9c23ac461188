// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/article_parts.h"

#include "app/report/advice.h"
#include "app/report/graph_drawing.h"
#include "app/report/judgement_tables.h"
#include "app/report/run_charts.h"
#include "app/report/safe_text.h"
#include "app/report/shell_text.h"
#include "app/report/timeline.h"
#include "app/report/value_text.h"

#include <algorithm>
#include <cmath>

namespace headroom::report {

namespace {

using model::Metric;
using model::Statistic;
using model::Unit;

constexpr std::string_view kBudgetNote =
    "A burn rate of 1x spends the budget exactly by the end of its period. Somebody is told when "
    "it burns too fast over "
    "a long and a short window: 2 % of the budget in 1 h or 5 % in 6 h is a page, 10 % in 1 or 3 "
    "days a ticket (Google, "
    "Site Reliability Workbook). Times are those of the first replication.";
constexpr std::string_view kAlertNote =
    "Fired: in the first replication. Of the time: in all of them.";

void addFigure(KeyFigures& figures, const std::string& name, const sim::Estimate& estimate,
               Unit unit) {
    if (!estimate.value) return;
    const std::string full = estimateText(estimate, unit);
    const std::size_t at = full.find("±");
    figures.figures.push_back(
        {name, valueText(estimate, unit), at == std::string::npos ? "" : full.substr(at)});
}

std::string tryCommand(const RunRecord& run, const Advice& advice, const Provenance& provenance) {
    if (advice.setting.empty()) return {};
    std::string command = "headroom run " + shellQuoted(provenance.fileName);
    if (!run.scenario.variant.empty()) command += " --variant " + shellQuoted(run.scenario.variant);
    const Load load = loadOf(run.scenario);
    if (!load.varies) command += " --users " + shellNumber(load.peak);
    return command + " --set " + shellQuoted(advice.setting);
}

template <typename Write>
Drawing drawn(bool wide, const Write& write) {
    Markup page;
    write(page);
    return {page.take(), wide};
}

std::string costNote(const sim::RunResult& result) {
    std::string text = "What was metered, scaled to a month of 730 h: " +
                       estimateText(result.costPerMonth, Unit::usd);
    if (result.costPerThousandUsers.value)
        text += ", or " + estimateText(result.costPerThousandUsers, Unit::usd) +
                " for each 1,000 users";
    return text + ".";
}

std::string settingsOf(const sim::RunResult& result) {
    std::string text = countText(result.replications) +
                       (result.replications == 1 ? " replication" : " replications") + " of " +
                       timeSpanText(result.simulatedSeconds) + ", seed " +
                       std::to_string(result.seed) + ", " +
                       model::formatValue(result.confidence, Unit::share) + " confidence. ";
    text += result.warmUpSeconds > 0
                ? "Warm-up of " + timeSpanText(result.warmUpSeconds) + " not counted. "
                : "No warm-up cut. ";
    return text + countText(static_cast<double>(result.events)) + " events in " +
           timeSpanText(result.wallSeconds) + ".";
}

void addDrawings(Blocks& blocks, const RunRecord& run, const std::string& id, int level) {
    blocks.emplace_back(Heading{level, "Architecture", id + "-architecture"});
    blocks.emplace_back(
        Drawings{{drawn(true, [&](Markup& page) { writeGraph(page, run, id + "-graph"); })}});
    blocks.emplace_back(Heading{level, "Over time", id + "-over-time"});
    Drawings charts;
    if (const Timeline timeline = timelineOf(run, id + "-timeline"); !timeline.rows.empty())
        charts.items.push_back(drawn(true, [&](Markup& page) { writeTimeline(page, timeline); }));
    for (const LineChart& chart : chartsOver(run, id)) charts.items.push_back(drawingOf(chart));
    if (const HeatMap map = utilisationMap(run, id); !map.rows.empty())
        charts.items.push_back(drawn(true, [&](Markup& page) { writeHeatMap(page, map); }));
    blocks.emplace_back(std::move(charts));
}

// The variants that were run, each once.
std::vector<std::pair<std::string, std::string>> variantsIn(const std::vector<RunRecord>& runs) {
    std::vector<std::pair<std::string, std::string>> terms;
    for (const RunRecord& run : runs) {
        const auto info = std::ranges::find(run.scenario.variants, run.scenario.variant,
                                            &model::VariantInfo::name);
        if (info == run.scenario.variants.end()) continue;
        const std::string name =
            printable(info->name + (info->on.empty() ? "" : ", on " + info->on));
        const auto known = [&name](const auto& term) { return term.first == name; };
        if (std::ranges::none_of(terms, known))
            terms.emplace_back(
                name, info->about.empty() ? std::string(kUnknown) : printable(info->about));
    }
    return terms;
}

}  // namespace

Drawing drawingOf(const LineChart& chart) {
    return drawn(false, [&chart](Markup& page) { writeLineChart(page, chart); });
}

void addTable(Blocks& blocks, const std::string& title, Table table, const std::string& note,
              int level) {
    if (table.rows.empty()) return;
    blocks.emplace_back(Heading{level, title});
    blocks.emplace_back(std::move(table));
    if (!note.empty()) blocks.emplace_back(Paragraph{note, true});
}

KeyFigures keyFiguresOf(const RunRecord& run) {
    KeyFigures figures;
    const sim::Figures& all = run.result.workload.figures;
    addFigure(figures, "Actions per second", all.at(Metric::throughput), Unit::perSecond);
    addFigure(figures, "Response time, mean", all.at(Metric::responseTime), Unit::seconds);
    addFigure(figures, "Response time, P95", all.at(Metric::responseTime, Statistic::p95),
              Unit::seconds);
    addFigure(figures, "Errors", all.at(Metric::errorRatio), Unit::share);
    if (const sim::TargetResult* cache = busiestCacheOf(run.result))
        addFigure(figures, "Hit ratio of " + printable(cache->name),
                  cache->figures.at(Metric::hitRatio), Unit::share);
    addFigure(figures, "Cost a month", run.result.costPerMonth, Unit::usd);
    addFigure(figures, "A month for 1,000 users", run.result.costPerThousandUsers, Unit::usd);
    if (run.result.health.score)
        addFigure(figures, "Health, of 100", {std::round(*run.result.health.score), std::nullopt},
                  Unit::count);
    return figures;
}

Suggestions suggestionsFor(const RunRecord& run, const Provenance& provenance) {
    Suggestions suggestions;
    for (const Advice& advice : adviceFor(run))
        suggestions.items.push_back({advice.text, tryCommand(run, advice, provenance)});
    return suggestions;
}

void addEvidence(Blocks& blocks, const RunRecord& run, const std::string& id, int level) {
    const sim::RunResult& result = run.result;
    addTable(blocks, "Faults", recoveriesTable(result), {}, level);
    addTable(blocks, "Error budgets", budgetsTable(result), std::string(kBudgetNote), level);
    addTable(blocks, "Alerts", alertsTable(result), std::string(kAlertNote), level);
    addDrawings(blocks, run, id, level);
    addTable(blocks, "Components", componentsTable(result), {}, level);
    addTable(blocks, "What users see", actionsTable(result), {}, level);
    addTable(blocks, "Cost a month", costTable(result), costNote(result), level);
    addTable(blocks, "Health: " + healthText(result.health), healthTable(result),
             healthFormula(result.health) + ".", level);
    blocks.emplace_back(Heading{level, "Settings", id + "-settings"});
    blocks.emplace_back(Paragraph{settingsOf(result)});
}

void addRuns(Blocks& blocks, const std::vector<RunRecord>& runs, const Provenance& provenance) {
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const RunRecord& run = runs[i];
        const std::string id = "point-" + std::to_string(i + 1);
        const Verdict verdict = verdictOf(run);
        blocks.emplace_back(Heading{2, printable(titleOf(run)), id, true});
        blocks.emplace_back(
            Judgement{verdict.mark, {verdict.objectives}, {verdict.limit, verdict.cost}});
        blocks.emplace_back(keyFiguresOf(run));
        blocks.emplace_back(suggestionsFor(run, provenance));
        blocks.emplace_back(Notes{notesOf(run)});
        addTable(blocks, "Objectives", objectivesTable(run.result), {}, 3);
        addEvidence(blocks, run, id, 3);
    }
}

void addAssumptions(Blocks& blocks, const model::Scenario& scenario,
                    const std::vector<RunRecord>& runs) {
    blocks.emplace_back(Heading{2, "What was simulated", "assumptions"});
    if (!scenario.about.empty()) blocks.emplace_back(Paragraph{printable(scenario.about)});
    blocks.emplace_back(Terms{variantsIn(runs)});
    blocks.emplace_back(Heading{3, "Assumptions"});
    if (scenario.assumptions.empty())
        blocks.emplace_back(Paragraph{"The scenario states none.", true});
    Terms terms;
    for (const model::Assumption& assumption : scenario.assumptions)
        terms.items.emplace_back(printable(assumption.says), assumption.why.empty()
                                                                 ? std::string(kUnknown)
                                                                 : printable(assumption.why));
    blocks.emplace_back(std::move(terms));
}

void addProvenance(Blocks& blocks, const Provenance& provenance) {
    blocks.emplace_back(Heading{2, "To run it again", "again"});
    blocks.emplace_back(Paragraph{"The same file, seed and version (headroom " +
                                  printable(provenance.version) +
                                  ") give the same figures, on any number of threads."});
    blocks.emplace_back(Code{provenance.commandLine});
    blocks.emplace_back(
        Code{provenance.fileText, "The scenario, " + printable(provenance.fileName)});
}

std::string intervalNote(const sim::RunResult& result) {
    std::string note = "± is the half-width of the " +
                       model::formatValue(result.confidence, Unit::share) +
                       " confidence interval, in the unit of its figure.";
    if (const sim::TargetResult* cache = busiestCacheOf(result))
        note += " Hits: hit ratio of " + printable(cache->name) + ".";
    return note;
}

}  // namespace headroom::report
