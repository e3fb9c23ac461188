// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/control/circuit_breaker.h"

namespace headroom::sim {

CircuitBreaker::Counts& CircuitBreaker::Counts::operator+=(const Counts& other) {
    calls += other.calls;
    failed += other.failed;
    slow += other.slow;
    return *this;
}

CircuitBreaker::CircuitBreaker(const model::Breaker& spec) : spec_(spec) {
    if (spec.windowTime)
        recent_.emplace(spec.windowTime->count());
    else
        last_.reserve(static_cast<std::size_t>(spec.windowCalls));
}

bool CircuitBreaker::isOver(const Counts& counts) const {
    return counts.failed >= spec_.errors * counts.calls ||
           (spec_.slow && counts.slow >= spec_.slowShare * counts.calls);
}

void CircuitBreaker::enter(State state) {
    state_ = state;
    ++era_;
    trialsBegun_ = 0;
    counts_ = {};
    last_.clear();
    oldest_ = 0;
    if (recent_) recent_->clear();
}

bool CircuitBreaker::admit(SimTime now) {
    if (state_ == State::open && now >= openUntil_) enter(State::halfOpen);
    if (state_ == State::closed) return true;
    if (state_ == State::open || trialsBegun_ == spec_.trials) return false;
    ++trialsBegun_;
    return true;
}

// Into the window: in the place of the oldest call, or into the newest slice of time.
void CircuitBreaker::keep(SimTime now, const Counts& outcome) {
    if (recent_) {
        recent_->add(now, outcome);
        counts_ = recent_->total(now);
        return;
    }
    counts_ += outcome;
    const auto packed = static_cast<std::uint8_t>(outcome.failed + 2 * outcome.slow);
    if (last_.size() < static_cast<std::size_t>(spec_.windowCalls)) return last_.push_back(packed);
    const Counts gone = unpacked(last_[oldest_]);
    counts_ += Counts{-gone.calls, -gone.failed, -gone.slow};
    last_[oldest_] = packed;
    oldest_ = (oldest_ + 1) % last_.size();
}

void CircuitBreaker::record(SimTime now, Era era, bool failed, SimTime took) {
    if (era != era_) return;
    const Counts outcome{1, failed ? 1 : 0, spec_.slow && took > spec_.slow->count() ? 1 : 0};
    if (state_ == State::halfOpen)
        counts_ += outcome;
    else
        keep(now, outcome);
    if (counts_.calls < (state_ == State::halfOpen ? spec_.trials : spec_.leastCalls)) return;
    if (isOver(counts_)) {
        enter(State::open);
        openUntil_ = now + spec_.openFor.count();
    } else if (state_ == State::halfOpen) {
        enter(State::closed);
    }
}

void CircuitBreaker::withdraw(Era era) {
    if (era == era_ && state_ == State::halfOpen) --trialsBegun_;
}

}  // namespace headroom::sim
