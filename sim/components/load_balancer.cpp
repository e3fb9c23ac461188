// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/components/load_balancer.h"

namespace headroom::sim {

namespace {
/// next % count, without a division where there is nothing to divide.
std::uint32_t wrapped(std::uint32_t next, std::uint32_t count) {
    if (next < count) return next;
    return next == count ? 0 : next % count;
}
}  // namespace

std::uint32_t LoadBalancer::leastLoaded(const std::vector<Instance>& instances,
                                        const std::vector<std::uint32_t>& ready) const {
    const auto count = static_cast<std::uint32_t>(ready.size());
    std::uint32_t best = next_ % count;
    for (std::uint32_t step = 1; step < count; ++step) {
        const std::uint32_t i = (next_ + step) % count;
        if (instances[ready[i]].load() < instances[ready[best]].load()) best = i;
    }
    return best;
}

std::uint32_t LoadBalancer::betterOfTwo(const std::vector<Instance>& instances,
                                        const std::vector<std::uint32_t>& ready,
                                        RandomStream& stream) {
    const std::uint64_t count = ready.size();
    if (count == 1) return ready[0];
    const std::uint64_t a = stream.below(count);
    std::uint64_t b = stream.below(count - 1);
    if (b >= a) ++b;
    return instances[ready[b]].load() < instances[ready[a]].load() ? ready[b] : ready[a];
}

std::uint32_t LoadBalancer::nearest(const std::vector<std::uint32_t>& ready, const ZoneMap& zones,
                                    std::uint8_t from) {
    const auto count = static_cast<std::uint32_t>(ready.size());
    if (zones.isEmpty()) return ready[next_++ % count];
    const auto distance = [&](std::uint32_t i) {
        return zones.means[zones.index(from, zones.ofInstance[ready[i]])];
    };
    std::uint32_t best = next_ % count;
    for (std::uint32_t step = 1; step < count; ++step) {
        const std::uint32_t i = (next_ + step) % count;
        if (distance(i) < distance(best)) best = i;
    }
    next_ = best + 1;
    return ready[best];
}

std::uint32_t LoadBalancer::choose(const std::vector<Instance>& instances,
                                   const std::vector<std::uint32_t>& ready, RandomStream& stream) {
    if (policy_ == model::BalancingPolicy::powerOfTwo) return betterOfTwo(instances, ready, stream);
    const auto count = static_cast<std::uint32_t>(ready.size());
    const std::uint32_t chosen = policy_ == model::BalancingPolicy::leastRequests
                                     ? leastLoaded(instances, ready)
                                     : wrapped(next_, count);
    next_ = chosen + 1;
    return ready[chosen];
}

}  // namespace headroom::sim
