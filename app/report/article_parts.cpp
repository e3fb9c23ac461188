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
#include "model/said.h"

#include <algorithm>
#include <cmath>

namespace headroom::report {

namespace {

using model::Metric;
using model::said;
using model::Statistic;
using model::Unit;

constexpr const char* kBudgetNote = HEADROOM_SAID(
    "Report",
    "A burn rate of 1x spends the budget exactly by the end of its period. Somebody is told when "
    "it burns too fast over a long and a short window: 2 % of the budget in 1 h or 5 % in 6 h is a "
    "page, 10 % in 1 or 3 days a ticket (Google, Site Reliability Workbook). Times are those of "
    "the first replication.");
constexpr const char* kAlertNote =
    HEADROOM_SAID("Report", "Fired: in the first replication. Of the time: in all of them.");

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
    const std::string perMonth = estimateText(result.costPerMonth, Unit::usd);
    if (!result.costPerThousandUsers.value)
        return said("Report", "What was metered, scaled to a month of 730 h: %1.", {perMonth});
    return said("Report",
                "What was metered, scaled to a month of 730 h: %1, or %2 for each 1,000 users.",
                {perMonth, estimateText(result.costPerThousandUsers, Unit::usd)});
}

std::string settingsOf(const sim::RunResult& result) {
    const char* replications =
        result.replications == 1
            ? HEADROOM_SAID("Report", "%1 replication of %2, seed %3, %4 confidence.")
            : HEADROOM_SAID("Report", "%1 replications of %2, seed %3, %4 confidence.");
    const std::string warmUp =
        result.warmUpSeconds > 0
            ? said("Report", "Warm-up of %1 not counted.", {timeSpanText(result.warmUpSeconds)})
            : said("Report", "No warm-up cut.");
    return said("Report", replications,
                {countText(result.replications), timeSpanText(result.simulatedSeconds),
                 std::to_string(result.seed), model::formatValue(result.confidence, Unit::share)}) +
           " " + warmUp + " " +
           said("Report", "%1 events in %2.",
                {countText(static_cast<double>(result.events)), timeSpanText(result.wallSeconds)});
}

void addDrawings(Blocks& blocks, const RunRecord& run, const std::string& id, int level) {
    blocks.emplace_back(Heading{level, said("Report", "Architecture"), id + "-architecture"});
    blocks.emplace_back(
        Drawings{{drawn(true, [&](Markup& page) { writeGraph(page, run, id + "-graph"); })}});
    blocks.emplace_back(Heading{level, said("Report", "Over time"), id + "-over-time"});
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
        const std::string name = printable(
            info->on.empty() ? info->name : said("Report", "%1, on %2", {info->name, info->on}));
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
    addFigure(figures, said("Report", "Actions per second"), all.at(Metric::throughput),
              Unit::perSecond);
    addFigure(figures, said("Report", "Response time, mean"), all.at(Metric::responseTime),
              Unit::seconds);
    addFigure(figures, said("Report", "Response time, P95"),
              all.at(Metric::responseTime, Statistic::p95), Unit::seconds);
    addFigure(figures, said("Report", "Errors"), all.at(Metric::errorRatio), Unit::share);
    if (const sim::TargetResult* cache = busiestCacheOf(run.result))
        addFigure(figures, said("Report", "Hit ratio of %1", {printable(cache->name)}),
                  cache->figures.at(Metric::hitRatio), Unit::share);
    addFigure(figures, said("Report", "Cost a month"), run.result.costPerMonth, Unit::usd);
    addFigure(figures, said("Report", "A month for 1,000 users"), run.result.costPerThousandUsers,
              Unit::usd);
    if (run.result.health.score)
        addFigure(figures, said("Report", "Health, of 100"),
                  {std::round(*run.result.health.score), std::nullopt}, Unit::count);
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
    addTable(blocks, said("Report", "Faults"), recoveriesTable(result), {}, level);
    addTable(blocks, said("Report", "Error budgets"), budgetsTable(result),
             said("Report", kBudgetNote), level);
    addTable(blocks, said("Report", "Alerts"), alertsTable(result), said("Report", kAlertNote),
             level);
    addDrawings(blocks, run, id, level);
    addTable(blocks, said("Report", "Components"), componentsTable(result), {}, level);
    addTable(blocks, said("Report", "What users see"), actionsTable(result), {}, level);
    addTable(blocks, said("Report", "Cost a month"), costTable(result), costNote(result), level);
    addTable(blocks, said("Report", "Health: %1", {healthText(result.health)}), healthTable(result),
             healthFormula(result.health) + ".", level);
    blocks.emplace_back(Heading{level, said("Report", "Settings"), id + "-settings"});
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
        addTable(blocks, said("Report", "Objectives"), objectivesTable(run.result), {}, 3);
        addEvidence(blocks, run, id, 3);
    }
}

void addAssumptions(Blocks& blocks, const model::Scenario& scenario,
                    const std::vector<RunRecord>& runs) {
    blocks.emplace_back(Heading{2, said("Report", "What was simulated"), "assumptions"});
    if (!scenario.about.empty()) blocks.emplace_back(Paragraph{printable(scenario.about)});
    blocks.emplace_back(Terms{variantsIn(runs)});
    blocks.emplace_back(Heading{3, said("Report", "Assumptions")});
    if (scenario.assumptions.empty())
        blocks.emplace_back(Paragraph{said("Report", "The scenario states none."), true});
    Terms terms;
    for (const model::Assumption& assumption : scenario.assumptions)
        terms.items.emplace_back(printable(assumption.says), assumption.why.empty()
                                                                 ? std::string(kUnknown)
                                                                 : printable(assumption.why));
    blocks.emplace_back(std::move(terms));
}

void addProvenance(Blocks& blocks, const Provenance& provenance) {
    blocks.emplace_back(Heading{2, said("Report", "To run it again"), "again"});
    blocks.emplace_back(Paragraph{
        said("Report",
             "The same file, seed and version (headroom %1) give the same figures, on any number "
             "of threads.",
             {printable(provenance.version)})});
    blocks.emplace_back(Code{provenance.commandLine});
    blocks.emplace_back(Code{provenance.fileText,
                             said("Report", "The scenario, %1", {printable(provenance.fileName)})});
}

std::string intervalNote(const sim::RunResult& result) {
    const std::string note = said(
        "Report", "± is the half-width of the %1 confidence interval, in the unit of its figure.",
        {model::formatValue(result.confidence, Unit::share)});
    const sim::TargetResult* cache = busiestCacheOf(result);
    if (cache == nullptr) return note;
    return note + " " + said("Report", "Hits: hit ratio of %1.", {printable(cache->name)});
}

}  // namespace headroom::report
