// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/components/autoscaler.h"
#include "sim/components/cache.h"
#include "sim/components/database.h"
#include "sim/components/function.h"
#include "sim/components/gateway.h"
#include "sim/components/instance.h"
#include "sim/components/load_balancer.h"
#include "sim/components/offline_users.h"
#include "sim/components/pauses.h"
#include "sim/components/pool.h"
#include "sim/components/processor_sharing.h"
#include "sim/components/queue.h"
#include "sim/components/rate_limit.h"
#include "sim/components/service.h"
#include "sim/components/station.h"
#include "sim/control/fault_injector.h"
#include "sim/engine/call_policies.h"
#include "sim/engine/call_timers.h"
#include "sim/engine/control_events.h"
#include "sim/engine/message.h"
#include "sim/engine/meter.h"
#include "sim/engine/ready_stack.h"
#include "sim/engine/simulate.h"
#include "sim/engine/visit.h"
#include "sim/kernel/event_queue.h"
#include "sim/kernel/random_stream.h"
#include "sim/program/program.h"
#include "sim/traffic/traffic.h"
#include "sim/traffic/visitors.h"

#include <stop_token>
#include <vector>

namespace headroom::sim {

/// What an event means; the number beside it says of whom.
enum class EventKind : std::uint8_t {
    visit,             ///< a visit's delay or work is over
    think,             ///< a user's think time is over
    arrival,           ///< at an arrival process
    users,             ///< a population's schedule changes
    callTimeout,       ///< at a call site, the oldest call's timeout may be over
    sharing,           ///< at a processor-sharing object
    coldStart,         ///< an instance is ready
    keepAlive,         ///< at a function
    functionPatience,  ///< at a function
    poolPatience,      ///< at a member of a pool
    poolIdle,          ///< at a member of a pool
    control,           ///< a control event
    alarm,             ///< whatever was asked for with Engine::addAlarm()
    policy,            ///< of a call: a PolicyEvent
};

/// An event's payload: its kind and a number below 2^28.
struct EventPayload {
    static constexpr int kNumberBits = 28;
    static constexpr std::uint32_t kMaxNumber = (1u << kNumberBits) - 1;
    static std::uint32_t join(EventKind kind, std::uint32_t number) {
        assert(number <= kMaxNumber);
        return (static_cast<std::uint32_t>(kind) << kNumberBits) | number;
    }
    static EventKind kind(std::uint32_t payload) {
        return static_cast<EventKind>(payload >> kNumberBits);
    }
    static std::uint32_t number(std::uint32_t payload) { return payload & kMaxNumber; }
};
constexpr std::uint32_t kMaxUser = EventPayload::kMaxNumber;

/// A pool's number and one of its members in the number of an event.
struct CompositeIndex {
    static constexpr int kMemberBits = 20;
    static std::uint32_t join(std::uint32_t pool, std::uint32_t member) {
        return (pool << kMemberBits) | member;
    }
    static std::uint32_t pool(std::uint32_t number) { return number >> kMemberBits; }
    static std::uint32_t member(std::uint32_t number) { return number & ((1u << kMemberBits) - 1); }
};

/// Up to so many visits or users, what events touch stays in the processor's caches by itself.
constexpr std::size_t kFewRecords = 4096;

/// Whom an event of the kind `alarm` is for.
struct Alarm {
    enum class Kind : std::uint8_t {
        queueWindow,
        queueRetention,
        replicaLag,
        gatewaySession,
        gatewayHeartbeat,
        gatewayReconnect,
        healthProbe  ///< of the load balancer that is this component
    };
    Kind kind;
    std::uint32_t component;  ///< among the runtime parts of its kind
    std::uint32_t member;     ///< a part of it
};

/// Runs a program: takes events from the calendar, moves the visits they belong to along their
/// steps, and measures.
///
/// A visit that can go on is put on a stack and run before time moves; steps that have to wait
/// leave it where what it waits for will find it (a line, the calendar, its callee). Whatever a
/// visit holds is given back in finish(), the one way out for every outcome.
class Engine {
public:
    Engine(const Program& program, const ReplicationSettings& settings);
    ReplicationResult run();

