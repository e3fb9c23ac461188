// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/not_simulated.h"

#include <algorithm>
#include <array>

namespace headroom::model {
namespace {

constexpr auto kRows = std::to_array<NotSimulated>({
    {"a class of keys", "priority", "", "eviction by priority"},
    {"`retry`", "budget", "", "retry budgets"},
    {"a call", "breaker", "", "circuit breakers"},
    {"a call", "hedge", "", "hedged calls"},
    {"a call", "bulkhead", "", "bulkheads"},
    {"a call", "collapse", "", "collapsed calls"},
    {"a call", "batch", "", "batched calls"},
    {"a client", "breaker", "", "circuit breakers of clients"},
    {"a client", "hedge", "", "hedged requests of clients"},
    {"a client", "memory", "", "the memory of clients"},
    {"the `memory` of a function", "base", "", "the memory of instances"},
    {"the `memory` of a function", "per_request", "", "the memory of instances"},
    {"a load balancer", "to", kAnyList, "balancing among components"},
    {"a load balancer", "weights", "", "weights of targets"},
    {"a load balancer", "health", "", "health checks"},
    {"a load balancer", "ejection", "", "ejection of outliers"},
    {"a load balancer", "policy", "weighted", "weights of targets"},
    {"a load balancer", "policy", "sticky", "sticky balancing"},
    {"a load balancer", "policy", "hash", "balancing by hash"},
    {"a cache", "eviction", "lfu", "eviction other than LRU"},
    {"a cache", "eviction", "fifo", "eviction other than LRU"},
    {"a cache", "eviction", "random", "eviction other than LRU"},
    {"a cache", "eviction", "priority", "eviction other than LRU"},
    {"a cache", "eviction", "ttl", "eviction other than LRU"},
    {"a cache", "ttl", kAnyMapping, "lifetimes of single classes of keys"},
    {"a cache", "promote", "", "promotion between caches"},
    {"a cache", "group", "", "groups of caches"},
    {"a cache", "write_policy", "", "write policies of caches"},
    {"a cache", "write_behind", "", "write policies of caches"},
    {"a cache", "invalidate", "", "invalidation by events"},
    {"a CDN", "eviction", "lfu", "eviction other than LRU"},
    {"a CDN", "eviction", "fifo", "eviction other than LRU"},
    {"a CDN", "eviction", "random", "eviction other than LRU"},
    {"a CDN", "eviction", "priority", "eviction other than LRU"},
    {"a CDN", "eviction", "ttl", "eviction other than LRU"},
    {"a CDN", "ttl", kAnyMapping, "lifetimes of single classes of keys"},
    {"a CDN", "promote", "", "promotion between caches"},
    {"a CDN", "group", "", "groups of caches"},
    {"a CDN", "write_policy", "", "write policies of caches"},
    {"a CDN", "write_behind", "", "write policies of caches"},
    {"a CDN", "invalidate", "", "invalidation by events"},
    {"a database", "reads", "nearest", "reads of the nearest copy"},
    {"a replica", "zone", "", "zones"},
    {"`price`", "per_million_items", "", "prices of items"},
    {"`price`", "sent_gb", "", "prices of traffic"},
    {"`price`", "stored_gb", "", "prices of storage"},
    {"`price`", "stored", "", "prices of storage"},
    {"`price`", "month", "", "monthly fees"},
    {"`price`", "product", "", "price books"},
    {"a profile", "zone", "", "zones"},
    {"a recording of single arrivals", "time", "", "replays of single arrivals"},
    {"a scenario", "network", "", "distances between zones"},
    {"a scenario", "faults", "", "faults"},
});

bool matches(const NotSimulated& row, std::string_view mapping, std::string_view key,
             std::string_view value) {
    return row.mapping == mapping && row.key == key && (row.value.empty() || row.value == value);
}

}  // namespace

std::span<const NotSimulated> notSimulated() { return kRows; }

const NotSimulated* findNotSimulated(std::string_view mapping, std::string_view key,
                                     std::string_view value) {
    const auto row = std::ranges::find_if(
        kRows, [&](const NotSimulated& r) { return matches(r, mapping, key, value); });
    return row == kRows.end() ? nullptr : &*row;
}

}  // namespace headroom::model
