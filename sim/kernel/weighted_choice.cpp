// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/kernel/sampler.h"

#include <cassert>
#include <cmath>
#include <numeric>

namespace headroom::sim {
namespace {

__extension__ using Wide = unsigned __int128;

std::uint64_t asThreshold(double probability) {
    return probability >= 1 ? ~std::uint64_t{0}
                            : static_cast<std::uint64_t>(std::ldexp(probability, 64));
}

}  // namespace

WeightedChoice::WeightedChoice(const std::vector<double>& weights) : columns_(weights.size()) {
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    assert(sum > 0);
    std::vector<double> share(weights.size());
    std::vector<std::size_t> small, large;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        assert(weights[i] >= 0);
        share[i] = weights[i] / sum * static_cast<double>(weights.size());
        columns_[i] = {~std::uint64_t{0}, i};
        (share[i] < 1 ? small : large).push_back(i);
    }
    while (!small.empty() && !large.empty()) {
        const std::size_t giver = large.back();
        const std::size_t taker = small.back();
        small.pop_back();
        columns_[taker] = {asThreshold(share[taker]), giver};
        share[giver] -= 1 - share[taker];
        if (share[giver] >= 1) continue;
        large.pop_back();
        small.push_back(giver);
    }
}

std::size_t WeightedChoice::draw(RandomStream& stream) const {
    // The upper half of the product is uniform on the columns, the lower half on what lies within
    // one.
    const Wide product = static_cast<Wide>(stream()) * columns_.size();
    const auto index = static_cast<std::size_t>(product >> 64);
    const Column& column = columns_[index];
    return static_cast<std::uint64_t>(product) < column.threshold ? index : column.alias;
}

}  // namespace headroom::sim