    // What components and traffic use.
    const Program& program;
    VisitPool visits;
    ByVisit<Message> messages;        ///< if the program carries messages
    ByVisit<std::uint32_t> items;     ///< that a visit is about, if the program carries items
    std::vector<Instance> instances;  ///< by global number
    TimeWeighted userCount;
    Visitors visitors;

    SimTime now() const { return now_; }
    SimTime endTime() const { return end_; }
    /// Whoever does much at one instant looks from time to time, and leaves off: no event comes any
    /// more.
    bool isAskedToStop() const { return settings_.stop.stop_requested(); }
    double sampleSeconds() const { return seconds(sample_); }
    Meter& meter(ComponentIndex component) { return meters_[component]; }
    Meter& partMeter(std::uint32_t part) { return partMeters_[part]; }
    Meter& groupMeter(std::uint32_t cacheGroup) { return groupMeters_[cacheGroup]; }
    /// A number for events of the kind `policy` of one part of what has several.
    std::uint32_t policyPlace(std::uint32_t of, std::uint32_t member) {
        policies_.places.push_back({of, member});
        return static_cast<std::uint32_t>(policies_.places.size() - 1);
    }
    /// Runs code that ends with Op::endBranch for nobody, as of one who is where `as` is; it is
    /// about so many items.
    void startDetached(const Visit& as, std::uint8_t zone, Address address, std::uint64_t about);
    RandomStream& stream(StreamIndex index) { return streams_[index]; }
    /// Of a step of the visit: as long as the law says, or longer while a fault slows it down.
    [[gnu::always_inline]] SimTime drawFor(VisitId id, const Draw& law) {
        const SimTime time = draw(law);
        if (law.each == kNone && !faults_.slows()) [[likely]]
            return time;
        return drawUnusual(id, law, time);
    }
    SimTime draw(const Draw& draw) { return draw.sampler.draw(streams_[draw.stream]) + draw.extra; }
    /// Of the calls from one component to another, those that are not answered yet.
    std::int64_t underWay(SiteIndex site) const {
        return edgeLevels_[program.sites[site].edge].level();
    }
    bool isThere(ComponentIndex component, SiteIndex site) const;
    bool answersProbe(ComponentIndex component, SiteIndex site);
    bool standsStill(std::uint32_t instance, SimTime forLongerThan) const;
    LoadBalancer& balancer(ComponentIndex component) { return balancers_[component]; }
    void schedule(SimTime at, EventKind kind, std::uint32_t number) {
        queue_.push(at, EventPayload::join(kind, number));
    }
    /// A number for events of a new kind or part; to be asked for when components are built.
    std::uint32_t addAlarm(Alarm alarm) {
        alarms_.push_back(alarm);
        return static_cast<std::uint32_t>(alarms_.size() - 1);
    }
    /// The waiting message goes to the receiver together with another one.
    void follow(VisitId id);
    /// The message that it went with is over.
    void endFollower(VisitId id, SimTime left, Outcome outcome, Outcome cause);
    /// Whoever called the visit gets an answer; the visit goes on by itself.
    void detach(VisitId id);
    /// The waiting visit has got its server, slot or connection.
    void grant(VisitId id);
    /// The waiting visit gets a connection that is opened for it, after `time`.
    void connect(VisitId id, SimTime time);
    /// The waiting visit ends without having got anything.
    void giveUp(VisitId id, Outcome outcome);
    /// The flight that the visit waited for is over.
    void endJoined(VisitId id, Outcome outcome);
    /// The waiting visit has got its token.
    void grantToken(VisitId id);
    /// Work on the instance or station stands still, or goes on.
    void setPaused(std::uint32_t clock, bool paused);
    void startPauses(ComponentIndex station, std::uint32_t part);
    /// Of the caches that the instance has of its own.
    std::uint64_t cachedBytes(std::uint32_t instance) const;
    /// The visit goes on at its next step, at this instant.
    [[gnu::always_inline]] void goOn(VisitId id) {
        visits[id].state = State::running;
        ready_.push_back(id);
    }
    void plan(SimTime at, const ControlEvent& event) {
        schedule(at, EventKind::control, controlEvents_.add(event));
    }
    void openInstance(std::uint32_t number, ComponentIndex component, int cpus, bool shares);
    void closeInstance(std::uint32_t number);
    /// Fails every visit that the instance has, waiting or held, and those in its own pools and
    /// caches; what they asked others for goes on without them. Precondition: it takes no more.
    void failInstance(std::uint32_t number);
    /// Fails so many of those that hold a server of the component; all visits of a component. Of
    /// one part of a database, or (kNone) wherever they are.
    void failHolders(ComponentIndex component, std::size_t count, std::uint32_t part = kNone);
    void failAt(ComponentIndex component, std::uint32_t part = kNone);
    void flush(ComponentIndex component);  ///< if it is a cache
    Function& function(ComponentIndex component) {
        return functions_[program.components[component].index];
    }
    /// Or one part of a database.
    Station& station(ComponentIndex component, std::uint32_t part = 0) {
        return stations_[program.components[component].index + part];
    }
    Gateway& gateway(ComponentIndex component) {
        return gateways_[program.components[component].index];
    }
    /// Of a station under processor sharing.
    ProcessorSharing& sharingOfStation(ComponentIndex component) {
        return sharings_[stationSharing_[program.components[component].index]];
    }
    const Service& service(ComponentIndex component) const {
        return services_[program.components[component].index];
    }
    Service& service(ComponentIndex component) {
        return services_[program.components[component].index];
    }
    /// CPU time that the visits of a watched instance have used so far, in nanoseconds.
    std::uint64_t cpuTime(const Instance& instance) const;
    // What an autoscaler changes the number of: instances, or consumers of a queue.
    int readyOf(ComponentIndex component) const;
    int wantedOf(ComponentIndex component) const;  ///< those under way included
    void scaleTo(ComponentIndex component, int count);
    const FaultInjector& faults() const { return faults_; }
    int cpusOf(ComponentIndex component) const;  ///< of one instance
    /// Of a service's ready instances: the sum of the shares of their limit that they use now.
    double memoryShare(ComponentIndex component) const;
    /// What is measured of the target of a metric; null if nothing is.
    const TargetLog* logOf(const model::MetricRef& ref) const;
    /// The number of instances of a component has been changed for the load.
    void onScaled() { lastScaling_ = now_; }
    /// A visit that nobody calls and nobody measures, at a part of a database; `number` is its
    /// user.
    void startInner(EntryIndex entry, std::uint16_t part, std::uint32_t number);
    void startInnerAt(EntryIndex entry, std::uint32_t instance);
    /// A user of a closed population is there from the start, connected.
    void seat(std::uint32_t user, const ProfileInfo& profile) {
        for (const std::uint16_t gateway : profile.gateways) gateways_[gateway].seat(*this, user);
    }
    /// Of a closed population, and not gone.
    bool isHere(std::uint32_t user) const {
        for (const ClosedPopulation& population : populations_)
            if (population.has(user)) return population.isHere(user);
        return false;
    }
    void userLeft(std::uint32_t user) {
        for (Gateway& gateway : gateways_) gateway.userLeft(*this, user);
    }
    /// A number for a user who comes once: none of the closed populations', and none that is still
    /// about.
    std::uint32_t nextVisitor() { return userCaches_.empty() ? visitors.pass() : visitors.come(); }
    /// Begins to fetch a user's records into the processor's caches.
    void fetchUser(std::uint32_t user) const;
    /// A user begins an action.
    void startAction(EntryIndex entry, std::uint32_t user);

private:
    // Building up and taking down (engine.cpp).
    void buildComponents();
    void buildMeters();
    void startAll();
    VisitId dispatch(std::uint32_t payload);
    void dispatchOther(EventKind kind, std::uint32_t number);
    void closeInterval();
    ReplicationResult result(bool interrupted);
    void checkInvariants(ReplicationResult& result) const;
    bool mustStop();
    void fetchAhead() const;
    void fetchRecord(std::uint32_t payload) const;
    SimTime nextThinker();
    VisitId nextReady();
    void closeIntervalsUpTo(SimTime next);
    ComponentIndex functionOf(std::uint32_t instance) const;

