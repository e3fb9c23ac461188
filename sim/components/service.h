// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/components/load_balancer.h"
#include "sim/components/station.h"

namespace headroom::sim {

/// A fixed number of instances, each with concurrency slots that a request holds from its first
/// step to its last and CPUs that it needs for its work only. One line at each instance, or (`line:
/// shared`) one for all.
class Service {
public:
    Service(const ComponentInfo& info, ComponentIndex component, StreamIndex stream);

    void start(Engine& engine);
    Acquired acquire(Engine& engine, VisitId visit);
    void release(Engine& engine, VisitId visit);
    void abandon(Engine& engine, VisitId visit);

private:
    std::uint32_t chooseInstance(Engine& engine, const Visit& visit);
    bool isFull(const Engine& engine, std::uint32_t instance) const;
    std::uint32_t freeInstance(const Engine& engine, std::uint32_t preferred) const;

    ComponentIndex component_;
    model::ServiceSpec spec_;
    std::uint32_t first_;
    LoadBalancer ownBalancer_{model::BalancingPolicy::roundRobin};
    StreamIndex stream_;
    WaitingLine sharedLine_;
};

}  // namespace headroom::sim
