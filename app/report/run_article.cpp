// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/article_parts.h"
#include "app/report/articles.h"
#include "app/report/run_charts.h"
#include "app/report/safe_text.h"
#include "model/said.h"

#include <algorithm>

namespace headroom::report {

namespace {

using model::said;

void addClaims(Blocks& blocks, Table table) {
    if (table.rows.empty()) return;
    blocks.emplace_back(Heading{2, said("Report", "Documented claims"), "claims"});
    blocks.emplace_back(Paragraph{
        said("Report", "Figures that a document asserts, held against the simulation."), true});
    blocks.emplace_back(std::move(table));
}

Judgement judgementOn(const std::vector<RunRecord>& runs) {
    const bool allHold = std::ranges::all_of(runs, [](const RunRecord& run) {
        return markOf(run.result) == Mark::good || markOf(run.result) == Mark::caution;
    });
    return {allHold ? Mark::good : Mark::bad, overviewOf(runs)};
}

Article begin(const Provenance& provenance, std::string kicker, const std::string& title) {
    Article article;
    article.version = printable(provenance.version);
    article.kicker = std::move(kicker);
    article.title = printable(title);
    return article;
}

void addChartsAgainstLoad(Blocks& blocks, const std::vector<RunRecord>& runs) {
    blocks.emplace_back(Heading{2, said("Report", "Against the load"), "against-load"});
    Drawings charts;
    for (const LineChart& chart : chartsAgainstLoad(runs, "load"))
        charts.items.push_back(drawingOf(chart));
    blocks.emplace_back(std::move(charts));
}

void addEveryPoint(Blocks& blocks, const std::vector<RunRecord>& runs) {
    blocks.emplace_back(pointsTable(runs, "#point-"));
    blocks.emplace_back(Paragraph{intervalNote(runs.front().result), true});
}

// What to do first is what helps the first load that misses an objective.
void addSuggestions(Blocks& front, const std::vector<RunRecord>& runs,
                    const Provenance& provenance) {
    const auto missed = std::ranges::find_if(
        runs, [](const RunRecord& run) { return markOf(run.result) == Mark::bad; });
    if (missed != runs.end()) front.emplace_back(suggestionsFor(*missed, provenance));
}

void addFront(Blocks& front, const RunRecord& run, const Provenance& provenance) {
    const Verdict verdict = verdictOf(run);
    front.emplace_back(
        Judgement{verdict.mark, {verdict.objectives}, {verdict.limit, verdict.cost}});
    front.emplace_back(keyFiguresOf(run));
    front.emplace_back(suggestionsFor(run, provenance));
    front.emplace_back(Notes{notesOf(run)});
    front.emplace_back(objectivesTable(run.result));
}

void addCommonEnd(Article& article, const Document& document) {
    addAssumptions(article.rest, document.runs.front().scenario, document.runs);
    addProvenance(article.rest, document.provenance);
}

std::string differencesNote(const RunRecord& reference) {
    return said("Report",
                "Differences are by replications paired on common random numbers; one whose "
                "interval leaves out 0 is called one. Of figures that do not differ, %1 will be "
                "called so by chance. pp: percentage points.",
                {model::formatValue(1 - reference.result.confidence, model::Unit::share)});
}

}  // namespace

Article runArticle(const Document& document) {
    const std::vector<RunRecord>& runs = document.runs;
    Article article =
        begin(document.provenance, said("Report", "simulated"), runs.front().scenario.name);
    if (runs.size() == 1) {
        article.subtitle = printable(titleOf(runs.front()));
        addFront(article.front, runs.front(), document.provenance);
        addEvidence(article.rest, runs.front(), "run", 2);
        addClaims(article.rest,
                  document.audit ? claimsTable(*document.audit) : claimsTable(runs.front().result));
    } else {
        article.front.emplace_back(judgementOn(runs));
        addEveryPoint(article.front, runs);
        addSuggestions(article.front, runs, document.provenance);
        addChartsAgainstLoad(article.rest, runs);
        addClaims(article.rest, claimsTable(document.audit ? *document.audit : claimsOver(runs)));
        addRuns(article.rest, runs, document.provenance);
    }
    addCommonEnd(article, document);
    return article;
}

Article comparisonArticle(const Provenance& provenance, const ComparedRuns& compared) {
    const std::vector<RunRecord>& runs = compared.runs;
    Article article = begin(provenance, said("Report", "compared"), runs.front().scenario.name);
    article.front.emplace_back(judgementOn(runs));
    article.front.emplace_back(Notes{compared.notes});
    addEveryPoint(article.front, runs);
    for (std::size_t run = 1; run < runs.size(); ++run) {
        Table table = differencesTable(compared, run);
        const std::string title = printable(table.caption);
        addTable(article.rest, title, std::move(table),
                 run + 1 == runs.size() ? differencesNote(runs.front()) : "");
    }
    addChartsAgainstLoad(article.rest, runs);
    addRuns(article.rest, runs, provenance);
    addAssumptions(article.rest, runs.front().scenario, runs);
    addProvenance(article.rest, provenance);
    return article;
}

Article auditArticle(const Audit& audit) {
    const std::vector<RunRecord>& runs = audit.document.runs;
    Article article =
        begin(audit.document.provenance, said("Report", "claims audited"), audit.scenario);
    const bool missed = std::ranges::any_of(audit.claims(), &sim::ClaimVerdict::missed);
    const bool held =
        std::ranges::any_of(audit.claims(), [](const auto& claim) { return claim.holds == true; });
    const std::string sentence = claimsSentence(audit.claims());
    article.front.emplace_back(Judgement{
        missed ? Mark::bad
        : held ? Mark::good
               : Mark::unknown,
        {sentence.empty() ? said("Report", "The scenario states no claims.") : sentence}});
    article.front.emplace_back(auditTable(audit.claims()));
    if (!runs.empty()) {
        addChartsAgainstLoad(article.rest, runs);
        article.rest.emplace_back(Heading{2, said("Report", "Every run"), "runs"});
        addEveryPoint(article.rest, runs);
        addRuns(article.rest, runs, audit.document.provenance);
        addAssumptions(article.rest, runs.front().scenario, runs);
    }
    addProvenance(article.rest, audit.document.provenance);
    return article;
}

}  // namespace headroom::report
