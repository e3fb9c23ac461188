// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/exports.h"
#include "app/exchange/promql.h"
#include "app/exchange/yaml_out.h"
#include "sim/judge/error_budget.h"
#include "sim/judge/objectives.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace headroom::exchange {

namespace {

using Json = nlohmann::ordered_json;
using model::Duration;
using model::Metric;
using model::MetricRef;

constexpr Duration kDefaultPeriod = std::chrono::hours(24 * 30);
constexpr Duration kObjectiveWindow = std::chrono::minutes(1);
constexpr Duration kObjectiveHold = std::chrono::minutes(5);

Duration secondsOf(double seconds) {
    return std::chrono::duration_cast<Duration>(std::chrono::duration<double>(seconds));
}

std::string ofSlo(const std::string& slo) { return "{slo=" + promString(slo) + "}"; }

// Summed over the window, so that each event counts once, however the load goes up and down.
std::string errorRatioOver(const std::string& slo, Duration window) {
    const std::string over = ofSlo(slo) + "[" + promDuration(window) + "])";
    return "sum_over_time(headroom:slo_bad_events:rate" + over +
           " / (sum_over_time(headroom:slo_events:rate" + over + " > 0)";
}

std::string recorded(const std::string& slo, Duration window) {
    return "headroom:slo_error_ratio:" + promDuration(window) + ofSlo(slo);
}

/// The rules of one objective on errors.
class BudgetRules {
public:
    BudgetRules(const model::Scenario& scenario, const model::Slo& slo, double allowed)
        : promQl_(scenario),
          slo_(slo),
          allowed_(allowed),
          period_(model::toSeconds(slo.over.value_or(kDefaultPeriod))) {}

    Json rules() const {
        Json rules = Json::array();
        rules.push_back(record("headroom:slo_events:rate", events()));
        rules.push_back(
            record("headroom:slo_bad_events:rate", "(" + errors() + ") * (" + events() + ")"));
        for (const sim::BurnWindow& window : sim::kBurnWindows)
            for (const double seconds : {window.shortSeconds, window.longSeconds})
                addWindow(rules, secondsOf(seconds));
        for (const auto severity : {sim::BurnSeverity::page, sim::BurnSeverity::ticket})
            rules.push_back(alert(severity));
        return rules;
    }

private:
    Json record(const std::string& name, const std::string& expression) const {
        return {
            {"record", name}, {"expr", expression}, {"labels", {{"slo", templateText(slo_.name)}}}};
    }

    void addWindow(Json& rules, Duration window) const {
        const Json rule = record("headroom:slo_error_ratio:" + promDuration(window),
                                 errorRatioOver(slo_.name, window));
        if (std::ranges::find(rules, rule) == rules.end()) rules.push_back(rule);
    }

    std::string errors() const {
        const MetricRef& metric = slo_.objective.metric;
        return metric.metric == Metric::availability ? "1 - " + promQl_.now(metric)
                                                     : promQl_.now(metric);
    }

    // Where production's rate of requests is not said but its errors are, every moment counts
    // alike.
    std::string events() const {
        MetricRef rate = slo_.objective.metric;
        rate.metric = Metric::arrivalRate;
        MetricRef answered = rate;
        answered.metric = Metric::throughput;
        if (!promQl_.isObserved(rate) && promQl_.isObserved(answered)) return promQl_.now(answered);
        if (!promQl_.isObserved(rate) && promQl_.isObserved(slo_.objective.metric))
            return "0 * " + promQl_.now(slo_.objective.metric) + " + 1";
        return promQl_.now(rate);
    }

