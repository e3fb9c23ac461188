// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/components/key_table.h"
#include "sim/control/circuit_breaker.h"
#include "sim/control/retry_budget.h"
#include "sim/engine/visit.h"
#include "sim/measure/histogram.h"
#include "sim/program/program.h"

#include <cstdint>
#include <vector>

/// What the policies of calls remember while a program runs. What they do is in call_policies.cpp
/// (attempts) and call_flights.cpp (calls that are made for several callers at once).
namespace headroom::sim {

/// What an event of the kind `policy` means; the number beside it says of whom.
struct PolicyEvent {
    enum class Kind : std::uint8_t { hedge, bulkheadPatience, batchWindow, writeBack };
    static constexpr int kNumberBits = 26;
    static std::uint32_t join(Kind kind, std::uint32_t number) {
        assert(number < (1u << kNumberBits));
        return (static_cast<std::uint32_t>(kind) << kNumberBits) | number;
    }
    static Kind kind(std::uint32_t joined) { return static_cast<Kind>(joined >> kNumberBits); }
    static std::uint32_t number(std::uint32_t joined) {
        return joined & ((1u << kNumberBits) - 1);
    }
};

/// The state of one policy for each of its caller's instances or users; they come into being when
/// they are first asked for.
template <class Spec, class State>
class StatePerCaller {
public:
    explicit StatePerCaller(const CallerPolicy<Spec>& policy) : policy_(policy) {}
    /// References hold until a further member is asked for.
    State& operator[](std::uint32_t member) {
        while (members_.size() <= member) members_.emplace_back(*policy_.spec);
        return members_[member];
    }
    /// The instance has started anew and remembers nothing.
    void forget(std::uint32_t member) {
        if (member < members_.size()) members_[member] = State(*policy_.spec);
    }
    const CallerPolicy<Spec>& policy() const { return policy_; }
    const Spec& spec() const { return *policy_.spec; }

private:
    CallerPolicy<Spec> policy_;
    std::vector<State> members_;
};

/// One try of a call that has a breaker, a bulkhead or hedges: from when the breaker lets it pass
/// until its outcome is known.
struct Attempt {
    VisitId caller = kNone;
    SiteIndex site = 0;
    SimTime begun = 0;
    SimTime sent = 0;          ///< its first request
    VisitId request = kNone;   ///< the last of those under way; VisitDetails::sibling leads on
    CircuitBreaker::Era era = 0;
    std::uint16_t hedges = 0;
    bool permit = false;        ///< of the bulkhead
    bool over = false;          ///< only its event is still to come
    bool awaitsHedge = false;   ///< the calendar knows it
};

/// Attempts, used again when they are over.
class Attempts {
public:
    std::uint32_t take() {
        if (free_.empty()) {
            free_.push_back(static_cast<std::uint32_t>(attempts_.size()));
            attempts_.emplace_back();
            free_.reserve(attempts_.capacity());
        }
        const std::uint32_t number = free_.back();
        free_.pop_back();
        attempts_[number] = {};
        return number;
    }
    void giveBack(std::uint32_t number) { free_.push_back(number); }
    Attempt& operator[](std::uint32_t number) { return attempts_[number]; }

private:
    std::vector<Attempt> attempts_;
    std::vector<std::uint32_t> free_;
};

/// The permits of one bulkhead and who waits for one, first come first served.
struct Permits {
    explicit Permits(const model::Bulkhead&) {}
    std::int64_t held = 0;
    WaitingLine line;
    bool armed = false;  ///< an event for the first in line is under way
    std::uint32_t event = kNone;
};

/// How long a call's attempts took that were answered, for hedging by quantile, and how many hedges
/// were sent. The quantile is taken again whenever there are a thirty-second more of them.
class HedgeRecord {
public:
    static constexpr std::uint64_t kLeast = 100;
    explicit HedgeRecord(const model::Hedge& spec) : spec_(&spec) {}

    const model::Hedge& spec() const { return *spec_; }
    /// From a request on until the next one is sent; kNever: none is.
    SimTime after();
    void onCall() { ++calls_; }
    void onAnswered(SimTime took);
    /// Whether the budget has room for one more, which is then counted.
    bool spend();

private:
    const model::Hedge* spec_;
    Histogram answered_;
    std::uint64_t calls_ = 0, hedges_ = 0;
    std::uint64_t nextLook_ = kLeast;
    SimTime after_ = kNever;
};

/// A call made for all who have asked for it: one visit, the carrier, makes it, and hands its
/// outcome to the members.
struct Flight {
    VisitId carrier = kNone;  ///< kNone: it has not left yet
    std::uint32_t policies = kNone;
    std::uint32_t member = 0;  ///< of the batch's state
    std::uint64_t key = 0;     ///< in the table of the collapsed calls
    WaitingLine members;
};

class Flights {
public:
    std::uint32_t take() {
        if (free_.empty()) {
            free_.push_back(static_cast<std::uint32_t>(flights_.size()));
            flights_.emplace_back();
            free_.reserve(flights_.capacity());
        }
        const std::uint32_t number = free_.back();
        free_.pop_back();
        flights_[number] = {};
        return number;
    }
    void giveBack(std::uint32_t number) { free_.push_back(number); }
    Flight& operator[](std::uint32_t number) { return flights_[number]; }

private:
    std::vector<Flight> flights_;
    std::vector<std::uint32_t> free_;
};

/// A batch that gathers.
struct Gathering {
    explicit Gathering(const model::Batch&) {}
    std::uint32_t flight = kNone;  ///< that gathers now
    SimTime begun = 0;
    std::uint32_t underWay = 0;  ///< batches that have left and are not answered yet
    std::uint32_t event = kNone;
};

/// All of them, for one run of a program.
struct CallPolicies {
    explicit CallPolicies(const Program& program);
    /// A new instance: its breakers and budgets remember nothing of an earlier one.
    void openInstance(ComponentIndex component, std::uint32_t member);

    std::vector<StatePerCaller<model::RetryBudget, RetryBudget>> budgets;
    std::vector<StatePerCaller<model::Breaker, CircuitBreaker>> breakers;
    std::vector<StatePerCaller<model::Bulkhead, Permits>> bulkheads;
    std::vector<HedgeRecord> hedges;
    std::vector<KeyTable> collapses;  ///< key → flight
    std::vector<StatePerCaller<model::Batch, Gathering>> batches;
    Attempts attempts;
    Flights flights;
    /// A policy (or cache) and a member of it, by the number in events.
    struct Place {
        std::uint32_t policy, member;
    };
    std::vector<Place> places;
};

}  // namespace headroom::sim