    // What changes the system while it runs (control.cpp).
    void onControl(const ControlEvent& event);
    bool isAt(VisitId id, ComponentIndex component, std::uint32_t part) const;
    bool belongsTo(const Visit& visit, std::uint32_t instance) const;
    template <class Predicate>
    void doom(const Predicate& isDoomed);
    void failDoomed();
    void meddle(VisitId id);
    void failOnArrival(VisitId id);
    void loseCall(VisitId id, SiteIndex site);
    std::uint32_t clockOf(VisitId id) const;
    SimTime endOfWork(VisitId id, SimTime work);
    bool goesOnAfterPause(VisitId id);
    std::uint8_t arrivalZone(VisitId id, std::uint8_t from);
    std::uint8_t nearestEdges(ComponentIndex cdn, std::uint8_t from) const;
    void depart(VisitId id, std::uint8_t from);
    bool takeToken(VisitId id, std::uint32_t limit);
    void checkMemory(std::uint32_t instance);
    std::uint64_t bytesOnDevice(const ComponentInfo& client, std::uint32_t user) const;
    void cleanUpDevice(VisitId id);
    void measureDevices();
    void leaveLostCall(VisitId id);
    void orphanChildren(VisitId id);
    void leave(VisitId id);
    void failVisit(VisitId id);
    void tellCaller(VisitId id, const Visit& aborted);
    void afterInner(const Visit& aborted, std::uint16_t part);
    bool standsAlone(VisitId id) const;

