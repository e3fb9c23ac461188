// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/bound_reader.h"
#include "model/file/node_path.h"
#include "model/file/policy_reader.h"
#include "model/said.h"

namespace headroom::model {
namespace {

Expression numberOf(double value, std::optional<Unit> unit) {
    Expression number;
    number.number = value;
    number.unit = unit;
    return number;
}

std::optional<Expression> itemsOf(std::string_view text) {
    for (const std::string_view unit : {" items", " item"}) {
        if (!text.ends_with(unit)) continue;
        const auto count = parseCount(text.substr(0, text.size() - unit.size()));
        if (count) return numberOf(count->value, Unit::count);
    }
    return {};
}

std::optional<Expression> rateOf(std::string_view text) {
    const auto parts = splitEvery(text);
    const auto count = parts ? parseCount(parts->amount) : Parsed<Count>(TextError{});
    const auto period = parts ? parseDuration(parts->period) : Parsed<Duration>(TextError{});
    if (!count || !period || period->count() == 0) return {};
    return numberOf(count->value / toSeconds(*period), Unit::perSecond);
}

std::optional<Expression> numberIn(const YamlNode& node, SampleSource samples) {
    if (!node.isScalar()) return {};
    // As an expression of its own a quantity has its unit.
    const auto quantity = parseArithmetic(
        node.text, [](std::string_view) -> Parsed<Expression> { return TextError{}; });
    if (quantity && quantity->kind == Expression::Kind::number) return *quantity;
    if (auto items = itemsOf(node.text)) return items;
    if (auto rate = rateOf(node.text)) return rate;
    if (const auto law = parseDistribution(node.text, samples))
        return numberOf(law->mean(), Unit::seconds);
    return {};
}

/// Counts and shares may be compared with bare numbers, figures of other kinds may not.
bool areComparable(const Expression& figure, const Expression& bound) {
    const auto unit = unitOf(figure);
    const bool isBare = !unit || *unit == Unit::count || *unit == Unit::share;
    return isBare ? areAlike(figure, bound) : unit == unitOf(bound);
}

}  // namespace

Parsed<Expression> valueAtPath(Reading& reading, const std::string& variant,
                               std::string_view path) {
    const YamlNode* root = reading.tree(variant);
    const auto parts = parsePath(path);
    const PathWalk reached = root && parts ? walk(*root, *parts) : PathWalk{};
    if (!reached.node || reached.matched < parts->size())
        return TextError{said("Model", "the path %1", {quoted(path)}),
                         said("Model", "a path that leads to a value of the file"),
                         {}};
    if (const auto number = numberIn(*reached.node, reading.samples())) return *number;
    return TextError{quoted(path) + ", " + reached.node->describe(),
                     said("Model", "a path that leads to a number or quantity"),
                     {}};
}

void readBound(MapReader& owner, const std::string& variant, const std::optional<Expression>& of,
               std::optional<Bound>& out) {
    const auto entry = owner.get("bound");
    if (!entry) return;
    Reading& reading = owner.reading();
    MapReader map(reading, *entry, HEADROOM_SAID("Model", "a bound"));
    const auto atMost = map.get("at_most");
    const auto atLeast = map.get("at_least");
    if (map.isMapping() && atMost.has_value() == atLeast.has_value())
        return map.error(atMost ? said("Model", "two bounds") : said("Model", "an empty bound"),
                         said("Model", "`at_most` or `at_least`"));
    Bound bound;
    bound.atMost = atMost.has_value();
    const auto& text = atMost ? atMost : atLeast;
    if (!text || !readText(reading, *text, bound.text)) return;
    const auto expression = parseArithmetic(
        bound.text, [&](std::string_view path) { return valueAtPath(reading, variant, path); });
    if (!expression) return reading.textError(*text, expression.error());
    bound.expression = *expression;
    if (of && !areComparable(*of, bound.expression))
        reading.error(*text, quoted(bound.text),
                      said("Model", "what can be compared with the figure of `of`"));
    out = std::move(bound);
}

}  // namespace headroom::model
