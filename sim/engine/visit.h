// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/kernel/big_vector.h"
#include "sim/kernel/sim_time.h"
#include "sim/program/program.h"

#include <cassert>
#include <cstdint>
#include <vector>

/// A request at one component: a cursor into the program, and what it holds.
namespace headroom::sim {

using VisitId = std::uint32_t;

enum class Outcome : std::uint8_t { answered, refused, timedOut, failed };

/// What a visit stands at. Every state but `calling`, `forked` and `waiting…` has exactly one
/// pending event, so that a record is never given back while the calendar still knows it.
enum class State : std::uint8_t {
    running,
    waiting,  ///< in the component's line
    waitingForCpu,
    waitingForFlight,
    working,     ///< on a CPU; gives it back when its event comes
    sharing,     ///< in a processor-sharing server, which has the event
    delayed,     ///< goes on at its cursor when its event comes
    connecting,  ///< a pool opens its connection
    calling,
    forked,
    zombie,  ///< withdrawn; the record is freed when its event or its turn comes
};

/// What every visit needs, in one cache line: half a million users keep more visits under way than
/// a cache holds, and the lines fetched for them are most of what a simulated request costs.
struct alignas(64) Visit {
    SimTime begun = 0;
    SimTime mark = 0;        ///< start of the current call, fork or wait for a CPU
    SimTime callTime = 0;    ///< time in calls to others so far
    VisitId parent = kNone;  ///< who waits for this one; kNone: nobody does any more
    VisitId next = kNone, previous = kNone;  ///< in a line
    std::uint32_t timer = kNone;             ///< its place in the list of its site's timed calls
    Address cursor = 0;
    std::uint32_t instance =
        kNone;  ///< global number of the instance it runs on, or of its caller's
    std::uint32_t user = 0;
    std::uint32_t key = 0;
    EntryIndex entry = kNone16;         ///< kNone16: the record is free
    SiteIndex site = 0;                 ///< the call that it answers
    std::uint8_t keyClass = UINT8_MAX;  ///< kNoKey: it carries none
    State state = State::running;
    Outcome cause : 2 = Outcome::failed;  ///< root cause of a failure below
    bool holds : 1 = false;               ///< the component's server, slot or connection
    bool branch : 1 = false;              ///< a branch of its parent's fork, not a visit of its own
    bool ownsFlight : 1 = false;          ///< others may wait for its answer (single flight)
    bool branchFailed : 1 = false;        ///< one of its branches has failed
    bool waited : 1 = false;  ///< its details know how long for its server, slot or connection
    bool waitedForCpu : 1 = false;  ///< its details know how long for CPUs
    bool retries : 1 = false;       ///< its current call has failed before
};
static_assert(sizeof(Visit) == 64);

/// What only some visits need; each field means something only while the visit's flags or state say
/// so.
struct VisitDetails {
    SimTime wait;  ///< until it held what it needed first
    SimTime cpuWait;
    VisitId child;  ///< the call it waits for (kept where calls can be withdrawn), or the first of
                    ///< its branches
    VisitId sibling;        ///< next branch of the same fork
    std::uint32_t callKey;  ///< of its current call, the same for every attempt
    std::uint16_t attempt;  ///< of its current call
    std::uint16_t branchesLeft;
    std::uint16_t nextBranch;
    std::uint8_t callKeyClass;
};

constexpr std::uint8_t kNoKey = UINT8_MAX;

/// Records of visits, reused: creating and ending a visit allocates nothing in the steady state.
class VisitPool {
public:
    VisitId create() {
        if (free_ == kNone) {
            visits_.emplace_back();
            details_.emplace_back();
            return static_cast<VisitId>(visits_.size() - 1);
        }
        const VisitId id = free_;
        free_ = visits_[id].next;
        return id;
    }
    void release(VisitId id) {
        visits_[id].entry = kNone16;
        visits_[id].next = free_;
        free_ = id;
    }
    /// References hold until the next create().
    Visit& operator[](VisitId id) { return visits_[id]; }
    const Visit& operator[](VisitId id) const { return visits_[id]; }
    /// Begins to fetch a record into the processor's caches.
    void prefetch(VisitId id) const { __builtin_prefetch(&visits_[id]); }
    VisitDetails& details(VisitId id) { return details_[id]; }
    const VisitDetails& details(VisitId id) const { return details_[id]; }
    std::size_t capacity() const { return visits_.size(); }
    bool isFree(VisitId id) const { return visits_[id].entry == kNone16; }

private:
    BigVector<Visit> visits_;
    BigVector<VisitDetails> details_;
    VisitId free_ = kNone;
};

/// A doubly linked list of visits through their `next` and `previous`.
class WaitingLine {
public:
    bool empty() const { return first_ == kNone; }
    std::uint32_t size() const { return size_; }
    VisitId front() const { return first_; }
    void pushBack(VisitPool& visits, VisitId id);
    void pushFront(VisitPool& visits, VisitId id);
    VisitId popFront(VisitPool& visits);
    void remove(VisitPool& visits, VisitId id);

private:
    VisitId first_ = kNone, last_ = kNone;
    std::uint32_t size_ = 0;
};

inline void WaitingLine::pushBack(VisitPool& visits, VisitId id) {
    visits[id].next = kNone;
    visits[id].previous = last_;
    (last_ == kNone ? first_ : visits[last_].next) = id;
    last_ = id;
    ++size_;
}

inline void WaitingLine::pushFront(VisitPool& visits, VisitId id) {
    visits[id].previous = kNone;
    visits[id].next = first_;
    (first_ == kNone ? last_ : visits[first_].previous) = id;
    first_ = id;
    ++size_;
}

inline VisitId WaitingLine::popFront(VisitPool& visits) {
    const VisitId id = first_;
    remove(visits, id);
    return id;
}

inline void WaitingLine::remove(VisitPool& visits, VisitId id) {
    assert(size_ > 0);
    const Visit& v = visits[id];
    (v.previous == kNone ? first_ : visits[v.previous].next) = v.next;
    (v.next == kNone ? last_ : visits[v.next].previous) = v.previous;
    --size_;
}

}  // namespace headroom::sim