    // The steps of a visit (steps.cpp). What gives back a VisitId says who goes on at this instant
    // without a turn through the stack: the visit itself, the one it asks, the one it answers;
    // kNone: none of them.
    VisitId create(EntryIndex entry, SiteIndex site, VisitId parent, std::uint32_t user);
    void beginAction(EntryIndex root);
    void startFirstAttempt(SiteIndex site, std::uint32_t user);
    VisitId openAction(VisitId attempt);
    void visitorLeft(std::uint32_t user);
    void endAction(std::uint32_t user, SimTime begun, EntryIndex root, Outcome outcome);
    void measureBegin(const Entry& entry, SiteIndex site);
    void measureEnd(VisitId id, Outcome outcome, Outcome passedOn);
    void measureMore(VisitId id, VisitTimes times, Outcome outcome);
    void endInPart(VisitId id, const VisitTimes& times, Outcome outcome);
    VisitTimes timesOf(VisitId id) const;
    ComponentIndex componentOf(VisitId id) const {
        return program.entries[visits[id].entry].component;
    }
    const ComponentInfo& infoOf(VisitId id) const { return program.components[componentOf(id)]; }
    const ComponentInfo& infoOfInstance(std::uint32_t number) const {
        return program.components[instances[number].component];
    }
    const ComponentInfo& infoOf(const Visit& visit) const {
        return program.components[program.entries[visit.entry].component];
    }
    Database& databaseOf(VisitId id) { return databases_[infoOf(id).database]; }
    Station& stationOf(VisitId id) {
        return stations_[infoOf(id).index + (visits[id].inPart ? visits.details(id).part : 0)];
    }
    Cache& cacheOf(VisitId id) { return caches_[infoOf(id).index]; }
    ProcessorSharing& sharingOf(VisitId id);
    VisitId step(VisitId id, const Instruction& instruction);
    bool stepInPlace(VisitId id, const Instruction& instruction);
    bool acquire(VisitId id);
    bool chooseHost(VisitId id, const HostChoice& choice);
    void tellBalancer(VisitId id, Outcome outcome);
    bool connectUser(VisitId id, const Draw& connect);
    std::uint32_t receiversOf(VisitId id, const PushInfo& push);
    SimTime originOf(VisitId id) const;
    bool push(VisitId id, const PushInfo& push);
    void pushed(VisitId id, const PushInfo& push);
    void receiverDone(VisitId pusher);
    TimeWeighted& cpuLevelOf(VisitId id) {
        Meter& meter = meters_[componentOf(id)];
        return infoOf(id).kind == Kind::gateway ? meter.slots : meter.busy;
    }
    bool clientStep(VisitId id, const Instruction& instruction);
    bool overNetwork(VisitId id, const NetworkMix& mix);
    VisitId pageOf(VisitId id) const;
    bool deviceWork(VisitId id, const Draw& work);
    void markPage(VisitId id, bool isFirst);
    void drawFrame(VisitId id, const FrameInfo& frame);
    bool waitOnline(VisitId id);
    bool transfer(VisitId id, std::uint32_t size);
    bool databaseStep(VisitId id, const Instruction& instruction);
    void choosePart(VisitId id, const PartChoice& choice);
    std::size_t nearestPart(VisitId id, const PartChoice& choice);
    std::uint16_t livingPart(ComponentIndex database, const PartChoice& choice, std::size_t drawn);
    bool limitKey(VisitId id);
    bool lockKey(VisitId id);
    void readCopy(VisitId id);
    void addWaiting(VisitId id, int step);
    void beginWaiting(VisitId id);
    void endWaiting(VisitId id);
    void addCpuWait(VisitId id, SimTime time);
    void enqueue(VisitId id);
    void endWithIt(VisitId id, Outcome outcome, Outcome cause);
    void onAlarm(const Alarm& alarm);
    void send(VisitId id, SiteIndex site);
    void carryMessage(VisitId from, VisitId to);
    void carryItems(VisitId from, VisitId to, const CallSite& site) {
        const std::uint32_t count = site.carriesItems ? items[from] : site.items;
        items[to] = count;
    }
    SimTime drawForItems(VisitId id, const Draw& law);
    SimTime drawSum(const Draw& law, std::uint32_t count);
    SimTime drawUnusual(VisitId id, const Draw& law, SimTime time);
    void measureDelivery(const Visit& visit, SimTime time);
    void endPasses(const Visit& visit, SimTime response, Outcome outcome);
    bool askComponent(VisitId id, Acquired& answer);
    bool cpuWork(VisitId id, const Draw& draw);
    void startWork(VisitId id, const Draw& draw);
    VisitId onVisit(VisitId id);
    void releaseCpu(VisitId id);
    bool lookUp(VisitId id, Address onHit);
    void dropEntries(VisitId id, const Invalidation& invalidation);
    void leaveUnpromoted(const Visit& visit);
    void finish(VisitId id, Outcome outcome);
    VisitId end(VisitId id, Outcome outcome);
    void releaseHolding(VisitId id);
    void delayUntil(VisitId id, SimTime at);

