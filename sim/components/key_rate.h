// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/database.h"
#include "sim/components/key_table.h"
#include "sim/kernel/sim_time.h"

#include <vector>

namespace headroom::sim {

/// A token bucket for each key, by the generic cell rate algorithm in its virtual scheduling form
/// (ITU-T I.371): of each key only the time is kept at which its bucket would be full again, and a
/// request knows at once when its turn comes. Keys whose bucket is full are forgotten.
class KeyRate {
public:
    explicit KeyRate(const model::HotKeys& limit);
    /// When the next token of the key is there for one more request, first come first served;
    /// kNever if too many wait already, and then nothing is taken.
    SimTime take(std::uint64_t key, SimTime now);
    std::size_t size() const { return table_.size(); }

private:
    struct Bucket {
        std::uint64_t key;
        SimTime full;  ///< the time at which it holds `burst` tokens again
    };
    Bucket& bucketOf(std::uint64_t key, SimTime now);
    void forgetFull(SimTime now);

    SimTime gap_;    ///< between tokens
    SimTime burst_;  ///< for how long tokens gather, beyond one
    std::int64_t queue_;
    KeyTable table_;  ///< key → index into buckets_
    std::vector<Bucket> buckets_;
    std::size_t sweepAt_ = 1024;
};

}  // namespace headroom::sim
