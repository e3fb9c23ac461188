// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/utf8.h"

namespace headroom::report {

namespace {

struct Lead {
    int length;
    char32_t bits;
    char32_t smallest;  // a smaller value in this length is overlong
};

Lead leadOf(unsigned char byte) {
    if (byte < 0x80) return {1, byte, 0};
    if ((byte & 0xE0) == 0xC0) return {2, byte & 0x1FU, 0x80};
    if ((byte & 0xF0) == 0xE0) return {3, byte & 0x0FU, 0x800};
    if ((byte & 0xF8) == 0xF0) return {4, byte & 0x07U, 0x10000};
    return {0, 0, 0};
}

bool isScalar(char32_t c) { return c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF); }

}  // namespace

char32_t nextCodePoint(std::string_view text, std::size_t& position) {
    const auto [length, bits, smallest] = leadOf(static_cast<unsigned char>(text[position]));
    const std::size_t start = position++;
    if (length == 0 || start + static_cast<std::size_t>(length) > text.size()) return kReplacement;
    char32_t value = bits;
    for (int i = 1; i < length; ++i) {
        const auto byte = static_cast<unsigned char>(text[start + static_cast<std::size_t>(i)]);
        if ((byte & 0xC0) != 0x80) return kReplacement;
        value = (value << 6) | (byte & 0x3FU);
    }
    if (value < smallest || !isScalar(value)) return kReplacement;
    position = start + static_cast<std::size_t>(length);
    return value;
}

void appendUtf8(std::string& out, char32_t c) {
    const auto tail = [&out](char32_t bits) { out += static_cast<char>(0x80U | (bits & 0x3FU)); };
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0U | (c >> 6));
        tail(c);
    } else if (c < 0x10000) {
        out += static_cast<char>(0xE0U | (c >> 12));
        tail(c >> 6);
        tail(c);
    } else {
        out += static_cast<char>(0xF0U | (c >> 18));
        tail(c >> 12);
        tail(c >> 6);
        tail(c);
    }
}

}  // namespace headroom::report
