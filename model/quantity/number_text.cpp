// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/quantity/number_text.h"

#include "model/said.h"

#include <array>
#include <cassert>
#include <charconv>
#include <cmath>
#include <cstdlib>

namespace headroom::model {
namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

std::size_t digitsEnd(std::string_view text, std::size_t begin) {
    std::size_t end = begin;
    while (end < text.size() && isDigit(text[end])) ++end;
    return end;
}

/// Where an exponent ends, if there is one at `begin`; else `begin`.
std::size_t exponentEnd(std::string_view text, std::size_t begin) {
    if (begin >= text.size() || (text[begin] != 'e' && text[begin] != 'E')) return begin;
    std::size_t at = begin + 1;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
    const std::size_t end = digitsEnd(text, at);
    return end == at ? begin : end;
}

/// The power of ten that the number states itself; none if it is beyond any number.
std::optional<int> statedExponent(std::string_view exponent) {
    if (exponent.empty()) return 0;
    if (exponent.front() == '+') exponent.remove_prefix(1);
    int value = 0;
    const auto result = std::from_chars(exponent.data(), exponent.data() + exponent.size(), value);
    constexpr int kBeyondAnyNumber = 100'000;
    if (result.ec != std::errc{} || std::abs(value) > kBeyondAnyNumber) return std::nullopt;
    return value;
}

/// digits[0].digits[1…] · 10^exponent, without zeros at the end.
struct Decimal {
    std::string digits;
    int exponent;
};

Decimal decimalOf(double value) {
    std::array<char, 32> buffer;
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                      std::chars_format::scientific);
    const std::string_view text(buffer.data(),
                                static_cast<std::size_t>(result.ptr - buffer.data()));
    const std::size_t e = text.find('e');
    std::string digits(text.substr(0, e));
    std::erase(digits, '.');
    return {std::move(digits), *statedExponent(text.substr(e + 1))};
}

Decimal decimalOf(std::int64_t value) {
    std::string digits = std::to_string(value);
    const int exponent = static_cast<int>(digits.size()) - 1;
    digits.erase(digits.find_last_not_of('0') + 1);
    return {digits.empty() ? "0" : std::move(digits), exponent};
}

std::string scientific(const Decimal& decimal) {
    std::string text = decimal.digits.substr(0, 1);
    if (decimal.digits.size() > 1) text += "." + decimal.digits.substr(1);
    return text + "e" + std::to_string(decimal.exponent);
}

std::string plain(const Decimal& decimal) {
    if (decimal.digits == "0") return "0";
    constexpr int kLongest = 21, kSmallest = -7;
    if (decimal.exponent >= kLongest || decimal.exponent < kSmallest) return scientific(decimal);
    std::string digits = decimal.digits;
    if (decimal.exponent < 0)
        return "0." + std::string(static_cast<std::size_t>(-decimal.exponent - 1), '0') + digits;
    const auto wholeSize = static_cast<std::size_t>(decimal.exponent) + 1;
    if (digits.size() <= wholeSize) return digits + std::string(wholeSize - digits.size(), '0');
    return digits.insert(wholeSize, ".");
}

std::string shifted(Decimal decimal, int decimalShift) {
    decimal.exponent -= decimalShift;
    return plain(decimal);
}

}  // namespace

std::optional<NumberText> splitNumber(std::string_view text) {
    text = trimmed(text);
    std::size_t end = digitsEnd(text, 0);
    if (end == 0) return std::nullopt;
    if (end + 1 < text.size() && text[end] == '.' && isDigit(text[end + 1]))
        end = digitsEnd(text, end + 1);
    const std::size_t numberEnd = exponentEnd(text, end);
    const std::string_view exponent =
        numberEnd == end ? "" : text.substr(end + 1, numberEnd - end - 1);
    return NumberText{text, text.substr(0, numberEnd), text.substr(0, end), exponent,
                      trimmed(text.substr(numberEnd))};
}

template <typename Real>
std::optional<Real> scaledValue(const NumberText& text, int decimalShift, std::int64_t multiplier,
                                std::int64_t divisor) {
    const auto exponent = statedExponent(text.exponent);
    if (!exponent) return std::nullopt;
    const std::string shiftedText =
        std::string(text.mantissa) + "e" + std::to_string(*exponent + decimalShift);
    Real value = 0;
    const auto result =
        std::from_chars(shiftedText.data(), shiftedText.data() + shiftedText.size(), value);
    if (result.ec != std::errc{}) return std::nullopt;
    value = value * static_cast<Real>(multiplier) / static_cast<Real>(divisor);
    if (!std::isfinite(value)) return std::nullopt;
    return value;
}
template std::optional<double> scaledValue<double>(const NumberText&, int, std::int64_t,
                                                   std::int64_t);
template std::optional<long double> scaledValue<long double>(const NumberText&, int, std::int64_t,
                                                             std::int64_t);

Parsed<double> parseNumber(std::string_view text, std::string_view expected) {
    const auto split = splitNumber(text);
    if (!split || !split->rest.empty())
        return TextError{quoted(trimmed(text)),
                         expected == "a number" ? said("Model", "a number") : std::string(expected),
                         {}};
    const auto value = scaledValue<double>(*split, 0);
    if (!value)
        return TextError{
            quoted(trimmed(text)), said("Model", "a number between 1e-300 and 1e300"), {}};
    return *value;
}

std::string numberText(double value, int decimalShift) {
    assert(std::isfinite(value) && value >= 0);
    return shifted(decimalOf(value), decimalShift);
}
std::string numberText(std::int64_t value, int decimalShift) {
    assert(value >= 0);
    return shifted(decimalOf(value), decimalShift);
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

std::string quoted(std::string_view text) {
    return text.empty() ? said("Model", "nothing") : "`" + std::string(text) + "`";
}

}  // namespace headroom::model