    Json alert(sim::BurnSeverity severity) const {
        const bool page = severity == sim::BurnSeverity::page;
        std::string expression, description;
        for (const sim::BurnWindow& window : sim::kBurnWindows) {
            if (window.severity != severity) continue;
            const double rate =
                sim::burnRateThreshold(window.budgetShare, period_, window.longSeconds);
            const std::string limit = " > " + promNumber(rate) + " * " + promNumber(allowed_);
            const Duration longWindow = secondsOf(window.longSeconds),
                           shortWindow = secondsOf(window.shortSeconds);
            expression += (expression.empty() ? "(" : " or (") + recorded(slo_.name, longWindow) +
                          limit + " and " + recorded(slo_.name, shortWindow) + limit + ")";
            description += (description.empty() ? "" : ", or ") + promNumber(rate) +
                           " times as fast as it may over " + promDuration(longWindow) + " and " +
                           promDuration(shortWindow);
        }
        return {
            {"alert",
             templateText(slo_.name) + (page ? " burns its budget fast" : " burns its budget")},
            {"expr", expression},
            {"labels", {{"severity", page ? "page" : "ticket"}, {"slo", templateText(slo_.name)}}},
            {"annotations",
             {{"summary",
               templateText("The error budget of " + slo_.name + " is being spent too fast")},
              {"description", templateText("Objective: " + slo_.objective.text + ". It burns " +
                                           description + ".")}}}};
    }

    PromQl promQl_;
    const model::Slo& slo_;
    double allowed_, period_;
};

Json objectiveRules(const model::Scenario& scenario, const model::Slo& slo) {
    const model::Objective& objective = slo.objective;
    const Json labels = {{"slo", templateText(slo.name)}};
    const std::string missed =
        (objective.below ? " >= " : " <= ") + promNumber(model::magnitude(objective.threshold));
    return {{{"record", "headroom:objective_value"},
             {"expr", PromQl(scenario).over(objective.metric, kObjectiveWindow)},
             {"labels", labels}},
            {{"alert", templateText(slo.name) + " is missed"},
             {"expr", "headroom:objective_value" + ofSlo(slo.name) + missed},
             {"for", promDuration(kObjectiveHold)},
             {"labels", {{"severity", "ticket"}, {"slo", templateText(slo.name)}}},
             {"annotations",
              {{"summary", templateText("The objective " + slo.name + " is missed")},
               {"description", templateText("Objective: " + objective.text + ".")}}}}};
}

Json rulesOf(const model::Scenario& scenario, const model::Slo& slo) {
    const std::optional<double> allowed = sim::allowedErrors(slo.objective);
    return allowed ? BudgetRules(scenario, slo, *allowed).rules() : objectiveRules(scenario, slo);
}

std::string conditionOf(const model::Scenario& scenario, const model::Alert& alert) {
    if (!alert.burn)
        return PromQl(scenario).expression(alert.left, alert.window) +
               (alert.below ? " < " : " > ") + promNumber(alert.threshold);
    const auto slo = std::ranges::find(scenario.slos, alert.burn->slo, &model::Slo::name);
    const double allowed =
        slo == scenario.slos.end() ? 1 : sim::allowedErrors(slo->objective).value_or(1);
    const std::string limit = ") > " + promNumber(alert.burn->rate) + " * " + promNumber(allowed);
    const Duration shortWindow = alert.burn->shortWindow.value_or(alert.window / 12);
    return "(" + errorRatioOver(alert.burn->slo, alert.window) + limit + " and (" +
           errorRatioOver(alert.burn->slo, shortWindow) + limit;
}

Json ruleOf(const model::Scenario& scenario, const model::Alert& alert) {
    Json rule = {{"alert", templateText(alert.name)},
                 {"expr", conditionOf(scenario, alert)},
                 {"for", promDuration(alert.holdFor)}};
    if (alert.keepFiringFor > Duration::zero())
        rule["keep_firing_for"] = promDuration(alert.keepFiringFor);
    rule["labels"] = {{"severity", severityName(alert.severity)}};
    rule["annotations"] = {{"summary", templateText(alert.text.empty() ? alert.name : alert.text)}};
    return rule;
}

}  // namespace

std::string prometheusRules(const model::Scenario& scenario) {
    Json groups = Json::array();
    for (const model::Slo& slo : scenario.slos)
        groups.push_back({{"name", scenario.name + ", objective " + slo.name},
                          {"rules", rulesOf(scenario, slo)}});
    Json alerts = Json::array();
    for (const model::Alert& alert : scenario.alerts) alerts.push_back(ruleOf(scenario, alert));
    if (!alerts.empty())
        groups.push_back({{"name", scenario.name + ", alerts"}, {"rules", std::move(alerts)}});
    return yamlText({{"groups", std::move(groups)}});
}

}  // namespace headroom::exchange
