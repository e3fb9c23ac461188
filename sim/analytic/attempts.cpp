// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/analytic/attempts.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace headroom::sim {

namespace {

/// Attempts after which what is left is too rare to matter.
constexpr double kRare = 1e-9;

/// One attempt, as the caller sees it.
struct Attempt {
    double success = 1;
    TimeLaw time;            ///< of a success
    double failureTime = 0;  ///< mean, of a failure
    Losses losses;
};

Attempt attemptOf(const Patience& patience, const VisitLaw& callee) {
    Attempt attempt{callee.success, callee.answered, 0, callee.losses};
    const double lost = 1 - callee.success;
    const double failure = lost > 0 ? std::max(0.0, callee.lostTime / lost) : 0;
    double lostTime = callee.lostTime;
    if (patience.timeout) {
        const double t = model::toSeconds(*patience.timeout);
        const double inTime = callee.answered.atMost(t);
        const double late = callee.success * (1 - inTime);
        attempt.success = callee.success * inTime;
        if (late > 0) attempt.time = callee.answered.upTo(t);
        lostTime = late * t + lost * std::min(failure, t);
        // A failure that would come after the timeout is one.
        if (failure >= t) attempt.losses = {0, lost, 0};
        attempt.losses.timeout += late;
    }
    if (attempt.success < 1) attempt.failureTime = std::max(0.0, lostTime / (1 - attempt.success));
    return attempt;
}

TimeLaw backoff(const model::Retry& retry, int n) {
    const double cap = model::toSeconds(retry.cap);
    const double wait = std::min(cap, model::toSeconds(retry.backoff) * std::exp2(n));
    if (retry.jitter == model::Jitter::none) return TimeLaw::constant(wait);
    return TimeLaw::gamma(wait / 2, wait * wait / 12);
}

}  // namespace

Course callWith(const Patience& patience, int node, const VisitLaw& callee) {
    const Attempt attempt = attemptOf(patience, callee);
    const TimeLaw failed = TimeLaw::constant(attempt.failureTime);
    Course course;
    std::vector<std::pair<double, TimeLaw>> successes;
    TimeLaw before;
    double trying = 1, attempts = 0, standing = 0;
    for (int n = 0; n <= patience.retry.attempts; ++n) {
        attempts += trying;
        const double success = trying * attempt.success;
        successes.emplace_back(success, before.plus(attempt.time));
        standing += success * attempt.time.mean() + (trying - success) * attempt.failureTime;
        trying -= success;
        before = before.plus(failed);
        if (n == patience.retry.attempts || trying < kRare) break;
        before = before.plus(backoff(patience.retry, n));
    }
    course.through = 1 - trying;
    course.time = TimeLaw::oneOf(successes);
    course.lostTime = trying * before.mean();
    const double lost = attempt.losses.total();
    course.losses = attempt.losses.scaled(lost > 0 ? trying / lost : 0);
    course.calls.push_back({node, attempts, standing});
    return course;
}

}  // namespace headroom::sim
