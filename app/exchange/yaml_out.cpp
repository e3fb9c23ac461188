// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/yaml_out.h"

#include "app/report/safe_text.h"

#include <algorithm>
#include <array>

namespace headroom::exchange {

namespace {

using Json = nlohmann::ordered_json;

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool isDigit(char c) { return c >= '0' && c <= '9'; }

// Words that some version of YAML takes for something else are quoted.
bool isPlain(const std::string& text) {
    static constexpr std::array<std::string_view, 10> kOther{"true", "false", "null", "yes", "no",
                                                             "on",   "off",   "y",    "n",   "nan"};
    if (text.empty() || !isLetter(text.front())) return false;
    std::string lower = text;
    std::ranges::transform(lower, lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    });
    if (std::ranges::find(kOther, lower) != kOther.end()) return false;
    return std::ranges::all_of(text, [](char c) {
        return isLetter(c) || isDigit(c) || c == '_' || c == '-' || c == '/' || c == '.';
    });
}

std::string scalar(const Json& value) {
    if (!value.is_string()) return value.dump();
    const std::string text = report::printable(value.get<std::string>());
    return isPlain(text) ? text : yamlString(text);
}

bool isBlock(const Json& value) { return value.is_structured() && !value.empty(); }

void write(std::string& out, const Json& value, std::size_t indent);

// What follows `key:` or `-`: on the same line, or below it.
void writeMember(std::string& out, const Json& value, std::size_t indent) {
    if (!isBlock(value)) {
        out += " " + scalar(value) + "\n";
        return;
    }
    out += "\n";
    write(out, value, indent);
}

void write(std::string& out, const Json& value, std::size_t indent) {
    const std::string space(indent, ' ');
    if (value.is_object()) {
        for (const auto& [key, member] : value.items()) {
            out += space + scalar(Json(key)) + ":";
            writeMember(out, member, indent + 2);
        }
        return;
    }
    for (const Json& item : value) {
        if (!isBlock(item)) {
            out += space + "- " + scalar(item) + "\n";
            continue;
        }
        std::string inside;
        write(inside, item, indent + 2);
        inside.replace(indent, 1, "-");  // the first member stands beside the dash
        out += inside;
    }
}

}  // namespace

std::string yamlString(const std::string& text) {
    return Json(report::printable(text)).dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string yamlText(const Json& value) {
    if (!isBlock(value)) return scalar(value) + "\n";
    std::string out;
    write(out, value, 0);
    return out;
}

}  // namespace headroom::exchange
