// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/components/station.h"
#include "sim/control/token_bucket.h"

#include <vector>

namespace headroom::sim {

/// The `limit` of a component: each request takes a token before anything else, or waits for one in
/// a line of at most `queue`, first come first served, or is refused. One bucket for all, for each
/// instance of the caller or for each user; who comes only once finds a full one.
class RateLimit {
public:
    /// `number`: what events call it by.
    RateLimit(const Program& program, const LimitInfo& info, std::uint32_t number);

    Acquired take(Engine& engine, VisitId visit);
    void abandon(Engine& engine, VisitId visit);
    /// The first in line of a bucket can have its token.
    void onToken(Engine& engine, std::uint32_t bucket);

private:
    std::uint32_t bucketOf(const Visit& visit) const;
    void waitForToken(Engine& engine, std::uint32_t bucket);

    TokenRule rule_;
    model::Scope scope_;
    std::int64_t queue_;
    std::uint32_t number_;
    std::vector<TokenBucket> buckets_;
    std::vector<WaitingLine> lines_;  ///< by bucket, where requests may wait
};

}  // namespace headroom::sim
