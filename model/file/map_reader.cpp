// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/map_reader.h"

#include "model/file/not_simulated.h"
#include "model/said.h"

#include <algorithm>
#include <cmath>

namespace headroom::model {
namespace {

/// What a mapping, a list or a name is, from the English word that code compares.
std::string inWords(std::string_view what) { return said("Model", std::string(what).c_str()); }

/// The scalar's text, or nullptr with an error that names what was expected instead: in the user's
/// language, or as a text to be said.
const std::string* scalar(Reading& reading, const Item& item, std::string expected) {
    if (item.node->isScalar()) return &item.node->text;
    reading.wrongKind(item, std::move(expected));
    return nullptr;
}
const std::string* scalar(Reading& reading, const Item& item, const char* expected) {
    if (item.node->isScalar()) return &item.node->text;
    reading.wrongKind(item, said("Model", expected));
    return nullptr;
}

template <typename T>
bool take(Reading& reading, const Item& item, const Parsed<T>& parsed, T& out) {
    if (!parsed) {
        reading.textError(item, parsed.error());
        return false;
    }
    out = *parsed;
    return true;
}

std::string wholeText(Whole range) {
    const std::string least = std::to_string(range.least);
    if (range.most == Whole{}.most || range.most == kUnlimited)
        return said("Model", "a whole number, %1 or more", {least});
    return said("Model", "a whole number from %1 to %2", {least, std::to_string(range.most)});
}

bool isWholeWithin(double value, Whole range) {
    return std::floor(value) == value && value >= static_cast<double>(range.least) &&
           value <= static_cast<double>(std::min(range.most, std::int64_t{1} << 53));
}

bool isNameCharacter(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
}

/// As the table of what is not simulated writes values.
std::string_view valueOf(const YamlNode& node) {
    if (node.isMapping()) return kAnyMapping;
    return node.isSequence() ? kAnyList : std::string_view(node.text);
}

std::string knownKeysText(const std::string& what, const std::vector<std::string>& known) {
    return said("Model", "a key of %1: %2", {inWords(what), oneOf(known)});
}

}  // namespace

bool readText(Reading& reading, const Item& item, std::string& out) {
    const std::string* text = scalar(reading, item, HEADROOM_SAID("Model", "text"));
    if (text) out = *text;
    return text != nullptr;
}

bool readFlag(Reading& reading, const Item& item, bool& out) {
    const auto chosen = readWord(reading, item, {"true", "false"});
    if (chosen) out = *chosen == 0;
    return chosen.has_value();
}

bool readWhole(Reading& reading, const Item& item, std::int64_t& out, Whole range) {
    const std::string* text = scalar(reading, item, wholeText(range));
    if (!text) return false;
    const Parsed<Count> count = parseCount(*text);
    if (!count || !isWholeWithin(count->value, range)) {
        reading.error(item, quoted(*text), wholeText(range));
        return false;
    }
    out = static_cast<std::int64_t>(count->value);
    return true;
}

bool readCount(Reading& reading, const Item& item, double& out, Zero zero) {
    const std::string* text =
        scalar(reading, item, HEADROOM_SAID("Model", "a count such as `400 k`"));
    Count count;
    if (!text || !take(reading, item, parseCount(*text), count)) return false;
    if (count.value < 0 || (count.value == 0 && zero == Zero::forbidden)) {
        reading.error(item, quoted(*text),
                      zero == Zero::allowed ? said("Model", "a count, 0 or more")
                                            : said("Model", "a count above 0"));
        return false;
    }
    out = count.value;
    return true;
}

bool readShare(Reading& reading, const Item& item, double& out) {
    const std::string* text =
        scalar(reading, item, HEADROOM_SAID("Model", "a share such as `80 %`"));
    Share share;
    if (!text || !take(reading, item, parseShare(*text), share)) return false;
    if (share.fraction < 0 || share.fraction > 1) {
        reading.error(item, quoted(*text), said("Model", "a share from 0 % to 100 %"));
        return false;
    }
    out = share.fraction;
    return true;
}

bool readDuration(Reading& reading, const Item& item, Duration& out, Zero zero) {
    const std::string* text =
        scalar(reading, item, HEADROOM_SAID("Model", "a duration such as `20 ms`"));
    Duration duration{};
    if (!text || !take(reading, item, parseDuration(*text), duration)) return false;
    if (duration.count() < 0 || (duration.count() == 0 && zero == Zero::forbidden)) {
        reading.error(item, quoted(*text),
                      zero == Zero::allowed ? said("Model", "a duration, 0 s or more")
                                            : said("Model", "a duration above 0 s"));
        return false;
    }
    out = duration;
    return true;
}

bool readRate(Reading& reading, const Item& item, double& perSecond) {
    const std::string* text =
        scalar(reading, item, HEADROOM_SAID("Model", "a rate such as `100/s`"));
    Rate rate;
    if (!text || !take(reading, item, parseRate(*text), rate)) return false;
    if (rate.perSecond < 0) {
        reading.error(item, quoted(*text), said("Model", "a rate, 0/s or more"));
        return false;
    }
    perSecond = rate.perSecond;
    return true;
}

bool readBytes(Reading& reading, const Item& item, Bytes& out) {
    const std::string* text =
        scalar(reading, item, HEADROOM_SAID("Model", "a size such as `4 KB`"));
    return text && take(reading, item, parseBytes(*text), out);
}

bool readBandwidth(Reading& reading, const Item& item, Bandwidth& out) {
    const std::string* text =
        scalar(reading, item, HEADROOM_SAID("Model", "a bandwidth such as `12 Mbit/s`"));
    Bandwidth bandwidth;
    if (!text || !take(reading, item, parseBandwidth(*text), bandwidth)) return false;
    if (!(bandwidth.bytesPerSecond > 0)) {
        reading.error(item, quoted(*text), said("Model", "a bandwidth above 0"));
        return false;
    }
    out = bandwidth;
    return true;
}

bool readMoney(Reading& reading, const Item& item, Money& out) {
    const std::string* text =
        scalar(reading, item, HEADROOM_SAID("Model", "an amount such as `0.40 USD`"));
    return text && take(reading, item, parseMoney(*text), out);
}

bool readDistribution(Reading& reading, const Item& item, Distribution& out) {
    const std::string* text =
        scalar(reading, item, HEADROOM_SAID("Model", "a duration or a law such as `exp(20 ms)`"));
    return text && take(reading, item, parseDistribution(*text, reading.samples()), out);
}

bool readWeight(Reading& reading, const Item& item, double& out) {
    const std::string* text =
        scalar(reading, item, HEADROOM_SAID("Model", "a weight such as `3` or `60 %`"));
    if (!text) return false;
    const Parsed<Quantity> quantity = parseQuantity(*text);
    if (!quantity ||
        !(std::holds_alternative<Count>(*quantity) || std::holds_alternative<Share>(*quantity))) {
        reading.error(item, quoted(*text), said("Model", "a weight such as `3` or `60 %`"));
        return false;
    }
    out = magnitude(*quantity);
    return true;
}

std::vector<std::string> readTexts(Reading& reading, const Item& list, const std::string& what) {
    std::vector<std::string> texts;
    if (!list.node->isSequence()) {
        reading.wrongKind(list, said("Model", "a list of %1", {inWords(what)}));
        return texts;
    }
    for (std::size_t i = 0; i < list.node->children.size(); ++i) {
        std::string text;
        if (readText(reading, elementOf(list, i), text)) texts.push_back(std::move(text));
    }
    return texts;
}

std::optional<std::size_t> readWord(Reading& reading, const Item& item,
                                    const std::vector<std::string>& words) {
    const std::string* text = scalar(reading, item, oneOf(words));
    if (!text) return {};
    const auto it = std::ranges::find(words, *text);
    if (it != words.end()) return static_cast<std::size_t>(it - words.begin());
    reading.error(item, quoted(*text), oneOf(words), nearestName(*text, words));
    return {};
}

void checkNameText(Reading& reading, const Item& item, const std::string& name,
                   std::string_view what) {
    if (!name.empty() && std::ranges::all_of(name, isNameCharacter)) return;
    reading.errorAtKey(item, said("Model", "%1 as the name of %2", {quoted(name), inWords(what)}),
                       said("Model", "letters, digits, `_` and `-` only"));
}

void checkName(Reading& reading, const Item& item, std::string_view what) {
    checkNameText(reading, item, item.node->key, what);
}

std::vector<Item> namedEntries(Reading& reading, const Item& mapping, const std::string& what,
                               std::size_t most) {
    std::vector<Item> entries;
    if (!mapping.node->isMapping()) {
        reading.wrongKind(mapping, said("Model", "%1 by name", {inWords(what)}));
    } else if (mapping.node->children.size() > most) {
        reading.errorAtKey(mapping,
                           said("Model", "more than %1 %2", {std::to_string(most), inWords(what)}),
                           said("Model", "fewer"));
    } else {
        for (const YamlNode& child : mapping.node->children)
            entries.push_back(entryOf(mapping, child));
    }
    return entries;
}

MapReader::MapReader(Reading& reading, Item item, std::string what)
    : reading_(reading), item_(std::move(item)), what_(std::move(what)) {
    if (!isMapping()) reading_.wrongKind(item_, said("Model", "%1 as a mapping", {inWords(what_)}));
}

MapReader::~MapReader() {
    if (!isMapping()) return;
    if (!acceptsAll_) reportUnknownKeys();
    reportUnsimulatedKeys();
}

void MapReader::reportUnsimulatedKeys() {
    for (const YamlNode& child : item_.node->children) {
        const NotSimulated* row = findNotSimulated(what_, child.key, valueOf(child));
        if (!row) row = findNotSimulated(kind_, child.key, valueOf(child));
        if (!row) continue;
        reading_.unsupported(entryOf(item_, child), *row);
    }
}

void MapReader::reportUnknownKeys() {
    for (const YamlNode& child : item_.node->children) {
        if (std::ranges::find(known_, child.key) != known_.end()) continue;
        if (reading_.isFull()) return;
        std::string nearest = nearestName(child.key, known_);
        std::string expected = nearest.empty() ? knownKeysText(what_, known_)
                                               : said("Model", "a key of %1", {inWords(what_)});
        reading_.errorAtKey(entryOf(item_, child), quoted(child.key), std::move(expected),
                            std::move(nearest));
    }
}

std::optional<Item> MapReader::get(std::string_view key) {
    if (std::ranges::find(known_, key) == known_.end()) known_.emplace_back(key);
    const YamlNode* child = item_.node->find(key);
    if (!child) return {};
    return entryOf(item_, *child);
}

std::optional<Item> MapReader::require(std::string_view key) {
    auto entry = get(key);
    if (!entry && isMapping()) {
        reading_.errorAtKey(item_, said("Model", "%1 without %2", {inWords(what_), quoted(key)}),
                            quoted(key));
    }
    return entry;
}

std::optional<Item> MapReader::section(std::string_view key) {
    auto entry = get(key);
    if (entry && entry->node->isNull()) return {};
    return entry;
}

void MapReader::text(std::string_view key, std::string& out) {
    if (const auto entry = get(key)) readText(reading_, *entry, out);
}

void MapReader::requireText(std::string_view key, std::string& out) {
    if (const auto entry = require(key)) readText(reading_, *entry, out);
}

void MapReader::reference(std::string_view key, std::string& out, const std::string& expected,
                          const std::vector<std::string>& candidates) {
    const auto entry = get(key);
    if (entry && readText(reading_, *entry, out)) {
        reading_.expectName(*entry, out, expected, candidates);
    }
}

void MapReader::component(std::string_view key, std::string& out) {
    reference(key, out, said("Model", "the name of a component"), reading_.names().components);
}

void MapReader::requireComponent(std::string_view key, std::string& out) {
    require(key);
    component(key, out);
}

void MapReader::flag(std::string_view key, bool& out) {
    if (const auto entry = get(key)) readFlag(reading_, *entry, out);
}

void MapReader::limit(std::string_view key, std::int64_t& out, std::int64_t least) {
    const auto entry = get(key);
    if (!entry) return;
    if (entry->node->isScalar() && entry->node->text == "unlimited") {
        out = kUnlimited;
    } else {
        readWhole(reading_, *entry, out, {.least = least, .most = kUnlimited});
    }
}

void MapReader::share(std::string_view key, double& out) {
    if (const auto entry = get(key)) readShare(reading_, *entry, out);
}

void MapReader::sharePositive(std::string_view key, double& out) {
    const auto entry = get(key);
    double value = 0;
    if (!entry || !readShare(reading_, *entry, value)) return;
    if (value > 0)
        out = value;
    else
        reading_.wrongKind(*entry, said("Model", "a share above 0 %"));
}

void MapReader::count(std::string_view key, double& out, Zero zero) {
    if (const auto entry = get(key)) readCount(reading_, *entry, out, zero);
}

void MapReader::weight(std::string_view key, double& out) {
    if (const auto entry = get(key)) readWeight(reading_, *entry, out);
}

void MapReader::rate(std::string_view key, Rate& out, Zero zero) {
    const auto entry = get(key);
    double value = 0;
    if (!entry || !readRate(reading_, *entry, value)) return;
    if (value > 0 || zero == Zero::allowed)
        out = Rate{value};
    else
        reading_.wrongKind(*entry, said("Model", "a rate above 0/s"));
}

void MapReader::texts(std::string_view key, std::vector<std::string>& out,
                      const std::string& what) {
    if (const auto entry = get(key)) out = readTexts(reading_, *entry, what);
}

void MapReader::duration(std::string_view key, Duration& out, Zero zero) {
    if (const auto entry = get(key)) readDuration(reading_, *entry, out, zero);
}

void MapReader::duration(std::string_view key, std::optional<Duration>& out) {
    Duration value{};
    const auto entry = get(key);
    if (entry && readDuration(reading_, *entry, value, Zero::forbidden)) out = value;
}

void MapReader::bytes(std::string_view key, std::optional<Bytes>& out) {
    Bytes value;
    const auto entry = get(key);
    if (entry && readBytes(reading_, *entry, value)) out = value;
}

void MapReader::bytes(std::string_view key, Bytes& out) {
    if (const auto entry = get(key)) readBytes(reading_, *entry, out);
}

void MapReader::bandwidth(std::string_view key, std::optional<Bandwidth>& out) {
    Bandwidth value;
    const auto entry = get(key);
    if (entry && readBandwidth(reading_, *entry, value)) out = value;
}

void MapReader::money(std::string_view key, std::optional<Money>& out) {
    Money value;
    const auto entry = get(key);
    if (entry && readMoney(reading_, *entry, value)) out = value;
}

void MapReader::distribution(std::string_view key, Distribution& out) {
    if (const auto entry = get(key)) readDistribution(reading_, *entry, out);
}

void MapReader::distribution(std::string_view key, std::optional<Distribution>& out) {
    Distribution value;
    const auto entry = get(key);
    if (entry && readDistribution(reading_, *entry, value)) out = value;
}

void MapReader::requireDistribution(std::string_view key, Distribution& out) {
    require(key);
    distribution(key, out);
}

}  // namespace headroom::model
