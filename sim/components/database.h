// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/components/key_rate.h"
#include "sim/components/key_table.h"
#include "sim/engine/visit.h"

#include <optional>
#include <vector>

namespace headroom::sim {

class Engine;

/// What a database has besides its stations (one for the primary and one for each replica): the
/// writes on their way to the replicas, the limit and the locks of hot keys.
///
/// A replica receives writes in the order in which they ended, each `lag` after that; then it does
/// them, on its servers, if that takes any time. A read there is stale while a write of its key is
/// not yet done.
class Database {
public:
    Database(Engine& engine, const ComponentInfo& info);

    /// When a write of the key may go on; kNever: it is refused.
    SimTime turnOf(std::uint64_t key, SimTime now) {
        return keyRate_ ? keyRate_->take(key, now) : now;
    }
    /// False: the visit waits until the key's lock is given to it.
    bool lock(Engine& engine, VisitId visit);
    void unlock(Engine& engine, VisitId visit);
    void abandonLock(Engine& engine, VisitId visit);
    void replicate(Engine& engine, const Visit& write);
    void onLagOver(Engine& engine, std::uint32_t part);
    void onApplied(Engine& engine, std::uint16_t part, std::uint32_t number);
    bool isStale(std::uint16_t part, std::uint64_t key) const;
    static std::uint64_t keyOf(const Visit& visit);

private:
    struct Write {
        SimTime ended;
        SimTime due;
        std::uint64_t key;
        bool done;
    };
    /// Of a replica: its writes, oldest first; those before `first` are done.
    struct Replica {
        std::vector<Write> writes;
        std::size_t first = 0;   ///< not done
        std::size_t next = 0;    ///< not come yet
        std::uint32_t base = 0;  ///< number of writes[0]
        SimTime lastDue = 0;
        KeyTable missing;  ///< key → how many of its writes are not done
        std::uint32_t alarm = kNone;
        bool armed = false;
    };
    void arm(Engine& engine, Replica& replica);
    void done(Engine& engine, std::uint16_t part, std::size_t index);
    static void compact(Replica& replica);

    std::uint32_t firstPart_;
    std::optional<KeyRate> keyRate_;
    std::vector<Replica> replicas_;  ///< by part; the first is unused
    KeyTable locks_;                 ///< key → index into holders_
    std::vector<WaitingLine> waiters_;
    std::vector<std::uint32_t> freeWaiters_;
};

}  // namespace headroom::sim
