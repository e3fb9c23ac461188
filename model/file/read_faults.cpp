// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/sections.h"
#include "model/quantity/number_text.h"
#include "model/said.h"

#include <algorithm>
#include <array>

namespace headroom::model {
namespace {

using Kind = Fault::Kind;

/// The two sides of a word with blanks around it; the second is empty if it is not there.
struct Sides {
    std::string_view left, right;
};
Sides split(std::string_view text, std::string_view word) {
    const std::size_t at = text.find(word);
    if (at == std::string_view::npos) return {text, {}};
    return {trimmed(text.substr(0, at)), trimmed(text.substr(at + word.size()))};
}

bool startsWithDigit(std::string_view text) {
    return !text.empty() && text.front() >= '0' && text.front() <= '9';
}

/// `db.read`: a component and its operation, or its part.
void setTarget(Fault& fault, std::string_view text) {
    const Sides parts = split(text, ".");
    fault.target = parts.left;
    fault.operation = parts.right;
}

/// `api`, `1 instance of api`, `50 % of api`
bool parseKill(std::string_view text, Fault& fault) {
    const Sides parts = split(text, " of ");
    if (parts.right.empty()) {
        setTarget(fault, text);
        return !startsWithDigit(text);
    }
    setTarget(fault, parts.right);
    const Sides counted = split(parts.left, " ");
    constexpr std::array<std::string_view, 4> kNouns = {"instance", "instances", "server",
                                                        "servers"};
    const bool hasNoun = std::ranges::find(kNouns, counted.right) != kNouns.end();
    if (const auto share = parseShare(parts.left); share && parts.left.ends_with('%')) {
        fault.share = share->fraction;
        return share->fraction > 0;
    }
    const Parsed<Count> count = parseCount(counted.left);
    const bool isWhole = count && count->value >= 1 && count->value <= 1e6 &&
                         count->value == static_cast<double>(static_cast<int>(count->value));
    if (!isWhole || !hasNoun) return false;
    fault.count = static_cast<std::int64_t>(count->value);
    return true;
}

/// `zone eu-1`, `region eu` or only the name
bool parseLose(std::string_view text, Fault& fault) {
    for (const std::string_view word : {"zone ", "region "}) {
        if (text.starts_with(word)) text = trimmed(text.substr(word.size()));
    }
    fault.target = text;
    return true;
}

/// `db by 3x`
bool parseSlow(std::string_view text, Fault& fault) {
    const Sides parts = split(text, " by ");
    if (!parts.right.ends_with('x') && !parts.right.ends_with("×")) return false;
    const std::size_t sign = parts.right.ends_with('x') ? 1 : std::string_view("×").size();
    const auto factor = parseNumber(trimmed(parts.right.substr(0, parts.right.size() - sign)));
    if (!factor || !(*factor > 0) || *factor > 1e6) return false;
    setTarget(fault, parts.left);
    fault.factor = *factor;
    return true;
}

/// `mail 20 %`, or `mail` for all
bool parseFail(std::string_view text, Fault& fault) {
    const Sides parts = split(text, " ");
    setTarget(fault, parts.left);
    fault.share = 1;
    if (parts.right.empty()) return true;
    const auto share = parseShare(parts.right);
    if (share) fault.share = share->fraction;
    return share && share->fraction > 0;
}

bool parseFlush(std::string_view text, Fault& fault) {
    fault.target = text;
    return true;
}

/// `api to db`
bool parseCut(std::string_view text, Fault& fault) {
    const Sides parts = split(text, " to ");
    fault.target = parts.left;
    fault.other = parts.right;
    return !parts.right.empty();
}

struct KindReader {
    std::string_view key;
    Kind kind;
    bool (*parse)(std::string_view, Fault&);
    const char* expected;
};
constexpr std::array kKinds = {
    KindReader{
        "kill", Kind::kill, parseKill,
        HEADROOM_SAID("Model", "`api`, `1 instance of api` or `50 % of api`, what is killed")},
    KindReader{"lose", Kind::lose, parseLose, HEADROOM_SAID("Model", "a zone or region")},
    KindReader{"slow", Kind::slow, parseSlow,
               HEADROOM_SAID("Model", "a component and a factor such as `db by 3x`")},
    KindReader{"fail", Kind::fail, parseFail,
               HEADROOM_SAID("Model", "a component and a share such as `mail 20 %`")},
    KindReader{"flush", Kind::flush, parseFlush, HEADROOM_SAID("Model", "a cache")},
    KindReader{"cut", Kind::cut, parseCut,
               HEADROOM_SAID("Model", "two components, or zones, such as `api to db`")},
};

std::string kindNames() {
    std::vector<std::string> names;
    for (const KindReader& kind : kKinds) names.emplace_back(kind.key);
    return oneOf(names);
}

void readKind(MapReader& map, const KindReader& kind, Fault& fault) {
    const auto entry = map.get(kind.key);
    std::string text;
    if (!entry || !readText(map.reading(), *entry, text)) return;
    fault.kind = kind.kind;
    fault.text = std::string(kind.key) + " " + text;
    if (!kind.parse(trimmed(text), fault) || fault.target.empty())
        map.reading().error(*entry, quoted(text), said("Model", kind.expected));
}

Fault readFault(Reading& reading, const Item& item) {
    Fault fault;
    MapReader map(reading, item, HEADROOM_SAID("Model", "a fault"));
    map.require("at");
    map.duration("at", fault.at);
    map.duration("for", fault.lasting);
    int kinds = 0;
    for (const KindReader& kind : kKinds) {
        kinds += map.has(kind.key) ? 1 : 0;
        readKind(map, kind, fault);
    }
    const auto lasting = map.get("for");
    if (lasting && fault.kind == Kind::flush)
        reading.errorAtKey(*lasting, said("Model", "`for` of a flush"),
                           said("Model", "no `for`; it is over at once"));
    const bool onlyTimes = std::ranges::all_of(item.node->children, [](const YamlNode& child) {
        return child.key == "at" || child.key == "for";
    });
    if (kinds > 1 || (kinds == 0 && map.isMapping() && onlyTimes))
        map.error(kinds > 1 ? said("Model", "several faults in one entry")
                            : said("Model", "a fault that does nothing"),
                  said("Model", "one of %1", {kindNames()}));
    return fault;
}

}  // namespace

std::vector<Fault> readFaults(Reading& reading, const Item& list) {
    std::vector<Fault> faults;
    if (!list.node->isSequence()) {
        reading.wrongKind(list, said("Model", "a list of faults"));
        return faults;
    }
    for (std::size_t i = 0; i < list.node->children.size(); ++i)
        faults.push_back(readFault(reading, elementOf(list, i)));
    return faults;
}

}  // namespace headroom::model