    // Calls and forks (calls.cpp).
    VisitId call(VisitId id, SiteIndex site);
    struct Key {
        std::uint32_t key;
        std::uint8_t keyClass;
    };
    Key drawNewKey(const Visit& visit, const KeyDraw& keys);
    Key drawKey(const Visit& visit, const CallSite& site) {
        if (site.keyDraw == kNone) return {visit.key, visit.keyClass};
        return drawNewKey(visit, program.keyDraws[site.keyDraw]);
    }
    Key keyOfCall(VisitId id, const CallSite& site);
    void addChild(VisitId parent, VisitId child);
    VisitId prepare(VisitId id, SiteIndex site, Key key);
    VisitId request(VisitId id, SiteIndex site, Key key);
    void sendOff(VisitId id, VisitId child);
    /// `request`: the visit that has ended, or will have no outcome.
    void callEnded(VisitId parent, SiteIndex site, Outcome outcome, Outcome cause, VisitId request);
    VisitId answer(VisitId parent, SiteIndex site, Outcome outcome, Outcome cause, VisitId request);
    void callEndedUnusually(VisitId parent, SiteIndex site, Outcome outcome, Outcome cause,
                            VisitId request);
    void callOver(VisitId id, const CallSite& site, Outcome outcome, Outcome cause);
    SimTime backoff(const CallSite& site, int attempt);
    void linkTimer(VisitId id);
    void unlinkTimer(VisitId id);
    void onCallTimeout(SiteIndex site);
    void fork(VisitId id, const Fork& fork);
    void startBranch(VisitId parent, const Fork& fork);
    void branchEnded(VisitId branch, bool failed);
    void withdraw(VisitId id);
    void withdrawChildren(VisitId id);
    bool leaveWaiting(VisitId id);

