// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace headroom::archive {

constexpr int kMostJsonLevels = 100;

/// Whether no more than kMostJsonLevels arrays and objects of a JSON text are open at once. Cheap:
/// nothing is parsed.
bool isShallowJson(std::string_view text);

/// JSON from outside, discarded if it is none. What is nested deeper than anybody writes counts as
/// none, since copying and walking it takes a part of the stack for each level.
template <typename Json = nlohmann::json>
Json parseBoundedJson(std::string_view text) {
    if (!isShallowJson(text)) return Json(nlohmann::detail::value_t::discarded);
    return Json::parse(text.begin(), text.end(), nullptr, false);
}

/// The text that an object has under a key; empty where it has none, or is no object.
std::string textAt(const nlohmann::json& json, const char* key);

}  // namespace headroom::archive
