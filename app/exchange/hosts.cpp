// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/draft.h"
#include "model/quantity/number_text.h"

#include <algorithm>
#include <array>

namespace headroom::exchange {

namespace {

std::string lower(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    });
    return out;
}

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isOfHost(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '-' || c == '_' ||
           c == '.';
}
bool isHost(std::string_view text) {
    return !text.empty() && text.size() <= 253 && text.front() != '.' &&
           std::ranges::all_of(text, isOfHost);
}
bool isNumber(std::string_view text) { return !text.empty() && std::ranges::all_of(text, isDigit); }

// What such a variable names is who calls, or where users come from; not who is called.
bool isOfCallers(const std::string& key) {
    constexpr std::array<std::string_view, 9> kWords{"origin",   "cors",         "redirect",
                                                     "callback", "allowed",      "public",
                                                     "external", "virtual_host", "site_url"};
    const std::string name = lower(key);
    return std::ranges::any_of(
        kWords, [&](std::string_view word) { return name.find(word) != std::string::npos; });
}

bool namesAHost(const std::string& key) {
    constexpr std::array<std::string_view, 10> kWords{"host",     "addr",     "server",  "url",
                                                      "uri",      "endpoint", "brokers", "service",
                                                      "upstream", "backend"};
    const std::string name = lower(key);
    return std::ranges::any_of(
        kWords, [&](std::string_view word) { return name.find(word) != std::string::npos; });
}

// `user:secret@db:5432/shop?x=y` → `db`.
std::string_view authorityHost(std::string_view text) {
    text = text.substr(0, text.find_first_of("/?#;"));
    if (const std::size_t at = text.rfind('@'); at != std::string_view::npos)
        text.remove_prefix(at + 1);
    return text.substr(0, text.find(':'));
}

/// One piece of a text without commas and spaces.
std::optional<Reference> hostIn(const std::string& key, std::string_view piece) {
    Reference reference{.host = {}, .scheme = {}, .from = key};
    // `user:secret@tcp(db:3306)/shop`, as Go writes it.
    if (const std::size_t open = piece.find("tcp("); open != std::string_view::npos) {
        piece.remove_prefix(open + 4);
        piece = piece.substr(0, piece.find(')'));
    }
    if (const std::size_t scheme = piece.find("://"); scheme != std::string_view::npos) {
        std::string_view word = piece.substr(0, scheme);
        word.remove_prefix(std::min(word.size(), word.find_last_of(":=\"'") + 1));
        reference.scheme = lower(word);
        reference.host = authorityHost(piece.substr(scheme + 3));
        return isHost(reference.host) ? std::optional(reference) : std::nullopt;
    }
    bool named = namesAHost(key);
    if (const std::size_t equals = piece.find('='); equals != std::string_view::npos) {
        named = namesAHost(std::string(piece.substr(0, equals)));
        piece.remove_prefix(equals + 1);
        if (!named) return std::nullopt;
    }
    const std::size_t colon = piece.find(':');
    const bool hasPort =
        colon != std::string_view::npos &&
        isNumber(piece.substr(colon + 1, piece.find_first_of("/)", colon) - colon - 1));
    reference.host = piece.substr(0, colon);
    if ((!hasPort && !(named && colon == std::string_view::npos)) || !isHost(reference.host))
        return std::nullopt;
    return reference;
}

}  // namespace

std::vector<Reference> hostsIn(const std::string& key, const std::string& text) {
    constexpr std::size_t kLongest = 4096;  // what is longer is no address
    std::vector<Reference> references;
    if (text.size() > kLongest || isOfCallers(key)) return references;
    std::string scheme;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find_first_of(", \t\n\"'[]{}|", from), text.size());
        if (auto found = hostIn(key, std::string_view(text).substr(from, end - from))) {
            // `mongodb://a:27017,b:27017`: the others are of the same kind.
            if (found->scheme.empty() && text[std::max<std::size_t>(from, 1) - 1] == ',')
                found->scheme = scheme;
            scheme = found->scheme;
            references.push_back(std::move(*found));
        }
        from = end + 1;
    }
    return references;
}

std::optional<double> coresOf(std::string_view text) {
    const bool milli = text.ends_with('m');
    const auto number = model::parseNumber(milli ? text.substr(0, text.size() - 1) : text);
    if (!number || !(*number > 0) || *number > 1e6) return std::nullopt;
    return milli ? *number / 1000 : *number;
}

std::optional<std::int64_t> bytesOf(std::string_view text, double thousand) {
    std::string word = lower(text);
    if (word.ends_with('b')) word.pop_back();
    double factor = 1;
    const auto take = [&](std::string_view suffix, double value) {
        if (!word.ends_with(suffix)) return false;
        word.resize(word.size() - suffix.size());
        factor = value;
        return true;
    };
    take("ki", 1024) || take("mi", 1 << 20) || take("gi", 1 << 30) || take("ti", 1099511627776.0) ||
        take("k", thousand) || take("m", thousand * thousand) ||
        take("g", thousand * thousand * thousand);
    const auto number = model::parseNumber(word);
    if (!number || !(*number * factor >= 1) || *number * factor > 1e15) return std::nullopt;
    return static_cast<std::int64_t>(*number * factor);
}

std::optional<int> wholeOf(std::string_view text, int least, int most) {
    const auto number =
        isNumber(text) ? model::parseNumber(text) : model::Parsed<double>(model::TextError{});
    if (!number || *number < least || *number > most) return std::nullopt;
    return static_cast<int>(*number);
}

}  // namespace headroom::exchange
