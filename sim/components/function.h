// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/components/instance_memory.h"
#include "sim/components/line_timer.h"
#include "sim/components/station.h"
#include "sim/control/function_scaling.h"
#include "sim/control/token_bucket.h"

#include <optional>
#include <vector>

namespace headroom::sim {

/// A serverless function: instances come with the load and go when idle, behind one line that the
/// platform keeps.
///
/// A request without a free slot starts an instance when those waiting exceed the slots already
/// starting, up to `max`; after its cold start the instance takes the first in line. A request that
/// has waited for `pending` is refused. Of the instances with a free slot the one used last is used
/// again, so that the others can fall idle; one idle for `keepAlive` goes, down to `min`. (Cloud
/// Run, "About instance autoscaling"; max(3.5 × start-up, 10 s) from there.) With `scaling` it also
/// keeps the instances that FunctionScaling asks for; `starts` bounds how fast they come (AWS
/// Lambda).
class Function {
public:
    Function(const ComponentInfo& info, ComponentIndex component, std::uint32_t number,
             Draw coldStart);

    void start(Engine& engine);
    Acquired acquire(Engine& engine, VisitId visit);
    void release(Engine& engine, VisitId visit);
    void abandon(Engine& engine, VisitId visit);
    void onColdStartOver(Engine& engine, std::uint32_t instance);
    void onKeepAliveOver(Engine& engine);
    void onPatienceOver(Engine& engine);
    void onScaling(Engine& engine);
    void onStartsAllowed(Engine& engine);
    int readyCount() const;
    /// Fails what so many of its instances have; others start when requests ask for them.
    void kill(Engine& engine, int instances);
    void killInstance(Engine& engine, std::uint32_t instance);
    /// Something has been added to what an instance keeps in memory.
    void checkMemory(Engine& engine, std::uint32_t instance);
    void onOutOfMemory(Engine& engine, std::uint32_t instance);
    /// What its instances used in the sample interval that ends now.
    void measureMemory(Engine& engine) const;

private:
    std::optional<InstanceMemory> memory_;
    struct Slot {  // what the platform knows of an instance
        SimTime idleSince = 0;
        bool ready = false;
        bool listed = false;  ///< in available_
    };
    Slot& slotOf(std::uint32_t instance) { return slots_[instance - first_]; }
    void open(Engine& engine, std::uint32_t instance);
    void take(Engine& engine, VisitId visit, std::uint32_t instance);
    void startControl(Engine& engine);
    void startInstances(Engine& engine);
    void startOne(Engine& engine);
    bool mayStart(Engine& engine);
    std::int64_t leastInstances() const {
        return std::max<std::int64_t>(spec_.minInstances, kept_);
    }
    void offer(std::uint32_t instance);
    std::uint32_t oldestIdle(const Engine& engine) const;
    void fallIdle(Engine& engine, std::uint32_t instance);
    void close(Engine& engine, std::uint32_t instance);
    void armKeepAlive(Engine& engine, SimTime due);

    ComponentIndex component_;
    std::uint32_t number_;
    model::FunctionSpec spec_;
    Draw coldStart_;
    std::uint32_t first_;
    std::int64_t total_ = 0;  ///< ready and starting
    std::int64_t startingSlots_ = 0;
    std::int64_t kept_ = 0;  ///< for the load that is measured
    std::optional<FunctionScaling> scaling_;
    std::uint64_t busyArea_ = 0, slotArea_ = 0;  ///< at the last look at the load
    std::optional<TokenRule> startRule_;
    std::optional<TokenBucket> starts_;
    bool startsArmed_ = false;
    bool keepAliveArmed_ = false;
    WaitingLine line_;
    LineTimer patience_;
    std::vector<Slot> slots_;
    std::vector<std::uint32_t>
        available_;  ///< ready with a free slot; the one used last at the end
    std::vector<std::uint32_t>
        closed_;  ///< numbers to be given to new instances; the next one at the end
};

}  // namespace headroom::sim
