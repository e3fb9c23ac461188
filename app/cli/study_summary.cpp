// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/study_summary.h"

#include "app/cli/summary_text.h"
#include "app/report/run_record.h"
#include "app/report/sizing_report.h"
#include "app/report/value_text.h"

namespace headroom::cli {

namespace {

using report::Mark;

std::string headingOf(const model::Scenario& scenario, bool withLoad) {
    std::string text = scenario.name;
    if (withLoad)
        text += ", " + titleOf(report::RunRecord{scenario, {}});
    else if (!scenario.variant.empty())
        text += ", " + scenario.variant;
    return report::shortened(report::printable(text), outputColumns());
}

void addFirst(Text& text, const std::string& sentence, Mark mark) {
    text.paragraph(std::string(glyphOf(mark)) + " ", sentence, mark);
}

std::string interruptedText(bool interrupted) {
    return interrupted ? "Interrupted; this is what was finished. " : "";
}

}  // namespace

std::string sizeSummary(const model::Scenario& scenario, const sim::Sizing& sizing, double seconds,
                        const Style& style) {
    Text text(style);
    text.line(style.bold(headingOf(scenario, true)));
    addFirst(text, report::sizingSentence(sizing), sizing.best ? Mark::good : Mark::bad);
    for (const std::string& detail : report::sizingDetails(sizing)) text.paragraph("  ", detail);
    text.table(report::frontTable(sizing));
    text.table(report::simulatedTable(sizing));
    text.line("");
    text.paragraph("", interruptedText(sizing.interrupted) + report::timeSpanText(seconds) + " in all.");
    return text.take();
}

std::string forecastSummary(const model::Scenario& scenario, const sim::Forecast& forecast,
                            const sim::LoadTrend& trend, const report::ForecastOrigin& origin,
                            double horizonMonths, const Style& style) {
    Text text(style);
    text.line(style.bold(headingOf(scenario, false)));
    const bool falls = forecast.limit.value ? forecast.limitReached.day.has_value()
                                            : !forecast.falls.empty() && forecast.falls.front().when.day.has_value();
    addFirst(text, report::forecastSentence(forecast, origin), falls ? Mark::bad : Mark::good);
    text.paragraph("  ", report::growthSentence(forecast, trend, origin, horizonMonths));
    text.table(report::fallsTable(forecast, origin));
    text.list("What to change, in this order", report::recommendationTexts(forecast, origin));
    text.list("Notes", forecast.notes);
    if (forecast.interrupted) text.line(interruptedText(true));
    return text.take();
}

}  // namespace headroom::cli
