// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/policy.h"
#include "sim/kernel/sim_time.h"

namespace headroom::sim {

/// How fast a limit's buckets fill and how much they hold. With growth both follow Firestore's
/// "500/50/5": rate(t) = min(upTo, floor(rate · (1 + share)^floor(t / every))), t from the start of
/// the run (googleapis/nodejs-firestore, dev/src/rate-limiter.ts).
class TokenRule {
public:
    explicit TokenRule(const model::Limit& limit);
    double rate(SimTime now) const;      ///< tokens a second
    double capacity(SimTime now) const;  ///< tokens

private:
    double growthAt(SimTime now) const;

    double rate_, burst_, factor_ = 1, upTo_;
    SimTime every_ = kNever;
};

/// A token bucket (ITU-T I.371's leaky bucket seen from above): full at the start, it fills at its
/// rule's rate up to its capacity; a request takes its tokens or does not get through. What has
/// come since the last look is reckoned at the rate of now.
class TokenBucket {
public:
    TokenBucket(const TokenRule& rule, SimTime now) : tokens_(rule.capacity(now)), filled_(now) {}

    bool take(const TokenRule& rule, SimTime now, double tokens = 1);
    /// When there will be as many tokens if nobody takes any; kNever if the bucket is too small.
    SimTime availableAt(const TokenRule& rule, SimTime now, double tokens = 1);

private:
    void fill(const TokenRule& rule, SimTime now);

    double tokens_;
    SimTime filled_;
};

}  // namespace headroom::sim
