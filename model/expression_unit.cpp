// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/metric.h"

namespace headroom::model {
namespace {

/// What a value is measured in, for arithmetic: a pure number, a unit, or something that has no
/// name here (s², USD/s).
struct Dimension {
    enum class Kind : std::uint8_t { number, unit, nameless };
    Kind kind = Kind::number;
    Unit unit = Unit::count;

    bool operator==(const Dimension&) const = default;
    bool is(Unit u) const { return kind == Kind::unit && unit == u; }
    /// Shares and counts scale other things as numbers do.
    bool scales() const { return kind == Kind::number || is(Unit::share) || is(Unit::count); }
};

constexpr Dimension kNumber{Dimension::Kind::number, Unit::count};
constexpr Dimension kNameless{Dimension::Kind::nameless, Unit::count};
constexpr Dimension measuredIn(Unit unit) { return {Dimension::Kind::unit, unit}; }

/// Of two that scale: a share of a count is a count, a multiple of a share a share.
Dimension scaled(Dimension a, Dimension b) {
    if (a.is(Unit::count) || b.is(Unit::count)) return measuredIn(Unit::count);
    return a == kNumber ? b : a;
}

Dimension sum(Dimension a, Dimension b) {
    if (a == b || b == kNumber) return a;
    return a == kNumber ? b : kNameless;
}

Dimension product(Dimension a, Dimension b) {
    if (a.scales() && b.scales()) return scaled(a, b);
    if (a.scales()) return b;
    if (b.scales()) return a;
    const bool little = (a.is(Unit::seconds) && b.is(Unit::perSecond)) ||
                        (a.is(Unit::perSecond) && b.is(Unit::seconds));
    return little ? measuredIn(Unit::count) : kNameless;
}

Dimension quotient(Dimension a, Dimension b) {
    if (b == kNumber) return a;
    if (a == b && a != kNameless) return kNumber;
    if (b.scales()) return a;
    if (a.scales() && b.is(Unit::perSecond)) return measuredIn(Unit::seconds);
    if (a.scales() && b.is(Unit::seconds)) return measuredIn(Unit::perSecond);
    return kNameless;
}

Dimension dimensionOf(const Expression& expression) {
    using Kind = Expression::Kind;
    switch (expression.kind) {
        case Kind::number: return expression.unit ? measuredIn(*expression.unit) : kNumber;
        case Kind::metric: return measuredIn(unitOf(expression.metric.metric));
        case Kind::capacity: return measuredIn(Unit::count);
        case Kind::add:
        case Kind::subtract:
            return sum(dimensionOf(expression.operands[0]), dimensionOf(expression.operands[1]));
        case Kind::multiply:
            return product(dimensionOf(expression.operands[0]),
                           dimensionOf(expression.operands[1]));
        case Kind::divide: break;
    }
    return quotient(dimensionOf(expression.operands[0]), dimensionOf(expression.operands[1]));
}

}  // namespace

std::optional<Unit> unitOf(const Expression& expression) {
    const Dimension dimension = dimensionOf(expression);
    if (dimension.kind != Dimension::Kind::unit) return std::nullopt;
    return dimension.unit;
}

}  // namespace headroom::model
