// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/html_parts.h"

#include <algorithm>
#include <cmath>

#include "app/report/advice.h"
#include "app/report/safe_text.h"
#include "app/report/shell_text.h"
#include "app/report/value_text.h"

namespace headroom::report {

namespace {

using model::Metric;
using model::Statistic;
using model::Unit;

void writeBar(Markup& page, double share) {
    const auto trough = page.element("span", {{"class", "bar"}, {"aria-hidden", "true"}});
    const double percent = std::clamp(share, 0.0, 1.0) * 100;
    page.leaf("span", "", {{"style", "width:" + coordinate(percent) + "%"}});
}

void writeCell(Markup& page, const Cell& cell) {
    if (cell.mark) writeMark(page, *cell.mark);
    if (cell.link.empty())
        page.text(cell.text);
    else
        page.leaf("a", cell.text, {{"href", cell.link}});
    if (cell.bar) writeBar(page, *cell.bar);
}

void writeRow(Markup& page, const Table& table, const std::vector<Cell>& row) {
    const auto tr = page.element("tr");
    for (std::size_t i = 0; i < row.size(); ++i) {
        const bool number = table.columns[i].kind == TableColumn::Kind::number;
        const bool head = i == 0;
        const auto cell = page.element(head ? "th" : "td", {{"scope", head ? "row" : ""}, {"class", number ? "n" : ""}});
        writeCell(page, row[i]);
    }
}

void writeKeyFigure(Markup& page, std::string_view name, const sim::Estimate& estimate, Unit unit) {
    if (!estimate.value) return;
    const auto card = page.element("div", {{"class", "card"}});
    page.leaf("dt", name);
    const auto definition = page.element("dd");
    page.leaf("span", valueText(estimate, unit), {{"class", "value"}});
    const std::string full = estimateText(estimate, unit);
    if (const std::size_t at = full.find("±"); at != std::string::npos)
        page.leaf("span", full.substr(at), {{"class", "interval"}});
}

std::string tryCommand(const RunRecord& run, const Advice& advice, const Provenance& provenance) {
    std::string command = "headroom run " + shellQuoted(provenance.fileName);
    if (!run.scenario.variant.empty()) command += " --variant " + shellQuoted(run.scenario.variant);
    const Load load = loadOf(run.scenario);
    if (!load.varies) command += " --users " + shellNumber(load.peak);
    return command + " --set " + shellQuoted(advice.setting);
}

}  // namespace

std::string_view cssClassOf(Mark mark) {
    switch (mark) {
        case Mark::good: return "good";
        case Mark::caution: return "caution";
        case Mark::bad: return "bad";
        case Mark::unknown: return "unknown";
    }
    return "unknown";
}

void writeMark(Markup& page, Mark mark) {
    page.leaf("span", glyphOf(mark),
              {{"class", "mark " + std::string(cssClassOf(mark))}, {"aria-hidden", "true"}});
}

void writeTable(Markup& page, const Table& table) {
    if (table.rows.empty()) return;
    const auto scroller = page.element("div", {{"class", "scroll"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", table.caption}});
    const auto element = page.element("table");
    page.leaf("caption", table.caption, {{"class", "unseen"}});
    {
        const auto head = page.element("thead");
        const auto row = page.element("tr");
        for (const TableColumn& column : table.columns)
            page.leaf("th", column.header,
                      {{"scope", "col"}, {"class", column.kind == TableColumn::Kind::number ? "n" : ""}});
    }
    const auto body = page.element("tbody");
    for (const auto& row : table.rows) writeRow(page, table, row);
}

void writeVerdict(Markup& page, const RunRecord& run) {
    const Verdict verdict = verdictOf(run);
    const auto box = page.element("div", {{"class", "verdict " + std::string(cssClassOf(verdict.mark))}});
    writeMark(page, verdict.mark);
    const auto words = page.element("div");
    page.leaf("p", verdict.objectives, {{"class", "lead"}});
    page.leaf("p", verdict.limit);
    page.leaf("p", verdict.cost);
}

void writeKeyFigures(Markup& page, const RunRecord& run) {
    const sim::Figures& figures = run.result.workload.figures;
    const auto list = page.element("dl", {{"class", "cards"}});
    writeKeyFigure(page, "Actions per second", figures.at(Metric::throughput), Unit::perSecond);
    writeKeyFigure(page, "Response time, mean", figures.at(Metric::responseTime), Unit::seconds);
    writeKeyFigure(page, "Response time, P95", figures.at(Metric::responseTime, Statistic::p95), Unit::seconds);
    writeKeyFigure(page, "Errors", figures.at(Metric::errorRatio), Unit::share);
    if (const sim::TargetResult* cache = busiestCacheOf(run.result))
        writeKeyFigure(page, "Hit ratio of " + printable(cache->name), cache->figures.at(Metric::hitRatio), Unit::share);
    writeKeyFigure(page, "Cost a month", run.result.costPerMonth, Unit::usd);
    writeKeyFigure(page, "A month for 1,000 users", run.result.costPerThousandUsers, Unit::usd);
    if (run.result.health.score)
        writeKeyFigure(page, "Health, of 100", {std::round(*run.result.health.score), std::nullopt}, Unit::count);
}

void writeAdvice(Markup& page, const RunRecord& run, const Provenance& provenance) {
    const std::vector<Advice> advice = adviceFor(run);
    if (advice.empty()) return;
    const auto box = page.element("div", {{"class", "advice"}});
    page.leaf("h3", "What to try");
    const auto list = page.element("ul");
    for (const Advice& suggestion : advice) {
        const auto item = page.element("li");
        page.text(suggestion.text + " ");
        if (!suggestion.setting.empty()) page.leaf("code", tryCommand(run, suggestion, provenance));
    }
}

void writeList(Markup& page, const std::vector<std::string>& items, std::string_view cssClass) {
    if (items.empty()) return;
    const auto list = page.element("ul", {{"class", std::string(cssClass)}});
    for (const std::string& item : items) page.leaf("li", item);
}

}  // namespace headroom::report
