// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/promql.h"

#include "app/import/open_metrics.h"
#include "app/report/safe_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <utility>

namespace headroom::exchange {

namespace {

using model::Expression;
using model::Metric;
using model::MetricRef;

std::string selector(const MetricRef& metric) {
    const import::ExposedMetric exposed = import::exposedMetric(metric);
    std::string labels;
    for (const auto& [name, value] : exposed.labels)
        labels += (labels.empty() ? "" : ",") + name + "=" + promString(value);
    return exposed.name + "{" + labels + "}";
}

// `availability` is not exported; it is what is left of the errors.
std::optional<MetricRef> errorsOf(const MetricRef& metric) {
    if (metric.metric != Metric::availability) return std::nullopt;
    MetricRef errors = metric;
    errors.metric = Metric::errorRatio;
    return errors;
}

char signOf(Expression::Kind kind) {
    switch (kind) {
        case Expression::Kind::add: return '+';
        case Expression::Kind::subtract: return '-';
        case Expression::Kind::multiply: return '*';
        default: return '/';
    }
}

}  // namespace

std::string promDuration(model::Duration duration) {
    static constexpr std::array<std::pair<const char*, std::int64_t>, 4> kUnits{
        {{"d", 86'400'000}, {"h", 3'600'000}, {"m", 60'000}, {"s", 1'000}}};
    const auto ms = static_cast<std::int64_t>(std::llround(model::toSeconds(duration) * 1000));
    if (ms == 0) return "0s";
    for (const auto& [unit, length] : kUnits)
        if (ms % length == 0) return std::to_string(ms / length) + unit;
    return std::to_string(ms) + "ms";
}

std::string promString(std::string_view text) {
    std::string out = "\"";
    for (const char c : report::printable(text)) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + "\"";
}

std::string promNumber(double value) {
    std::array<char, 32> buffer{};
    const int length = std::snprintf(buffer.data(), buffer.size(), "%.6g", value);
    return {buffer.data(), static_cast<std::size_t>(length)};
}

std::string templateText(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool opens = text.compare(i, 2, "{{") == 0;
        out += opens ? "{{ \"{{\" }}" : std::string(1, text[i]);
        if (opens) ++i;
    }
    return out;
}

const model::ObservedSeries* PromQl::observed(const MetricRef& metric) const {
    const auto found =
        std::ranges::find(scenario_.observed.series, metric, &model::ObservedSeries::metric);
    return found != scenario_.observed.series.end() && !found->query.empty() ? &*found : nullptr;
}

std::string PromQl::now(const MetricRef& metric) const {
    if (const auto* series = observed(metric)) return "max(" + series->query + ")";
    if (const auto errors = errorsOf(metric)) return "(1 - " + now(*errors) + ")";
    return "max(" + selector(metric) + ")";
}

std::string PromQl::over(const MetricRef& metric, model::Duration window) const {
    const std::string function =
        metric.statistic == model::Statistic::max ? "max_over_time(" : "avg_over_time(";
    if (const auto* series = observed(metric))
        return "max(" + function + "(" + series->query + ")[" + promDuration(window) + ":]))";
    if (const auto errors = errorsOf(metric)) return "(1 - " + over(*errors, window) + ")";
    return "max(" + function + selector(metric) + "[" + promDuration(window) + "]))";
}

std::string PromQl::expression(const Expression& expression, model::Duration window) const {
    if (expression.kind == Expression::Kind::number) return promNumber(expression.number);
    if (expression.kind == Expression::Kind::metric) return over(expression.metric, window);
    return "(" + this->expression(expression.operands.at(0), window) + " " +
           signOf(expression.kind) + " " + this->expression(expression.operands.at(1), window) +
           ")";
}

}  // namespace headroom::exchange
