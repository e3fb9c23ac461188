// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/quantity/quantity.h"

#include <map>
#include <memory>
#include <optional>
#include <string>

/// What components cost.
namespace headroom::model {

struct PriceBook;

/// What a component costs: a product of the price book, amounts of its own, or both; an amount
/// stands in the place of the product's row. All list prices, in USD.
struct Price {
    std::optional<Money> instanceHour;  ///< per instance and hour; without serversPerInstance a
                                        ///< server (station, database) or connection (pool) is one
    std::optional<Money> perMillion;    ///< per million visits
    std::optional<Money> perMillionItems = std::nullopt;  ///< per million items: documents read
    std::optional<Money> sentGb = std::nullopt;           ///< per GB (10⁹ B) of answers
    std::optional<Money> month = std::nullopt;            ///< a fee, whatever happens
    std::string product = {};                             ///< of the price book; may be empty
    std::optional<Bytes> stored = std::nullopt;  ///< held all the time, for the product's stored_gb
    std::optional<Money> storedGb = std::nullopt;  ///< per GB held for a month
    /// How many servers or connections one instance has; one, if the file does not say. A copy of
    /// a database has whole instances.
    std::optional<int> serversPerInstance = std::nullopt;
};

/// `prices`: which book, and what is different from it.
struct PriceSettings {
    std::string book;  ///< name of a shipped one, or a file in the scenario's folder; may be empty
    std::shared_ptr<const PriceBook> contents = nullptr;  ///< null without a book
    bool freeTier = false;                   ///< takes off what the provider gives for nothing
    std::map<std::string, Money> overrides;  ///< `PRODUCT.METER` → price for the row's `per`
};

}  // namespace headroom::model
