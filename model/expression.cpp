// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/metric.h"
#include "model/metric_scanner.h"
#include "model/quantity/number_text.h"
#include "model/said.h"

#include <algorithm>
#include <utility>

namespace headroom::model {
namespace {

constexpr std::string_view kObjectiveExample = "`p95(api.response_time) < 2 s`";
constexpr std::string_view kConditionExample = "`p95(api.response_time) > 200 ms`";

template <typename T>
Parsed<Quantity> widened(const Parsed<T>& parsed) {
    if (!parsed) return parsed.error();
    return Quantity{*parsed};
}

Parsed<Quantity> parseThreshold(std::string_view text, Unit unit) {
    switch (unit) {
        case Unit::seconds: return widened(parseDuration(text));
        case Unit::perSecond: return widened(parseRate(text));
        case Unit::share: return widened(parseShare(text));
        case Unit::bytes: return widened(parseBytes(text));
        case Unit::usd: return widened(parseMoney(text));
        case Unit::bytesPerSecond: return widened(parseBandwidth(text));
        case Unit::count: break;
    }
    return widened(parseCount(text));
}

Parsed<MetricRef> wholeMetric(std::string_view text) {
    MetricScanner scanner(text);
    const auto metric = scanner.metric();
    if (!metric) return metric;
    const auto variant = scanner.variant();
    if (!variant) return variant.error();
    if (!scanner.atEnd())
        return TextError{quoted(scanner.rest()), said("Model", "nothing behind the metric"), {}};
    MetricRef result = *metric;
    result.variant = *variant;
    return result;
}

/// A unit for numbers that have none of their own.
std::optional<Unit> unitOf(const Quantity& quantity) {
    struct UnitOf {
        std::optional<Unit> operator()(Duration) const { return Unit::seconds; }
        std::optional<Unit> operator()(Rate) const { return Unit::perSecond; }
        std::optional<Unit> operator()(Bytes) const { return Unit::bytes; }
        std::optional<Unit> operator()(Share) const { return Unit::share; }
        std::optional<Unit> operator()(Money) const { return Unit::usd; }
        std::optional<Unit> operator()(Bandwidth) const { return Unit::bytesPerSecond; }
        std::optional<Unit> operator()(Count) const { return std::nullopt; }
    };
    return std::visit(UnitOf{}, quantity);
}

/// Recursive descent: sum = product {± product}, product = operand {× operand}, operand = metric |
/// number | ( sum ).
class ExpressionParser {
public:
    /// With a resolver, names are paths into the file.
    explicit ExpressionParser(std::string_view text, const PathResolver* resolve = nullptr)
        : scanner_(text), resolve_(resolve) {}

    Parsed<Expression> whole() {
        auto expression = sum();
        if (!expression || scanner_.atEnd()) return expression;
        return TextError{
            quoted(scanner_.rest()), said("Model", "`+`, `-`, `x`, `/` or the end"), {}};
    }

private:
    using Kind = Expression::Kind;

    Parsed<Expression> sum() {
        auto left = product();
        while (left) {
            const auto kind = additive();
            if (!kind) break;
            left = combined(*kind, std::move(left), product());
        }
        return left;
    }

    Parsed<Expression> product() {
        auto left = operand();
        while (left) {
            const auto kind = multiplicative();
            if (!kind) break;
            left = combined(*kind, std::move(left), operand());
        }
        return left;
    }

    std::optional<Kind> additive() {
        if (scanner_.take("+")) return Kind::add;
        if (scanner_.take("-") || scanner_.take("−")) return Kind::subtract;
        return std::nullopt;
    }

    std::optional<Kind> multiplicative() {
        if (scanner_.take("*") || scanner_.take("×") || takeTimes()) return Kind::multiply;
        if (scanner_.take("/")) return Kind::divide;
        return std::nullopt;
    }

    /// `x` by itself or before a number, as in `2x3`.
    bool takeTimes() {
        const std::string_view name = scanner_.peekName();
        const bool isTimes = name == "x" || (name.starts_with('x') && name.size() > 1 &&
                                             name[1] >= '0' && name[1] <= '9');
        return isTimes && scanner_.take("x");
    }

    Parsed<Expression> combined(Kind kind, Parsed<Expression> left, Parsed<Expression> right) {
        constexpr int kMostOperations = 256;
        if (!right) return right;
        if (++operations_ > kMostOperations)
            return TextError{
                said("Model", "a long expression"), said("Model", "at most 256 operations"), {}};
        if ((kind == Kind::add || kind == Kind::subtract) && !areAlike(*left, *right)) {
            return TextError{kind == Kind::add ? said("Model", "a sum of unlike kinds")
                                               : said("Model", "a difference of unlike kinds"),
                             said("Model", "two times, two shares, two counts …"),
                             {}};
        }
        Expression expression;
        expression.kind = kind;
        expression.operands = {*left, *right};
        return expression;
    }

    Parsed<Expression> operand() {
        if (scanner_.take("(")) return parenthesised();
        if (scanner_.atNumber()) return number();
        if (scanner_.atName()) return resolve_ ? path() : metricOrCapacity();
        return TextError{quoted(scanner_.rest()),
                         resolve_ ? said("Model", "a number, a path or `(`")
                                  : said("Model", "a metric, a number or `(`"),
                         {}};
    }

    Parsed<Expression> path() {
        const std::string text(scanner_.takePath());
        const auto value = (*resolve_)(text);
        if (!value) return value;
        Expression number = *value;
        number.path = text;
        return number;
    }

