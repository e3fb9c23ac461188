// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/component.h"

#include <algorithm>
#include <array>

namespace headroom::model {
namespace {

/// In the order of the alternatives of `ComponentSpec`.
constexpr std::array<std::string_view, std::variant_size_v<ComponentSpec>> kTypeNames = {
    "station", "client", "load_balancer", "service", "function",
    "cache",   "pool",   "database",      "external"};

struct Destination {
    std::string_view operator()(const ClientSpec& client) const { return client.to; }
    std::string_view operator()(const LoadBalancerSpec& balancer) const { return balancer.to; }
    std::string_view operator()(const CacheSpec& cache) const { return cache.origin; }
    std::string_view operator()(const PoolSpec& pool) const { return pool.to; }
    std::string_view operator()(const auto&) const { return {}; }
};

}  // namespace

const Operation* Component::operation(std::string_view operationName) const {
    const auto found = std::ranges::find(operations, operationName, &Operation::name);
    return found == operations.end() ? nullptr : &*found;
}

std::string_view Component::passesTo() const { return std::visit(Destination{}, spec); }

std::string_view typeName(const ComponentSpec& spec) { return kTypeNames[spec.index()]; }

}  // namespace headroom::model
