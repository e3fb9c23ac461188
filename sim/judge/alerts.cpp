// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/judge/alerts.h"

#include "sim/engine/alert_watch.h"
#include "sim/judge/error_budget.h"
#include "sim/judge/expression_value.h"
#include "sim/judge/objectives.h"
#include "sim/study/interval_metric.h"

#include <algorithm>
#include <cmath>

namespace headroom::sim {

namespace {

using model::Alert;
using model::MetricRef;
using model::Scenario;
using Replications = std::span<const ReplicationResult>;

constexpr double kUsualPeriod = 30 * 86400.0;

const TargetLog* named(const std::vector<TargetLog>& logs, const std::string& name) {
    const auto found = std::ranges::find(logs, name, &TargetLog::name);
    return found == logs.end() ? nullptr : &*found;
}

const TargetLog* logOf(const ReplicationResult& replication, const MetricRef& ref) {
    if (ref.target == "workload")
        return ref.operation.empty() ? &replication.workload
                                     : named(replication.operations, ref.operation);
    return ref.operation.empty()
               ? named(replication.components, ref.target)
               : named(replication.componentOperations, ref.target + "." + ref.operation);
}

std::optional<double> known(double value) {
    return std::isnan(value) ? std::nullopt : std::optional(value);
}

/// What an alert sees of one replication after each interval.
class Window {
public:
    Window(const Scenario& scenario, const Alert& alert, const ReplicationResult& replication)
        : alert_(alert),
          replication_(replication),
          length_(intervalsOf(alert.window, scenario.run)) {}

    std::optional<double> valueAfter(std::size_t interval) const {
        const auto figure = [&](const model::Expression& leaf) {
            return Estimate{figureAfter(leaf.metric, interval), std::nullopt};
        };
        return valueOf(alert_.left, figure).value;
    }

private:
    std::optional<double> figureAfter(const MetricRef& ref, std::size_t interval) const {
        const TargetLog* log = logOf(replication_, ref);
        if (!log) return std::nullopt;
        if (isTime(ref.metric) && ref.statistic != model::Statistic::mean)
            return quantileAfter(*log, ref, interval);
        const IntervalMetric* metric = findIntervalMetric(ref.metric);
        if (!metric || !metric->appliesTo(*log)) return std::nullopt;
        const std::size_t end = interval + 1, first = end - std::min(end, length_);
        const double time = static_cast<double>(end - first) * seconds(replication_.sample);
        return metric->value(sumOf(*log, first, end), time);
    }

    std::optional<double> quantileAfter(const TargetLog& log, const MetricRef& ref,
                                        std::size_t interval) const {
        const auto found = std::ranges::find_if(log.trailing, [&](const TrailingQuantile& t) {
            return t.isOf(ref.metric, ref.statistic, length_);
        });
        if (found == log.trailing.end() || interval >= found->values().size()) return std::nullopt;
        return known(static_cast<double>(found->values()[interval]));
    }

