// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/markup.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cmath>

#include "app/report/safe_text.h"

namespace headroom::report {

namespace {

void appendEscaped(std::string& out, std::string_view text) {
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            default: out += c;
        }
    }
}

// A line break after one of these would show as a space.
bool isInline(std::string_view tag) {
    constexpr std::array<std::string_view, 10> kTags{"a", "b", "code", "em", "kbd", "small", "span", "strong", "sub", "tspan"};
    return std::ranges::find(kTags, tag) != kTags.end();
}

}  // namespace

void Markup::open(std::string_view tag, Attributes attributes, std::string_view end) {
    out_ += '<';
    out_ += tag;
    for (const Attribute& attribute : attributes) {
        if (attribute.value.empty()) continue;
        out_ += ' ';
        out_ += attribute.name;
        out_ += "=\"";
        appendEscaped(out_, printable(attribute.value));
        out_ += '"';
    }
    out_ += end;
}

void Markup::close() {
    out_ += "</" + openTags_.back() + ">";
    if (!isInline(openTags_.back())) out_ += '\n';
    openTags_.pop_back();
}

Markup::Element Markup::element(std::string_view tag, Attributes attributes) {
    open(tag, attributes, ">");
    openTags_.emplace_back(tag);
    return Element(*this);
}

void Markup::leaf(std::string_view tag, std::string_view content, Attributes attributes) {
    const Element here = element(tag, attributes);
    text(content);
}

void Markup::empty(std::string_view tag, Attributes attributes) { open(tag, attributes, "/>"); }

void Markup::text(std::string_view content) { appendEscaped(out_, printable(content)); }

void Markup::preformatted(std::string_view content) {
    for (std::size_t at = 0; at < content.size();) {
        const std::size_t end = std::min(content.find('\n', at), content.size());
        text(content.substr(at, end - at));
        if (end < content.size()) out_ += '\n';
        at = end + 1;
    }
}

void Markup::style(std::string_view css) {
    assert(css.find("</") == std::string_view::npos);
    out_ += "<style>\n";
    out_ += css;
    out_ += "</style>\n";
}

void Markup::doctype() { out_ += "<!DOCTYPE html>\n"; }

std::string Markup::take() {
    assert(openTags_.empty());
    return std::move(out_);
}

std::string coordinate(double value) {
    assert(std::abs(value) < 1e9);
    std::array<char, 32> buffer{};
    const double shown = std::abs(value) < 0.05 ? 0.0 : value;
    const auto end = std::to_chars(buffer.begin(), buffer.end(), shown, std::chars_format::fixed, 1).ptr;
    std::string text(buffer.begin(), end);
    if (text.ends_with(".0")) text.resize(text.size() - 2);
    return text;
}

}  // namespace headroom::report
