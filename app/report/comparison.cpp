// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/comparison.h"

#include "app/report/json.h"
#include "app/report/safe_text.h"
#include "app/report/shell_text.h"
#include "app/report/value_text.h"
#include "model/said.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace headroom::report {

namespace {

using model::Metric;
using model::MetricRef;
using model::said;
using model::Statistic;
using model::Unit;
using Kind = TableColumn::Kind;

/// Which way is better: −1 less, 1 more, 0 neither.
int betterDirection(Metric metric) {
    switch (metric) {
        case Metric::responseTime:
        case Metric::ownTime:
        case Metric::wait:
        case Metric::cpuWait:
        case Metric::errorRatio:
        case Metric::queueLength:
        case Metric::coldStarts:
        case Metric::cost: return -1;
        case Metric::throughput:
        case Metric::availability:
        case Metric::hitRatio: return 1;
        default: return 0;
    }
}

MetricRef ofWorkload(Metric metric, Statistic statistic = Statistic::mean) {
    return {"workload", "", metric, statistic, ""};
}

/// What everybody asks first.
std::vector<MetricRef> mainMetrics(const model::Scenario& scenario) {
    std::vector<MetricRef> metrics;
    for (const model::Slo& slo : scenario.slos) metrics.push_back(slo.objective.metric);
    for (const MetricRef& metric :
         {ofWorkload(Metric::responseTime), ofWorkload(Metric::responseTime, Statistic::p50),
          ofWorkload(Metric::responseTime, Statistic::p95),
          ofWorkload(Metric::responseTime, Statistic::p99), ofWorkload(Metric::throughput),
          ofWorkload(Metric::errorRatio), ofWorkload(Metric::cost)})
        if (std::ranges::find(metrics, metric) == metrics.end()) metrics.push_back(metric);
    return metrics;
}

bool isOfComponent(const MetricRef& metric) {
    constexpr std::array kShown{Metric::utilisation, Metric::hitRatio, Metric::instances};
    return metric.target != "workload" && metric.operation.empty() &&
           std::ranges::find(kShown, metric.metric) != kShown.end();
}

/// In the order in which they are shown.
std::vector<const sim::Difference*> shownOf(const ComparedRuns& compared, std::size_t run) {
    const std::vector<sim::Difference>& all = compared.differences[run - 1];
    std::vector<const sim::Difference*> shown;
    const std::vector<MetricRef> main = mainMetrics(compared.runs.front().scenario);
    for (const MetricRef& metric : main) {
        const auto found = std::ranges::find(all, metric, &sim::Difference::metric);
        if (found != all.end()) shown.push_back(&*found);
    }
    for (const sim::Difference& difference : all) {
        const bool known = std::ranges::find(main, difference.metric) != main.end();
        if (!known && isOfComponent(difference.metric) && difference.isSignificant().value_or(true))
            shown.push_back(&difference);
    }
    return shown;
}

Cell verdictCell(const sim::Difference& difference) {
    const std::optional<bool> significant = difference.isSignificant();
    if (!significant) return {std::string(kUnknown)};
    if (!*significant) return {said("Report", "no difference seen")};
    const int sign = *difference.value.value > 0 ? 1 : -1;
    const int better = betterDirection(difference.metric.metric);
    if (better == 0) return {sign > 0 ? said("Report", "more") : said("Report", "less")};
    return sign == better ? Cell{said("Report", "better"), Mark::good}
                          : Cell{said("Report", "worse"), Mark::bad};
}

std::string fixed(double value, int decimals) {
    if (decimals == 0) return countText(std::round(value));
    std::array<char, 400> buffer{};
    const auto end =
        std::to_chars(buffer.begin(), buffer.end(), value, std::chars_format::fixed, decimals).ptr;
    return {buffer.begin(), end};
}

/// Decimals that show `digits` digits of the number.
int decimalsFor(double value, int digits) {
    if (!(value > 0)) return 0;
    return std::clamp(digits - 1 - static_cast<int>(std::floor(std::log10(value))), 0, 9);
}

std::string withoutZeros(std::string number) {
    if (number.find('.') == std::string::npos) return number;
    number.erase(number.find_last_not_of('0') + 1);
    if (number.ends_with('.')) number.pop_back();
    return number;
}

std::string withSign(double value, const std::string& magnitude) {
    const bool isZero = magnitude.find_first_not_of("0.") == std::string::npos;
    return (isZero ? "" : value < 0 ? "−" : "+") + magnitude;
}

std::string changeText(double from, double to) {
    if (from == 0 || from == to) return std::string(kUnknown);
    const double change = (to - from) / std::abs(from);
    if (std::abs(change) >= 10) return "×" + fixed(to / from, 0);
    return withSign(change, fixed(100 * std::abs(change), std::abs(change) < 0.0995 ? 1 : 0)) +
           " %";
}

std::vector<Cell> differenceRow(const ComparedRuns& compared, std::size_t run,
                                const sim::Difference& difference) {
    const Unit unit = unitOf(difference.metric.metric);
    const sim::Estimate from = compared.runs.front().result.figure(difference.metric);
    const sim::Estimate to = compared.runs[run].result.figure(difference.metric);
    return {{printable(model::toText(difference.metric))},
            valueCell(from, unit),
            valueCell(to, unit),
            {differenceText(difference.value, unit), std::nullopt, std::nullopt, {}, CellFigure{difference.value, unit}},
            {changeText(from.value.value_or(0), to.value.value_or(0))},
            verdictCell(difference)};
}

bool haveOneLoad(const ComparedRuns& compared) {
    const std::string load = loadText(loadOf(compared.runs.front().scenario));
    return std::ranges::all_of(compared.runs, [&](const RunRecord& run) {
        return loadText(loadOf(run.scenario)) == load;
    });
}

nlohmann::ordered_json figure(const sim::Estimate& estimate) {
    const auto number = [](const std::optional<double>& value) {
        return value && std::isfinite(*value) ? nlohmann::ordered_json(*value) : nullptr;
    };
    return {{"value", number(estimate.value)}, {"half_width", number(estimate.halfWidth)}};
}

std::string keyLabel(const ComparedRuns& compared, std::size_t run) {
    const RunRecord& record = compared.runs[run];
    const std::string name = record.scenario.variant.empty() ? "base" : record.scenario.variant;
    return haveOneLoad(compared) ? name : name + "=" + shellNumber(loadOf(record.scenario).peak);
}

}  // namespace

