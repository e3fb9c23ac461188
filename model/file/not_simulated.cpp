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
    {"a call", "items", "", "calls about several items"},
    {"`work`", "each", "", "work for each item"},
    {"a client", "breaker", "", "circuit breakers of clients"},
    {"a client", "hedge", "", "hedged requests of clients"},
    {"a step", "send", "", "sends, which do not wait"},
    {"a step", "mark", "", "marks of a page"},
    {"a step", "push", "", "pushes to open connections"},
    {"a component", "type", "cdn", "CDNs"},
    {"a component", "type", "queue", "queues"},
    {"a component", "type", "gateway", "gateways"},
    {"a client", "networks", "", "networks of several kinds"},
    {"a client", "memory", "", "the memory of clients"},
    {"a client", "frame", "", "frames"},
    {"a client", "offline", "", "clients that go offline"},
    {"a client", "operations", "", "pages and screens of clients"},
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
    {"a database", "replicas", "", "replicas"},
    {"a database", "hot_keys", "", "hot keys"},
    {"a database", "locks", "", "locks of keys"},
    {"a database", "writes", "", "replicas"},
    {"`price`", "per_million_items", "", "prices of items"},
    {"`price`", "sent_gb", "", "prices of traffic"},
    {"`price`", "stored_gb", "", "prices of storage"},
    {"`price`", "stored", "", "prices of storage"},
    {"`price`", "month", "", "monthly fees"},
    {"`price`", "product", "", "price books"},
    {"a profile", "network", "", "networks of profiles"},
    {"a profile", "networks", "", "networks of profiles"},
    {"a profile", "zone", "", "zones"},
    {"a recording of single arrivals", "time", "", "replays of single arrivals"},
    {"a scenario", "roll_out", "", "roll-outs"},
    {"a scenario", "alerts", "", "alerts, which are not evaluated", false},
    {"a scenario", "prices", "", "price books; `price` of a component is used", false},
    {"a scenario", "observed", "", "production's metrics, which are not read", false},
    {"a scenario", "tune", "", "parameters to be sized", false},
    {"a scenario", "network", "", "distances between zones"},
    {"a scenario", "faults", "", "faults"},
    {"a metric", "", "delivery_time", "delivery times"},
    {"a metric", "", "first_paint", "paints of a page"},
    {"a metric", "", "largest_paint", "paints of a page"},
    {"a metric", "", "lag", "lag"},
    {"a metric", "", "egress", "egress"},
    {"a metric", "", "stale_ratio", "stale reads"},
    {"a metric", "", "late_frames", "frames"},
    {"a metric", "", "frame_rate", "frames"},
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
