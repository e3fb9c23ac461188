// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/policy.h"
#include "sim/control/sliced_window.h"
#include "sim/kernel/sim_time.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace headroom::sim {

/// Stops calling what keeps failing (Nygard, "Release It!"; laws and defaults of resilience4j's
/// CircuitBreaker). Closed: calls pass, and their outcomes are kept, those of the last calls or of
/// the last time; when there are enough and the share of failures (or of slow calls) has reached
/// its threshold, it opens. Open: no call passes for a while. Half open: a few trials pass, and
/// when all have ended their shares decide whether it closes or opens again. A threshold of 100 %
/// with windowCalls = leastCalls = n is "n failures in a row".
///
/// An outcome counts only if it comes in the era (between two changes of state) in which the call
/// was admitted.
class CircuitBreaker {
public:
    enum class State : std::uint8_t { closed, open, halfOpen };
    using Era = std::uint16_t;

    explicit CircuitBreaker(const model::Breaker& spec);

    /// Whether a call passes; if so, record() or withdraw() has to follow with the era of now.
    bool admit(SimTime now);
    void record(SimTime now, Era era, bool failed, SimTime took);
    /// The call was given up by its caller and has no outcome.
    void withdraw(Era era);

    State state() const { return state_; }
    Era era() const { return era_; }

private:
    struct Counts {
        int calls = 0, failed = 0, slow = 0;
        Counts& operator+=(const Counts& other);
    };
    void enter(State state);
    void keep(SimTime now, const Counts& outcome);
    static Counts unpacked(std::uint8_t outcome) { return {1, outcome & 1, outcome >> 1}; }
    bool isOver(const Counts& counts) const;

    model::Breaker spec_;
    State state_ = State::closed;
    Era era_ = 0;
    SimTime openUntil_ = 0;
    int trialsBegun_ = 0;
    Counts counts_;  ///< of the last calls, or of the trials
    std::vector<std::uint8_t> last_;  ///< each: failed 1, slow 2
    std::size_t oldest_ = 0;
    std::optional<SlicedWindow<Counts>> recent_;
};

}  // namespace headroom::sim
