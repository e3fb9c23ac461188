// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/component.h"
#include "sim/components/hash_ring.h"
#include "sim/components/host_watch.h"
#include "sim/components/instance.h"
#include "sim/engine/visit.h"
#include "sim/kernel/random_stream.h"

#include <optional>
#include <vector>

namespace headroom::sim {

class Engine;
class Service;

/// Chooses an instance, or one of several components, for a request. Round robin takes them in
/// turn; least requests takes the one that holds and queues fewest, the first after the last one
/// chosen where several do; power of two looks at two different ones at random and takes the less
/// loaded (Mitzenmacher, "The power of two choices in randomized load balancing", 2001); nearest
/// takes the one with the shortest mean round trip from where the request comes from; weighted
/// deals out by weights, evenly over time (nginx's smooth weighted round robin); hash takes the
/// next one on a ring from the request's key, or its user; sticky the one that the user had before,
/// the first by round robin. Somebody who comes once has none of before, and goes by hash.
///
/// Those that health checks or the ejection of outliers have taken out get nothing.
class LoadBalancer {
public:
    /// Of a service without a load balancer.
    explicit LoadBalancer(model::BalancingPolicy policy) : policy_(policy) {}
    LoadBalancer(const Program& program, const BalancerInfo& info);

    /// Neither health nor the request count: choose() does.
    bool isPlain() const { return !watch_ && !looksAtRequest(); }
    /// One of the `ready` instances, by its number. Precondition: there are some.
    std::uint32_t choose(const std::vector<Instance>& instances,
                         const std::vector<std::uint32_t>& ready, RandomStream& stream);
    bool looksAtDistance() const { return policy_ == model::BalancingPolicy::nearest; }
    /// The one with the shortest mean round trip from the zone, in turn among equals.
    std::uint32_t nearest(const std::vector<std::uint32_t>& ready, const ZoneMap& zones,
                          std::uint8_t from);

    /// An instance of the service, which may be dead where health is only probed; kNone if all are
    /// out.
    std::uint32_t chooseInstance(Engine& engine, const Service& service, VisitId visit);
    /// One of its hosts, by its number; kNone if all are out.
    std::uint32_t chooseHost(Engine& engine, VisitId visit);

    void start(Engine& engine);
    void onProbe(Engine& engine);
    /// A host has answered, or an instance.
    void onAnswer(Engine& engine, const Visit& visit, bool failed);
    /// Whether it may ask who is not there any more.
    bool probes() const { return watch_ && watch_->health(); }

private:
    bool looksAtRequest() const {
        return policy_ == model::BalancingPolicy::sticky || policy_ == model::BalancingPolicy::hash;
    }
    InstanceState stateOf(Engine& engine, std::uint32_t host) const;
    template <class Predicate>
    std::uint32_t forRequest(Engine& engine, VisitId visit, std::uint32_t hosts,
                             const Predicate& takes);
    std::uint32_t byWeight();
    double distanceTo(Engine& engine, ComponentIndex host, std::uint8_t from) const;
    template <class Load>
    std::uint32_t least(std::uint32_t count, const Load& load) const;
    template <class Load>
    std::uint32_t betterOfTwo(std::uint32_t count, const Load& load, RandomStream& stream) const;
    template <class Load>
    std::uint32_t byLoad(std::uint32_t count, const Load& load, RandomStream& stream);

    model::BalancingPolicy policy_;
    std::uint32_t next_ = 0;
    const BalancerInfo* info_ = nullptr;
    std::optional<HostWatch> watch_;
    std::vector<HashRing> ring_;             ///< none until it is needed
    std::vector<std::uint32_t> homes_;       ///< by user: where they were before
    std::vector<std::uint32_t> candidates_;  ///< hosts that are in
    std::vector<double> turns_;              ///< by host: what smooth weighted round robin adds up
    std::uint32_t alarm_ = kNone;
};

}  // namespace headroom::sim
