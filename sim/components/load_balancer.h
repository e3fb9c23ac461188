// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/component.h"
#include "sim/components/instance.h"
#include "sim/kernel/random_stream.h"

#include <vector>

namespace headroom::sim {

/// Chooses an instance for a request. Round robin takes them in turn; least requests takes the one
/// that holds and queues fewest, the first after the last one chosen where several do; power of two
/// looks at two different ones at random and takes the less loaded (Mitzenmacher, "The power of two
/// choices in randomized load balancing", 2001); nearest takes the one with the shortest mean round
/// trip from where the request comes from.
class LoadBalancer {
public:
    explicit LoadBalancer(model::BalancingPolicy policy) : policy_(policy) {}

    /// One of the `ready` instances, by its number. Precondition: there are some.
    std::uint32_t choose(const std::vector<Instance>& instances,
                         const std::vector<std::uint32_t>& ready, RandomStream& stream);
    bool looksAtDistance() const { return policy_ == model::BalancingPolicy::nearest; }
    /// The one with the shortest mean round trip from the zone, in turn among equals.
    std::uint32_t nearest(const std::vector<std::uint32_t>& ready, const ZoneMap& zones,
                          std::uint8_t from);

private:
    std::uint32_t leastLoaded(const std::vector<Instance>& instances,
                              const std::vector<std::uint32_t>& ready) const;
    static std::uint32_t betterOfTwo(const std::vector<Instance>& instances,
                                     const std::vector<std::uint32_t>& ready, RandomStream& stream);

    model::BalancingPolicy policy_;
    std::uint32_t next_ = 0;
};

}  // namespace headroom::sim