    // The policies of calls (call_policies.cpp).
    std::uint32_t policyMember(const Visit& visit, CallerScope scope, ComponentIndex caller) const;
    CircuitBreaker* breakerOf(VisitId id, const SitePolicies& policies);
    Permits& permitsOf(VisitId id, const SitePolicies& policies);
    void onPolicyEvent(std::uint32_t number);
    void policedCall(VisitId id, SiteIndex site);
    void beginPolicedCall(VisitId id, const CallSite& site);
    Key storedKey(VisitId id) const {
        return {visits.details(id).callKey, visits.details(id).callKeyClass};
    }
    bool mayRetry(VisitId id, const CallSite& site);
    bool beginAttempt(VisitId id, SiteIndex site);
    bool takePermit(VisitId id, SiteIndex site);
    void givePermitBack(VisitId id, const SitePolicies& policies);
    void onBulkheadPatience(std::uint32_t place);
    bool sendRequest(std::uint32_t attempt);
    void planHedge(std::uint32_t attempt);
    void onHedgeDue(std::uint32_t attempt);
    bool attemptEnded(VisitId id, Outcome outcome, VisitId request);
    void leaveRequests(std::uint32_t attempt, bool withdrawThem);
    void closeAttempt(VisitId id, const SitePolicies& policies);
    void dropAttempt(VisitId id, bool withdrawRequests);

    // Calls made for several (call_flights.cpp).
    void joinFlight(VisitId id, SiteIndex site);
    void addMember(VisitId id, std::uint32_t flight);
    void collapse(VisitId id, const CallSite& site, Key key);
    std::uint32_t openFlight(std::uint32_t policies, std::uint32_t member);
    void gather(VisitId id, const CallSite& site, Key key);
    void beginGathering(std::uint32_t policies, std::uint32_t policy, std::uint32_t member);
    void onBatchWindow(std::uint32_t place);
    void sendBatch(std::uint32_t policy, std::uint32_t member);
    void batchEnded(const Flight& flight, std::uint32_t policy);
    void startCarrier(VisitId first, std::uint32_t flight, Key key);
    VisitId startCarrying(const Visit& as, std::uint8_t zone, Address address,
                          std::uint32_t flight);
    void carrierEnded(VisitId id, Outcome outcome);
    void closeFlight(std::uint32_t flight);
    void leaveFlight(VisitId id);

    std::vector<Meter> meters_;      ///< by component; 0 is the workload
    std::vector<Meter> rootMeters_;  ///< by root operation
    std::vector<Meter> probeMeters_;
    std::vector<Meter> partMeters_;
    std::vector<Meter> groupMeters_;      ///< by group of caches
    std::vector<const TargetLog*> logs_;  ///< of meters_
    std::vector<TimeWeighted> edgeLevels_;
    std::vector<std::uint64_t> edgeAreas_;
    std::vector<std::vector<double>> edgeLogs_;
    std::vector<double> users_;
    std::uint64_t userArea_ = 0;

