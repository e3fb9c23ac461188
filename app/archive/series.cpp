// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/series.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace headroom::archive {

namespace {

using model::Unit;
constexpr Unit kUnits[] = {Unit::seconds, Unit::perSecond, Unit::share,         Unit::count,
                           Unit::bytes,   Unit::usd,       Unit::bytesPerSecond};

}  // namespace

std::optional<std::int64_t> momentOf(double milliseconds) {
    if (!(std::abs(milliseconds) <= static_cast<double>(kLatestMs))) return std::nullopt;
    return std::llround(milliseconds);
}

std::string_view unitWord(Unit unit) {
    switch (unit) {
        case Unit::seconds: return "s";
        case Unit::perSecond: return "per_s";
        case Unit::share: return "share";
        case Unit::count: return "count";
        case Unit::bytes: return "bytes";
        case Unit::bytesPerSecond: return "bytes_per_s";
        case Unit::usd: return "usd";
    }
    return "count";
}

Unit unitFromWord(std::string_view word) {
    for (const Unit unit : kUnits)
        if (unitWord(unit) == word) return unit;
    return Unit::count;
}

std::string labelsText(const Labels& labels) {
    nlohmann::json json = nlohmann::json::object();
    for (const auto& [name, value] : labels) json[name] = value;
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Labels labelsFromText(const std::string& text) {
    Labels labels;
    const nlohmann::json json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object()) return labels;
    for (const auto& [name, value] : json.items())
        if (value.is_string()) labels[name] = value.get<std::string>();
    return labels;
}

}  // namespace headroom::archive
