// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/quantity/distribution.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What a caller does so that a slow or failing callee does not take it down, and what a component
/// does so that its callers do not. Policies of a call stand on the call, `limit` on a component.
namespace headroom::model {

constexpr std::int64_t kUnlimited = INT64_MAX;

/// Whose a cache, pool, limit or policy is: one for all, one for each instance of the calling
/// service, one for each user.
enum class Scope : std::uint8_t { shared, instance, user };

enum class Jitter : std::uint8_t { none, full };

/// Bounds retries to a part of the requests, so that they do not multiply an overload. A bucket of
/// tokens: each first attempt adds `share` of a token that expires after `over`, each retry takes
/// one; besides these, `atLeast` retries a second are free. No token: no retry, the attempt's
/// failure stands. One bucket for each calling component and callee.
/// Source and defaults: Finagle's RetryBudget (also Linkerd's): percentCanRetry 0.2,
/// minRetriesPerSec 10, ttl 10 s. Envoy bounds the same with 20 % of active requests.
struct RetryBudget {
    double share = 0.2;  ///< 0 … 1, of the first attempts
    Rate atLeast{10};
    Duration over = std::chrono::seconds(10);
    Scope scope = Scope::instance;  ///< instance (of the caller) or shared
};

/// Further attempts after a refusal, timeout or failure. Delay before attempt n+1 (n = 0, 1, …) is
/// min(cap, backoff · 2ⁿ); with full jitter it is drawn uniformly from 0 to that (Brooker,
/// "Exponential Backoff And Jitter", AWS Architecture Blog, 2015).
struct Retry {
    int attempts = 0;  ///< after the first try
    Duration backoff{};
    Duration cap = Duration::max();
    Jitter jitter = Jitter::none;
    std::optional<RetryBudget> budget = std::nullopt;
};

/// A circuit breaker. Closed: calls pass and their outcomes are kept in a window; once the window
/// has `leastCalls` and `errors` of them failed (or `slowShare` took longer than `slow`), it opens.
/// Open: every call fails at once (refused) for `openFor`. Half open: `trials` calls pass, and
/// their outcomes alone decide by the same shares whether it closes or opens again; others are
/// refused. Refusals of the breaker itself count in no window. An attempt is a call: retries pass
/// it too. Source and defaults: resilience4j CircuitBreakerConfig (failureRateThreshold 50,
/// slidingWindow COUNT_BASED 100, minimumNumberOfCalls 100, waitDurationInOpenState 60 s,
/// permittedNumberOfCallsInHalfOpenState 10, slowCallRateThreshold 100).
struct Breaker {
    double errors = 0.5;                 ///< 0 … 1, above 0: this share or more opens it
    int windowCalls = 100;               ///< the last calls; unused if there is a windowTime
    std::optional<Duration> windowTime;  ///< instead: the calls of the last …, in 10 slices
    int leastCalls = 100;                ///< at most windowCalls
    Duration openFor = std::chrono::seconds(60);
    int trials = 10;
    std::optional<Duration> slow;  ///< a call that took longer is slow
    double slowShare = 1;
    Scope scope = Scope::instance;  ///< instance (of the caller) or shared
};

/// A second request for the same thing where the first has no answer after a while; the first
/// answer counts, what is still on its way is withdrawn where `cancel` is set. Dean and Barroso,
/// "The Tail at Scale", CACM 2013.
struct Hedge {
    std::optional<Duration> after;  ///< either a time …
    std::optional<double>
        quantile;        ///< … or a quantile (0 … 1) of this call's answered attempts so
                         ///< far in the run; none is sent before there are 100 of them
    int atMost = 1;      ///< further requests, each `after` the one before
    double budget = 1;   ///< 0 … 1: hedges over all calls so far may not exceed it; 1: no bound
    bool cancel = true;  ///< withdraw what has lost
};

/// At most so many calls at a time of one caller's instance to one callee. One more waits in
/// `queue`, at most `acquireTimeout`; else it is refused. Defaults: resilience4j BulkheadConfig
/// (maxConcurrentCalls 25, maxWaitDuration 0).
struct Bulkhead {
    std::int64_t concurrency = 25;
    std::int64_t queue = 0;
    std::optional<Duration> acquireTimeout;
    Scope scope = Scope::instance;  ///< instance (of the caller) or shared
};

/// Calls for the same operation and key while one is on its way share that one's outcome.
struct Collapse {
    Scope scope = Scope::instance;  ///< instance (of the caller) or shared
};

/// Requests that are gathered and go on as one: it leaves when `size` are together, or `window`
/// after the first (Kafka's batch.size and linger.ms). What it asks for has `items` of them all:
/// `work` with `each` takes longer, everything else as long as for one.
struct Batch {
    Duration window{};              ///< 0: as soon as the one before is answered
    std::int64_t size = 100;        ///< 1 or more
    Scope scope = Scope::instance;  ///< of a batch on a call; a queue gathers in each partition
};

/// A token bucket: a request takes a token or is refused (429). It holds `burst` at most, is full
/// at the start, and fills at `rate`. With growth the rate and the burst are multiplied by (1 +
/// share) every so often: capacity(t) = floor(rate · (1 + share)^floor(t / every)), as Firestore's
/// "500/50/5" (nodejs-firestore RateLimiter: 500, 750, 1125 …), up to `upTo`.
struct Limit {
    struct Growth {
        double share = 0.5;  ///< above 0, may exceed 1
        Duration every = std::chrono::minutes(5);
    };
    Rate rate;
    std::optional<double> burst;  ///< tokens; absent: a second's worth, 1 at least
    std::optional<Growth> grows;
    std::optional<Rate> upTo;
    std::int64_t queue = 0;               ///< requests that may wait for a token
    std::vector<std::string> operations;  ///< that need a token; empty: all
    Scope scope = Scope::shared;          ///< user: one bucket for each user
    double burstTokens() const;
};

/// Times in which nothing runs: garbage collection, checkpoints. Every instance (or the one line of
/// a station or database) by itself, first at a random phase of `every`; `every` runs from start to
/// start, and a pause that is still lasting delays the next.
struct Pauses {
    Distribution every;  ///< mean above 0
    Distribution lasting;
};

}  // namespace headroom::model
