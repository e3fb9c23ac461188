// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/component.h"

#include <algorithm>
#include <array>

namespace headroom::model {
namespace {

/// In the order of the alternatives of `ComponentSpec`.
constexpr std::array<std::string_view, std::variant_size_v<ComponentSpec>> kTypeNames = {
    "station",  "client",   "load_balancer", "service", "function", "cache",     "pool",
    "database", "external", "cdn",           "queue",   "gateway",  "autoscaler"};

struct Destination {
    std::string_view operator()(const ClientSpec& client) const { return client.to; }
    std::string_view operator()(const LoadBalancerSpec& balancer) const { return balancer.to; }
    std::string_view operator()(const CacheTier& cache) const { return cache.origin; }
    std::string_view operator()(const PoolSpec& pool) const { return pool.to; }
    std::string_view operator()(const GatewaySpec& gateway) const { return gateway.to; }
    std::string_view operator()(const QueueSpec& queue) const { return queue.to; }
    std::string_view operator()(const StationSpec&) const { return {}; }
    std::string_view operator()(const ServiceSpec&) const { return {}; }
    std::string_view operator()(const FunctionSpec&) const { return {}; }
    std::string_view operator()(const DatabaseSpec&) const { return {}; }
    std::string_view operator()(const ExternalSpec&) const { return {}; }
    std::string_view operator()(const AutoscalerSpec&) const { return {}; }
};

}  // namespace

const Operation* Component::operation(std::string_view operationName) const {
    const auto found = std::ranges::find(operations, operationName, &Operation::name);
    return found == operations.end() ? nullptr : &*found;
}

std::string_view Component::passesTo() const { return std::visit(Destination{}, spec); }

std::vector<std::string_view> Component::destinations() const {
    const auto* balancer = std::get_if<LoadBalancerSpec>(&spec);
    std::vector<std::string_view> names;
    if (balancer) {
        for (const BalancerTarget& target : balancer->targets) names.push_back(target.component);
    }
    if (names.empty() && isPassThrough()) names.push_back(passesTo());
    return names;
}

std::vector<std::string> Component::parts() const {
    const auto* database = std::get_if<DatabaseSpec>(&spec);
    if (!database || database->replicas.empty()) return {};
    std::vector<std::string> names{"primary"};
    for (std::size_t i = 0; i < database->replicas.size(); ++i)
        names.push_back("replica_" + std::to_string(i + 1));
    return names;
}

std::string_view typeName(const ComponentSpec& spec) { return kTypeNames[spec.index()]; }

const CacheTier* cacheTierOf(const ComponentSpec& spec) {
    if (const auto* cache = std::get_if<CacheSpec>(&spec)) return cache;
    return std::get_if<CdnSpec>(&spec);
}

}  // namespace headroom::model