    std::vector<Station> stations_;
    std::vector<Service> services_;
    std::vector<Function> functions_;
    std::vector<Cache> caches_;
    std::vector<std::uint32_t> userCaches_;  ///< those with a cache for each user
    std::vector<Pool> pools_;
    std::vector<Queue> queues_;
    std::vector<Gateway> gateways_;
    std::vector<Database> databases_;
    std::vector<OfflineUsers> offline_;  ///< by component
    /// The way out of a CDN, shared by the answers on it.
    struct Uplink {
        std::uint32_t sharing = kNone;
        double nanosecondsPerByte = 0;
    };
    std::vector<Uplink> uplinks_;  ///< by component
    void buildUplink(ComponentIndex component);
    std::vector<Alarm> alarms_;
    std::vector<LoadBalancer> balancers_;  ///< by component
    std::vector<ProcessorSharing> sharings_;
    std::vector<std::uint32_t> stationSharing_;  ///< by station: its processor-sharing object
    std::vector<ClosedPopulation> populations_;
    ClosedPopulation* thinkingNext_ = nullptr;  ///< the one whose user acts first
    std::vector<ArrivalProcess> sources_;
    std::vector<CallTimers> timers_;  ///< by call site
    CallPolicies policies_;
    std::vector<RandomStream> streams_;
    std::vector<Autoscaler> autoscalers_;
    ControlEvents controlEvents_;
    FaultInjector faults_;
    Pauses pauses_;
    std::vector<RateLimit> limits_;
    std::vector<VisitId> doomed_;  ///< of failInstance()
    std::vector<Visit> bereaved_;  ///< likewise: as they were, for those who wait for them
    SimTime lastScaling_ = 0;

