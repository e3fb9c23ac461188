// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/source_text.h"

#include "model/said.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <optional>

namespace headroom::model {
namespace {

unsigned byteAt(std::string_view text, std::size_t i) {
    return static_cast<unsigned char>(text[i]);
}

bool isContinuation(std::string_view text, std::size_t i) {
    return i < text.size() && (byteAt(text, i) & 0xC0u) == 0x80u;
}

/// Smallest code point that needs a sequence of 1 to 4 bytes: a shorter value in a longer sequence
/// is not UTF-8.
constexpr std::uint32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};

std::size_t sequenceLength(unsigned lead) {
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead < 0xE0) return 2;
    if (lead >= 0xE0 && lead < 0xF0) return 3;
    return lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
}

bool isScalarValue(std::uint32_t code, std::size_t length) {
    return code >= kSmallest[length] && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
}

/// Length of the well-formed sequence at `i` (RFC 3629), or 0.
std::size_t wellFormedLength(std::string_view text, std::size_t i) {
    const std::size_t length = sequenceLength(byteAt(text, i));
    if (length < 2) return length;
    std::uint32_t code = byteAt(text, i) & (0x7Fu >> length);
    for (std::size_t k = 1; k < length; ++k) {
        if (!isContinuation(text, i + k)) return 0;
        code = code << 6 | (byteAt(text, i + k) & 0x3Fu);
    }
    return isScalarValue(code, length) ? length : 0;
}

std::string hexByte(unsigned byte) {
    char text[5];
    std::snprintf(text, sizeof text, "0x%02X", byte & 0xFFu);
    return text;
}

bool isForbiddenControl(unsigned byte) {
    return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F;
}

/// Bytes that begin a character.
std::size_t countCharacters(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; }));
}

/// How far the counts of characters lie apart: a long line costs no more than this for each place
/// in it.
constexpr std::size_t kStride = 1024;

struct Finding {
    std::size_t offset;
    std::string found;
    std::string expected;
};

std::optional<Finding> badCharacter(std::string_view text) {
    std::size_t i = 0;
    while (i < text.size()) {
        const unsigned byte = byteAt(text, i);
        if (isForbiddenControl(byte))
            return Finding{i, said("Model", "the control character %1", {hexByte(byte)}),
                           said("Model", "text")};
        const std::size_t length = wellFormedLength(text, i);
        if (length == 0)
            return Finding{i, said("Model", "the byte %1, which is not UTF-8", {hexByte(byte)}),
                           said("Model", "text in UTF-8")};
        i += length;
    }
    return {};
}

bool isIndentTab(std::string_view line) {
    const std::size_t content = line.find_first_not_of(" \t\r");
    if (content == std::string_view::npos || line[content] == '#') return false;
    return line.substr(0, content).find('\t') != std::string_view::npos;
}

std::optional<Finding> indentTab(std::string_view text) {
    std::size_t start = 0;
    while (start < text.size()) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        const std::string_view line = text.substr(start, end - start);
        if (isIndentTab(line))
            return Finding{start + line.find('\t'), said("Model", "a tab as indentation"),
                           said("Model", "spaces")};
        start = end + 1;
    }
    return {};
}

Diagnostic toDiagnostic(const Finding& finding, const LineIndex& index,
                        const std::string& fileName) {
    const Place place = index.placeAt(finding.offset);
    return {.file = fileName,
            .line = place.line,
            .column = place.column,
            .path = {},
            .found = finding.found,
            .expected = finding.expected,
            .suggestion = {}};
}

Diagnostic tooLarge(std::size_t size, const std::string& fileName) {
    return {.file = fileName,
            .path = {},
            .found = said("Model", "a file of %1 bytes", {std::to_string(size)}),
            .expected = said("Model", "at most 16 MiB"),
            .suggestion = {}};
}

}  // namespace

LineIndex::LineIndex(std::string_view text) : text_(text), lines_{0}, characters_{0} {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\n') lines_.push_back(i + 1);
    }
    for (std::size_t end = kStride; end <= text.size(); end += kStride) {
        characters_.push_back(characters_.back() +
                              countCharacters(text.substr(end - kStride, kStride)));
    }
}

std::size_t LineIndex::charactersBefore(std::size_t offset) const {
    const std::size_t stride = offset / kStride;
    const std::size_t begin = stride * kStride;
    return characters_[stride] + countCharacters(text_.substr(begin, offset - begin));
}

Place LineIndex::placeAt(std::size_t offset) const {
    offset = std::min(offset, text_.size());
    const auto after = std::ranges::upper_bound(lines_, offset);
    // A byte order mark is a character of the text, but not of the first line.
    const std::size_t begin =
        after == lines_.begin() + 1 ? byteOrderMarkLength(text_) : *(after - 1);
    const std::size_t column = charactersBefore(std::max(begin, offset)) - charactersBefore(begin);
    return {static_cast<int>(after - lines_.begin()), static_cast<int>(column) + 1, offset};
}

std::vector<Diagnostic> checkSourceText(std::string_view text, const std::string& fileName) {
    if (text.size() > kMaxFileBytes) return {tooLarge(text.size(), fileName)};
    std::vector<Diagnostic> diagnostics;
    const LineIndex index(text);
    if (const auto bad = badCharacter(text))
        diagnostics.push_back(toDiagnostic(*bad, index, fileName));
    if (const auto tab = indentTab(text))
        diagnostics.push_back(toDiagnostic(*tab, index, fileName));
    return diagnostics;
}

std::size_t byteOrderMarkLength(std::string_view text) {
    return text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
}

}  // namespace headroom::model
