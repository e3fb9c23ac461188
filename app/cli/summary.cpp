// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/summary.h"

#include "app/cli/summary_text.h"
#include "app/report/advice.h"
#include "app/report/capacity_report.h"
#include "app/report/judgement_tables.h"
#include "app/report/safe_text.h"
#include "app/report/shell_text.h"
#include "app/report/table.h"
#include "app/report/theory.h"
#include "app/report/value_text.h"
#include "app/report/verdict.h"

#include <algorithm>

namespace headroom::cli {

namespace {

using report::Mark;
using report::RunRecord;
using report::Table;

std::string glyph(Mark mark) { return std::string(glyphOf(mark)) + " "; }

void addVerdict(Text& text, const RunRecord& run) {
    const report::Verdict verdict = verdictOf(run);
    text.paragraph(glyph(verdict.mark), verdict.objectives, verdict.mark);
    text.paragraph("  ", verdict.limit);
    text.paragraph("  ", verdict.cost);
    if (run.result.health.score)
        text.paragraph("  ", "Health " + report::healthText(run.result.health) + ": " +
                                 report::healthFormula(run.result.health) + ".");
}

std::vector<std::string> suggestionsFor(const RunRecord& run) {
    std::vector<std::string> texts;
    for (const report::Advice& advice : adviceFor(run)) {
        std::string text = report::printable(advice.text);
        if (!advice.setting.empty())
            text += " Try: --set " + report::printable(report::shellQuoted(advice.setting));
        texts.push_back(std::move(text));
    }
    return texts;
}

std::string settingsOf(const RunRecord& run) {
    const sim::RunResult& result = run.result;
    std::string text = std::to_string(result.replications) +
                       (result.replications == 1 ? " replication" : " replications") + " of " +
                       report::timeSpanText(result.simulatedSeconds) + ", ";
    if (result.warmUpSeconds > 0)
        text += report::timeSpanText(result.warmUpSeconds) + " of warm-up not counted, ";
    return text + "seed " + std::to_string(result.seed) + "; " +
           report::countText(static_cast<double>(result.events)) + " events in " +
           report::timeSpanText(result.wallSeconds) + ".";
}

std::string intervalNote(const RunRecord& run) {
    return "± is the half-width of the " +
           model::formatValue(run.result.confidence, model::Unit::share) + " confidence interval.";
}

std::string hitsNote(const std::vector<RunRecord>& runs) {
    for (const RunRecord& run : runs)
        if (const sim::TargetResult* cache = report::busiestCacheOf(run.result))
            return " Hits: hit ratio of " + report::printable(cache->name) + ".";
    return {};
}

double wallSecondsOf(const std::vector<RunRecord>& runs) {
    double seconds = 0;
    for (const RunRecord& run : runs) seconds += run.result.wallSeconds;
    return seconds;
}

Mark markOf(const std::vector<RunRecord>& runs) {
    const auto all = [&runs](auto holds) { return std::ranges::all_of(runs, holds); };
    const auto mark = [](const RunRecord& run) { return report::markOf(run.result); };
    if (all([&](const RunRecord& run) { return mark(run) == Mark::good; })) return Mark::good;
    if (all([&](const RunRecord& run) {
            return mark(run) == Mark::good || mark(run) == Mark::caution;
        }))
        return Mark::caution;
    const bool missed =
        std::ranges::any_of(runs, [&](const RunRecord& run) { return mark(run) == Mark::bad; });
    return missed ? Mark::bad : Mark::unknown;
}

// Notes that all runs share are said once; others with the run that they are of.
std::vector<std::string> notesOf(const std::vector<RunRecord>& runs) {
    std::vector<std::string> notes;
    for (const RunRecord& run : runs) {
        for (const std::string& note : report::notesOf(run)) {
            const bool common = std::ranges::all_of(runs, [&note](const RunRecord& other) {
                const auto others = report::notesOf(other);
                return std::ranges::find(others, note) != others.end();
            });
            const std::string text = common ? note : titleOf(run) + ": " + note;
            if (std::ranges::find(notes, text) == notes.end()) notes.push_back(text);
        }
    }
    return notes;
}

void addOverview(Text& text, const std::vector<RunRecord>& runs) {
    text.line(text.style().bold(
        report::shortened(report::printable(runs.front().scenario.name), outputColumns())));
    std::string start = glyph(markOf(runs));
    for (const std::string& sentence : report::overviewOf(runs)) {
        text.paragraph(start, sentence, markOf(runs));
        start = "  ";
    }
}

// What a reader has to know about the words in the tables of differences.
std::string differencesNote(const report::ComparedRuns& compared) {
    const std::string confidence =
        model::formatValue(compared.runs.front().result.confidence, model::Unit::share);
    const std::string chance =
        model::formatValue(1 - compared.runs.front().result.confidence, model::Unit::share);
    return "± is the half-width of the " + confidence +
           " confidence interval of the difference, by replications paired on common random "
           "numbers. A difference "
           "whose interval leaves out 0 is called one; of figures that do not differ, " +
           chance + " will be called so by chance. pp: percentage points.";
}

Mark markOf(const std::vector<sim::ClaimVerdict>& claims) {
    const auto any = [&claims](Mark mark) {
        return std::ranges::any_of(
            claims, [mark](const auto& claim) { return report::markOf(claim) == mark; });
    };
    return any(Mark::bad) ? Mark::bad : any(Mark::good) ? Mark::good : Mark::unknown;
}

void addAudit(Text& text, const report::Audit& audit) {
    const std::vector<RunRecord>& runs = audit.document.runs;
    text.line(text.style().bold(report::shortened(report::printable(audit.scenario), outputColumns())));
    if (audit.claims().empty()) return text.line("The scenario states no claims.");
    const Mark mark = markOf(audit.claims());
    text.paragraph(glyph(mark), report::claimsSentence(audit.claims()), mark);
    text.table(report::auditTable(audit.claims()));
    text.list("Notes", notesOf(runs));
    if (runs.empty()) return;
    text.line("");
    text.paragraph("", intervalNote(runs.front()) + " " + std::to_string(runs.size()) +
                           (runs.size() == 1 ? " run, simulated in " : " runs, simulated in ") +
                           report::timeSpanText(wallSecondsOf(runs)) + ".");
}

/// Those that this run decides; the rest is counted, so that a scenario with many claims does not
/// drown what the run found.
void addClaims(Text& text, const sim::RunResult& result) {
    sim::RunResult judged;
    for (const sim::ClaimVerdict& claim : result.claims)
        if (claim.holds) judged.claims.push_back(claim);
    text.table(report::claimsTable(judged));
    const std::size_t others = result.claims.size() - judged.claims.size();
    if (others == 0) return;
    text.line("");
    text.paragraph("  ", std::to_string(others) + (judged.claims.empty() ? "" : " more") +
                             (others == 1 ? " claim is" : " claims are") +
                             " about other variants, other loads, the limit, or nothing that can be "
                             "measured; `headroom audit` judges them all.");
}

}  // namespace

std::string runSummary(const RunRecord& run, const Style& style) {
    Text text(style);
    text.line(style.bold(
        report::shortened(report::printable(run.scenario.name) + ", " + titleOf(run), outputColumns())));
    addVerdict(text, run);
    text.table(report::objectivesTable(run.result));
    text.table(report::recoveriesTable(run.result));
    text.table(report::budgetsTable(run.result));
    text.table(report::alertsTable(run.result));
    text.table(report::actionsTable(run.result));
    text.table(report::componentsTable(run.result));
    if (run.theory) text.table(report::theoryTable(run, *run.theory));
    text.table(report::costTable(run.result));
    addClaims(text, run.result);
    text.list("What to try", suggestionsFor(run));
    text.list("Notes", report::notesOf(run));
    text.line("");
    text.paragraph("", intervalNote(run) + " " + settingsOf(run));
    return text.take();
}

std::string solveSummary(const RunRecord& estimate, const sim::Solution& solution,
                         const Style& style) {
    Text text(style);
    text.line(style.bold(report::shortened(
        report::printable(estimate.scenario.name) + ", " + titleOf(estimate), outputColumns())));
    text.paragraph("  ", "An estimate by queueing theory; nothing was simulated.");
    addVerdict(text, estimate);
    Table objectives = report::objectivesTable(estimate.result);
    for (report::TableColumn& column : objectives.columns)
        if (column.header == "Simulated") column.header = "Estimate";
    text.table(objectives);
    text.table(report::actionsTable(estimate.result));
    text.table(report::componentsTable(estimate.result));
    text.list("Notes", report::notesOf(estimate));
    text.list("Where the estimate is weak", solution.approximations);
    text.line("");
    text.paragraph("", "Solved in " +
                           model::formatValue(estimate.result.wallSeconds, model::Unit::seconds) +
                           ", " + std::to_string(solution.rounds) + " rounds.");
    return text.take();
}

std::string capacitySummary(const model::Scenario& scenario, const sim::Capacity& capacity,
                            double seconds, const Style& style) {
    Text text(style);
    const std::string variant = scenario.variant.empty() ? "" : ", " + scenario.variant;
    text.line(style.bold(report::shortened(report::printable(scenario.name + variant), outputColumns())));
    const Mark mark = capacity.limit.value ? Mark::good : Mark::unknown;
    text.paragraph(glyph(mark), report::capacitySentence(capacity), mark);
    for (const std::string& detail : report::capacityDetails(capacity))
        text.paragraph("  ", detail);
    text.table(report::curveTable(capacity));
    text.table(report::sensitivityTable(capacity, 12));
    text.list("Notes", capacity.notes);
    text.line("");
    text.paragraph(
        "", std::string(capacity.interrupted ? "Interrupted; this is what was finished. " : "") +
                std::to_string(capacity.runs) +
                (capacity.runs == 1 ? " simulation, " : " simulations, ") +
                report::timeSpanText(seconds) + " in all.");
    return text.take();
}

std::string pointsSummary(const std::vector<RunRecord>& runs, const Style& style) {
    Text text(style);
    addOverview(text, runs);
    text.paragraph("  ", report::claimsSentence(report::claimsOver(runs)));
    text.list("Notes", notesOf(runs));
    text.table(report::pointsTable(runs, ""));
    text.line("");
    text.paragraph("", intervalNote(runs.front()) + hitsNote(runs) + " Simulated in " +
                           report::timeSpanText(wallSecondsOf(runs)) + ".");
    return text.take();
}

std::string comparisonSummary(const report::ComparedRuns& compared, const Style& style) {
    Text text(style);
    addOverview(text, compared.runs);
    std::vector<std::string> notes = compared.notes;
    for (std::string& note : notesOf(compared.runs)) notes.push_back(std::move(note));
    text.list("Notes", notes);
    text.table(report::pointsTable(compared.runs, ""));
    for (std::size_t run = 1; run < compared.runs.size(); ++run)
        text.table(differencesTable(compared, run));
    text.line("");
    text.paragraph("", differencesNote(compared) + " Simulated in " +
                           report::timeSpanText(wallSecondsOf(compared.runs)) + ".");
    return text.take();
}

std::string auditSummary(const report::Audit& audit, const Style& style) {
    Text text(style);
    addAudit(text, audit);
    return text.take();
}

std::string auditOverviewSummary(const std::vector<report::Audit>& audits, const Style& style) {
    Text text(style);
    text.table(report::auditOverview(audits));
    return text.take();
}

}  // namespace headroom::cli