    EventQueue queue_;
    /// Nothing ever happens to a request on its way: there are no zones, messages or faults, and
    /// nobody withdraws what he has asked for.
    bool isPlain_;
    /// Whether what events touch is more than the processor's caches hold.
    bool fetchesAhead_ = false;
    ReadyStack ready_;
    SimTime now_ = 0;
    SimTime end_;
    SimTime sample_;
    SimTime nextSample_;
    std::uint64_t events_ = 0;
    SimTime timeAtLastLook_ = -1;
    std::uint64_t looksAtThisTime_ = 0;
    std::string stopped_;
    const ReplicationSettings& settings_;
};

// What every visit passes through is inlined by hand: the compiler stops of itself where a unit has
// grown too much.

[[gnu::always_inline]] inline void Engine::measureBegin(const Entry& entry, SiteIndex site) {
    meters_[entry.component].begin(now_);
    if (entry.probe != kNone16) probeMeters_[entry.probe].begin(now_);
    for (const Passed& passed : program.sites[site].passes) {
        meters_[passed.component].begin(now_);
        edgeLevels_[passed.edge].add(now_, 1);
    }
}

[[gnu::always_inline]] inline VisitId Engine::create(EntryIndex entryIndex, SiteIndex site,
                                                     VisitId parent, std::uint32_t user) {
    const Entry& entry = program.entries[entryIndex];
    const VisitId id = visits.create(parent);
    Visit& v = visits[id];
    v = Visit{};
    v.begun = now_;
    v.parent = parent;
    v.cursor = entry.address;
    v.user = user;
    v.entry = entryIndex;
    v.site = site;
    if (entry.component != kWorkload && !entry.inner) measureBegin(entry, site);
    return id;
}

// The same for every attempt of a call.
[[gnu::always_inline]] inline Engine::Key Engine::keyOfCall(VisitId id, const CallSite& site) {
    if (visits[id].retries) return {visits.details(id).callKey, visits.details(id).callKeyClass};
    visits[id].mark = now_;
    const Key key = drawKey(visits[id], site);
    if (site.retries > 0) {
        visits.details(id).callKey = key.key;
        visits.details(id).callKeyClass = key.keyClass;
        visits.details(id).attempt = 0;
    }
    return key;
}

// The visit that answers a call, before it sets out; kNone: it is lost on its way.
[[gnu::always_inline]] inline VisitId Engine::prepare(VisitId id, SiteIndex siteIndex, Key key) {
    const CallSite& site = program.sites[siteIndex];
    if (!isPlain_ && faults_.meddles() && faults_.isCut(siteIndex)) {
        loseCall(id, siteIndex);
        return kNone;
    }
    const VisitId child = create(site.entry, siteIndex, id, visits[id].user);
    Visit& caller = visits[id];
    caller.state = State::calling;
    Visit& callee = visits[child];
    callee.instance = caller.instance;
    callee.key = key.key;
    callee.keyClass = key.keyClass;
    if (site.timeout != kNever) linkTimer(child);
    if (program.carriesItems) carryItems(id, child, site);
    return child;
}

[[gnu::always_inline]] inline VisitId Engine::call(VisitId id, SiteIndex siteIndex) {
    const CallSite& site = program.sites[siteIndex];
    if (site.policies != kNone) [[unlikely]] {
        policedCall(id, siteIndex);
        return kNone;
    }
    edgeLevels_[site.edge].add(now_, 1);
    const VisitId child = prepare(id, siteIndex, keyOfCall(id, site));
    if (isPlain_) [[likely]]
        return child;
    if (child != kNone) sendOff(id, child);
    return kNone;
}

[[gnu::always_inline]] inline void Engine::addWaiting(VisitId id, int step) {
    const Visit& v = visits[id];
    if (program.entries[v.entry].inner) return;
    meters_[componentOf(id)].waiting.add(now_, step);
    if (v.inPart)
        partMeters_[infoOf(id).firstPart + visits.details(id).part].waiting.add(now_, step);
}

[[gnu::always_inline]] inline void Engine::beginWaiting(VisitId id) {
    visits[id].mark = now_;
    addWaiting(id, 1);
}

// Lines that it waits in one after the other add up.
[[gnu::always_inline]] inline void Engine::endWaiting(VisitId id) {
    Visit& v = visits[id];
    SimTime& wait = visits.details(id).wait;
    wait = (v.waited ? wait : 0) + now_ - v.mark;
    v.waited = true;
    visits.noteDetails(id);
    addWaiting(id, -1);
}

inline void Engine::addCpuWait(VisitId id, SimTime time) {
    Visit& v = visits[id];
    SimTime& wait = visits.details(id).cpuWait;
    wait = (v.waitedForCpu ? wait : 0) + time;
    v.waitedForCpu = true;
    visits.noteDetails(id);
}

[[gnu::always_inline]] inline VisitTimes Engine::timesOf(VisitId id) const {
    const Visit& v = visits[id];
    VisitTimes times{now_ - v.begun, v.callTime, 0, 0};
    if (v.waited) times.wait = visits.details(id).wait;
    if (v.waitedForCpu) times.cpuWait = visits.details(id).cpuWait;
    return times;
}

[[gnu::always_inline]] inline void Engine::measureEnd(VisitId id, Outcome outcome,
                                                      Outcome passedOn) {
    const Visit& v = visits[id];
    const Entry& entry = program.entries[v.entry];
    const VisitTimes times = timesOf(id);
    meters_[entry.component].end(now_, times, outcome);
    if (entry.probe != kNone16 || entry.answerBytes > 0 || v.inPart != 0 || v.sent != 0)
        measureMore(id, times, outcome);
    if (!program.sites[v.site].passes.empty()) endPasses(v, times.response, passedOn);
}

// The caller hears of it.
[[gnu::always_inline]] inline VisitId Engine::answer(VisitId id, SiteIndex siteIndex,
                                                     Outcome outcome, Outcome cause,
                                                     VisitId request) {
    Visit& v = visits[id];
    if (!isPlain_ || outcome != Outcome::answered || v.policed) [[unlikely]] {
        callEndedUnusually(id, siteIndex, outcome, cause, request);
        return kNone;
    }
    edgeLevels_[program.sites[siteIndex].edge].add(now_, -1);
    v.retries = false;
    v.callTime += now_ - v.mark;
    ++v.cursor;
    v.state = State::running;
    return id;
}

[[gnu::always_inline]] inline void Engine::endAction(std::uint32_t user, SimTime begun,
                                                     EntryIndex root, Outcome outcome) {
    const VisitTimes times{now_ - begun, now_ - begun, 0, 0};
    meters_[kWorkload].end(now_, times, outcome);
    rootMeters_[program.entries[root].probe].end(now_, times, outcome);
    for (ClosedPopulation& population : populations_)
        if (population.has(user))
            return population.onActionEnded(*this, user, outcome != Outcome::answered);
    if (!userCaches_.empty()) visitorLeft(user);
}

}  // namespace headroom::sim
