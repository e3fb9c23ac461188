// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/file/map_reader.h"
#include "model/policy.h"

#include <optional>
#include <string_view>

/// Readers of what several sections of the file have in common: each reads one key of its owner,
/// and leaves the target as it is where the key is absent.
namespace headroom::model {

void readRetry(MapReader& owner, Retry& out);
void readBreaker(MapReader& owner, std::optional<Breaker>& out);
void readHedge(MapReader& owner, std::optional<Hedge>& out);
void readBulkhead(MapReader& owner, std::optional<Bulkhead>& out);
void readCollapse(MapReader& owner, std::optional<Collapse>& out);
enum class WithScope { no, yes };
void readBatch(MapReader& owner, std::optional<Batch>& out, WithScope withScope);
void readLimit(MapReader& owner, std::optional<Limit>& out);
void readPauses(MapReader& owner, std::optional<Pauses>& out);
/// `scope` of what a caller has: `instance` or `shared`.
void readCallerScope(MapReader& map, Scope& out);

/// `1000 every 10 s`: the two sides of `every`; nothing if there are no two.
struct EveryText {
    std::string_view amount;
    std::string_view period;
};
std::optional<EveryText> splitEvery(std::string_view text);

}  // namespace headroom::model
