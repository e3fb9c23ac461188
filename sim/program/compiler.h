// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/roll_out.h"
#include "sim/program/program.h"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace headroom::sim {

/// Turns a scenario into a program: every operation of every component that can be asked for
/// becomes an entry, whose steps follow each other in `code`; what the random numbers are for is
/// named after the place in the scenario, so that a variant which leaves a step alone leaves its
/// numbers alone.
///
/// Where two versions of the system run beside each other (`roll_out`), what exists once and leads
/// to what exists twice has an entry for each side: the side of a request is in the code it runs,
/// chosen where the user's action begins.
class Compiler {
public:
    explicit Compiler(Program& program) : p_(program), sides_(program.scenario) {}
    void compile();

private:
    // The tables (compiler.cpp).
    void addComponents();
    void addKinds();
    void addAutoscalers();
    void addPauses(ComponentInfo& info);
    void limitMemory(const std::optional<model::Memory>& memory);
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
    void addLostParts(FaultInfo& info, const ComponentInfo& database,
                      ComponentIndex component) const;
    void addCutSites(FaultInfo& info) const;
    bool isFaulty(ComponentIndex component) const;
    const model::AutoscalerSpec* autoscalerOf(const ComponentInfo& info) const;
    int reservedFor(const ComponentInfo& info, int instances) const;
    void addTraffic();
    void addParts(ComponentInfo& info, ComponentIndex component, const model::DatabaseSpec& spec);
    void addProfile(const model::Profile& profile);
    void addProbes();
    void findDeliveries();
    void addProbe(const model::MetricRef& ref);
    void addProbesOf(const model::Expression& expression);
    void findScopes();
    void findDeviceCaches(const CallSite& site);
    void findCacheKeys();
    void skipPassThroughs();
    void findLongestChain();
    StreamIndex addStream(const std::string& component, const std::string& purpose);
    std::uint32_t addDraw(const model::Distribution& law, const std::string& component,
                          const std::string& purpose, SimTime extra = 0);
    std::uint32_t addCoin(double probability, const std::string& component,
                          const std::string& purpose);
    /// Of what requests of the side whose code is being emitted meet.
    ComponentIndex indexOf(std::string_view name) const;
    /// Likewise; null if there is none.
    const model::Component* find(std::string_view name) const {
        return p_.scenario.component(sides_.met(name, isNew_));
    }
    EntryIndex entryOf(ComponentIndex component, const std::string& operation);
    EntryIndex networkedEntry(ComponentIndex component, const std::string& operation,
                              const model::Profile& profile);
    EntryIndex rootEntry(const model::Profile& profile, const std::string& operation);
    std::vector<EntryIndex> rootEntries(const model::Profile& profile);
    std::uint16_t edgeOf(ComponentIndex caller, ComponentIndex callee);
    std::vector<ComponentIndex> passedFrom(EntryIndex entry) const;
    bool isPlacedInParts(ComponentIndex component) const;

    // The code (emit.cpp).
    void emitEntry(EntryIndex entry);
    void emitRoot(EntryIndex entry);
    void emitStation(const model::Operation& operation, bool shares);
    void emitInstance(const model::Operation& operation, bool shares);
    /// Sizes that go over a network.
    struct Payload {
        std::optional<model::Bytes> request, answer;
    };
    Payload payloadOf(std::string_view component, std::string_view operation,
                      const std::string& keys) const;
    std::vector<model::NetworkClass> networksOf(const model::ClientSpec& client,
                                                EntryIndex entry) const;
    void emitNetwork(const std::vector<model::NetworkClass>& networks, const Payload& payload);
    void emitFrame(const model::ClientSpec& client);
    void emitOffline(const model::ClientSpec& client);
    void emitClient(const model::ClientSpec& client, EntryIndex entry);
    void emitPage(const model::ClientSpec& client, const model::Operation& operation,
                  EntryIndex entry);
    void putNetworkBefore(CallSite& site, const std::string& to, const std::string& operation,
                          const std::string& keys);
    void emitBalancer(const model::LoadBalancerSpec& balancer, EntryIndex entry);
    void addBalancer(ComponentInfo& info, ComponentIndex component,
                     const model::LoadBalancerSpec& spec);
    void emitCdn(const model::CdnSpec& cdn, EntryIndex entry);
    void emitShield(const model::CdnSpec& cdn, EntryIndex entry);
    void emitDatabase(const model::DatabaseSpec& database, const model::Operation& operation,
                      EntryIndex entry);
    void emitApply(const model::DatabaseSpec& database);
    std::uint32_t partChoiceOf(const model::DatabaseSpec& database, const std::string& operation);
    EntryIndex innerEntry(const std::string& name, std::function<void()> emit);
    SiteIndex detachedSite();
    void addGateway(ComponentInfo& info, const model::GatewaySpec& spec);
    void emitGatewayParts(const model::GatewaySpec& spec, GatewayInfo& gateway);
    void emitGateway(const model::GatewaySpec& spec, const model::Operation* operation,
                     EntryIndex entry);
    void findSeats();
    void emitQueue(const model::QueueSpec& queue, EntryIndex entry);
    void emitCache(const model::CacheSpec& cache, EntryIndex entry);
    /// `emitWay`: to the origin, if that takes time.
    void emitWrite(const model::CacheTier& cache, EntryIndex entry,
                   const std::function<void()>& emitWay = {});
    void emitWriteBehind(const model::CacheTier& cache, EntryIndex entry,
                         const std::function<void()>& emitWay);
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
    void emitOneSend(const model::Send& send, const std::string& place);
    bool blocks(std::string_view component) const;
    void emitRepeated(double probability, double times, const std::string& place,
                      const std::function<void()>& emitOne);
    void countItems(CallSite& site, std::int64_t items);
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
    const model::Sides sides_;
    bool isNew_ = false;                ///< the side whose code is being emitted
    std::set<EntryIndex> newEntries_;   ///< of that side
    std::map<std::tuple<ComponentIndex, std::string, bool>, EntryIndex> entries_;
    std::map<std::pair<ComponentIndex, ComponentIndex>, std::uint16_t> edges_;
    std::map<std::pair<std::string, std::string>, StreamIndex> streams_;
    std::map<std::pair<EntryIndex, ComponentIndex>, std::uint32_t> collapses_;
    std::multimap<EntryIndex, EntryIndex>
        forwards_;  ///< of pass-throughs: entry → entries handed to
    std::map<EntryIndex, std::function<void()>> innerCode_;
    std::map<EntryIndex, std::vector<model::NetworkClass>> networks_;  ///< of entries of profiles
    std::map<EntryIndex, const model::Profile*>
        rootProfiles_;                               ///< whose users have networks of their own
    std::vector<model::NetworkClass> pageNetworks_;  ///< of the page whose steps are being emitted
    ComponentIndex component_ = kWorkload;           ///< whose code is being emitted
    Op workOp_ = Op::delay;                          ///< what `work` means there
};

}  // namespace headroom::sim
