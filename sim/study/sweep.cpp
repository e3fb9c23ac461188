// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/study/sweep.h"

#include "model/quantity/number_text.h"
#include "model/quantity/quantity.h"
#include "model/said.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <thread>

namespace headroom::sim {

namespace {

using model::TextError;

constexpr const char* kExpected = HEADROOM_SAID(
    "Simulation", "PATH=VALUE,VALUE… or PATH=FROM..TO:COUNT, such as `users=30k..500k:10`");

std::vector<std::string> splitAtCommas(std::string_view text) {
    std::vector<std::string> parts(1);
    int depth = 0;
    for (const char c : text) {
        if (c == '(' || c == '[' || c == '{') ++depth;
        if (c == ')' || c == ']' || c == '}') --depth;
        if (c == ',' && depth == 0)
            parts.emplace_back();
        else
            parts.back() += c;
    }
    for (std::string& part : parts) part = std::string(model::trimmed(part));
    return parts;
}

struct End {
    double value;
    std::string unit;  ///< as written; k, M and G are part of a count
};

std::optional<End> endOf(std::string_view text) {
    if (const auto count = model::parseCount(text)) return End{count->value, ""};
    const auto number = model::splitNumber(text);
    if (!number || !model::parseQuantity(text)) return std::nullopt;
    const auto value = model::scaledValue<double>(*number, 0);
    if (!value) return std::nullopt;
    return End{*value, std::string(number->rest)};
}

TextError misuse(std::string_view text, const char* expected = kExpected) {
    return {"`" + std::string(text) + "`", model::said("Simulation", expected), ""};
}

model::Parsed<std::vector<std::string>> gridOf(std::string_view text, std::size_t dots) {
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos || colon < dots) return misuse(text);
    const auto from = endOf(model::trimmed(text.substr(0, dots)));
    const auto to = endOf(model::trimmed(text.substr(dots + 2, colon - dots - 2)));
    const auto count = model::parseCount(text.substr(colon + 1));
    if (!from || !to || !count || from->unit != to->unit) return misuse(text);
    const auto n = static_cast<int>(count->value);
    if (n != count->value || n < 2 || n > 10'000)
        return misuse(text, HEADROOM_SAID("Simulation", "a count from 2 to 10 000 behind `:`"));
    const bool whole = from->unit.empty() && from->value == std::floor(from->value) &&
                       to->value == std::floor(to->value);
    std::vector<std::string> values;
    for (int i = 0; i < n; ++i) {
        const double share = i / (n - 1.0);
        double value = from->value > 0 && to->value > 0
                           ? from->value * std::pow(to->value / from->value, share)
                           : from->value + (to->value - from->value) * share;
        if (i == n - 1) value = to->value;
        if (whole) value = std::round(value);
        std::string written = model::numberText(value);
        if (!from->unit.empty()) written += " " + from->unit;
        if (values.empty() || values.back() != written) values.push_back(written);
    }
    return values;
}

}  // namespace

model::Parsed<Variation> parseVariation(std::string_view text) {
    const std::size_t equals = text.find('=');
    if (equals == 0 || equals == std::string_view::npos) return misuse(text);
    Variation variation{std::string(model::trimmed(text.substr(0, equals))), {}};
    const std::string_view values = text.substr(equals + 1);
    if (const std::size_t dots = values.find(".."); dots != std::string_view::npos) {
        const auto grid = gridOf(values, dots);
        if (!grid) return grid.error();
        variation.values = *grid;
        return variation;
    }
    variation.values = splitAtCommas(values);
    for (const std::string& value : variation.values)
        if (value.empty()) return misuse(text);
    return variation;
}

std::vector<SweepPoint> pointsOf(const std::vector<Variation>& variations) {
    std::vector<SweepPoint> points(1);
    for (const Variation& variation : variations) {
        std::vector<SweepPoint> longer;
        for (const SweepPoint& point : points)
            for (const std::string& value : variation.values) {
                longer.push_back(point);
                longer.back().emplace_back(variation.path, value);
            }
        points = std::move(longer);
    }
    return points;
}

std::string nameOf(const SweepPoint& point) {
    std::string name;
    for (const auto& [path, value] : point) name += (name.empty() ? "" : " ") + path + "=" + value;
    return name;
}

void forEachPoint(const std::vector<std::size_t>& open, int threads, const std::stop_token& stop,
                  const std::function<void(std::size_t)>& run) {
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t i = next++; i < open.size() && !stop.stop_requested(); i = next++)
            run(open[i]);
    };
    std::vector<std::jthread> workers;
    const auto count = std::min<std::size_t>(static_cast<std::size_t>(std::max(1, threads)), open.size());
    for (std::size_t i = 1; i < count; ++i) workers.emplace_back(work);
    work();
}

}  // namespace headroom::sim
