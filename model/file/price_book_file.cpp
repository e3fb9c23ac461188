// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/price_book_file.h"

#include "model/file/diagnostic_list.h"
#include "model/file/map_reader.h"
#include "model/said.h"

#include <algorithm>
#include <cassert>

namespace headroom::model {

namespace {

constexpr std::size_t kMostProducts = 1000;
constexpr std::size_t kMostTiers = 32;

double readCountOr(MapReader& map, std::string_view key, double otherwise, Zero zero) {
    double value = otherwise;
    if (const auto entry = map.get(key)) readCount(map.reading(), *entry, value, zero);
    return value;
}

double readUsd(MapReader& map) {
    Money price;
    if (const auto entry = map.require("price")) readMoney(map.reading(), *entry, price);
    return price.usd;
}

PriceTier readTier(Reading& reading, const Item& item) {
    PriceTier tier;
    MapReader map(reading, item, HEADROOM_SAID("Model", "a tier"));
    tier.usd = readUsd(map);
    double upTo = 0;
    const auto entry = map.get("up_to");
    if (entry && readCount(reading, *entry, upTo, Zero::forbidden)) tier.upTo = upTo;
    return tier;
}

/// Whether tiers ascend, and only the last has no end.
bool areInOrder(const std::vector<PriceTier>& tiers) {
    double before = 0;
    for (std::size_t i = 0; i < tiers.size(); ++i) {
        const bool last = i + 1 == tiers.size();
        if (tiers[i].upTo.has_value() == last) return false;
        if (!last && *tiers[i].upTo <= before) return false;
        before = tiers[i].upTo.value_or(before);
    }
    return true;
}

void readTiers(Reading& reading, const Item& list, PriceRow& row) {
    const std::size_t count = list.node->children.size();
    if (!list.node->isSequence() || count == 0 || count > kMostTiers) {
        reading.wrongKind(list, said("Model", "a list of tiers"));
        return;
    }
    for (std::size_t i = 0; i < count; ++i)
        row.tiers.push_back(readTier(reading, elementOf(list, i)));
    if (!areInOrder(row.tiers))
        reading.error(list, said("Model", "tiers out of order"),
                      said("Model", "ascending `up_to`, and none in the last tier"));
}

/// `2024` or `2024-12`.
bool isDate(const std::string& text) {
    const auto digits = [&](std::size_t from, std::size_t count) {
        return text.size() >= from + count &&
               std::all_of(text.begin() + static_cast<std::ptrdiff_t>(from),
                           text.begin() + static_cast<std::ptrdiff_t>(from + count),
                           [](char c) { return c >= '0' && c <= '9'; });
    };
    if (!digits(0, 4)) return false;
    return text.size() == 4 || (text.size() == 7 && text[4] == '-' && digits(5, 2));
}

void readOrigin(MapReader& map, PriceRow& row) {
    map.requireText("source", row.source);
    map.requireText("date", row.date);
    if (!row.date.empty() && !isDate(row.date))
        map.reading().wrongKind(*map.get("date"),
                                said("Model", "a month such as `2026-01`, or a year"));
    map.flag("weak", row.weak);
}

PriceRow readRow(Reading& reading, const Item& item) {
    PriceRow row;
    MapReader map(reading, item, HEADROOM_SAID("Model", "a price"));
    if (const auto tiers = map.get("tiers"))
        readTiers(reading, *tiers, row);
    else
        row.tiers.push_back({std::nullopt, readUsd(map)});
    row.per = readCountOr(map, "per", 1, Zero::forbidden);
    row.free = readCountOr(map, "free", 0, Zero::allowed);
    readOrigin(map, row);
    return row;
}

ProductSize readSize(Reading& reading, const Item& item) {
    ProductSize size;
    MapReader map(reading, item, HEADROOM_SAID("Model", "a size"));
    if (const auto memory = map.require("memory")) readBytes(reading, *memory, size.memory);
    size.ghz = readCountOr(map, "ghz", 0, Zero::forbidden);
    return size;
}

void readSizes(MapReader& map, Product& product) {
    const auto list = map.get("sizes");
    if (!list) return;
    if (!list->node->isSequence())
        return map.reading().wrongKind(*list, said("Model", "a list of sizes"));
    for (std::size_t i = 0; i < list->node->children.size(); ++i)
        product.sizes.push_back(readSize(map.reading(), elementOf(*list, i)));
    std::ranges::sort(product.sizes, {}, &ProductSize::memory);
}

Product readProduct(Reading& reading, const Item& item) {
    Product product;
    product.name = item.node->key;
    checkName(reading, item, HEADROOM_SAID("Model", "a product"));
    MapReader map(reading, item, HEADROOM_SAID("Model", "a product"));
    map.text("about", product.about);
    map.text("region", product.region);
    map.choice<BilledTime>("billed", product.billed,
                           {{"ready", BilledTime::ready},
                            {"active", BilledTime::active},
                            {"requests", BilledTime::requests}});
    map.duration("rounding", product.rounding);
    readSizes(map, product);
    for (int m = 0; m < kPriceMeterCount; ++m) {
        const auto meter = static_cast<PriceMeter>(m);
        if (const auto row = map.get(meterName(meter)))
            product.rows.emplace(meter, readRow(reading, *row));
    }
    if (product.rows.empty() && map.isMapping())
        reading.error(item, said("Model", "a product without a price"),
                      said("Model", "a meter such as `invocations`"));
    return product;
}

void readVersion(MapReader& map) {
    const auto entry = map.require("price_book");
    if (entry && !(entry->node->isScalar() && entry->node->text == "1"))
        map.reading().wrongKind(*entry, said("Model", "`1`, the version of the format"));
}

PriceBook readBook(Reading& reading, const YamlNode& root) {
    PriceBook book;
    MapReader map(reading, {&root, ""}, HEADROOM_SAID("Model", "a price book"));
    readVersion(map);
    map.requireText("name", book.name);
    map.text("about", book.about);
    const auto products = map.require("products");
    if (!products) return book;
    for (const Item& entry :
         namedEntries(reading, *products, HEADROOM_SAID("Model", "products"), kMostProducts))
        book.products.emplace(entry.node->key, readProduct(reading, entry));
    return book;
}

std::map<std::string, PriceBook, std::less<>> readShipped() {
    std::map<std::string, PriceBook, std::less<>> books;
    for (const ShippedText& shipped : shippedPriceBookTexts()) {
        LoadedPriceBook loaded = readPriceBook(shipped.text, std::string(shipped.name));
        assert(loaded.book && "a shipped price book has errors");
        if (loaded.book) books.emplace(loaded.book->name, std::move(*loaded.book));
    }
    return books;
}

const std::map<std::string, PriceBook, std::less<>>& shipped() {
    static const auto books = readShipped();
    return books;
}

}  // namespace

LoadedPriceBook readPriceBook(std::string_view text, const std::string& fileName) {
    YamlText yaml = parseYaml(text, fileName);
    LoadedPriceBook loaded{std::nullopt, std::move(yaml.diagnostics)};
    if (yaml.root.place.line == 0) yaml.root.place = {.line = 1, .column = 1};
    PriceBook book;
    if (yaml.complete) {
        Reading reading(fileName, nullptr, {});
        book = readBook(reading, yaml.root);
        append(loaded.diagnostics, reading.diagnostics());
    }
    arrange(loaded.diagnostics);
    if (!hasErrors(loaded.diagnostics)) loaded.book = std::move(book);
    return loaded;
}

std::vector<std::string> shippedPriceBookNames() {
    std::vector<std::string> names;
    for (const auto& [name, book] : shipped()) names.push_back(name);
    return names;
}

const PriceBook* shippedPriceBook(std::string_view name) {
    const auto found = shipped().find(name);
    return found == shipped().end() ? nullptr : &found->second;
}

}  // namespace headroom::model
