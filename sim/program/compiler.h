// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/program/program.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace headroom::sim {

/// Turns a scenario into a program: every operation of every component that can be asked for
/// becomes an entry, whose steps follow each other in `code`; what the random numbers are for is
/// named after the place in the scenario, so that a variant which leaves a step alone leaves its
/// numbers alone.
class Compiler {
public:
    explicit Compiler(Program& program) : p_(program) {}
    void compile();

private:
    // The tables (compiler.cpp).
    void addComponents();
    void addKinds();
    void addAutoscalers();
    void addPauses(ComponentInfo& info);
    void emitLimit(const model::Component& component, const std::string& operation);

    // Where things are (compile_zones.cpp).
    void addZones();
    std::uint8_t zoneIndex(const std::string& name) const;
    bool isPlaced(ComponentIndex component) const {
        return !p_.zones.isEmpty() && p_.zones.ofComponent[component] != 0;
    }
    void addTrip(std::size_t from, std::size_t to);

    // What goes wrong (compile_faults.cpp).
    void addFaults();
    void addInstanceZones();  // compile_zones.cpp
    FaultInfo faultInfo(const model::Fault& fault) const;
    void addLost(FaultInfo& info) const;
    void addCutSites(FaultInfo& info) const;
    bool isFaulty(ComponentIndex component) const;
    const model::AutoscalerSpec* autoscalerOf(const ComponentInfo& info) const;
    int reservedFor(const ComponentInfo& info, const model::ServiceSpec& service) const;
    void addTraffic();
    void addProfile(const model::Profile& profile);
    void addProbes();
    void addProbe(const model::MetricRef& ref);
    void addProbesOf(const model::Expression& expression);
    void findScopes();
    void findCacheKeys();
    void skipPassThroughs();
    void findLongestChain();
    StreamIndex addStream(const std::string& component, const std::string& purpose);
    std::uint32_t addDraw(const model::Distribution& law, const std::string& component,
                          const std::string& purpose, SimTime extra = 0);
    std::uint32_t addCoin(double probability, const std::string& component,
                          const std::string& purpose);
    ComponentIndex indexOf(std::string_view name) const;
    EntryIndex entryOf(ComponentIndex component, const std::string& operation);
    EntryIndex rootEntry(const model::Profile& profile, const std::string& operation);
    std::uint16_t edgeOf(ComponentIndex caller, ComponentIndex callee);
    std::vector<ComponentIndex> passedFrom(EntryIndex entry) const;

    // The code (emit.cpp).
    void emitEntry(EntryIndex entry);
    void emitRoot(EntryIndex entry);
    void emitStation(const model::Operation& operation, bool shares);
    void emitInstance(const model::Operation& operation, bool shares);
    void emitClient(const model::ClientSpec& client, EntryIndex entry);
    void emitCache(const model::CacheSpec& cache, EntryIndex entry);
    void emitWrite(const model::CacheTier& cache, EntryIndex entry);
    void emitWriteBehind(const model::CacheTier& cache, EntryIndex entry);
    bool emitInvalidations(EntryIndex entry);
    void emitInvalidation(ComponentIndex cache, const model::Invalidation& invalidation);
    void addCacheGroups();
    void emitExternal(const model::ExternalSpec& external);
    void emitForward(EntryIndex entry, std::string_view to);
    void emitOnlyForward(EntryIndex entry, std::string_view to);
    void emitSteps(const model::Steps& steps, const std::string& place);
    void emit(const model::Work& work, const std::string& place);
    void emit(const model::Delay& delay, const std::string& place);
    void emit(const model::Call& call, const std::string& place);
    void emit(const model::Send& send, const std::string& place);
    void emit(const model::Mark& mark, const std::string& place);
    void emit(const model::Push& push, const std::string& place);
    void emit(const model::Sequence& sequence, const std::string& place);
    void emit(const model::Parallel& parallel, const std::string& place);
    void emit(const model::Choose& choose, const std::string& place);
    void emitOneCall(const model::Call& call, const CallSite& site, const std::string& place);
    CallSite siteOf(const model::Call& call, const std::string& place);
    std::uint32_t keyDrawOf(const std::string& keys, const std::string& place);
    SiteIndex addSite(const CallSite& site);
    void setPolicy(CallSite& site, const std::optional<model::Duration>& timeout, bool cancel,
                   const model::Retry& retry, const std::string& place);
    void setPolicy(CallSite& site, const model::ClientSpec& client, const std::string& place);

    // The policies of calls (compile_policies.cpp).
    void setPolicies(CallSite& site, const std::optional<model::RetryBudget>& budget,
                     const std::optional<model::Breaker>& breaker,
                     const std::optional<model::Hedge>& hedge,
                     const std::optional<model::Bulkhead>& bulkhead);
    CallerScope scopeOf(ComponentIndex caller, model::Scope scope) const;
    CallSite collapsed(const CallSite& site, const model::Collapse& collapse);
    CallSite batched(const CallSite& site, const model::Batch& batch);
    CallSite carried(CallSite site, SitePolicies policies);
    const model::Operation* finalOperation(std::string_view component,
                                           std::string_view operation) const;
    bool isEntry(std::string_view component) const;
    static bool hasPatience(const CallSite& site) {
        return site.timeout != kNever || site.retries > 0 || site.policies != kNone;
    }
    Address here() const { return static_cast<Address>(p_.code.size()); }
    Address emitOp(Op op, std::uint32_t a = 0, std::uint32_t b = 0);

    Program& p_;
    std::map<std::pair<ComponentIndex, std::string>, EntryIndex> entries_;
    std::map<std::pair<ComponentIndex, ComponentIndex>, std::uint16_t> edges_;
    std::map<std::pair<std::string, std::string>, StreamIndex> streams_;
    std::map<std::pair<EntryIndex, ComponentIndex>, std::uint32_t> collapses_;
    std::map<EntryIndex, EntryIndex> forwards_;  ///< of pass-throughs: entry → entry handed to
    ComponentIndex component_ = kWorkload;       ///< whose code is being emitted
    Op workOp_ = Op::delay;                      ///< what `work` means there
};

}  // namespace headroom::sim
