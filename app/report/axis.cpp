// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/axis.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "app/report/value_text.h"

namespace headroom::report {

namespace {

constexpr double kRounding = 1e-9;  // relative; keeps 0.3 / 0.1 from becoming 2.999…

std::string labelIn(double value, model::Unit unit) {
    // Powers of ten are no whole numbers of minutes.
    const double decimal = unit == model::Unit::seconds ? std::min(value, 1.0) : value;
    const DisplayUnit shown = displayUnitFor(decimal * (1 + kRounding), unit);
    return plainNumber(value / shown.scale) + shown.suffix;
}

std::vector<double> logarithmicValues(double low, double high) {
    const bool wide = std::log10(high / low) > 2;
    std::vector<double> values;
    for (double decade = std::pow(10, std::floor(std::log10(low))); decade <= high; decade *= 10)
        for (const double digit : {1.0, 2.0, 5.0}) {
            const double value = decade * digit;
            const bool inside = value >= low * (1 - kRounding) && value <= high * (1 + kRounding);
            if (inside && (digit == 1.0 || !wide)) values.push_back(value);
        }
    return values;
}

double timeStep(double seconds) {
    constexpr std::array<double, 16> kSteps{1,   2,    5,    10,   15,    30,    60,    120,
                                            300, 600, 1800, 3600, 7200, 14400, 21600, 86400};
    constexpr double kMostTicks = 7;
    const auto enough = [seconds](double step) { return seconds / step <= kMostTicks; };
    const auto step = std::ranges::find_if(kSteps, enough);
    return step != kSteps.end() ? *step : niceStep(seconds / 86400, 6) * 86400;
}

}  // namespace

double Axis::at(double value) const {
    const double inside = std::clamp(value, low_, high_);
    const double share = logarithmic_ ? std::log(inside / low_) / std::log(high_ / low_) : (inside - low_) / (high_ - low_);
    return start_ + share * (end_ - start_);
}

double niceStep(double span, int wanted) {
    const double raw = span / wanted;
    const double decade = std::pow(10, std::floor(std::log10(raw)));
    for (const double digit : {1.0, 2.0, 5.0})
        if (raw <= decade * digit * (1 + kRounding)) return decade * digit;
    return decade * 10;
}

ValueScale linearScale(double highest, model::Unit unit) {
    if (!(highest > 0)) highest = unit == model::Unit::share ? 0.01 : 1;
    const DisplayUnit shown = displayUnitFor(highest, unit);
    const double step = niceStep(highest / shown.scale, 4);
    const auto count = static_cast<int>(std::ceil(highest / shown.scale / step * (1 - kRounding)));
    ValueScale scale{count * step * shown.scale, {}};
    for (int i = 0; i <= count; ++i)
        scale.ticks.push_back({i * step * shown.scale, plainNumber(i * step) + (i == count ? shown.suffix : "")});
    return scale;
}

std::vector<Tick> logarithmicTicks(double low, double high, model::Unit unit) {
    std::vector<Tick> ticks;
    for (const double value : logarithmicValues(low, high)) ticks.push_back({value, labelIn(value, unit)});
    return ticks;
}

std::vector<Tick> timeTicks(double seconds) {
    std::vector<Tick> ticks;
    const double step = timeStep(seconds);
    for (int i = 0; i * step <= seconds * (1 + kRounding); ++i)
        ticks.push_back({i * step, i == 0 ? "0" : timeSpanText(i * step)});
    return ticks;
}

std::string plainNumber(double value) {
    const double magnitude = std::abs(value);
    if (magnitude >= 1000) return countText(value);
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.begin(), buffer.end(), value, std::chars_format::fixed, 6).ptr;
    std::string text(buffer.begin(), end);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text;
}

}  // namespace headroom::report
