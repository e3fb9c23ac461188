// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scenario.h"
#include "sim/kernel/sampler.h"
#include "sim/kernel/sim_time.h"

#include <cstdint>
#include <string>
#include <vector>

/// A scenario compiled for running: flat arrays and indices, no strings on the way of a request.
/// Everything here is read-only while a simulation runs, so that one program serves any number of
/// threads.
namespace headroom::sim {

using ComponentIndex = std::uint16_t;
using EntryIndex = std::uint16_t;
using SiteIndex = std::uint16_t;
using Address = std::uint32_t;  ///< of an instruction
constexpr std::uint32_t kNone = UINT32_MAX;
constexpr std::uint16_t kNone16 = UINT16_MAX;
constexpr Address kFailing = 0;  ///< in every program: a visit that goes on here fails

/// What one step of a request does. `a` and `b` are indices into the program's tables.
enum class Op : std::uint8_t {
    takeToken,    ///< of rate limit a; may wait, may be refused
    acquire,      ///< take the component's server, slot or connection; may wait, may be refused
    delay,        ///< let draw a pass
    serve,        ///< let the server that is held, which pauses, work for draw a
    cpuWork,      ///< hold a CPU of the instance for draw a, first come first served
    sharedWork,   ///< receive draw a of service from servers or CPUs that all requests share
                  ///< (processor sharing)
    call,         ///< site a; goes on when it is answered
    send,         ///< site a; goes on at once
    chooseHost,   ///< of a load balancer: jump to the call of one of choice a's
    enqueue,      ///< wait in the queue until a consumer takes the message
    skipUnless,   ///< with probability coin a go on, else jump to b
    choose,       ///< jump to one of the targets of choice a
    jump,         ///< to a
    fork,         ///< run the branches of fork a; goes on when all have ended
    endBranch,    ///< of a fork
    lookUp,       ///< in the cache; jump to a on a hit; may join another's flight
    choosePart,   ///< of a database: with choice a
    limitKey,     ///< wait until the key may be written again
    lockKey,      ///< wait until no other write holds the key
    readCopy,     ///< of what a replica has: is it the key's last write?
    replicate,    ///< the write to all replicas
    applied,      ///< a replica has done a write
    connectUser,  ///< to a gateway, which takes CPU time a where there is no connection yet
    push,         ///< message a to open connections; goes on after the last one
    pushed,       ///< it has gone to one of them
    network,      ///< let the way over the user's network a pass
    openPage,     ///< the user's device has nothing else to do
    deviceWork,   ///< of the page on the user's device, one piece after the other: draw a
    mark,         ///< a: a point that the page has reached
    frame,        ///< draw frame a of the screen
    online,       ///< wait until the user is online again, if the device keeps the request
    transfer,     ///< send an answer of size a out (kNone: of the key's size)
    fill,         ///< the cache with what the origin answered
    invalidate,   ///< the cache's entry of this key
    writeBehind,  ///< replace the cache's entry; write back a goes to the origin later
    dropEntries,  ///< of a cache, by invalidation a
    failWith,     ///< fail with probability coin a
    fail,         ///< of what caused it before
    answer,
};

struct Instruction {
    Op op;
    std::uint32_t a = 0;
    std::uint32_t b = 0;
};

/// What a random stream is for; its numbers depend on this, the seed and the replication alone.
struct StreamKey {
    std::string component;
    std::string purpose;
};
using StreamIndex = std::uint32_t;

struct Draw {
    Sampler sampler;
    StreamIndex stream;
    SimTime extra = 0;           ///< added to every draw
    std::uint32_t each = kNone;  ///< draw that is added for each item of the request
};

struct Coin {
    double probability;
    StreamIndex stream;
};

struct Choice {
    WeightedChoice alternatives;
    std::vector<Address> targets;
    StreamIndex stream;
};

struct Fork {
    std::vector<Address> branches;
    std::uint16_t limit;  ///< at most this many at a time
};

enum class Popularity : std::uint8_t { zipf, uniform, own };

/// A write operation of a cache that writes behind: where the request to the origin begins.
struct WriteBack {
    std::uint32_t number;  ///< its own
    Address address;
};

/// What an event elsewhere drops from a cache.
struct Invalidation {
    ComponentIndex cache;
    std::uint8_t keyClass;  ///< UINT8_MAX: that of the request
    bool isOwn;             ///< of keys that each user has one of
    std::int64_t drops;     ///< the most popular ones
    std::uint32_t oneMore;  ///< coin
};

/// A load balancer with those that it chooses among: several components, or the instances of one
/// service.
struct BalancerInfo {
    ComponentIndex component;
    const model::LoadBalancerSpec* spec;  ///< of the program's own scenario
    std::vector<ComponentIndex> hosts;    ///< empty: the instances of `service`
    ComponentIndex service = kNone16;     ///< kNone16: none of its own
    std::vector<SiteIndex> sites = {};    ///< a call to each host, or to the service
};

/// The calls of a load balancer to its hosts for one operation.
struct HostChoice {
    std::uint32_t balancer;
    std::vector<Address> targets;
};

/// How the key of a call is drawn.
struct KeyDraw {
    std::uint8_t keyClass;
    Popularity popularity;
    std::int64_t count;
    ZipfSampler zipf;
    StreamIndex stream;
};

/// A component that a request passes through on its way without spending time there, and the edge
/// behind it.
struct Passed {
    ComponentIndex component;
    std::uint16_t edge;
};

/// Whose state a policy of a call has.
enum class CallerScope : std::uint8_t {
    shared,    ///< one for all
    instance,  ///< one for each instance of the calling component
    user,      ///< one for each user, where the caller is the users' own device
};

/// A policy of calls from one component to another. Calls between the two that state the same
/// share it.
template <class Spec>
struct CallerPolicy {
    const Spec* spec;  ///< of the program's own scenario
    ComponentIndex caller, callee;
    CallerScope scope;
};

/// The policies of a call beyond timeout and plain retries, as indices into the program's tables;
/// kNone: it has none.
struct SitePolicies {
    std::uint32_t budget = kNone, breaker = kNone, bulkhead = kNone, hedge = kNone;
    std::uint32_t collapse = kNone, batch = kNone;
    CallerScope collapseScope = CallerScope::shared;
    Address carrier = kNone;  ///< where the call itself is made, if it is made for several
    bool followsAttempts = false;
};

/// A call as it stands in the file, with the policies of the caller.
/// In a cache line what every call needs, and in another the rest.
struct alignas(64) CallSite {
    ComponentIndex caller;
    EntryIndex entry;           ///< what is asked for
    std::uint16_t edge;         ///< caller → callee, for measuring
    bool carriesItems = false;  ///< it is about as many as the caller's
    bool cancel = false;
    std::uint32_t items = 1;         ///< that the request is about
    std::uint32_t keyDraw = kNone;   ///< else the caller's key is carried on
    std::uint32_t policies = kNone;  ///< more of them
    int retries = 0;
    SimTime timeout = kNever;
    /// Pass-throughs between caller and callee that add no time: measured along with the callee's
    /// visit.
    std::vector<Passed> passes;
    /// The user's action (a root entry) that this call is all of; kNone16 for every other call.
    EntryIndex wholeAction = kNone16;
    /// The same of a call that is given up or repeated: the action is more than this call.
    EntryIndex patientAction = kNone16;

