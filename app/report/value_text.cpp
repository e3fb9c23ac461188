// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/value_text.h"

#include "model/said.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <vector>

namespace headroom::report {

namespace {

using model::said;
using model::Unit;

constexpr std::string_view kThinSpace = "\u2009";

struct NamedScale {
    std::string_view suffix;
    double scale;
};

// Ascending; the suffixes are those of model::formatValue.
std::vector<NamedScale> scalesOf(Unit unit) {
    switch (unit) {
        case Unit::seconds: return {{"ns", 1e-9}, {"µs", 1e-6}, {"us", 1e-6}, {"ms", 1e-3}, {"s", 1}, {"min", 60}, {"h", 3600}, {"days", 86400}};
        case Unit::perSecond: return {{"/s", 1}, {"k/s", 1e3}, {"M/s", 1e6}};
        case Unit::share: return {{"%", 0.01}};
        case Unit::bytes: return {{"B", 1}, {"KB", 1e3}, {"MB", 1e6}, {"GB", 1e9}, {"TB", 1e12}};
        case Unit::bytesPerSecond: return {{"B/s", 1}, {"KB/s", 1e3}, {"MB/s", 1e6}, {"GB/s", 1e9}, {"TB/s", 1e12}};
        case Unit::usd: return {{"USD", 1}};
        case Unit::count: return {{"", 1}, {"k", 1e3}, {"M", 1e6}, {"G", 1e9}};
    }
    return {{"", 1}};
}

std::string fixed(double value, int decimals) {
    std::array<char, 400> buffer{};  // the largest double has 309 digits
    const auto end = std::to_chars(buffer.begin(), buffer.end(), value, std::chars_format::fixed, decimals).ptr;
    return {buffer.begin(), end};
}

std::string grouped(const std::string& number) {
    const std::size_t whole = std::min(number.find('.'), number.size());
    const std::size_t first = number.starts_with('-') ? 1 : 0;
    std::string result;
    for (std::size_t i = 0; i < number.size(); ++i) {
        const bool boundary = i > first && i < whole && (whole - i) % 3 == 0;
        if (boundary && whole - first > 3) result += kThinSpace;
        result += number[i];
    }
    return result;
}

bool isDigit(char c) { return c >= '0' && c <= '9'; }

// Where formatValue's number ends and what its unit and last decimal are.
struct Shape {
    std::string suffix;
    int decimals = 0;
};

Shape shapeOf(const std::string& text) {
    const auto lastDigit = std::find_if(text.rbegin(), text.rend(), isDigit).base();
    const std::string number(text.begin(), lastDigit);
    Shape shape{std::string(lastDigit, text.end()), 0};
    if (const std::size_t point = number.find('.'); point != std::string::npos)
        shape.decimals = static_cast<int>(number.size() - point - 1);
    return shape;
}

double scaleOf(std::string_view suffix, Unit unit) {
    while (suffix.starts_with(' ')) suffix.remove_prefix(1);
    for (const NamedScale& candidate : scalesOf(unit))
        if (candidate.suffix == suffix) return candidate.scale;
    return 1;
}

std::string halfWidthNumber(double scaled, int decimals) {
    constexpr int kMostExtraDecimals = 3;
    if (scaled <= 0) return "0";
    const int firstDigit = static_cast<int>(std::ceil(-std::log10(scaled)));
    return grouped(fixed(scaled, std::max(decimals, std::min(firstDigit, decimals + kMostExtraDecimals))));
}

// `182 ms`, and ` ± 4` where there is an interval; the unit that the half-width is in comes back in `suffix`.
std::string withHalfWidth(const sim::Estimate& estimate, Unit unit, std::string& suffix) {
    if (!estimate.value) return std::string(kUnknown);
    const std::string value = model::formatValue(*estimate.value, unit);
    if (!estimate.halfWidth || !std::isfinite(*estimate.halfWidth)) return value;
    const Shape shape = shapeOf(value);
    suffix = shape.suffix;
    return value + " ± " + halfWidthNumber(*estimate.halfWidth / scaleOf(shape.suffix, unit), shape.decimals);
}

std::string trimmedZeros(std::string number) {
    if (number.find('.') == std::string::npos) return number;
    number.erase(number.find_last_not_of('0') + 1);
    if (number.ends_with('.')) number.pop_back();
    return number;
}

// What is said is made from the words of the file; these are what catalogues find them by.
[[maybe_unused]] constexpr const char* kTypes[] = {
    HEADROOM_SAID("Report", "autoscaler"),    HEADROOM_SAID("Report", "cache"),
    HEADROOM_SAID("Report", "cdn"),           HEADROOM_SAID("Report", "client"),
    HEADROOM_SAID("Report", "database"),      HEADROOM_SAID("Report", "external"),
    HEADROOM_SAID("Report", "function"),      HEADROOM_SAID("Report", "gateway"),
    HEADROOM_SAID("Report", "load balancer"), HEADROOM_SAID("Report", "pool"),
    HEADROOM_SAID("Report", "queue"),         HEADROOM_SAID("Report", "service"),
    HEADROOM_SAID("Report", "station")};
[[maybe_unused]] constexpr const char* kStatistics[] = {HEADROOM_SAID("Report", "mean"),
                                                        HEADROOM_SAID("Report", "max")};

void addPeak(Load& load, double peak, bool varies) {
    load.peak += peak;
    load.varies = load.varies || varies;
}

}  // namespace

std::string valueText(const sim::Estimate& estimate, Unit unit) {
    return estimate.value ? model::formatValue(*estimate.value, unit) : std::string(kUnknown);
}

std::string estimateText(const sim::Estimate& estimate, Unit unit) {
    std::string suffix;
    const std::string text = withHalfWidth(estimate, unit, suffix);
    return text + suffix;
}

std::string shortEstimateText(const sim::Estimate& estimate, Unit unit) {
    std::string suffix;
    return withHalfWidth(estimate, unit, suffix);
}

std::string countText(double count) {
    const bool whole = std::abs(count - std::round(count)) < 0.05 || std::abs(count) >= 1000;
    return grouped(fixed(count, whole ? 0 : 1));
}

std::string timeSpanText(double seconds) {
    if (seconds < 120) return trimmedZeros(fixed(seconds, seconds < 10 ? 1 : 0)) + " s";
    const auto minutes = static_cast<long long>(std::llround(seconds / 60));
    if (minutes < 120) return trimmedZeros(fixed(seconds / 60, 1)) + " min";
    const std::string hours = countText(static_cast<double>(minutes / 60)) + " h";
    return minutes % 60 == 0 ? hours : hours + " " + std::to_string(minutes % 60) + " min";
}

std::string bytesText(double bytes) { return model::formatValue(bytes, Unit::bytes); }

DisplayUnit displayUnitFor(double magnitude, Unit unit) {
    DisplayUnit best{"", 1};
    bool first = true;
    for (const auto& [suffix, scale] : scalesOf(unit)) {
        if (!first && std::abs(magnitude) < scale) break;
        if (suffix == "us" || suffix == "G" || suffix == "days") continue;
        best = {suffix.empty() ? "" : " " + std::string(suffix), scale};
        first = false;
    }
    return best;
}

Load loadOf(const model::Scenario& scenario) {
    const model::Workload& workload = scenario.workload;
    Load closed;
    Load open{0, true, false};
    if (workload.users) addPeak(closed, workload.users->peak(), !workload.users->isConstant());
    if (workload.arrivals) addPeak(open, workload.arrivals->rate.peak(), !workload.arrivals->rate.isConstant());
    for (const model::Profile& profile : workload.profiles) {
        if (profile.users) addPeak(closed, profile.users->peak(), !profile.users->isConstant());
        if (profile.arrivals) addPeak(open, profile.arrivals->rate.peak(), !profile.arrivals->rate.isConstant());
    }
    return closed.peak > 0 || open.peak <= 0 ? closed : open;
}

std::string loadText(const Load& load) {
    const std::string peak = countText(load.peak);
    if (load.open)
        return load.varies ? said("Report", "up to %1 arrivals/s", {peak})
                           : said("Report", "%1 arrivals/s", {peak});
    return load.varies ? said("Report", "up to %1 users", {peak})
                       : said("Report", "%1 users", {peak});
}

std::string typeText(std::string_view type) {
    std::string words(type);
    std::ranges::replace(words, '_', ' ');
    return said("Report", words.c_str());
}

std::string statisticText(model::Statistic statistic) {
    return said("Report", std::string(statisticName(statistic)).c_str());
}

}  // namespace headroom::report
