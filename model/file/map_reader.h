// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/component.h"
#include "model/file/reading.h"

#include <cstdint>
#include <initializer_list>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace headroom::model {

/// A word of the file and the value it stands for.
template <typename E>
struct Word {
    std::string_view text;
    E value;
};

/// Whole numbers from `least` to `most`.
struct Whole {
    std::int64_t least = 0;
    std::int64_t most = std::numeric_limits<int>::max();
};

enum class Zero { allowed, forbidden };

/// Reads single values. Each returns false, having reported why, if there is none of its kind;
/// `out` is then untouched.
bool readText(Reading& reading, const Item& item, std::string& out);
bool readFlag(Reading& reading, const Item& item, bool& out);
bool readWhole(Reading& reading, const Item& item, std::int64_t& out, Whole range);
bool readCount(Reading& reading, const Item& item, double& out, Zero zero = Zero::allowed);
bool readShare(Reading& reading, const Item& item, double& out);
bool readDuration(Reading& reading, const Item& item, Duration& out, Zero zero = Zero::allowed);
bool readRate(Reading& reading, const Item& item, double& perSecond);
bool readBytes(Reading& reading, const Item& item, Bytes& out);
bool readBandwidth(Reading& reading, const Item& item, Bandwidth& out);
bool readMoney(Reading& reading, const Item& item, Money& out);
bool readDistribution(Reading& reading, const Item& item, Distribution& out);
/// A weight: a count, or a share (`60 %`).
bool readWeight(Reading& reading, const Item& item, double& out);
/// The number of the word among `words`.
std::optional<std::size_t> readWord(Reading& reading, const Item& item,
                                    const std::vector<std::string>& words);
/// A list of texts; `what`: "operations".
std::vector<std::string> readTexts(Reading& reading, const Item& list, const std::string& what);
/// Reports a name that paths and objectives could not spell; `checkName` takes the entry's key for
/// it.
void checkNameText(Reading& reading, const Item& item, const std::string& name,
                   std::string_view what);
void checkName(Reading& reading, const Item& item, std::string_view what);

/// The entries of a mapping of names, such as `components`; none, and an error, where it is no
/// mapping, or has more than `most`. `what`: "components".
std::vector<Item> namedEntries(Reading& reading, const Item& mapping, const std::string& what,
                               std::size_t most);

/// Reads one mapping. Every key that is asked for is thereby a known one; at the end of the
/// reader's life each other key is an error, with the nearest of the known. Keys that are absent
/// leave their target as it is.
class MapReader {
public:
    /// `what` is the mapping in words: "a service".
    MapReader(Reading& reading, Item item, std::string what);
    ~MapReader();
    MapReader(const MapReader&) = delete;
    MapReader& operator=(const MapReader&) = delete;

    bool isMapping() const { return item_.node->isMapping(); }
    const Item& item() const { return item_; }
    const std::string& what() const { return what_; }
    /// Says more precisely what the mapping is, once that is known.
    void call(std::string what) { what_ = std::move(what); }
    Reading& reading() { return reading_; }

    std::optional<Item> get(std::string_view key);
    /// As `get`, and an error if the key is absent.
    std::optional<Item> require(std::string_view key);
    bool has(std::string_view key) { return get(key).has_value(); }
    /// As `get`, but an empty entry counts as absent: sections with all of their lines commented
    /// out.
    std::optional<Item> section(std::string_view key);
    /// Makes every key known, where it cannot be said which are.
    void acceptAll() { acceptsAll_ = true; }
    /// A second name of the mapping for the table of what is not simulated: "a component".
    void isAlso(std::string kind) { kind_ = std::move(kind); }

    void text(std::string_view key, std::string& out);
    void requireText(std::string_view key, std::string& out);
    /// A name that stands in `candidates`; `expected` says of what: "the name of a variant".
    void reference(std::string_view key, std::string& out, const std::string& expected,
                   const std::vector<std::string>& candidates);
    void component(std::string_view key, std::string& out);
    void requireComponent(std::string_view key, std::string& out);
    void flag(std::string_view key, bool& out);
    template <typename Integer>
    void whole(std::string_view key, Integer& out, Whole range);
    /// A whole number or `unlimited`.
    void limit(std::string_view key, std::int64_t& out, std::int64_t least);
    void share(std::string_view key, double& out);
    void sharePositive(std::string_view key, double& out);
    void count(std::string_view key, double& out, Zero zero = Zero::allowed);
    void weight(std::string_view key, double& out);
    void rate(std::string_view key, Rate& out, Zero zero = Zero::allowed);
    void texts(std::string_view key, std::vector<std::string>& out, const std::string& what);
    void duration(std::string_view key, Duration& out, Zero zero = Zero::allowed);
    void duration(std::string_view key, std::optional<Duration>& out);
    void bytes(std::string_view key, std::optional<Bytes>& out);
    void bytes(std::string_view key, Bytes& out);
    void bandwidth(std::string_view key, std::optional<Bandwidth>& out);
    void money(std::string_view key, std::optional<Money>& out);
    void distribution(std::string_view key, Distribution& out);
    void distribution(std::string_view key, std::optional<Distribution>& out);
    void requireDistribution(std::string_view key, Distribution& out);
    template <typename E>
    void choice(std::string_view key, E& out, std::initializer_list<Word<E>> words);

    void error(std::string found, std::string expected) {
        reading_.error(item_, std::move(found), std::move(expected));
    }

private:
    void reportUnknownKeys();
    void reportUnsimulatedKeys();

    Reading& reading_;
    Item item_;
    std::string what_;
    std::string kind_;
    std::vector<std::string> known_;
    bool acceptsAll_ = false;
};

template <typename Integer>
void MapReader::whole(std::string_view key, Integer& out, Whole range) {
    const auto entry = get(key);
    std::int64_t value = 0;
    if (entry && readWhole(reading_, *entry, value, range)) out = static_cast<Integer>(value);
}

template <typename E>
void MapReader::choice(std::string_view key, E& out, std::initializer_list<Word<E>> words) {
    const auto entry = get(key);
    if (!entry) return;
    std::vector<std::string> texts;
    for (const Word<E>& word : words) texts.emplace_back(word.text);
    if (const auto chosen = readWord(reading_, *entry, texts))
        out = (words.begin() + *chosen)->value;
}

}  // namespace headroom::model
