// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/components/load_balancer.h"

namespace headroom::sim {

std::uint32_t LoadBalancer::leastLoaded(const std::vector<Instance>& instances, std::uint32_t first,
                                        std::uint32_t count) const {
    std::uint32_t best = next_ % count;
    for (std::uint32_t step = 1; step < count; ++step) {
        const std::uint32_t i = (next_ + step) % count;
        if (instances[first + i].load() < instances[first + best].load()) best = i;
    }
    return best;
}

std::uint32_t LoadBalancer::betterOfTwo(const std::vector<Instance>& instances, std::uint32_t first,
                                        std::uint32_t count, RandomStream& stream) {
    if (count == 1) return 0;
    const auto a = static_cast<std::uint32_t>(stream.below(count));
    auto b = static_cast<std::uint32_t>(stream.below(count - 1));
    if (b >= a) ++b;
    return instances[first + b].load() < instances[first + a].load() ? b : a;
}

std::uint32_t LoadBalancer::choose(const std::vector<Instance>& instances, std::uint32_t first,
                                   std::uint32_t count, RandomStream& stream) {
    if (policy_ == model::BalancingPolicy::powerOfTwo)
        return betterOfTwo(instances, first, count, stream);
    const std::uint32_t chosen = policy_ == model::BalancingPolicy::roundRobin
                                     ? next_ % count
                                     : leastLoaded(instances, first, count);
    next_ = chosen + 1;
    return chosen;
}

}  // namespace headroom::sim
