// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/not_simulated.h"

#include <algorithm>
#include <array>

namespace headroom::model {
namespace {

constexpr auto kRows = std::to_array<NotSimulated>({
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
    {"a CDN", "promote", "", "promotion between caches"},
    {"a CDN", "group", "", "groups of caches"},
    {"a CDN", "write_policy", "", "write policies of caches"},
    {"a CDN", "write_behind", "", "write policies of caches"},
    {"a CDN", "invalidate", "", "invalidation by events"},
    {"a database", "reads", "nearest", "reads of the nearest copy"},
    {"a replica", "zone", "", "zones"},
    {"a recording of single arrivals", "time", "", "replays of single arrivals"},
    {"a scenario", "roll_out", "", "roll-outs"},
    {"a scenario", "observed", "", "production's metrics, which are not read", false},
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
