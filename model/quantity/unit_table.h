// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

/// The units of each kind of quantity, as reading and printing share them.
namespace headroom::model {

/// In the order of the alternatives of `Quantity`.
enum class QuantityKind : std::uint8_t { duration, rate, bandwidth, bytes, share, count, money };
constexpr int kQuantityKindCount = static_cast<int>(QuantityKind::money) + 1;

/// One `name` is 10^decimalShift · multiplier / divisor of the base unit: nanoseconds, per second,
/// bytes per second, bytes, whole, things, US dollars. The power of ten stands apart because it
/// moves the decimal point without rounding: `99.9 %` is the double nearest to 0.999, which 99.9 /
/// 100 need not be.
struct UnitOfMeasure {
    std::string_view name;
    int decimalShift = 0;
    std::int64_t multiplier = 1;
    std::int64_t divisor = 1;
};

/// The base unit (for durations `ns`) comes last; where two units print a value equally short, the
/// earlier is taken.
std::span<const UnitOfMeasure> unitsOf(QuantityKind kind);
/// Null if the kind has no such unit.
const UnitOfMeasure* findUnit(QuantityKind kind, std::string_view name);
/// What was probably meant by a wrong unit: `sec` is `s`. Empty if there is no telling.
std::string_view intendedUnit(QuantityKind kind, std::string_view wrong);

/// `a duration such as `20 ms``, for messages.
std::string_view exampleOf(QuantityKind kind);
/// `a duration`, for messages.
std::string_view nounOf(QuantityKind kind);

}  // namespace headroom::model
