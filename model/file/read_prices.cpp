// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/price_book_file.h"
#include "model/file/sections.h"
#include "model/said.h"

namespace headroom::model {
namespace {

/// A book of the scenario's folder: its diagnostics are those of its own file.
std::shared_ptr<const PriceBook> readOwnBook(Reading& reading, const Item& item,
                                             const std::string& file) {
    if (!reading.folder()) return nullptr;
    const auto text = reading.folder()->text(file, said("Model", "a price book"));
    if (!text) {
        reading.textError(item, text.error());
        return nullptr;
    }
    LoadedPriceBook loaded = readPriceBook(*text, file);
    for (const Diagnostic& diagnostic : loaded.diagnostics) reading.report(diagnostic);
    return loaded.book ? std::make_shared<const PriceBook>(std::move(*loaded.book)) : nullptr;
}

/// A file has an ending, the name of a shipped book has none.
std::shared_ptr<const PriceBook> readBook(Reading& reading, const Item& item,
                                          const std::string& name) {
    if (name.find('.') != std::string::npos) return readOwnBook(reading, item, name);
    const PriceBook* shipped = shippedPriceBook(name);
    if (!shipped) {
        reading.expectName(item, name,
                           said("Model", "a file with its ending, or one of the price books %1",
                                {oneOf(shippedPriceBookNames())}),
                           shippedPriceBookNames());
        return nullptr;
    }
    return {std::shared_ptr<void>(), shipped};  // it lives as long as the program
}

std::vector<std::string> productNames(const PriceBook& book) {
    std::vector<std::string> names;
    for (const auto& [name, product] : book.products) names.push_back(name);
    return names;
}

std::vector<std::string> meterNames(const Product& product) {
    std::vector<std::string> names;
    for (const auto& [meter, row] : product.rows) names.emplace_back(meterName(meter));
    return names;
}

/// `cloud_functions.invocations: 0.50 USD`
void readOverride(Reading& reading, const Item& item, PriceSettings& prices) {
    Money money;
    if (!readMoney(reading, item, money)) return;
    prices.overrides[item.node->key] = money;
    if (!prices.contents) return;
    const std::string& key = item.node->key;
    const std::size_t dot = key.find('.');
    const Product* product = prices.contents->product(key.substr(0, dot));
    if (dot == std::string::npos || !product) {
        const auto names = productNames(*prices.contents);
        reading.errorAtKey(item, quoted(key), said("Model", "a product of the book and its meter"),
                           nearestName(key.substr(0, dot), names));
        return;
    }
    const auto meters = meterNames(*product);
    if (const auto meter = meterFromName(key.substr(dot + 1));
        !meter || !product->rows.contains(*meter))
        reading.errorAtKey(
            item, quoted(key),
            said("Model", "a meter of %1: %2", {quoted(product->name), oneOf(meters)}),
            nearestName(key.substr(dot + 1), meters));
}

}  // namespace

PriceSettings readPrices(Reading& reading, const Item& mapping) {
    PriceSettings prices;
    MapReader map(reading, mapping, "`prices`");
    map.requireText("book", prices.book);
    if (const auto book = map.get("book"); book && !prices.book.empty())
        prices.contents = readBook(reading, *book, prices.book);
    map.flag("free_tier", prices.freeTier);
    if (const auto overrides = map.get("overrides")) {
        for (const Item& item :
             namedEntries(reading, *overrides, HEADROOM_SAID("Model", "prices"), 1000))
            readOverride(reading, item, prices);
    }
    return prices;
}

void checkProducts(Reading& reading, const YamlNode& root, const Scenario& scenario) {
    const YamlNode* components = root.find("components");
    if (!components) return;
    for (const YamlNode& child : components->children) {
        const YamlNode* price = child.find("price");
        const YamlNode* product = price ? price->find("product") : nullptr;
        if (!product || !product->isScalar()) continue;
        const Item item =
            entryOf(entryOf(entryOf({components, "components"}, child), *price), *product);
        if (scenario.prices.book.empty())
            reading.errorAtKey(item, said("Model", "`product` without a price book"),
                               "`prices: {book: …}`");
        else if (scenario.prices.contents)
            reading.expectName(
                item, product->text,
                said("Model", "a product of the price book %1", {quoted(scenario.prices.book)}),
                productNames(*scenario.prices.contents));
    }
}

}  // namespace headroom::model
