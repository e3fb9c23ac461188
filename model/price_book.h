// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/quantity/quantity.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What providers charge: dated list prices by product and meter, each row with its source.
namespace headroom::model {

/// What a provider counts in a month before it multiplies by a price.
enum class PriceMeter : std::uint8_t {
    instanceHours,
    vcpuSeconds,  ///< allocated virtual CPUs · billed seconds
    gibSeconds,   ///< allocated GiB of memory · billed seconds
    ghzSeconds,   ///< allocated GHz of processor · billed seconds
    cpuSeconds,   ///< processor time that was really used
    invocations,  ///< requests, calls, messages
    items,        ///< things that requests are about, such as documents
    reads,
    writes,
    deletes,
    storedGb,     ///< GB held for a month
    sentGb,       ///< GB sent out
    processedGb,  ///< GB that passed through, in and out
    months,       ///< a fee for each month
};
constexpr int kPriceMeterCount = static_cast<int>(PriceMeter::months) + 1;

std::string_view meterName(PriceMeter meter);  ///< `vcpu_seconds`, as files write it
std::string_view meterUnit(PriceMeter meter);  ///< `vCPU-seconds`, for people
std::optional<PriceMeter> meterFromName(std::string_view name);

/// Part of a month's volume at one price; tiers are marginal, the first from 0 on.
struct PriceTier {
    std::optional<double> upTo;  ///< of the month's whole volume; none in the last tier
    double usd = 0;              ///< for `per` units
};

/// One row of a price list.
struct PriceRow {
    std::vector<PriceTier> tiers;  ///< ascending, at least one
    double per = 1;                ///< units that a tier's price is for
    double free = 0;               ///< units a month that cost nothing
    std::string date;              ///< `2024-12`: when the source was seen
    std::string source;
    bool weak = false;  ///< the source is not the provider, nor a tool that reads its price list
};

/// Which seconds of an instance are billed.
enum class BilledTime : std::uint8_t {
    ready,     ///< all in which the instance is up
    active,    ///< those in which it holds at least one request
    requests,  ///< those of each request, also where several run at once
};

/// A size in which instances are sold: what they have for the memory that is asked for.
struct ProductSize {
    Bytes memory{};
    double ghz = 0;
};

struct Product {
    std::string name;  ///< `cloud_functions_gen1`
    std::string about;
    std::string region;
    BilledTime billed = BilledTime::ready;
    std::optional<Duration> rounding;  ///< a billed request's time is rounded up to a multiple
    std::vector<ProductSize> sizes;    ///< ascending in memory; may be empty
    std::map<PriceMeter, PriceRow> rows;

    /// The smallest size with this much memory, the largest if none has; null if there are no
    /// sizes.
    const ProductSize* sizeFor(Bytes memory) const;
};

struct PriceBook {
    std::string name;  ///< `gcp-2026`
    std::string about;
    std::map<std::string, Product> products;

    const Product* product(std::string_view productName) const;
};

/// USD for `units` of a month. The free units are the first ones; tiers count them.
double priceOf(const PriceRow& row, double units, bool withFreeTier);
/// USD for one unit more.
double marginalPriceOf(const PriceRow& row, double units, bool withFreeTier);

}  // namespace headroom::model
