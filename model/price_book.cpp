// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/price_book.h"

#include <algorithm>
#include <cassert>
#include <limits>

namespace headroom::model {

namespace {

struct MeterWords {
    std::string_view name;
    std::string_view unit;
};
constexpr std::array<MeterWords, kPriceMeterCount> kMeters{{
    {"instance_hours", "instance-hours"},
    {"vcpu_seconds", "vCPU-seconds"},
    {"gib_seconds", "GiB-seconds"},
    {"ghz_seconds", "GHz-seconds"},
    {"cpu_seconds", "CPU-seconds used"},
    {"invocations", "requests"},
    {"items", "items"},
    {"reads", "reads"},
    {"writes", "writes"},
    {"deletes", "deletes"},
    {"stored_gb", "GB stored"},
    {"sent_gb", "GB sent"},
    {"processed_gb", "GB processed"},
    {"months", "months"},
}};

const MeterWords& wordsOf(PriceMeter meter) { return kMeters[static_cast<std::size_t>(meter)]; }

double endOf(const PriceTier& tier) {
    return tier.upTo.value_or(std::numeric_limits<double>::infinity());
}

}  // namespace

std::string_view meterName(PriceMeter meter) { return wordsOf(meter).name; }
std::string_view meterUnit(PriceMeter meter) { return wordsOf(meter).unit; }

std::optional<PriceMeter> meterFromName(std::string_view name) {
    const auto found = std::ranges::find(kMeters, name, &MeterWords::name);
    if (found == kMeters.end()) return std::nullopt;
    return static_cast<PriceMeter>(found - kMeters.begin());
}

const ProductSize* Product::sizeFor(Bytes memory) const {
    if (sizes.empty()) return nullptr;
    const auto found = std::ranges::find_if(
        sizes, [memory](const ProductSize& size) { return size.memory >= memory; });
    return found == sizes.end() ? &sizes.back() : &*found;
}

const Product* PriceBook::product(std::string_view productName) const {
    const auto found = products.find(std::string(productName));
    return found == products.end() ? nullptr : &found->second;
}

double priceOf(const PriceRow& row, double units, bool withFreeTier) {
    double usd = 0, from = withFreeTier ? row.free : 0;
    for (const PriceTier& tier : row.tiers) {
        const double to = std::min(units, endOf(tier));
        if (to <= from) continue;
        usd += (to - from) * tier.usd / row.per;
        from = to;
    }
    return usd;
}

double marginalPriceOf(const PriceRow& row, double units, bool withFreeTier) {
    assert(!row.tiers.empty());
    if (withFreeTier && units < row.free) return 0;
    const auto tier = std::ranges::find_if(
        row.tiers, [units](const PriceTier& candidate) { return units < endOf(candidate); });
    return (tier == row.tiers.end() ? row.tiers.back() : *tier).usd / row.per;
}

}  // namespace headroom::model