    Address onError = kNone;  ///< where the caller goes on after a failure; kNone: it fails too
    SimTime backoff = 0;
    SimTime backoffCap = kNever;
    bool fullJitter = false;
    StreamIndex jitterStream = 0;
    ComponentIndex balancer = kNone16;  ///< the load balancer that chooses the instance, if any
    std::uint16_t host = kNone16;       ///< it chooses among components: which of them this is
};

/// One operation of one component: where its steps begin.
struct alignas(64) Entry {  // a cache line
    ComponentIndex component;
    std::uint16_t probe = kNone16;    ///< measured for itself too
    Address address = 0;
    std::int64_t answerBytes = 0;  ///< counted as egress
    bool inner =
        false;  ///< a part of another visit with a record of its own: not measured by itself
    std::uint8_t zone = 0;            ///< of a root entry: where its users are
    std::uint16_t priorityClass = 0;  ///< 0 is served first
    SiteIndex onlyCall = kNone16;  ///< of an entry that does nothing but hand its request on
    std::uint32_t partChoice = kNone;  ///< made on setting out, where parts are in several zones
    std::string operation;
};

enum class Kind : std::uint8_t {
    workload,
    passThrough,
    station,
    service,
    function,
    cache,
    pool,
    external,
    autoscaler,
    queue,
    gateway
};

/// A component without its steps: what its runtime part is built from.
struct ComponentInfo {
    std::string name;
    Kind kind = Kind::passThrough;
    const model::Component* spec =
        nullptr;              ///< of the program's own scenario; null for the workload
    std::uint32_t index = 0;  ///< among the runtime parts of its kind
    std::uint32_t firstInstance =
        kNone;  ///< global number of its first instance (service, function)
    std::uint32_t reservedInstances = 0;  ///< numbers from there on for its instances
    std::uint32_t startUp = kNone;        ///< draw: until an instance that is started is ready
    ComponentIndex scales = kNone16;      ///< of an autoscaler
    bool isWatched = false;               ///< an autoscaler looks at the CPUs of its instances
    bool isSpread = false;                ///< its instances stand in several zones
    bool hasActivator = false;            ///< keeps requests while there is no instance
    std::uint16_t priorityClasses = 1;
    std::uint32_t draw = kNone;  ///< cold start (function), connect time (pool)
    std::uint32_t pauseEvery = kNone, pauseLasting = kNone;  ///< draws
    std::uint32_t cacheGroup = kNone;  ///< whose hits count together
    ComponentIndex device = kNone16;   ///< of a user's cache: the client whose memory it takes
    bool handsOn = false;              ///< its answers are those of what it asks
    std::uint32_t coin = kNone;  ///< hits of a cache with a fixed ratio, ages of a warm one
    StreamIndex stream = 0;      ///< for choosing an instance
    std::vector<std::uint16_t> scopedPools,
        scopedCaches;                 ///< those of which each instance (of a client: each user) has
                                      ///< one of its own
    std::uint16_t parts = 1;          ///< stations that it has
    std::uint32_t firstPart = kNone;  ///< in Program::parts, if there are several
    std::uint32_t balancer = kNone;   ///< among the load balancers
    std::uint32_t database = kNone;   ///< among the databases that need more than a station
    bool keepOwnTimes = false, keepCpuWaits = false;
    bool hasPages = false;        ///< operations of its own on the device of the user
    bool pushes = false;          ///< messages to connections
    bool keepDeliveries = false;  ///< it is asked by `send`, or hands messages on
};

/// Which part of a database serves an operation.
struct PartChoice {
    WeightedChoice choice;
    std::vector<std::uint16_t> parts;
    StreamIndex stream;
    bool nearest = false;  ///< to where the request comes from, instead of by weight
};

/// The primary (0) or a replica of a database that has replicas.
struct PartInfo {
    std::string name;  ///< `db.replica_1`
    ComponentIndex component;
    int servers;
    bool isReplica;
    Draw lag;                    ///< of a replica
    std::string zone = {};       ///< empty: everywhere
    EntryIndex apply = kNone16;  ///< what it does for a write; kNone16: nothing
};

/// The networks of a client's users: each kind up to its share of them.
struct NetworkMix {
    struct NetworkKind {
        double upTo;  ///< sum of the shares
        std::uint32_t draw;
    };
    std::vector<NetworkKind> kinds;
};

/// Drawing a screen.
struct FrameInfo {
    std::uint32_t draw;  ///< with `each` for one of `items`
    SimTime budget;
    std::uint32_t items;
};

/// What a gateway draws, and does on its own.
struct GatewayInfo {
    Draw session;
    StreamIndex phases, backoffs, receivers;
    EntryIndex connect = kNone16;
    EntryIndex heartbeat = kNone16;  ///< kNone16: heartbeats take no time
};

struct PushInfo {
    double receivers;
    StreamIndex stream;
    std::uint32_t network;      ///< draw
    EntryIndex work = kNone16;  ///< for one receiver; kNone16: none
};

struct Edge {
    ComponentIndex caller, callee;
};

/// One way of using the system, ready to run.
struct ProfileInfo {
    std::string name;
    Draw think;
    WeightedChoice actions;           ///< over `entries`; unused for a journey
    std::vector<EntryIndex> entries;  ///< root entries, one an action; a journey in order
    bool journey = false;
    StreamIndex choiceStream;
    double leaveAfterError = 0;
    StreamIndex leaveStream;
    std::vector<std::uint16_t> gateways = {};  ///< that its users are connected to
    std::vector<EntryIndex> newEntries = {};  ///< of a roll-out's new side; empty without
};

struct PopulationInfo {
    model::Schedule users;
    std::vector<std::uint16_t> profiles;
    std::vector<double> shares;
    std::uint32_t firstUser = 0;
    std::uint32_t peak = 0;
    bool startTogether = false;
    StreamIndex thinkStream;  ///< for users whose think times are exponential
};

struct SourceInfo {
    model::Arrivals arrivals;
    std::vector<std::uint16_t> profiles;
    WeightedChoice choice;
    StreamIndex choiceStream;
    Sampler gap;  ///< Poisson: between arrivals at the peak rate
    StreamIndex stream;
};

/// Where things are and how far it is from one place to another. Zone 0 is everywhere: nothing is
/// paid to it or from it.
struct ZoneMap {
    std::vector<std::string> names{""};
    std::vector<std::uint32_t> trips;       ///< draws of round trips, by from · count + to
    std::vector<double> means;              ///< seconds, likewise
    std::vector<std::uint8_t> ofComponent;  ///< those that are in one zone as a whole
    std::vector<std::uint8_t> ofInstance;   ///< by number
    std::vector<std::vector<std::uint8_t>> ofEdges;  ///< of a CDN with several, by component
    std::vector<std::uint8_t> ofPart;       ///< of a database, in Program::parts

