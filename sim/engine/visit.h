// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/kernel/big_vector.h"
#include "sim/kernel/prefetch.h"
#include "sim/kernel/sim_time.h"
#include "sim/program/program.h"

#include <algorithm>
#include <bit>
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
    waitingForToken,
    serving,        ///< worked on by a server that pauses
    waitingForKey,  ///< in a database, for the time when it may be written again
    waitingForLock,
    waitingForPermit,  ///< of the bulkhead of its call
    joined,            ///< a call that is made for several
    working,           ///< on a CPU; gives it back when its event comes
    sharing,           ///< in a processor-sharing server, which has the event
    delayed,           ///< goes on at its cursor when its event comes
    connecting,        ///< a pool opens its connection
    pushing,           ///< a message to connections
    batched,           ///< its message is on its way with another's
    calling,
    lost,  ///< what it called gets no answer; its event is the timeout
    forked,
    zombie,  ///< withdrawn; the record is freed when its event or its turn comes
};

/// Whether the calendar or the stack of ready visits knows a visit in this state. (`running`: what
/// was given back a moment ago may have gone to this very visit, which now stands ready to go on.)
constexpr bool isPending(State state) {
    return state == State::working || state == State::delayed || state == State::connecting ||
           state == State::running || state == State::lost || state == State::serving ||
           state == State::waitingForKey || state == State::pushing;
}

/// A bit of a byte of flags. Not `bool`: several of these GCC asks for one after the other, where
/// one look at the byte that they share would do.
using Flag = std::uint8_t;

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
    EntryIndex entry = kNone16;
    SiteIndex site = 0;                 ///< the call that it answers
    std::uint8_t keyClass = UINT8_MAX;  ///< kNoKey: it carries none
    State state = State::running;
    // What makes its end more than giving back what it holds and telling its caller lies in one
    // byte.
    Outcome cause : 2 = Outcome::failed;  ///< root cause of a failure below
    Flag holds : 1 = false;               ///< the component's server, slot or connection
    Flag branch : 1 = false;              ///< a branch of its parent's fork, not a visit of its own
    Flag ownsFlight : 1 = false;          ///< others may wait for its answer (single flight, batch)
    Flag locks : 1 = false;               ///< it holds its key
    Flag carrier : 1 = false;             ///< a branch of nobody that makes a call for several
    Flag unpromoted : 1 = false;          ///< what it was answered stays where it was found
    Flag inPart : 1 = false;              ///< of a database; its details say which
    Flag sent : 1 = false;                ///< its delivery time counts
    Flag branchFailed : 1 = false;        ///< one of its branches has failed
    Flag waited : 1 = false;  ///< its details know how long for its server, slot or connection
    Flag waitedForCpu : 1 = false;  ///< its details know how long for CPUs
    Flag retries : 1 = false;       ///< its current call has failed before
    Flag policed : 1 = false;       ///< its current call has an attempt; its details say which
    Flag first : 1 = false;  ///< attempt of an action that has no record yet (Engine::openAction)

    bool endsUnusually() const {
        return carrier != 0 || branch != 0 || ownsFlight != 0 || locks != 0 || unpromoted != 0;
    }
};
static_assert(sizeof(Visit) == 64);

/// What only some visits need; each field means something only while the visit's flags or state say
/// so.
struct VisitDetails {
    SimTime wait;  ///< until it held what it needed first
    SimTime cpuWait;
    SimTime inPartSince;   ///< when the part of a database was chosen, if `inPart`
    SimTime pausedBefore;  ///< how long its CPU or server had stood still when its work began
    VisitId child;  ///< the call it waits for (kept where calls can be withdrawn), or the first of
                    ///< its branches
    VisitId sibling;        ///< next branch of the same fork, or request of the same attempt
    std::uint32_t callKey;  ///< of its current call, the same for every attempt
    std::uint32_t policy;   ///< the attempt of its current call, or the flight that it has joined
    std::uint32_t flight;   ///< of a carrier
    std::uint16_t attempt;  ///< of its current call
    std::uint16_t branchesLeft;
    std::uint16_t nextBranch;
    std::uint16_t part;  ///< of a database, if `inPart`
    std::uint8_t callKeyClass;
    std::uint8_t zone;     ///< where it runs
    std::uint32_t chosen;  ///< the instance that it is on its way to
};

constexpr std::uint8_t kNoKey = UINT8_MAX;

/// Records of visits, reused: creating and ending a visit allocates nothing in the steady state.
///
/// The visits that one user's action leads to lie together, in a block of neighbouring records, so
/// that all who wait for one answer can be fetched at once, without asking each where the next is.
class VisitPool {
public:
    static constexpr std::uint32_t kMostInBlock = 8;

