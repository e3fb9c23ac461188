// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/autoscaler.h"
#include "model/cache.h"
#include "model/client.h"
#include "model/database.h"
#include "model/gateway.h"
#include "model/instances.h"
#include "model/load_balancer.h"
#include "model/policy.h"
#include "model/price.h"
#include "model/queue.h"
#include "model/step.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// The nodes of an architecture: one specification per component type, as the scenario states it.
/// How each behaves is said in the header of the same name in sim/components.
namespace headroom::model {

enum class Discipline : std::uint8_t { fifo, lifo, ps, priority };

/// The textbook queueing station G/G/c/K with one line for all its servers.
struct StationSpec {
    int servers = 1;
    Discipline discipline = Discipline::fifo;
    std::int64_t capacity = kUnlimited;  ///< waiting + in service; one more is refused
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

/// Somebody else's service: a latency and a share of errors; it is never busy.
struct ExternalSpec {
    Distribution latency;
    double errors = 0;  ///< 0 … 1
};

using ComponentSpec = std::variant<StationSpec, ClientSpec, LoadBalancerSpec, ServiceSpec,
                                   FunctionSpec, CacheSpec, PoolSpec, DatabaseSpec, ExternalSpec,
                                   CdnSpec, QueueSpec, GatewaySpec, AutoscalerSpec>;

struct Component {
    std::string name;
    std::string about;
    ComponentSpec spec;
    std::vector<Operation> operations;  ///< of types that run steps; empty for the rest
    std::optional<Price> price;
    std::optional<Limit> limit = std::nullopt;    ///< requests over it are refused
    std::optional<Pauses> pauses = std::nullopt;  ///< of types with CPUs or servers
    std::string zone = {};                        ///< where it is; empty: everywhere
    std::vector<std::string> zones = {};          ///< instead: its instances in turn

    const Operation* operation(std::string_view operationName) const;
    /// What a pass-through (client, load balancer, cache, cdn, pool, queue, gateway) hands requests
    /// on to, the first where there are several; empty for the rest. Clients and gateways hand on
    /// only operations that they do not have themselves.
    std::string_view passesTo() const;
    /// All of them.
    std::vector<std::string_view> destinations() const;
    /// What it consists of, as targets of metrics: `primary`, `replica_1` … of a database.
    std::vector<std::string> parts() const;
    bool isPassThrough() const { return !passesTo().empty(); }
    /// True if requests for the operation are handed on.
    bool passesOn(std::string_view operationName) const {
        return isPassThrough() && !operation(operationName);
    }
};

/// The word of the file: `load_balancer`.
std::string_view typeName(const ComponentSpec& spec);
/// Null for types that are no kind of cache.
const CacheTier* cacheTierOf(const ComponentSpec& spec);

}  // namespace headroom::model
