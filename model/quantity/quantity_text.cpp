// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/quantity/number_text.h"
#include "model/quantity/quantity.h"
#include "model/quantity/unit_table.h"

#include <array>
#include <charconv>
#include <cmath>
#include <optional>

namespace headroom::model {
namespace {

/// The number of units, if it reads back as exactly this value.
std::optional<std::string> numberIn(const UnitOfMeasure& unit, std::int64_t value) {
    if (value % unit.multiplier != 0) return std::nullopt;
    return numberText(value / unit.multiplier, unit.decimalShift);
}

/// To 15 digits, which undoes what dividing by a unit added in the last place: 1000, not
/// 1000.0000000000001.
double rounded(double value) {
    std::array<char, 32> text;
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value,
                                   std::chars_format::scientific, 14)
                         .ptr;
    std::from_chars(text.data(), end, value);
    return value;
}

std::optional<std::string> numberIn(const UnitOfMeasure& unit, double value) {
    const auto number =
        static_cast<double>(unit.divisor) * value / static_cast<double>(unit.multiplier);
    if (!std::isfinite(number)) return std::nullopt;
    for (const double candidate : {rounded(number), number}) {
        std::string text = numberText(candidate, unit.decimalShift);
        if (scaledValue<double>(*splitNumber(text), unit.decimalShift, unit.multiplier,
                                unit.divisor) == value) {
            return text;
        }
    }
    return std::nullopt;
}

std::string joined(const std::string& number, std::string_view unit) {
    if (unit.empty() || unit.front() == '/') return number + std::string(unit);
    return number + " " + std::string(unit);
}

bool isSpelledOut(const UnitOfMeasure& unit, std::string_view number) {
    return (unit.name == "days" && number == "1") || (unit.name == "day" && number != "1");
}

/// In the unit that gives the shortest number not below 1; in the smallest unit if all are below.
template <typename Value>
std::string natural(QuantityKind kind, Value value) {
    std::string best, bestUnit;
    for (const UnitOfMeasure& unit : unitsOf(kind)) {
        const auto number = numberIn(unit, value);
        if (!number || isSpelledOut(unit, *number)) continue;
        const bool isBase = &unit == &unitsOf(kind).back();
        const bool fits = !number->starts_with('0') && number->find('e') == std::string::npos;
        if ((fits || (isBase && best.empty())) && (best.empty() || number->size() < best.size())) {
            best = *number;
            bestUnit = unit.name;
        }
    }
    return joined(best, bestUnit);
}

}  // namespace

std::string toText(Duration d) {
    return d == Duration{} ? "0 s" : natural(QuantityKind::duration, d.count());
}

/// Per second wherever that is a short number, since that is how people speak of traffic.
std::string toText(Rate r) {
    constexpr std::size_t kShort = 5;
    const std::string perSecond = numberText(r.perSecond);
    return perSecond.size() <= kShort ? perSecond + "/s" : natural(QuantityKind::rate, r.perSecond);
}

std::string toText(Bandwidth b) { return natural(QuantityKind::bandwidth, b.bytesPerSecond); }
std::string toText(Bytes b) { return natural(QuantityKind::bytes, b.count); }
std::string toText(Share s) { return numberText(s.fraction, -2) + " %"; }
std::string toText(Count c) { return natural(QuantityKind::count, c.value); }

std::string toText(Money m) {
    std::string number = numberText(m.usd);
    const auto point = number.find('.');
    if (point != std::string::npos && point + 2 == number.size()) number += '0';
    return number + " USD";
}

std::string toText(const Quantity& quantity) {
    return std::visit([](const auto& q) { return toText(q); }, quantity);
}

}  // namespace headroom::model