    bool isEmpty() const { return names.size() == 1; }
    std::size_t index(std::uint8_t from, std::uint8_t to) const { return from * names.size() + to; }
};

/// The rate limit of a component.
struct LimitInfo {
    ComponentIndex component;
    const model::Limit* spec;  ///< of the program's own scenario
};

/// A fault with what it touches.
struct FaultInfo {
    const model::Fault* spec = nullptr;  ///< of the program's own scenario
    ComponentIndex target = kNone16;
    std::optional<std::uint16_t> part;       ///< of a database, where kill names one
    std::vector<EntryIndex> entries;         ///< of slow and fail
    std::vector<SiteIndex> sites;            ///< of cut and lose: calls that get no answer
    std::vector<std::string> zones;          ///< of lose
    std::vector<ComponentIndex> components;  ///< of lose: those that are there as a whole
    std::vector<std::uint32_t> parts;        ///< of lose: of databases that are there in part
};

/// Where an instance of a component that is spread over zones stands.
struct InstanceZone {
    std::uint32_t number;
    ComponentIndex component;
    std::string zone;
};

/// The component with index 0 is the workload itself: its visits are the users' actions.
constexpr ComponentIndex kWorkload = 0;

class Program {
public:
    explicit Program(model::Scenario s) : scenario(std::move(s)) {}
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    const model::Scenario scenario;
    std::vector<Instruction> code;
    std::vector<Entry> entries;
    std::vector<CallSite> sites;
    std::vector<Draw> draws;
    std::vector<Coin> coins;
    std::vector<Choice> choices;
    std::vector<Fork> forks;
    std::vector<KeyDraw> keyDraws;
    std::vector<BalancerInfo> balancers;
    std::vector<HostChoice> hostChoices;
    bool limitsDevices = false;   ///< the memory of some users' devices
    bool watchesAnswers = false;  ///< a load balancer ejects those that fail
    std::vector<SitePolicies> policies;
    std::vector<CallerPolicy<model::RetryBudget>> budgets;
    std::vector<CallerPolicy<model::Breaker>> breakers;
    std::vector<CallerPolicy<model::Bulkhead>> bulkheads;
    std::vector<CallerPolicy<model::Batch>> batches;
    std::vector<const model::Hedge*> hedges;
    std::uint32_t collapses = 0;  ///< tables of collapsed calls
    std::vector<WriteBack> writeBacks;
    std::vector<Invalidation> invalidations;
    std::vector<StreamKey> streams;
    std::vector<ComponentInfo> components;
    std::vector<PartInfo> parts;
    std::vector<PartChoice> partChoices;
    std::vector<GatewayInfo> gateways;
    std::vector<PushInfo> pushes;
    std::vector<NetworkMix> networks;
    std::vector<FrameInfo> frames;
    std::vector<std::int64_t> sizes;  ///< of answers, in bytes
    std::vector<Edge> edges;
    std::vector<ProfileInfo> profiles;
    std::vector<PopulationInfo> populations;
    std::vector<SourceInfo> sources;
    std::uint32_t longestChain = 1;  ///< at most this many visits wait for one another in a row
    bool limitsMemory = false;       ///< some instance may run out of memory
    bool withdraws = false;          ///< some call can be withdrawn, or its caller killed
    std::vector<LimitInfo> limits;
    std::vector<FaultInfo> faults;
    std::vector<InstanceZone> instanceZones;
    ZoneMap zones;
    StreamIndex faultStream = 0;
    StreamIndex sideStream = 0;  ///< of a roll-out
    Address failAddress = 0;  ///< where a request fails at once
    bool carriesMessages = false;  ///< visits have a Message: of a `send` or queue, or pushed
    bool carriesItems = false;     ///< some visits are about several items; with messages always
    SiteIndex detachedSite = kNone16;         ///< of visits whose caller has been answered already
    std::vector<std::string> rootOperations;  ///< names of the users' actions
    std::vector<std::string> probes;          ///< `db.read`
    std::uint32_t instanceCount = 0;          ///< global instance numbers in use
    std::uint32_t userCount = 0;
    std::vector<std::vector<std::uint8_t>>
        keyClassesOf;  ///< by component: classes that reach this cache
};

}  // namespace headroom::sim
