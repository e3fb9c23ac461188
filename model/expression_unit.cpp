// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/metric.h"

#include <utility>

namespace headroom::model {
namespace {

/// What a value is measured in, for arithmetic: powers of seconds, bytes and dollars; without any
/// of them a pure number, or a share or a count, which scale other things as numbers do.
struct Dimension {
    enum class Label : std::uint8_t { number, share, count };
    int seconds = 0, bytes = 0, usd = 0;
    Label label = Label::number;

    bool operator==(const Dimension&) const = default;
    bool scales() const { return seconds == 0 && bytes == 0 && usd == 0; }
};
using Label = Dimension::Label;

constexpr Dimension kNumber{};

struct UnitDimension {
    Unit unit;
    Dimension dimension;
};
constexpr UnitDimension kUnits[] = {
    {Unit::seconds, {1, 0, 0, Label::number}}, {Unit::perSecond, {-1, 0, 0, Label::number}},
    {Unit::share, {0, 0, 0, Label::share}},    {Unit::count, {0, 0, 0, Label::count}},
    {Unit::bytes, {0, 1, 0, Label::number}},   {Unit::bytesPerSecond, {-1, 1, 0, Label::number}},
    {Unit::usd, {0, 0, 1, Label::number}},
};

constexpr Dimension measuredIn(Unit unit) {
    for (const UnitDimension& known : kUnits) {
        if (known.unit == unit) return known.dimension;
    }
    return kNumber;
}

/// Of two that scale: a share of a count is a count, a multiple of a share a share.
Label labelOfProduct(Label a, Label b) {
    if (a == Label::count || b == Label::count) return Label::count;
    return a == Label::share || b == Label::share ? Label::share : Label::number;
}

/// Seconds times a rate are a count of what comes at that rate.
Dimension product(Dimension a, Dimension b) {
    Dimension result{a.seconds + b.seconds, a.bytes + b.bytes, a.usd + b.usd, Label::number};
    if (!result.scales()) return result;
    result.label = a.scales() && b.scales() ? labelOfProduct(a.label, b.label) : Label::count;
    return result;
}

Dimension quotient(Dimension a, Dimension b) {
    Dimension result{a.seconds - b.seconds, a.bytes - b.bytes, a.usd - b.usd, Label::number};
    if (result.scales() && a.scales() && a != b) result.label = a.label;
    return result;
}

Dimension sum(Dimension a, Dimension b) { return a == kNumber ? b : a; }

Dimension dimensionOf(const Expression& expression) {
    using Kind = Expression::Kind;
    const auto operand = [&](std::size_t i) { return dimensionOf(expression.operands[i]); };
    switch (expression.kind) {
        case Kind::number: return expression.unit ? measuredIn(*expression.unit) : kNumber;
        case Kind::metric: return measuredIn(unitOf(expression.metric.metric));
        case Kind::capacity: return measuredIn(Unit::count);
        case Kind::add:
        case Kind::subtract: return sum(operand(0), operand(1));
        case Kind::multiply: return product(operand(0), operand(1));
        case Kind::divide: break;
    }
    return quotient(operand(0), operand(1));
}

}  // namespace

std::optional<Unit> unitOf(const Expression& expression) {
    const Dimension dimension = dimensionOf(expression);
    for (const UnitDimension& known : kUnits) {
        if (known.dimension == dimension) return known.unit;
    }
    return std::nullopt;
}

bool areAlike(const Expression& a, const Expression& b) {
    const Dimension x = dimensionOf(a), y = dimensionOf(b);
    if (x == kNumber || y == kNumber) return true;
    return x == y;
}

}  // namespace headroom::model
