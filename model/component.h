// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/step.h"

/// The nodes of an architecture: one specification per component type, as the scenario states it.
/// How each behaves is said in the header of the same name in sim/components.
namespace headroom::model {

enum class Discipline : std::uint8_t { fifo, lifo, ps, priority };
enum class CpuDiscipline : std::uint8_t { fifo, ps };
enum class BalancingPolicy : std::uint8_t { roundRobin, leastRequests, powerOfTwo };
/// Whose a cache or pool is: one for all, one for each instance of the calling service, one for each user.
enum class Scope : std::uint8_t { shared, instance, user };

constexpr std::int64_t kUnlimited = INT64_MAX;

/// The textbook queueing station G/G/c/K with one line for all its servers.
struct StationSpec {
    int servers = 1;
    Discipline discipline = Discipline::fifo;
    std::int64_t capacity = kUnlimited;  ///< waiting + in service; one more is refused
};

/// The network between a client and what it calls: each attempt pays one round trip, and the time its request
/// and answer take at the bandwidths where both size and bandwidth are given.
struct ClientNetwork {
    Distribution roundTrip;
    std::optional<Bandwidth> down, up;
};

struct ClientSpec {
    std::string to;
    std::optional<ClientNetwork> network;
    std::optional<Duration> timeout;  ///< of one attempt of a user's action
    bool cancel = false;
    Retry retry;
};

struct LoadBalancerSpec {
    std::string to;
    BalancingPolicy policy = BalancingPolicy::roundRobin;
};

struct ServiceSpec {
    int instances = 1;
    std::int64_t concurrency = kUnlimited;  ///< slots of one instance
    int cpus = 1;                           ///< of one instance
    CpuDiscipline cpuDiscipline = CpuDiscipline::fifo;
    std::int64_t queue = kUnlimited;        ///< waiting for a slot at one instance (`line: shared`: at all)
    bool sharedLine = false;
};

/// Serverless: instances come with the load (each after a cold start) and go after `keepAlive` idle.
struct FunctionSpec {
    std::int64_t concurrency = 1;
    int cpus = 1;
    CpuDiscipline cpuDiscipline = CpuDiscipline::fifo;
    int minInstances = 0;
    int maxInstances = 100;
    Duration keepAlive = std::chrono::minutes(15);
    Distribution coldStart;
    std::optional<Duration> pending;  ///< longest wait for a slot; absent: max(3.5 × mean cold start, 10 s)
    std::int64_t queue = kUnlimited;
    std::optional<Bytes> memory;      ///< of one instance
};

enum class Eviction : std::uint8_t { lru };

struct CacheSpec {
    std::string origin;
    Scope scope = Scope::shared;
    std::optional<std::int64_t> capacity;  ///< entries
    std::optional<Bytes> capacityBytes;    ///< instead of entries; sizes are those of the key classes
    Eviction eviction = Eviction::lru;
    std::optional<Duration> ttl;           ///< from when the origin answered; not renewed by reads
    std::optional<double> hitRatio;        ///< 0 … 1, instead of real keys
    Distribution access;                   ///< paid by every look-up, hit or miss
    bool singleFlight = false;             ///< look-ups of a key already being fetched wait for that answer
    bool startWarm = false;                ///< begins filled with the most popular keys
    std::vector<std::string> writes = {"write"};  ///< operations that pass through and invalidate their key
};

struct PoolSpec {
    std::string to;
    Scope scope = Scope::shared;
    int min = 0;
    int max = 10;
    Duration acquireTimeout = std::chrono::seconds(30);
    Duration idleTimeout = std::chrono::minutes(10);
    Distribution connect;
};

/// One line for all servers; a request holds its server from its first step to its last.
struct DatabaseSpec {
    int servers = 1;
    std::int64_t queue = kUnlimited;  ///< waiting; one more is refused
};

/// Somebody else's service: a latency and a share of errors; it is never busy.
struct ExternalSpec {
    Distribution latency;
    double errors = 0;  ///< 0 … 1
};

using ComponentSpec = std::variant<StationSpec, ClientSpec, LoadBalancerSpec, ServiceSpec, FunctionSpec, CacheSpec,
                                   PoolSpec, DatabaseSpec, ExternalSpec>;

/// What a component costs, in list prices.
struct Price {
    std::optional<Money> instanceHour;    ///< per instance (service, function), server (station, database) and hour
    std::optional<Money> perMillion;      ///< per million visits
};

struct Component {
    std::string name;
    std::string about;
    ComponentSpec spec;
    std::vector<Operation> operations;  ///< of types that run steps; empty for the rest
    std::optional<Price> price;

    const Operation* operation(std::string_view operationName) const;
    /// What a pass-through (client, load balancer, cache, pool) hands its requests to; empty for the rest.
    std::string_view passesTo() const;
    bool isPassThrough() const { return !passesTo().empty(); }
};

/// The word of the file: `load_balancer`.
std::string_view typeName(const ComponentSpec& spec);

}  // namespace headroom::model
