// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

/// Whose time is it? Possession is nested: a request keeps its slot and its connection while it
/// waits for what it calls, so in a system that hangs everything is full and everybody waits, and
/// the longest line mostly stands in front of a victim. This charges every moment to the component
/// that causes it.
///
/// At any moment a visit at component c waits for c (queue length Q), works there itself (A), or
/// stands in a call to a callee d (S_d): in_system = Q + A + Σ S_d. By Little's law these averages
/// are the visit's times, up to a factor.
///  - Working is charged to c.
///  - Waiting for c is charged to what the holders of c do meanwhile. Of their time A + Σ S_d,
///     - working is charged to c: c is too small for its own work;
///     - a call to d is charged, if d is saturated, to wherever waiting for d is charged: more of c
///     would only move
///       the line to d. Otherwise the part spent in lines further down goes where those lines are
///       charged, and the rest, plain service that nobody waits for, back to c: c is too small for
///       how long that takes.
/// So the wait for a full pool whose connections stand in an idle database's 500 ms queries is the
/// pool's, the wait for the functions in front of that pool is the pool's too, and with all servers
/// of the database busy both are the database's. Joint waiting of parallel branches is charged by
/// their shares.
namespace headroom::sim {

/// Averages of one component: visits waiting, working, and standing in each call.
struct Occupation {
    struct InCall {
        std::size_t callee;
        double standing;
    };
    double waiting = 0;
    double working = 0;
    std::vector<InCall> calls;
    double joined =
        0;  ///< of a cache: waiting for the answer that another visit's first call will bring
    bool saturated = false;
};

class Charging {
public:
    explicit Charging(std::vector<Occupation> components);

    /// To whom waiting for this component is charged: shares by component, of sum 1.
    const std::vector<double>& ofWaiting(std::size_t component) const {
        return ofWaiting_[component];
    }
    /// Visits charged to each component, on average.
    std::vector<double> charged() const;

private:
    using Shares = std::vector<double>;
    /// A visit inside a component, as its caller sees it: time in plain service, and time charged
    /// to somebody.
    struct Inside {
        double plain = 0;
        Shares shares;
    };
    enum class Known { no, inProgress, yes };

    const Shares& findWaiting(std::size_t component);
    const Inside& findInside(std::size_t component);
    /// What the holders of a component do, times their number.
    Inside insideCalls(const Occupation& component);

    std::vector<Occupation> components_;
    std::vector<Shares> ofWaiting_;
    std::vector<Inside> inside_;
    std::vector<Known> waitingKnown_, insideKnown_;
};

}  // namespace headroom::sim