std::vector<std::string> labelsOf(const ComparedRuns& compared) {
    const bool plain = haveOneLoad(compared);
    std::vector<std::string> labels;
    for (const RunRecord& run : compared.runs)
        labels.push_back(
            plain ? variantOf(run)
                  : said("Report", "%1 at %2", {variantOf(run), loadText(loadOf(run.scenario))}));
    return labels;
}

std::string differenceText(const sim::Estimate& difference, Unit unit) {
    if (!difference.value) return std::string(kUnknown);
    const double value = *difference.value, halfWidth = difference.halfWidth.value_or(0);
    DisplayUnit shown = displayUnitFor(std::max(std::abs(value), halfWidth), unit);
    if (unit == Unit::share) shown.suffix = " " + said("Report", "pp");
    if (shown.suffix.starts_with(" /")) shown.suffix.erase(0, 1);
    const auto number = [&](int decimals) {
        return fixed(std::abs(value) / shown.scale, decimals);
    };
    if (!(halfWidth > 0)) {
        const std::string exact =
            withoutZeros(number(decimalsFor(std::abs(value) / shown.scale, 3)));
        return withSign(value, exact) + (difference.halfWidth ? " ± 0" : "") + shown.suffix;
    }
    const int decimals = decimalsFor(halfWidth / shown.scale, 2);
    return withSign(value, number(decimals)) + " ± " + fixed(halfWidth / shown.scale, decimals) +
           shown.suffix;
}

Table differencesTable(const ComparedRuns& compared, std::size_t run) {
    const std::vector<std::string> labels = labelsOf(compared);
    Table table{said("Report", "%1 against %2", {labels[run], labels.front()}),
                {{said("Report", "Figure"), Kind::name, 0},
                 {labels.front(), Kind::number, 0},
                 {labels[run], Kind::number, 0},
                 {said("Report", "Difference"), Kind::number, 0},
                 {said("Report", "Change"), Kind::number, 1},
                 {"", Kind::name, 0}},
                {}};
    for (const sim::Difference* difference : shownOf(compared, run))
        table.rows.push_back(differenceRow(compared, run, *difference));
    return table;
}

nlohmann::ordered_json comparisonJson(const ComparedRuns& compared) {
    nlohmann::ordered_json variants = nlohmann::ordered_json::array();
    nlohmann::ordered_json differences = nlohmann::ordered_json::object();
    for (const RunRecord& run : compared.runs) variants.push_back(runJson(run));
    for (std::size_t run = 1; run < compared.runs.size(); ++run) {
        const std::string behind =
            compared.asked > 2 ? " @ " + keyLabel(compared, run) : std::string();
        for (const sim::Difference& difference : compared.differences[run - 1])
            differences[model::toText(difference.metric) + behind] = figure(difference.value);
    }
    return {{"headroom", 1},
            {"scenario", compared.runs.front().result.scenario},
            {"notes", compared.notes},
            {"variants", std::move(variants)},
            {"differences", std::move(differences)}};
}

}  // namespace headroom::report
