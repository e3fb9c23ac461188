// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/source_extent.h"

#include <algorithm>
#include <cctype>

namespace headroom::model {
namespace {

bool isBlank(char c) { return c == ' ' || c == '\t'; }
bool isSpace(char c) { return isBlank(c) || c == '\n' || c == '\r'; }

bool isNullWord(std::string_view text) {
    return text.starts_with('~') || text.starts_with("null") || text.starts_with("Null") ||
           text.starts_with("NULL");
}

/// The number that a block scalar's header may state for its indentation: `|2-`.
std::size_t statedIndent(std::string_view header) {
    const auto digit = std::ranges::find_if(header, [](char c) { return c >= '1' && c <= '9'; });
    return digit == header.end() ? 0 : static_cast<std::size_t>(*digit - '0');
}

}  // namespace

std::size_t SourceExtent::lineBegin(std::size_t offset) const {
    const std::size_t before = offset == 0 ? std::string_view::npos : text_.rfind('\n', offset - 1);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    return begin;
}

std::size_t SourceExtent::nextLine(std::size_t offset) const {
    const std::size_t end = text_.find('\n', offset);
    return end == std::string_view::npos ? text_.size() : end + 1;
}

std::size_t SourceExtent::skipBlanks(std::size_t offset) const {
    while (isBlank(at(offset))) ++offset;
    return offset;
}

std::size_t SourceExtent::skipSpace(std::size_t offset) const {
    while (true) {
        while (isSpace(at(offset))) ++offset;
        if (at(offset) != '#') return offset;
        offset = nextLine(offset);
    }
}

std::string_view SourceExtent::endOfLineMark() const {
    const std::size_t end = text_.find('\n');
    return end != std::string_view::npos && end > 0 && text_[end - 1] == '\r' ? "\r\n" : "\n";
}

std::size_t SourceExtent::quotedEnd(std::size_t begin) const {
    const char quote = at(begin);
    std::size_t i = begin + 1;
    while (i < text_.size()) {
        const bool escaped = (quote == '"' && text_[i] == '\\') ||
                             (quote == '\'' && text_[i] == '\'' && at(i + 1) == '\'');
        if (!escaped && text_[i] == quote) return i + 1;
        i += escaped ? 2 : 1;
    }
    return text_.size() + 1;
}

bool SourceExtent::isClosed(const YamlNode& quoted) const {
    return quotedEnd(quoted.place.offset) <= text_.size();
}

/// A plain scalar is its value, but for spaces: an end of line and the indentation after it count
/// as one.
std::size_t SourceExtent::plainEnd(std::size_t begin, std::string_view value) const {
    std::size_t i = begin;
    for (std::size_t v = 0; v < value.size(); ++v) {
        if (!isSpace(value[v])) {
            ++i;
            continue;
        }
        while (isSpace(at(i))) ++i;
        while (v + 1 < value.size() && isSpace(value[v + 1])) ++v;
    }
    return std::min(i, text_.size());
}

std::size_t SourceExtent::blockScalarEnd(const YamlNode& node) const {
    const std::size_t header = node.place.offset;
    std::size_t line = nextLine(header);
    std::size_t indent = statedIndent(text_.substr(header, line - header));
    if (indent > 0) indent += node.keyPlace.offset - lineBegin(node.keyPlace.offset);
    std::size_t end = line;
    while (line < text_.size()) {
        const std::size_t content = skipBlanks(line);
        const bool blank = at(content) == '\n' || at(content) == '\r' || content == text_.size();
        if (indent == 0 && !blank) indent = content - line;
        if (!blank && content - line < indent) break;
        line = nextLine(content);
        if (!blank) end = line;
    }
    while (end > header && (text_[end - 1] == '\n' || text_[end - 1] == '\r')) --end;
    return end;
}

std::size_t SourceExtent::scalarEnd(std::size_t begin, std::string_view value,
                                    const YamlNode& node) const {
    const char first = at(begin);
    if (first == '\'' || first == '"') return quotedEnd(begin);
    if (node.quoted && (first == '|' || first == '>')) return blockScalarEnd(node);
    return plainEnd(begin, value);
}

std::size_t SourceExtent::flowEnd(const YamlNode& node) const {
    const char open = at(node.place.offset);
    const std::size_t last =
        node.children.empty() ? node.place.offset + 1 : endOf(node.children.back());
    if (open != '{' && open != '[') return last;  // `[a: 1]` holds a mapping without braces
    std::size_t i = skipSpace(last);
    if (at(i) == ',') i = skipSpace(i + 1);
    return i + 1;
}

std::size_t SourceExtent::keyEnd(const YamlNode& entry) const {
    const std::size_t begin = entry.keyPlace.offset;
    const char first = at(begin);
    return first == '\'' || first == '"' ? quotedEnd(begin) : plainEnd(begin, entry.key);
}

std::size_t SourceExtent::colonEnd(const YamlNode& entry) const {
    const std::size_t end = keyEnd(entry);
    const std::size_t colon = skipBlanks(end);
    return at(colon) == ':' ? colon + 1 : end;
}

bool SourceExtent::isUnwritten(const YamlNode& node) const {
    return node.isNull() &&
           (node.place.offset >= text_.size() || !isNullWord(text_.substr(node.place.offset)));
}

std::size_t SourceExtent::endOf(const YamlNode& node) const {
    switch (node.kind) {
        case YamlNode::Kind::scalar: return scalarEnd(node.place.offset, node.text, node);
        case YamlNode::Kind::null:
            if (isUnwritten(node)) return node.key.empty() ? node.place.offset : colonEnd(node);
            return node.place.offset + (at(node.place.offset) == '~' ? 1 : 4);
        case YamlNode::Kind::sequence:
        case YamlNode::Kind::mapping:
            return node.flow || node.children.empty() ? flowEnd(node) : endOf(node.children.back());
        case YamlNode::Kind::broken: return plainEnd(node.place.offset, "*");
    }
    return node.place.offset;
}

std::size_t SourceExtent::beginOf(const YamlNode& entry) const {
    if (!entry.key.empty()) return entry.keyPlace.offset;
    std::size_t i = entry.place.offset;
    while (i > 0 && isSpace(text_[i - 1])) --i;
    return i > 0 && text_[i - 1] == '-' ? i - 1 : entry.place.offset;
}

}  // namespace headroom::model
