// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/metric.h"

#include <array>
#include <charconv>
#include <cmath>
#include <span>

namespace headroom::model {
namespace {

constexpr int kSignificant = 3;

struct Scale {
    double factor;  ///< of the base unit
    std::string_view suffix;
};
constexpr Scale kTimes[] = {{1, " s"}, {1e-3, " ms"}, {1e-6, " us"}, {1e-9, " ns"}};
constexpr Scale kSizes[] = {{1e12, " TB"}, {1e9, " GB"}, {1e6, " MB"}, {1e3, " KB"}, {1, " B"}};

std::string formatted(double value, std::chars_format format, int precision) {
    std::array<char, 400> text;  // the largest double has 309 digits before the point
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), value, format, precision).ptr;
    return {text.data(), end};
}

/// The power of ten of the first digit, after rounding to three digits: 3 for 999.96.
int magnitudeOf(double value) {
    const std::string text = formatted(value, std::chars_format::scientific, kSignificant - 1);
    return std::stoi(text.substr(text.find('e') + 1));
}

double rounded(double value) {
    const std::string text = formatted(value, std::chars_format::scientific, kSignificant - 1);
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::string withoutZeros(std::string number) {
    if (number.find('.') == std::string::npos) return number;
    number.erase(number.find_last_not_of('0') + 1);
    if (number.ends_with('.')) number.pop_back();
    return number;
}

/// 12 300: plain spaces, since terminals show narrow ones at full width or not at all.
std::string grouped(std::string number) {
    std::size_t end = std::min(number.find('.'), number.size());
    while (end > 3) number.insert(end -= 3, " ");
    return number;
}

std::string fixed(double value, int decimals) {
    return grouped(formatted(value, std::chars_format::fixed, decimals));
}

/// Zeros at the end say that they were measured; a value that is exact without them does without.
std::string threeDigits(double value, bool roundWhole = false) {
    constexpr int kSmallest = -9, kLargest = 21;
    if (value == 0) return "0";
    const int magnitude = magnitudeOf(value);
    if (magnitude < kSmallest || magnitude > kLargest)
        return formatted(value, std::chars_format::scientific, 2);
    const double shown =
        roundWhole || magnitude < kSignificant ? rounded(value) : std::round(value);
    const std::string text = fixed(shown, std::max(0, kSignificant - 1 - magnitude));
    const bool exact = std::abs(shown - value) <= 1e-12 * value;
    return exact ? withoutZeros(text) : text;
}

std::string inScale(double value, std::span<const Scale> scales) {
    if (value == 0) return "0 " + std::string(scales.back().suffix.substr(1));
    const double shown = rounded(value);
    for (const Scale& scale : scales) {
        if (shown >= scale.factor)
            return threeDigits(value / scale.factor) + std::string(scale.suffix);
    }
    return threeDigits(value / scales.back().factor) + std::string(scales.back().suffix);
}

std::string time(double value) { return value == 0 ? "0 s" : inScale(value, kTimes); }

/// Next to 100 % what is missing counts: 99.953 %, not 100 %. Below one in a hundred million no share means anything but
/// that it is not none.
std::string share(double value) {
    constexpr double kNearOne = 0.99, kSmallest = 1e-8;
    if (value > 0 && value < kSmallest) return "< 0.000001 %";
    if (value <= kNearOne || value >= 1) return threeDigits(100 * value) + " %";
    const int decimals = -magnitudeOf(1 - value) - 1;
    return withoutZeros(fixed(100 * value, std::min(decimals, 10))) + " %";
}

std::string money(double value) {
    if (value == 0 || value >= 100) return fixed(value, 0) + " USD";
    return (value >= 0.01 ? fixed(value, 2) : threeDigits(value)) + " USD";
}

std::string nonNegative(double value, Unit unit) {
    switch (unit) {
        case Unit::seconds: return time(value);
        case Unit::perSecond: return threeDigits(value, true) + "/s";
        case Unit::share: return share(value);
        case Unit::bytes: return inScale(value, kSizes);
        case Unit::bytesPerSecond: return inScale(value, kSizes) + "/s";
        case Unit::usd: return money(value);
        case Unit::count: break;
    }
    return threeDigits(value);
}

}  // namespace

std::string formatValue(double value, Unit unit) {
    if (std::isnan(value)) return "unknown";
    if (std::isinf(value)) return value > 0 ? "infinite" : "-infinite";
    const std::string text = nonNegative(std::abs(value), unit);
    if (value < 0 && text.starts_with('<')) return "> -" + text.substr(2);
    return value < 0 ? "-" + text : text;
}

}  // namespace headroom::model
