// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/forecast_report.h"

#include "app/report/capacity_report.h"
#include "app/report/safe_text.h"
#include "app/report/sizing_report.h"
#include "app/report/value_text.h"
#include "model/said.h"

#include <QDate>

#include <cmath>

namespace headroom::report {

namespace {

using model::said;
using Json = nlohmann::ordered_json;

Json numberOrNull(const std::optional<double>& value) { return value ? Json(*value) : Json(nullptr); }

Json estimateJson(const sim::Estimate& estimate) {
    return {{"value", numberOrNull(estimate.value)}, {"half_width", numberOrNull(estimate.halfWidth)}};
}

Json peakJson(const sim::DailyPeak& peak) {
    return {{"value", peak.expected}, {"low", peak.low}, {"high", peak.high}};
}

Json dateJson(const std::optional<double>& days, const ForecastOrigin& origin) {
    return days ? Json(origin.text(days)) : Json(nullptr);
}

void addDates(Json& json, const sim::Arrival& when, const ForecastOrigin& origin) {
    json["date"] = dateJson(when.day, origin);
    json["earliest"] = dateJson(when.earliest, origin);
    json["latest"] = dateJson(when.latest, origin);
}

Json recommendationJson(const sim::Recommendation& r, const ForecastOrigin& origin) {
    return {{"change", r.what},
            {"component", r.component},
            {"limit_before", r.limitBefore},
            {"limit_after", r.limitAfter},
            {"due_by", dateJson(r.dueBy.earliest, origin)},
            {"lasts_until", dateJson(r.lastsUntil.day, origin)},
            {"cost_before", numberOrNull(r.costBefore)},
            {"cost_after", numberOrNull(r.costAfter)},
            {"confirmed", r.confirmed ? Json(*r.confirmed) : Json(nullptr)},
            {"checked_at", r.checkedAt}};
}

/// `2027-05-15 (between 2027-04-11 and 2027-06-20)`; the day alone where there is no interval.
std::string whenText(const sim::Arrival& when, const ForecastOrigin& origin) {
    const std::string day = origin.text(when.day);
    if (when.earliest == when.latest) return day;
    const std::string earliest = origin.text(when.earliest);
    if (!when.latest)
        return said("Report", "%1 (between %2 and more than 10 years from now)", {day, earliest});
    return said("Report", "%1 (between %2 and %3)", {day, earliest, origin.text(when.latest)});
}

/// The same, for an objective that is missed from then on.
std::string missedFromText(const sim::Fall& fall, const ForecastOrigin& origin) {
    const sim::Arrival& when = fall.when;
    const std::string objective = printable(fall.objective), day = origin.text(when.day);
    if (when.earliest == when.latest)
        return said("Report", "By theory `%1` is missed from %2 on", {objective, day});
    const std::string earliest = origin.text(when.earliest);
    if (!when.latest)
        return said(
            "Report",
            "By theory `%1` is missed from %2 on (between %3 and more than 10 years from now)",
            {objective, day, earliest});
    return said("Report", "By theory `%1` is missed from %2 on (between %3 and %4)",
                {objective, day, earliest, origin.text(when.latest)});
}

/// With the full stop: `Every objective then holds up to …; at the present load it costs …`
std::string effectText(const sim::Recommendation& r, bool perSecond, const ForecastOrigin& origin) {
    const std::string after = loadOfStudy(r.limitAfter, perSecond),
                      before = loadOfStudy(r.limitBefore, perSecond);
    const std::string holds =
        r.lastsUntil.day
            ? said("Report", "Every objective then holds up to %1 instead of %2, which is until %3",
                   {after, before, origin.text(r.lastsUntil.day)})
            : said("Report",
                   "Every objective then holds up to %1 instead of %2, which is enough for ten "
                   "years",
                   {after, before});
    if (!r.costBefore || !r.costAfter) return holds + ".";
    const double more = *r.costAfter - *r.costBefore;
    const char* words =
        std::abs(more) < 0.005
            ? HEADROOM_SAID("Report", "at the present load it costs nothing more")
        : more > 0 ? HEADROOM_SAID("Report", "at the present load it costs %1 more a month")
                   : HEADROOM_SAID("Report", "at the present load it costs %1 less a month");
    return holds + "; " +
           said("Report", words, {model::formatValue(std::abs(more), model::Unit::usd)}) + ".";
}

std::string checkSentence(const sim::Recommendation& r, bool perSecond) {
    if (!r.confirmed) return said("Report", "It was not simulated.");
    const char* words =
        *r.confirmed
            ? HEADROOM_SAID("Report", "A simulation of it at %1 kept every objective.")
            : HEADROOM_SAID("Report",
                            "But a simulation of it at %1 missed one: theory is too hopeful here.");
    return said("Report", words, {loadOfStudy(r.checkedAt, perSecond)});
}

/// `Before 2027-05-15: db.servers = 24`
std::string dueText(const std::optional<double>& due, const std::string& what,
                    const ForecastOrigin& origin) {
    if (!due) return said("Report", "In ten years or later: %1", {what});
    return *due <= 0 ? said("Report", "Now: %1", {what})
                     : said("Report", "Before %1: %2", {origin.text(due), what});
}

std::string changeText(const sim::Recommendation& r, const sim::Forecast& forecast, const ForecastOrigin& origin) {
    return dueText(r.dueBy.earliest, printable(r.what), origin) + ". " +
           effectText(r, forecast.perSecond, origin) + " " + checkSentence(r, forecast.perSecond);
}

/// What the sized system gains over the present one, a space before it; may be empty.
std::string gainText(const sim::Forecast& forecast, const ForecastOrigin& origin) {
    std::string text;
    if (forecast.limitWithSize)
        text =
            " " + said("Report", "What is kept now is then kept up to %1 instead of %2 by theory",
                       {loadOfStudy(*forecast.limitWithSize, forecast.perSecond),
                        loadOfStudy(forecast.theoryLimit, forecast.perSecond)});
    const sim::Estimate& cost = forecast.size->best->cost;
    if (forecast.costNow && cost.value) {
        const char* words =
            text.empty() ? HEADROOM_SAID("Report", "A month costs %1 at %2, and %3 as it is on %4")
                         : HEADROOM_SAID("Report", "a month costs %1 at %2, and %3 as it is on %4");
        text += (text.empty() ? " " : "; ") +
                said("Report", words,
                     {model::formatValue(*cost.value, model::Unit::usd),
                      loadOfStudy(forecast.atHorizon.high, forecast.perSecond),
                      model::formatValue(*forecast.costNow, model::Unit::usd), origin.text(0)});
    }
    return text.empty() ? text : text + ".";
}

/// How it is now, where no simulation looked for the limit.
std::string theorySentence(const sim::Forecast& forecast, const ForecastOrigin& origin) {
    const auto first =
        std::ranges::find_if(forecast.falls, [](const sim::Fall& fall) { return !fall.missedNow; });
    if (first == forecast.falls.end() || !first->when.day)
        return said("Report", "By theory nothing that is kept now is missed within ten years.");
    return said("Report", "%1, at %2.",
                {missedFromText(*first, origin), loadOfStudy(*first->limit, forecast.perSecond)});
}

std::optional<double> soonest(const sim::Forecast& forecast) {
    if (forecast.limit.value) return forecast.limitReached.earliest;
    std::optional<double> first;
    for (const sim::Fall& fall : forecast.falls)
        if (!fall.missedNow && fall.when.earliest && (!first || *fall.when.earliest < *first)) first = fall.when.earliest;
    return first;
}

}  // namespace

std::string ForecastOrigin::text(const std::optional<double>& days) const {
    if (!days) return said("Report", "not within 10 years");
    const QDate date = QDate(1970, 1, 1).addDays(std::lround(std::floor(day + *days)));
    return date.toString(Qt::ISODate).toStdString();
}

Json forecastJson(const sim::Forecast& forecast, const sim::LoadTrend& trend, const ForecastOrigin& origin) {
    Json falls = Json::array(), recommendations = Json::array();
    for (const sim::Fall& fall : forecast.falls) {
        Json json{{"objective", fall.objective}, {"limit", numberOrNull(fall.limit)}};
        addDates(json, fall.when, origin);
        json["missed_now"] = fall.missedNow;
        falls.push_back(std::move(json));
    }
    for (const sim::Recommendation& r : forecast.recommendations)
        recommendations.push_back(recommendationJson(r, origin));
    Json limit = estimateJson(forecast.limit);
    addDates(limit, forecast.limitReached, origin);
    return {{"unit", forecast.perSecond ? "per_s" : "users"},
            {"from", origin.text(0)},
            {"load", peakJson(forecast.now)},
            {"load_at_horizon", peakJson(forecast.atHorizon)},
            {"growth_per_month", estimateJson(trend.growthPerMonth())},
            {"limit", forecast.limit.value ? std::move(limit) : Json(nullptr)},
            {"falls", std::move(falls)},
            {"recommendations", std::move(recommendations)},
            {"cost_per_month", numberOrNull(forecast.costNow)},
            {"limit_with_size", numberOrNull(forecast.limitWithSize)},
            {"size", forecast.size ? sizingJson(*forecast.size) : Json(nullptr)},
            {"notes", forecast.notes},
            {"interrupted", forecast.interrupted}};
}

std::string forecastSentence(const sim::Forecast& forecast, const ForecastOrigin& origin) {
    if (!forecast.limit.value) return theorySentence(forecast, origin);
    std::string limit = loadOfStudy(*forecast.limit.value, forecast.perSecond);
    if (forecast.limit.halfWidth)
        limit += " ± " + loadOfStudy(*forecast.limit.halfWidth, forecast.perSecond);
    const std::string text =
        said("Report", "What is kept now is kept up to %1 by simulation.", {limit}) + " ";
    if (!forecast.limitReached.day)
        return text + said("Report", "That is not reached within ten years.");
    if (*forecast.limitReached.day <= 0) return text + said("Report", "That is reached now.");
    return text +
           said("Report", "That is reached on %1.", {whenText(forecast.limitReached, origin)});
}

std::string growthSentence(const sim::Forecast& forecast, const sim::LoadTrend& trend, const ForecastOrigin& origin,
                           double horizonMonths) {
    const sim::Estimate growth = trend.growthPerMonth();
    const double share = growth.value.value_or(0);
    const char* words =
        share < 0
            ? HEADROOM_SAID("Report", "The load falls by %1 a month: from %2 on %3 to %4 by %5")
            : HEADROOM_SAID("Report", "The load grows by %1 a month: from %2 on %3 to %4 by %5");
    const std::string text =
        said("Report", words,
             {estimateText({std::abs(share), growth.halfWidth}, model::Unit::share),
              loadOfStudy(forecast.now.expected, forecast.perSecond), origin.text(0),
              loadOfStudy(forecast.atHorizon.expected, forecast.perSecond),
              origin.text(horizonMonths * sim::kDaysAMonth)});
    if (!(forecast.atHorizon.high > forecast.atHorizon.expected)) return text + ".";
    return said("Report", "%1, at most %2 with %3 confidence; that is what to prepare for.",
                {text, loadOfStudy(forecast.atHorizon.high, forecast.perSecond),
                 model::formatValue(trend.confidence(), model::Unit::share)});
}

Table fallsTable(const sim::Forecast& forecast, const ForecastOrigin& origin) {
    using Kind = TableColumn::Kind;
    Table table{said("Report", "When each objective falls, by theory"),
                {{said("Report", "Objective"), Kind::text, 0},
                 {said("Report", "Holds up to"), Kind::number, 0},
                 {said("Report", "Falls"), Kind::name, 0},
                 {said("Report", "Earliest"), Kind::name, 1},
                 {said("Report", "Latest"), Kind::name, 1}},
                {}};
    for (const sim::Fall& fall : forecast.falls) {
        const bool hasInterval = fall.when.earliest != fall.when.latest;
        const std::string none(kUnknown);
        table.rows.push_back(
            {{printable(fall.objective), fall.missedNow ? Mark::bad : Mark::good},
             {fall.limit ? loadOfStudy(*fall.limit, forecast.perSecond) : none},
             {fall.missedNow ? said("Report", "is missed now") : origin.text(fall.when.day)},
             {hasInterval ? origin.text(fall.when.earliest) : none},
             {hasInterval ? origin.text(fall.when.latest) : none}});
    }
    return withoutEmptyColumns(std::move(table));
}

std::vector<std::string> recommendationTexts(const sim::Forecast& forecast, const ForecastOrigin& origin) {
    std::vector<std::string> texts;
    if (forecast.size) {
        const std::optional<double> due = soonest(forecast);
        const std::string size = sizingSentence(*forecast.size);
        texts.push_back((due && *due > 0 ? dueText(due, size, origin) : size) +
                        (forecast.size->best ? gainText(forecast, origin) : ""));
        if (!forecast.size->best && !forecast.size->component.empty())
            texts.push_back(inTheWayText(*forecast.size));
    }
    for (const sim::Recommendation& r : forecast.recommendations) texts.push_back(changeText(r, forecast, origin));
    return texts;
}

}  // namespace headroom::report
