// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/html_page.h"

#include <algorithm>

#include "app/report/graph_drawing.h"
#include "app/report/html_parts.h"
#include "app/report/judgement_tables.h"
#include "app/report/page_style.h"
#include "app/report/run_charts.h"
#include "app/report/safe_text.h"
#include "app/report/timeline.h"
#include "app/report/value_text.h"

namespace headroom::report {

namespace {

class Page {
public:
    explicit Page(const Document& document) : document_(document), runs_(document.runs) {}

    std::string text() {
        page_.doctype();
        {
            const auto html = page_.element("html", {{"lang", "en"}});
            head();
            body();
        }
        return page_.take();
    }

private:
    bool several() const { return runs_.size() > 1; }
    const model::Scenario& scenario() const { return runs_.front().scenario; }

    void head() {
        const auto head = page_.element("head");
        page_.empty("meta", {{"charset", "utf-8"}});
        page_.empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
        page_.empty("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
        page_.empty("meta", {{"name", "generator"}, {"content", "headroom " + document_.provenance.version}});
        page_.leaf("title", scenario().name + (several() ? "" : ", " + titleOf(runs_.front())));
        page_.style(pageStyle());
    }

    void body() {
        const auto body = page_.element("body");
        const auto main = page_.element("main");
        masthead();
        if (several()) {
            overview();
            for (std::size_t i = 0; i < runs_.size(); ++i) point(i);
        } else {
            run(runs_.front(), "run");
            claims(document_.audit ? claimsTable(*document_.audit) : claimsTable(runs_.front().result));
        }
        assumptions();
        provenance();
    }

    void masthead() {
        const auto header = page_.element("header");
        page_.leaf("p", "Headroom " + document_.provenance.version + ", simulated", {{"class", "kicker"}});
        const auto title = page_.element("h1");
        page_.text(scenario().name);
        if (!several()) page_.leaf("small", titleOf(runs_.front()));
    }

    void overview() {
        const auto section = page_.element("section", {{"id", "overview"}});
        overviewVerdict();
        writeTable(page_, pointsTable(runs_, "#point-"));
        tableNote();
        {
            const auto grid = page_.element("div", {{"class", "charts"}});
            for (const LineChart& chart : chartsAgainstLoad(runs_, "load")) writeLineChart(page_, chart);
        }
        claims(claimsTable(document_.audit ? *document_.audit : claimsOver(runs_)));
    }

    void overviewVerdict() {
        const bool allHold = std::ranges::all_of(runs_, [](const RunRecord& run) {
            return markOf(run.result) == Mark::good || markOf(run.result) == Mark::caution;
        });
        const Mark mark = allHold ? Mark::good : Mark::bad;
        const auto box = page_.element("div", {{"class", "verdict " + std::string(cssClassOf(mark))}});
        writeMark(page_, mark);
        const auto words = page_.element("div");
        for (const std::string& sentence : overviewOf(runs_)) page_.leaf("p", sentence, {{"class", "lead"}});
    }

    void tableNote() {
        std::string note = "± is the half-width of the " + model::formatValue(runs_.front().result.confidence, model::Unit::share) +
                           " confidence interval, in the unit of its figure.";
        if (const sim::TargetResult* cache = busiestCacheOf(runs_.front().result))
            note += " Hits: hit ratio of " + printable(cache->name) + ".";
        page_.leaf("p", note, {{"class", "quiet"}});
    }

    void point(std::size_t index) {
        const std::string id = "point-" + std::to_string(index + 1);
        const auto section = page_.element("section", {{"id", id}, {"class", "point"}});
        page_.leaf("h2", titleOf(runs_[index]));
        run(runs_[index], id);
    }

    void run(const RunRecord& run, const std::string& id) {
        writeVerdict(page_, run);
        writeKeyFigures(page_, run);
        writeAdvice(page_, run, document_.provenance);
        writeList(page_, notesOf(run), "notes");
        page_.leaf("h3", "Objectives");
        writeTable(page_, objectivesTable(run.result));
        if (!run.result.recoveries.empty()) {
            page_.leaf("h3", "Faults");
            writeTable(page_, recoveriesTable(run.result));
        }
        section("Error budgets", budgetsTable(run.result), kBudgetNote);
        section("Alerts", alertsTable(run.result), kAlertNote);
        page_.leaf("h3", "Architecture");
        writeGraph(page_, run, id + "-graph");
        page_.leaf("h3", "Over time");
        writeTimeline(page_, timelineOf(run, id + "-timeline"));
        charts(run, id);
        page_.leaf("h3", "Components");
        writeTable(page_, componentsTable(run.result));
        page_.leaf("h3", "What users see");
        writeTable(page_, actionsTable(run.result));
        section("Cost a month", costTable(run.result), costNote(run.result));
        section("Health: " + healthText(run.result.health), healthTable(run.result), healthFormula(run.result.health) + ".");
        settings(run);
    }

    static constexpr std::string_view kBudgetNote =
        "A burn rate of 1x spends the budget exactly by the end of its period. Somebody is told when it burns too fast over "
        "a long and a short window: 2 % of the budget in 1 h or 5 % in 6 h is a page, 10 % in 1 or 3 days a ticket (Google, "
        "Site Reliability Workbook). Times are those of the first replication.";
    static constexpr std::string_view kAlertNote = "Fired: in the first replication. Of the time: in all of them.";

    void section(std::string_view title, const Table& table, std::string_view note) {
        if (table.rows.empty()) return;
        page_.leaf("h3", title);
        writeTable(page_, table);
        page_.leaf("p", note, {{"class", "quiet"}});
    }

    static std::string costNote(const sim::RunResult& result) {
        std::string text = "What was metered, scaled to a month of 730 h: " + estimateText(result.costPerMonth, model::Unit::usd);
        if (result.costPerThousandUsers.value)
            text += ", or " + estimateText(result.costPerThousandUsers, model::Unit::usd) + " for each 1,000 users";
        return text + ".";
    }

    void charts(const RunRecord& run, const std::string& id) {
        const auto grid = page_.element("div", {{"class", "charts"}});
        for (const LineChart& chart : chartsOver(run, id)) writeLineChart(page_, chart);
        writeHeatMap(page_, utilisationMap(run, id));
    }

    void settings(const RunRecord& run) {
        const sim::RunResult& result = run.result;
        std::string text = countText(result.replications) + (result.replications == 1 ? " replication" : " replications") +
                           " of " + timeSpanText(result.simulatedSeconds) + ", seed " + std::to_string(result.seed) + ", " +
                           model::formatValue(result.confidence, model::Unit::share) + " confidence. ";
        text += result.warmUpSeconds > 0 ? "Warm-up of " + timeSpanText(result.warmUpSeconds) + " not counted. "
                                         : "No warm-up cut. ";
        text += countText(static_cast<double>(result.events)) + " events in " + timeSpanText(result.wallSeconds) + ".";
        page_.leaf("p", text, {{"class", "quiet"}});
    }

    void claims(const Table& table) {
        if (table.rows.empty()) return;
        page_.leaf("h2", "Documented claims");
        page_.leaf("p", "Figures that a document asserts, held against the simulation.", {{"class", "quiet"}});
        writeTable(page_, table);
    }

    void variants() {
        for (const RunRecord& run : runs_) {
            const auto info = std::ranges::find(run.scenario.variants, run.scenario.variant, &model::VariantInfo::name);
            if (info == run.scenario.variants.end()) continue;
            const bool first = &run == &*std::ranges::find(runs_, run.scenario.variant, [](const RunRecord& other) {
                                   return other.scenario.variant;
                               });
            if (first) definition(info->name + (info->on.empty() ? "" : ", on " + info->on), info->about);
        }
    }

    void definition(std::string_view term, std::string_view words) {
        page_.leaf("dt", term);
        page_.leaf("dd", words.empty() ? kUnknown : words);
    }

    void assumptions() {
        const auto section = page_.element("section", {{"id", "assumptions"}});
        page_.leaf("h2", "What was simulated");
        if (!scenario().about.empty()) page_.leaf("p", scenario().about);
        {
            const auto list = page_.element("dl", {{"class", "terms"}});
            if (scenario().variants.empty()) definition("base", scenario().about);
            variants();
        }
        page_.leaf("h3", "Assumptions");
        if (scenario().assumptions.empty()) {
            page_.leaf("p", "The scenario states none.", {{"class", "quiet"}});
            return;
        }
        const auto list = page_.element("dl", {{"class", "terms"}});
        for (const model::Assumption& assumption : scenario().assumptions) definition(assumption.says, assumption.why);
    }

    void provenance() {
        const auto section = page_.element("section", {{"id", "again"}});
        page_.leaf("h2", "To run it again");
        page_.leaf("p", "The same file, seed and version give the same figures, on any number of threads.");
        {
            const auto pre = page_.element("pre");
            page_.leaf("code", document_.provenance.commandLine);
        }
        const auto details = page_.element("details");
        page_.leaf("summary", "The scenario, " + document_.provenance.fileName);
        const auto pre = page_.element("pre");
        const auto code = page_.element("code");
        page_.preformatted(document_.provenance.fileText);
    }

    const Document& document_;
    const std::vector<RunRecord>& runs_;
    Markup page_;
};

}  // namespace

std::string htmlPage(const Document& document) { return Page(document).text(); }

}  // namespace headroom::report