    Parsed<Expression> parenthesised() {
        constexpr int kDeepest = 32;
        if (++depth_ > kDeepest)
            return TextError{said("Model", "parentheses inside parentheses"),
                             said("Model", "at most 32 inside each other"),
                             {}};
        auto inner = sum();
        --depth_;
        if (!inner || scanner_.take(")")) return inner;
        return TextError{quoted(scanner_.rest()), "`)`", {}};
    }

    Parsed<Expression> number() {
        const auto quantity = scanner_.quantity();
        if (!quantity) return quantity.error();
        Expression expression;
        expression.number = magnitude(*quantity);
        expression.unit = unitOf(*quantity);
        return expression;
    }

    Parsed<Expression> metricOrCapacity() {
        Expression expression;
        const auto behind = scanner_.rest().substr(scanner_.peekName().size());
        if (scanner_.peekName() == "capacity" && !behind.starts_with('.') &&
            !behind.starts_with('(')) {
            scanner_.takeName();
            expression.kind = Kind::capacity;
        } else {
            const auto metric = scanner_.metric();
            if (!metric) return metric.error();
            expression.kind = Kind::metric;
            expression.metric = *metric;
        }
        const auto variant = scanner_.variant();
        if (!variant) return variant.error();
        expression.metric.variant = *variant;
        return expression;
    }

    MetricScanner scanner_;
    const PathResolver* resolve_;
    int depth_ = 0;
    int operations_ = 0;
};

}  // namespace

Parsed<MetricRef> parseMetricRef(std::string_view text) { return wholeMetric(text); }

Parsed<Objective> parseObjective(std::string_view text) {
    text = trimmed(text);
    const std::size_t at = text.find_first_of("<>");
    if (at == std::string_view::npos) {
        return TextError{quoted(text),
                         said("Model", "`<` or `>` and a threshold, as in %1", {kObjectiveExample}),
                         {}};
    }
    if (text.substr(at + 1).starts_with('=')) {
        return TextError{quoted(text.substr(at, 2)), said("Model", "`<` or `>`"),
                         std::string(text.substr(at, 1))};
    }
    const auto metric = parseMetricRef(text.substr(0, at));
    if (!metric) return metric.error();
    if (!metric->variant.empty()) {
        return TextError{"`@ " + metric->variant + "`",
                         said("Model", "an objective of the variant that is run, without `@`"),
                         {}};
    }
    const auto threshold = parseThreshold(text.substr(at + 1), unitOf(metric->metric));
    if (!threshold) return threshold.error();
    return Objective{*metric, text[at] == '<', *threshold, std::string(text)};
}

Parsed<Expression> parseExpression(std::string_view text) { return ExpressionParser(text).whole(); }

Parsed<Expression> parseArithmetic(std::string_view text, const PathResolver& resolve) {
    return ExpressionParser(text, &resolve).whole();
}

namespace {

bool hasMetric(const Expression& expression) {
    return expression.kind == Expression::Kind::metric ||
           std::ranges::any_of(expression.operands, hasMetric);
}

/// What a condition on the running system cannot use.
std::optional<TextError> strangeTo(const Expression& expression) {
    if (expression.kind == Expression::Kind::capacity)
        return TextError{"`capacity`", said("Model", "metrics of the run"), {}};
    if (!expression.metric.variant.empty())
        return TextError{"`@ " + expression.metric.variant + "`",
                         said("Model", "metrics of the variant that is run, without `@`"),
                         {}};
    for (const Expression& operand : expression.operands) {
        if (auto error = strangeTo(operand)) return error;
    }
    return std::nullopt;
}

bool isMeasuredIn(const Quantity& quantity, Unit unit) {
    const auto own = unitOf(quantity);
    if (!own) return unit == Unit::count || unit == Unit::share;  // a bare number
    return *own == unit;
}

std::string exampleOfUnit(Unit unit) {
    switch (unit) {
        case Unit::seconds: return said("Model", "a duration such as `200 ms`");
        case Unit::perSecond: return said("Model", "a rate such as `100/s`");
        case Unit::share: return said("Model", "a share such as `80 %`");
        case Unit::bytes: return said("Model", "a size such as `512 MiB`");
        case Unit::usd: return said("Model", "an amount such as `0.40 USD`");
        case Unit::bytesPerSecond: return said("Model", "a bandwidth such as `12 Mbit/s`");
        case Unit::count: break;
    }
    return said("Model", "a count such as `400 k`");
}

}  // namespace

Parsed<Condition> parseCondition(std::string_view text) {
    text = trimmed(text);
    const std::size_t at = text.find_first_of("<>");
    if (at == std::string_view::npos)
        return TextError{quoted(text),
                         said("Model", "`<` or `>` and a threshold, as in %1", {kConditionExample}),
                         {}};
    const auto left = parseExpression(text.substr(0, at));
    if (!left) return left.error();
    if (auto error = strangeTo(*left)) return *error;
    if (!hasMetric(*left))
        return TextError{quoted(text), said("Model", "a metric before the sign"), {}};
    const auto threshold = parseQuantity(text.substr(at + 1));
    if (!threshold) return threshold.error();
    const auto unit = model::unitOf(*left);
    if (unit && !isMeasuredIn(*threshold, *unit))
        return TextError{quoted(trimmed(text.substr(at + 1))), exampleOfUnit(*unit), {}};
    return Condition{*left, text[at] == '<', magnitude(*threshold), unitOf(*threshold)};
}

}  // namespace headroom::model
