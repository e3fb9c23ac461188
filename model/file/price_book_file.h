// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/file/diagnostic.h"
#include "model/price_book.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Price books as YAML.
///
/// ```yaml
/// price_book: 1
/// name: my-cloud-2026
/// about: What our contract says.
/// products:
///   functions:
///     region: us-central1
///     billed: requests         # or active, ready
///     rounding: 100 ms
///     invocations: {price: 0.40 USD, per: 1 M, free: 2 M, date: 2026-01, source: the contract}
///     sent_gb:
///       tiers: [{up_to: 10 k, price: 0.09 USD}, {price: 0.07 USD}]
///       date: 2026-01
///       source: the contract
/// ```
namespace headroom::model {

struct LoadedPriceBook {
    std::optional<PriceBook> book;  ///< only if there is no error
    std::vector<Diagnostic> diagnostics;
};

LoadedPriceBook readPriceBook(std::string_view text, const std::string& fileName);

/// The names of the books that are part of the program, ascending.
std::vector<std::string> shippedPriceBookNames();
/// One of them; null if there is none of this name.
const PriceBook* shippedPriceBook(std::string_view name);

/// A text that is part of the program.
struct ShippedText {
    std::string_view name;
    std::string_view text;
};
/// The files of resources/prices; the source of this function is made by the build.
std::vector<ShippedText> shippedPriceBookTexts();

}  // namespace headroom::model
