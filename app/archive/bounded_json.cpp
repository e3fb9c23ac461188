// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/bounded_json.h"

namespace headroom::archive {

bool isShallowJson(std::string_view text) {
    int open = 0;
    bool inText = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"') inText = !inText;
        if (inText && c == '\\') ++i;
        if (inText) continue;
        if (c == '[' || c == '{') ++open;
        if (c == ']' || c == '}') --open;
        if (open > kMostJsonLevels) return false;
    }
    return true;
}

std::string textAt(const nlohmann::json& json, const char* key) {
    const auto entry = json.find(key);
    return entry != json.end() && entry->is_string() ? entry->get<std::string>() : std::string();
}

}  // namespace headroom::archive
