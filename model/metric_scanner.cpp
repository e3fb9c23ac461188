// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/metric_scanner.h"

#include "model/file/diagnostic.h"
#include "model/quantity/number_text.h"
#include "model/said.h"

#include <algorithm>

namespace headroom::model {
namespace {

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isNameCharacter(char c) { return isLetter(c) || isDigit(c); }

std::size_t nameSize(std::string_view text) {
    std::size_t size = 0;
    while (size < text.size()) {
        const bool hyphen = size > 0 && text[size] == '-' && size + 1 < text.size() &&
                            isNameCharacter(text[size + 1]);
        if (!isNameCharacter(text[size]) && !hyphen) break;
        ++size;
    }
    return size;
}

/// Letters, or one sign such as % and $.
std::size_t unitWordSize(std::string_view text, std::size_t begin) {
    if (begin < text.size() && (text[begin] == '%' || text[begin] == '$')) return 1;
    std::size_t end = begin;
    while (end < text.size() && isLetter(text[end])) ++end;
    return end - begin;
}

/// Whether a unit may end here: not in the middle of a name, a metric or a statistic.
bool isBoundary(std::string_view text, std::size_t at) {
    return at >= text.size() || !(isNameCharacter(text[at]) || text[at] == '.' || text[at] == '(');
}

/// Where the unit ends that begins at `begin`, with what stands behind its stroke: `/s`, `Mbit/s`.
/// Behind the stroke of a division stand a blank, a number, a metric or `capacity`. `begin` if
/// there is no unit.
std::size_t unitEnd(std::string_view text, std::size_t begin) {
    const std::size_t wordEnd = begin + unitWordSize(text, begin);
    if (text.substr(begin, wordEnd - begin) == "x" || !isBoundary(text, wordEnd)) return begin;
    if (!text.substr(wordEnd).starts_with('/')) return wordEnd;
    const std::size_t size = unitWordSize(text, wordEnd + 1), end = wordEnd + 1 + size;
    const bool isUnit =
        size > 0 && isBoundary(text, end) && text.substr(wordEnd + 1, size) != "capacity";
    return isUnit ? end : wordEnd;
}

std::vector<std::string> statisticNames() {
    std::vector<std::string> names;
    for (int i = 0; i < kStatisticCount; ++i)
        names.emplace_back(statisticName(static_cast<Statistic>(i)));
    return names;
}

TextError unknownStatistic(std::string_view name) {
    std::string meant = nearestName(std::string(name), statisticNames());
    if (name == "median") meant = "p50";
    if (name == "average" || name == "avg") meant = "mean";
    return {quoted(name), said("Model", "`mean`, `p50`, `p90`, `p95`, `p99`, `p999` or `max`"),
            std::move(meant)};
}

TextError notAPath(std::string_view path) {
    TextError error{quoted(path),
                    said("Model",
                         "a target and its metric, such as `workload.response_time` or "
                         "`api.feed.wait`"),
                    {}};
    if (metricFromName(path)) error.suggestion = "workload." + std::string(path);
    return error;
}

TextError unknownMetric(std::string_view name) {
    const auto known = metricNames();
    return {quoted(name),
            said("Model", "a metric such as `response_time`, `throughput` or `error_ratio`"),
            nearestName(std::string(name), {known.begin(), known.end()})};
}

}  // namespace

MetricScanner::MetricScanner(std::string_view text) : rest_(trimmed(text)) {}

void MetricScanner::advance(std::size_t size) { rest_ = trimmed(rest_.substr(size)); }

bool MetricScanner::atNumber() const { return !atEnd() && isDigit(rest_.front()); }
bool MetricScanner::atName() const { return !atEnd() && isLetter(rest_.front()); }

bool MetricScanner::take(std::string_view token) {
    if (!rest_.starts_with(token)) return false;
    advance(token.size());
    return true;
}

std::string_view MetricScanner::peekName() const { return rest_.substr(0, nameSize(rest_)); }

std::string_view MetricScanner::takePath() {
    std::size_t size = nameSize(rest_);
    while (size < rest_.size()) {
        const std::size_t next = rest_[size] == '.' ? nameSize(rest_.substr(size + 1)) : 0;
        const std::size_t closed = rest_[size] == '[' ? rest_.find(']', size) : std::string::npos;
        if (next > 0)
            size += 1 + next;
        else if (closed != std::string_view::npos)
            size = closed + 1;
        else
            break;
    }
    const std::string_view path = rest_.substr(0, size);
    advance(size);
    return path;
}

std::string_view MetricScanner::takeName() {
    const std::string_view name = peekName();
    advance(name.size());
    return name;
}

Parsed<MetricRef> MetricScanner::path() {
    const std::string_view begin = rest_;
    std::vector<std::string_view> parts;
    do parts.push_back(takeName());
    while (take("."));
    const std::string_view whole = trimmed(begin.substr(0, begin.size() - rest_.size()));
    const bool complete = std::ranges::none_of(parts, &std::string_view::empty);
    if (!complete || parts.size() < 2 || parts.size() > 3)
        return notAPath(whole.empty() ? begin : whole);
    const auto metric = metricFromName(parts.back());
    if (!metric) return unknownMetric(parts.back());
    MetricRef ref;
    ref.target = parts.front();
    if (parts.size() == 3) ref.operation = parts[1];
    ref.metric = *metric;
    return ref;
}

Parsed<MetricRef> MetricScanner::metric() {
    const std::string_view name = peekName();
    if (!trimmed(rest_.substr(name.size())).starts_with('(')) return path();
    const auto statistic = statisticFromName(name);
    if (!statistic) return unknownStatistic(name);
    takeName();
    take("(");
    auto ref = path();
    if (!ref) return ref;
    if (!take(")")) return TextError{quoted(rest_), said("Model", "`)` behind the metric"), {}};
    MetricRef result = *ref;
    result.statistic = *statistic;
    if (isTime(result.metric) || result.statistic == Statistic::mean) return result;
    return TextError{
        said("Model", "`%1` of `%2`", {name, metricName(result.metric)}),
        said("Model", "a time inside it, such as `response_time`; other metrics are one number"),
        {}};
}

Parsed<std::string> MetricScanner::variant() {
    if (!take("@")) return std::string();
    const std::string_view name = takeName();
    if (name.empty())
        return TextError{quoted(rest_), said("Model", "the name of a variant behind `@`"), {}};
    return std::string(name);
}

Parsed<Quantity> MetricScanner::quantity() {
    const std::string_view number = splitNumber(rest_)->number;
    const std::size_t unitBegin =
        std::min(rest_.find_first_not_of(' ', number.size()), rest_.size());
    const std::size_t end = unitEnd(rest_, unitBegin);
    const std::string_view text = end == unitBegin ? number : rest_.substr(0, end);
    advance(text.size());
    return parseQuantity(text);
}

}  // namespace headroom::model
