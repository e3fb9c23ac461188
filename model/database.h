// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/policy.h"
#include "model/quantity/distribution.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// A database: a primary, and copies of it that follow.
namespace headroom::model {

/// A copy for reading, with servers and a line of its own; the part `NAME.replica_1` (from 1, in
/// the order of the file) in metrics.
struct Replica {
    std::optional<int> servers;           ///< absent: as the primary
    double weight = 1;                    ///< 0 or more; among those that serve the operation
    Distribution lag;                     ///< from a write's end until it shows here
    std::vector<std::string> operations;  ///< that it serves; empty: all but `writes`
    std::string zone;                     ///< empty: that of the database
};

/// Writes to one key at most so often, as Firestore's "1 sustained write a second for a document":
/// a token bucket for each key. A write without a token waits in the key's line, first come first
/// served, without holding a server; one more than `queue` is refused.
struct HotKeys {
    Rate writes{1};
    double burst = 1;
    std::int64_t queue = kUnlimited;
};

/// One line for all servers; a request holds its server from its first step to its last.
///
/// With replicas: `writes` are served by the primary; every other operation by one of those that
/// serve it, drawn by weight (the primary has `primaryWeight`; with `nearest`, by the shortest
/// round trip from the caller). Each write occupies one server of every replica for `apply`, `lag`
/// after it has ended. A read that finds a key's last write not yet there is stale (`stale_ratio`).
struct DatabaseSpec {
    int servers = 1;  ///< of the primary
    std::int64_t queue =
        kUnlimited;  ///< waiting at the primary, and at each replica; one more is refused
    std::vector<std::string> writes = {"write"};
    std::vector<Replica> replicas;
    double primaryWeight = 0;  ///< of reads, beside the replicas' weights
    Distribution apply;
    bool nearest = false;  ///< reads go to the nearest copy instead of by weight
    std::optional<HotKeys> hotKeys;
    bool locks = false;  ///< a write holds its key, others of the key wait (with their server)
};

}  // namespace headroom::model
