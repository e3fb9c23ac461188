// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/quantity/parsed.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Decimal numbers as text, both ways, the same in every locale.
namespace headroom::model {

/// A number and what stands behind it: `1.5e3 ms` is mantissa `1.5`, exponent `3`, rest `ms`.
struct NumberText {
    std::string_view whole;     ///< all of it, without blanks around
    std::string_view number;    ///< mantissa and exponent
    std::string_view mantissa;  ///< digits, and digits behind a point; no sign
    std::string_view exponent;  ///< with its sign; may be empty
    std::string_view rest;      ///< without blanks around; may be empty
};
/// None if the text does not begin with a digit.
std::optional<NumberText> splitNumber(std::string_view text);

/// number · 10^decimalShift · multiplier / divisor; none if out of range. Shifting happens in the
/// text, so the result is the nearest `Real` wherever multiplier and divisor are 1. `Real` is
/// double or long double.
template <typename Real>
std::optional<Real> scaledValue(const NumberText& text, int decimalShift,
                                std::int64_t multiplier = 1, std::int64_t divisor = 1);

/// A bare number, for parameters that have no unit. `expected` is the phrase for the error.
Parsed<double> parseNumber(std::string_view text,
                           std::string_view expected = "a number such as `1.5`");

/// The shortest text that reads back as `value` / 10^decimalShift: `999`, `0.25`, `1e25`.
/// Precondition: finite, ≥ 0.
std::string numberText(double value, int decimalShift = 0);
std::string numberText(std::int64_t value, int decimalShift = 0);

std::string_view trimmed(std::string_view text);
/// In backticks, or `nothing` where there is nothing.
std::string quoted(std::string_view text);

}  // namespace headroom::model