    /// `chain`: the most visits that wait for one another in a row; more than a block holds go on
    /// in the next block.
    explicit VisitPool(std::uint32_t chain)
        : blockLog2_(std::bit_width(std::clamp(chain, 1u, kMostInBlock) - 1)),
          full_(static_cast<Bits>((1u << (1u << blockLog2_)) - 1)) {}

    /// A record beside its parent's, if there is room; kNone: in a block of its own.
    [[gnu::always_inline]] VisitId create(VisitId parent) {
        ++size_;
        if (parent != kNone) {
            Bits& used = used_[parent >> blockLog2_];
            const auto free = static_cast<unsigned>(full_ & ~used);
            if (free != 0) {
                used = static_cast<Bits>(used | (free & -free));
                return (parent >> blockLog2_ << blockLog2_) +
                       static_cast<VisitId>(std::countr_zero(free));
            }
        }
        if (freeCount_ == 0) [[unlikely]]
            addBlock();
        const std::uint32_t block = freeBlocks_[--freeCount_];
        used_[block] = 1;
        return block << blockLog2_;
    }
    [[gnu::always_inline]] void release(VisitId id) {
        --size_;
        const std::uint32_t block = id >> blockLog2_;
        used_[block] = static_cast<Bits>(used_[block] & ~bitOf(id));
        detailed_[block] = static_cast<Bits>(detailed_[block] & ~bitOf(id));
        if (used_[block] == 0) freeBlocks_[freeCount_++] = block;
    }
    /// References hold until the next create().
    Visit& operator[](VisitId id) { return visits_[id]; }
    const Visit& operator[](VisitId id) const { return visits_[id]; }
    /// Of one of its own records.
    VisitId idOf(const Visit& visit) const { return static_cast<VisitId>(&visit - visits_.data()); }
    VisitDetails& details(VisitId id) { return details_[id]; }
    const VisitDetails& details(VisitId id) const { return details_[id]; }
    /// Begins to fetch a visit, and the record that one beside it would get, into the processor's
    /// caches.
    void prefetch(VisitId id) const {
        const std::uint32_t block = id >> blockLog2_;
        sim::prefetch(&visits_[id]);
        const auto free = static_cast<unsigned>(full_ & ~used_[block]);
        if (free != 0)
            sim::prefetch(
                &visits_[(block << blockLog2_) + static_cast<VisitId>(std::countr_zero(free))]);
    }
    /// Then those beside it and its caller, who go on when it answers; with the details of those
    /// that noteDetails() was told of.
    void prefetchCallers(VisitId id) const {
        prefetchBlock(id >> blockLog2_);
        const VisitId parent = visits_[id].parent;
        if (parent != kNone && (parent ^ id) >> blockLog2_ != 0)
            prefetchBlock(parent >> blockLog2_);
    }
    /// The visit's details will be asked for at its end.
    void noteDetails(VisitId id) {
        Bits& noted = detailed_[id >> blockLog2_];
        noted = static_cast<Bits>(noted | bitOf(id));
    }
    std::size_t capacity() const { return visits_.size(); }
    std::size_t size() const { return size_; }
    bool isFree(VisitId id) const { return (used_[id >> blockLog2_] & bitOf(id)) == 0; }

private:
    /// Not uint8_t: what is stored through that might be anything, so after it the compiler reads
    /// all it knows from memory again.
    using Bits = char8_t;

    void prefetchBlock(std::uint32_t block) const {
        const VisitId first = block << blockLog2_;
        for (unsigned bits = used_[block]; bits != 0; bits &= bits - 1)
            sim::prefetch(&visits_[first + static_cast<VisitId>(std::countr_zero(bits))]);
        for (unsigned bits = detailed_[block]; bits != 0; bits &= bits - 1)
            sim::prefetch(&details_[first + static_cast<VisitId>(std::countr_zero(bits))]);
    }
    unsigned bitOf(VisitId id) const { return 1u << (id & ((1u << blockLog2_) - 1)); }
    [[gnu::noinline]] void addBlock() {
        used_.push_back(0);
        detailed_.push_back(0);
        freeBlocks_.resize(used_.capacity());
        freeBlocks_[freeCount_++] = static_cast<std::uint32_t>(used_.size() - 1);
        visits_.resize(visits_.size() + (1u << blockLog2_));
        details_.resize(visits_.size());
    }

    int blockLog2_;
    Bits full_;
    BigVector<Visit> visits_;
    BigVector<VisitDetails> details_;
    std::vector<Bits> used_;                 ///< by block, a bit for each of its records
    std::vector<Bits> detailed_;             ///< likewise: noteDetails()
    std::vector<std::uint32_t> freeBlocks_;  ///< a stack, with room for all there are
    std::size_t freeCount_ = 0;
    std::size_t size_ = 0;
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
