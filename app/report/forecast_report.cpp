// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/forecast_report.h"

#include "app/report/capacity_report.h"
#include "app/report/safe_text.h"
#include "app/report/sizing_report.h"
#include "app/report/value_text.h"

#include <QDate>

#include <cmath>

namespace headroom::report {

namespace {

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

/// ` (between 2027-04-11 and 2027-06-20)`; nothing where there is no interval.
std::string betweenText(const sim::Arrival& when, const ForecastOrigin& origin) {
    if (when.earliest == when.latest) return "";
    return " (between " + origin.text(when.earliest) + " and " +
           (when.latest ? origin.text(when.latest) : "more than 10 years from now") + ")";
}

std::string untilText(const sim::Recommendation& r, const ForecastOrigin& origin) {
    return r.lastsUntil.day ? ", which is until " + origin.text(r.lastsUntil.day)
                            : ", which is enough for ten years";
}

std::string costText(const sim::Recommendation& r) {
    if (!r.costBefore || !r.costAfter) return "";
    const double more = *r.costAfter - *r.costBefore;
    if (std::abs(more) < 0.005) return "; at the present load it costs nothing more";
    return "; at the present load it costs " + model::formatValue(std::abs(more), model::Unit::usd) +
           (more > 0 ? " more a month" : " less a month");
}

std::string checkText(const sim::Recommendation& r, bool perSecond) {
    if (!r.confirmed) return ". It was not simulated.";
    const std::string at = loadOfStudy(r.checkedAt, perSecond);
    return *r.confirmed ? ". A simulation of it at " + at + " kept every objective."
                        : ". But a simulation of it at " + at + " missed one: theory is too hopeful here.";
}

std::string changeText(const sim::Recommendation& r, const sim::Forecast& forecast, const ForecastOrigin& origin) {
    const auto load = [&](double level) { return loadOfStudy(level, forecast.perSecond); };
    const bool isLate = r.dueBy.earliest && *r.dueBy.earliest <= 0;
    const std::string due = !r.dueBy.earliest ? "In ten years or later"
                            : isLate          ? "Now"
                                              : "Before " + origin.text(r.dueBy.earliest);
    return due + ": " + printable(r.what) + ". Every objective then holds up to " + load(r.limitAfter) +
           " instead of " + load(r.limitBefore) + untilText(r, origin) + costText(r) +
           checkText(r, forecast.perSecond);
}

/// What the sized system gains over the present one.
std::string gainText(const sim::Forecast& forecast, const ForecastOrigin& origin) {
    std::string text;
    if (forecast.limitWithSize)
        text += " What is kept now is then kept up to " + loadOfStudy(*forecast.limitWithSize, forecast.perSecond) +
                " instead of " + loadOfStudy(forecast.theoryLimit, forecast.perSecond) + " by theory";
    const sim::Estimate& cost = forecast.size->best->cost;
    if (forecast.costNow && cost.value)
        text += (text.empty() ? " A month" : "; a month") + std::string(" costs ") +
                model::formatValue(*cost.value, model::Unit::usd) + " at " +
                loadOfStudy(forecast.atHorizon.high, forecast.perSecond) + ", and " +
                model::formatValue(*forecast.costNow, model::Unit::usd) + " as it is on " + origin.text(0);
    return text.empty() ? text : text + ".";
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
    if (!days) return "not within 10 years";
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
    const auto first = std::ranges::find_if(forecast.falls, [](const sim::Fall& fall) { return !fall.missedNow; });
    if (!forecast.limit.value) {
        if (first == forecast.falls.end() || !first->when.day)
            return "By theory nothing that is kept now is missed within ten years.";
        return "By theory `" + printable(first->objective) + "` is missed from " + origin.text(first->when.day) +
               " on" + betweenText(first->when, origin) + ", at " +
               loadOfStudy(*first->limit, forecast.perSecond) + ".";
    }
    std::string text = "What is kept now is kept up to " + loadOfStudy(*forecast.limit.value, forecast.perSecond);
    if (forecast.limit.halfWidth) text += " ± " + loadOfStudy(*forecast.limit.halfWidth, forecast.perSecond);
    text += " by simulation. ";
    if (!forecast.limitReached.day) return text + "That is not reached within ten years.";
    if (*forecast.limitReached.day <= 0) return text + "That is reached now.";
    return text + "That is reached on " + origin.text(forecast.limitReached.day) +
           betweenText(forecast.limitReached, origin) + ".";
}

std::string growthSentence(const sim::Forecast& forecast, const sim::LoadTrend& trend, const ForecastOrigin& origin,
                           double horizonMonths) {
    const sim::Estimate growth = trend.growthPerMonth();
    const double share = growth.value.value_or(0);
    std::string text = "The load " + std::string(share < 0 ? "falls" : "grows") + " by " +
                       estimateText({std::abs(share), growth.halfWidth}, model::Unit::share) + " a month: from " +
                       loadOfStudy(forecast.now.expected, forecast.perSecond) + " on " + origin.text(0) + " to " +
                       loadOfStudy(forecast.atHorizon.expected, forecast.perSecond) + " by " +
                       origin.text(horizonMonths * sim::kDaysAMonth);
    if (forecast.atHorizon.high > forecast.atHorizon.expected)
        text += ", at most " + loadOfStudy(forecast.atHorizon.high, forecast.perSecond) + " with " +
                model::formatValue(trend.confidence(), model::Unit::share) + " confidence; that is what to prepare for";
    return text + ".";
}

Table fallsTable(const sim::Forecast& forecast, const ForecastOrigin& origin) {
    using Kind = TableColumn::Kind;
    Table table{"When each objective falls, by theory",
                {{"Objective", Kind::text, 0},
                 {"Holds up to", Kind::number, 0},
                 {"Falls", Kind::name, 0},
                 {"Earliest", Kind::name, 1},
                 {"Latest", Kind::name, 1}},
                {}};
    for (const sim::Fall& fall : forecast.falls) {
        const bool hasInterval = fall.when.earliest != fall.when.latest;
        const std::string none(kUnknown);
        table.rows.push_back(
            {{printable(fall.objective), fall.missedNow ? Mark::bad : Mark::good},
             {fall.limit ? loadOfStudy(*fall.limit, forecast.perSecond) : none},
             {fall.missedNow ? "is missed now" : origin.text(fall.when.day)},
             {hasInterval ? origin.text(fall.when.earliest) : none},
             {hasInterval ? origin.text(fall.when.latest) : none}});
    }
    return withoutEmptyColumns(std::move(table));
}

std::vector<std::string> recommendationTexts(const sim::Forecast& forecast, const ForecastOrigin& origin) {
    std::vector<std::string> texts;
    if (forecast.size) {
        const std::optional<double> due = soonest(forecast);
        const std::string before = due && *due > 0 ? "Before " + origin.text(due) + ": " : "";
        texts.push_back(before + sizingSentence(*forecast.size) +
                        (forecast.size->best ? gainText(forecast, origin) : ""));
        if (!forecast.size->best && !forecast.size->component.empty())
            texts.push_back("In the way stands " + printable(forecast.size->component) + ": " +
                            printable(forecast.size->why) + ".");
    }
    for (const sim::Recommendation& r : forecast.recommendations) texts.push_back(changeText(r, forecast, origin));
    return texts;
}

}  // namespace headroom::report