    const Alert& alert_;
    const ReplicationResult& replication_;
    std::size_t length_;
};

/// After each interval; `known` is whether there was ever anything to compare.
struct Condition {
    std::vector<bool> holds;
    bool known = false;
};

Condition thresholdCondition(const Scenario& scenario, const Alert& alert,
                             const ReplicationResult& replication) {
    const Window window(scenario, alert, replication);
    Condition condition;
    for (std::size_t i = 0; i < replication.workload.intervals.size(); ++i) {
        const std::optional<double> value = window.valueAfter(i);
        condition.known = condition.known || value;
        condition.holds.push_back(
            value && (alert.below ? *value < alert.threshold : *value > alert.threshold));
    }
    return condition;
}

std::vector<EventCounts> eventsOf(const TargetLog& log) {
    std::vector<EventCounts> events;
    for (const IntervalCounts& c : log.intervals) {
        const auto bad = static_cast<double>(c.refused + c.timedOut + c.failed);
        events.push_back({bad, bad + static_cast<double>(c.answered)});
    }
    return events;
}

Condition burnRateCondition(const Scenario& scenario, const Alert& alert,
                            const ReplicationResult& replication) {
    const auto slo = std::ranges::find(scenario.slos, alert.burn->slo, &model::Slo::name);
    if (slo == scenario.slos.end()) return {};
    const std::optional<double> allowed = allowedErrors(slo->objective);
    const TargetLog* log = logOf(replication, slo->objective.metric);
    if (!allowed || !log) return {};
    const double longSeconds = model::toSeconds(alert.window);
    const double shortSeconds =
        alert.burn->shortWindow ? model::toSeconds(*alert.burn->shortWindow) : longSeconds / 12;
    const auto events = eventsOf(*log);
    const auto longOnes = trailingErrorRatios(events, replication.sample, longSeconds);
    const auto shortOnes = trailingErrorRatios(events, replication.sample, shortSeconds);
    Condition condition;
    for (std::size_t i = 0; i < events.size(); ++i) {
        condition.known = condition.known || !std::isnan(longOnes[i]);
        condition.holds.push_back(burnRateOf(longOnes[i], *allowed) > alert.burn->rate &&
                                  burnRateOf(shortOnes[i], *allowed) > alert.burn->rate);
    }
    return condition;
}

std::vector<TimeSpan> inSeconds(const std::vector<FiringSpan>& spans) {
    std::vector<TimeSpan> result;
    // Divided, so that whole seconds stay whole.
    const auto exact = [](SimTime t) { return static_cast<double>(t) / kNanosecondsPerSecond; };
    for (const FiringSpan& span : spans) result.push_back({exact(span.from), exact(span.to)});
    return result;
}

double sumOf(const std::vector<FiringSpan>& spans) {
    double sum = 0;
    for (const FiringSpan& span : spans) sum += seconds(span.to - span.from);
    return sum;
}

AlertResult evaluate(const Scenario& scenario, const Alert& alert, Replications replications) {
    AlertResult result;
    result.name = alert.name;
    result.condition = alert.text;
    result.severity = alert.severity;
    double firing = 0, all = 0;
    for (const ReplicationResult& replication : replications) {
        const Condition condition = alert.burn ? burnRateCondition(scenario, alert, replication)
                                               : thresholdCondition(scenario, alert, replication);
        const auto spans = firingSpans(condition.holds, replication.sample, alert.holdFor.count(),
                                       alert.keepFiringFor.count());
        if (&replication == &replications.front()) result.fired = inSeconds(spans);
        result.isKnown = result.isKnown || condition.known;
        result.replicationsFired += spans.empty() ? 0 : 1;
        firing += sumOf(spans);
        all += static_cast<double>(condition.holds.size()) * seconds(replication.sample);
    }
    if (result.isKnown && all > 0) result.shareOfTime = firing / all;
    return result;
}

/// The spans in the first replication in which somebody of this severity would be told.
std::vector<TimeSpan> toldSpans(const TargetLog& log, SimTime sample, double allowed, double period,
                                BurnSeverity severity) {
    const auto told = burnCondition(eventsOf(log), sample, allowed, period, severity);
    return inSeconds(firingSpans(told, sample, 0, 0));
}

}  // namespace

std::vector<AlertResult> evaluateAlerts(const Scenario& scenario, Replications replications) {
    std::vector<AlertResult> results;
    for (const Alert& alert : scenario.alerts)
        results.push_back(evaluate(scenario, alert, replications));
    return results;
}

void addErrorBudgets(const Scenario& scenario, Replications replications,
                     std::vector<SloVerdict>& verdicts) {
    if (replications.empty()) return;
    const ReplicationResult& first = replications.front();
    for (std::size_t i = 0; i < scenario.slos.size() && i < verdicts.size(); ++i) {
        const model::Slo& slo = scenario.slos[i];
        const std::optional<double> allowed = allowedErrors(slo.objective);
        const TargetLog* log = logOf(first, slo.objective.metric);
        if (!allowed || !verdicts[i].errorBudgetLeft || !log) continue;
        ErrorBudget budget;
        budget.allowed = *allowed;
        budget.periodSeconds = slo.over ? model::toSeconds(*slo.over) : kUsualPeriod;
        budget.burnRate = 1 - *verdicts[i].errorBudgetLeft;
        budget.exhaustedAfterSeconds = timeToExhaustion(budget.burnRate, budget.periodSeconds);
        budget.pages =
            toldSpans(*log, first.sample, *allowed, budget.periodSeconds, BurnSeverity::page);
        budget.tickets =
            toldSpans(*log, first.sample, *allowed, budget.periodSeconds, BurnSeverity::ticket);
        verdicts[i].budget = std::move(budget);
    }
}

}  // namespace headroom::sim
