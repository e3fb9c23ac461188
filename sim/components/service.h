// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/components/instance_memory.h"
#include "sim/components/load_balancer.h"
#include "sim/components/station.h"

#include <vector>

namespace headroom::sim {

/// Instances, each with concurrency slots that a request holds from its first step to its last and
/// CPUs that it needs for its work only. One line at each instance, or (`line: shared`) one for
/// all.
///
/// Instances come, each after its start-up, and go: one that is scaled in takes no more requests
/// and finishes those it has, for as long as its `drain` lasts; one that is killed fails them.
/// Those that are not ready yet go first, then those that became ready last (Kubernetes'
/// ReplicaSet). While none is ready a request is refused, or, where an activator stands in front
/// (Knative), kept until one is.
class Service {
public:
    Service(const Program& program, ComponentIndex component);

    void start(Engine& engine);
    /// For a visit that has a way to go: the instance that it will ask; kNone if none is ready.
    std::uint32_t choose(Engine& engine, VisitId visit);
    Acquired acquire(Engine& engine, VisitId visit);
    void release(Engine& engine, VisitId visit);
    void abandon(Engine& engine, VisitId visit);

    /// Instances that are ready, in the order in which they became so.
    const std::vector<std::uint32_t>& ready() const { return ready_; }
    /// Ready, starting, and killed but to come back.
    int wanted() const { return wanted_; }
    /// The numbers that its instances may have.
    std::uint32_t firstNumber() const { return first_; }
    std::uint32_t endNumber() const { return first_ + reserved_; }

    /// From now on there shall be so many. Where too many still drain to start that many, the rest
    /// has to be asked for again.
    void scaleTo(Engine& engine, int count);
    void onStarted(Engine& engine, std::uint32_t number);
    void onDrainOver(Engine& engine, std::uint32_t number);
    /// An instance has more memory in use than it may have: it is killed and started again.
    void onOutOfMemory(Engine& engine, std::uint32_t number);
    /// Of the ready instances: the sum of the shares of their limit that they use now.
    double memoryShare(const Engine& engine) const;
    /// What its instances used in the sample interval that ends now.
    void measureMemory(Engine& engine) const;
    /// Something has been added to what an instance keeps in memory.
    void checkMemory(Engine& engine, std::uint32_t number);
    /// Fails what a ready or draining instance has. A ready one is started again after `away`.
    void kill(Engine& engine, std::uint32_t number, SimTime away);

private:
    LoadBalancer& balancerOf(Engine& engine, VisitId visit);
    std::uint32_t chooseInstance(Engine& engine, VisitId visit);
    std::uint32_t instanceFor(Engine& engine, VisitId visit);
    bool isFull(const Engine& engine, std::uint32_t instance) const;
    std::uint32_t freeInstance(const Engine& engine, std::uint32_t preferred) const;
    void hold(Engine& engine, VisitId visit, std::uint32_t instance);
    WaitingLine& lineOf(Engine& engine, std::uint32_t instance);
    void serveWaiting(Engine& engine, std::uint32_t instance);
    void open(Engine& engine, std::uint32_t number);
    void close(Engine& engine, std::uint32_t number);
    void count(Engine& engine, int instances) const;
    void startOne(Engine& engine);
    void startAfter(Engine& engine, std::uint32_t number, SimTime away);
    void removeOne(Engine& engine);
    bool removeUnready(Engine& engine, InstanceState state);
    void drain(Engine& engine, std::uint32_t number);

    ComponentIndex component_;
    model::ServiceSpec spec_;
    std::uint32_t first_, reserved_;
    bool hasActivator_, watched_, isSpread_;
    std::uint32_t startUp_;
    LoadBalancer ownBalancer_{model::BalancingPolicy::roundRobin};
    StreamIndex stream_;
    std::optional<InstanceMemory> memory_;
    WaitingLine sharedLine_;  ///< also what waits at the activator
    int wanted_ = 0;
    std::vector<std::uint32_t> ready_;
    std::vector<std::uint32_t> free_;  ///< numbers that no instance has; the next one at the end
};

}  // namespace headroom::sim
