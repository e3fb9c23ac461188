// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/kernel/event.h"
#include "sim/kernel/event_chunks.h"
#include "sim/kernel/event_heap.h"
#include "sim/kernel/event_stack.h"
#include "sim/kernel/event_wheel.h"
#include "sim/kernel/sim_time.h"

#include <array>
#include <cassert>
#include <cstdint>
#include <vector>

/// The calendar of pending events: a bucketed calendar in the manner of a hierarchical timing wheel
/// (Varghese & Lauck 1987; Brown's calendar queue 1988).
///
/// Time is cut into buckets of 2^widthLog2 ns. An event waits in one of four places, by its time:
/// - front: the first bucket, or as many as it takes to have a handful; a sorted array, the next
///   event at its end. A push into it moves the earlier ones up; where it is long, a 4-ary heap
///   beside it takes the push.
/// - fine: a wheel with a place for each bucket, unordered; sorted when it comes to the front.
/// - coarse: a wheel with a place for each 4,096 buckets, dealt out to the fine one in time.
/// - far: a heap for whatever lies beyond the coarse wheel.
///
/// While all pending events fit into a short front there are no buckets at all. Events of equal
/// time leave in the order of their insertion. push and pop cost O(1) amortised and allocate
/// nothing in the steady state. Events cannot be withdrawn: whoever pushes one makes sure that its
/// payload still means something when it comes.
namespace headroom::sim {

class EventQueue {
public:
    using Event = sim::Event;

    /// 2^20 ns (about 1 ms) suits hundreds of thousands of events per simulated second; any width
    /// is correct. `firstSequence` lets a test come to the point where the numbers of insertion run
    /// out, and are dealt anew.
    explicit EventQueue(int widthLog2 = 20, std::uint32_t firstSequence = 0);

    /// Precondition: time is not before the last popped event, and before kNever.
    ///
    /// What is rare here is a call at the very end, so that the rest does without a stack frame.
    void push(SimTime time, std::uint32_t payload) {
        assert(time >= now_ && time < kNever);
        if (nextSequence_ == kSequencesEnd) [[unlikely]]
            return renumberAndPush(time, payload);
        const PendingEvent event{time, nextSequence_++ << 32 | payload};
        ++size_;
        if (static_cast<std::uint64_t>(time) >= frontEnd_) return place(event);
        pushToFront(event);
    }
    bool empty() const { return size_ == 0; }
    std::size_t size() const { return size_; }
    /// The time of the next event; kNever if empty.
    SimTime nextTime() {
        if (frontIsNext()) [[likely]]
            return front_.back().time;
        if (empty()) return kNever;
        if (frontIsEmpty()) refillFront();
        return lateIsNext() ? late_.top().time : front_.back().time;
    }
    /// Removes and returns the next event. Precondition: not empty.
    Event pop() {
        assert(!empty());
        const PendingEvent event = frontIsNext() ? front_.pop() : popOther();
        --size_;
        now_ = event.time;
        return {event.time, event.sequence(), event.payload()};
    }

    /// A guess at the payload of the event that will be popped after `distance` others; kUnknown if it is not yet
    /// known. For fetching what it will need into the processor's caches, nothing else.
    static constexpr std::uint32_t kUnknown = UINT32_MAX;
    std::uint32_t payloadAhead(std::size_t distance) const {
        return distance < front_.size() ? front_[front_.size() - 1 - distance].payload() : kUnknown;
    }

private:
    static constexpr std::uint64_t kSequencesEnd = std::uint64_t{1} << 32;
    static constexpr std::uint64_t kNoEnd = ~std::uint64_t{0};
    static constexpr int kFineLog2 = 16;
    static constexpr int kCoarseLog2 = 12;
    static constexpr int kFinePerCoarseLog2 = 12;
    /// Buckets are taken until the front has the first number; above the second it is cut short.
    static constexpr std::size_t kShortFront = 64;
    static constexpr std::size_t kLongFront = 128;

    /// From so many pending events on, their buckets have left the processor's caches: an event for
    /// the fine wheel then stays on the way for so many turns, while its place is fetched.
    static constexpr std::size_t kMany = std::size_t{1} << 15;
    static constexpr std::uint32_t kOnTheWay = 8;

    /// Whether the next event is the last one of the front, as nearly always.
    bool frontIsNext() const { return !front_.empty() && late_.empty(); }
    bool frontIsEmpty() const { return front_.empty() && late_.empty(); }
    bool lateIsNext() const {
        return !late_.empty() && (front_.empty() || isBefore(late_.top(), front_.back()));
    }
    void pushToFront(PendingEvent event) {
        if (front_.size() >= kLongFront) return pushToLongFront(event);
        front_.insert(event);
    }
    /// Puts an event that is not of the front into the wheels or beyond.
    [[gnu::noinline]] void place(PendingEvent event) {
        const std::uint64_t bucket = bucketOf(event.time);
        if (bucket >= fineEnd_) return placeBeyondFine(event, bucket >> kFinePerCoarseLog2);
        if (size_ < kMany) return fine_.insert(chunks_, bucket, event);
        fine_.prefetchBucket(bucket);
        onTheWay_[wayEnd_++ % kOnTheWay] = event;
        if (wayEnd_ - wayBegin_ < kOnTheWay) return;
        fine_.prefetchPlace(chunks_, bucketOf(onTheWay_[(wayBegin_ + kOnTheWay / 2) % kOnTheWay].time));
        const PendingEvent oldest = onTheWay_[wayBegin_++ % kOnTheWay];
        fine_.insert(chunks_, bucketOf(oldest.time), oldest);
    }
    /// Lets all events that are on the way to the fine wheel arrive.
    void settle() {
        for (; wayBegin_ != wayEnd_; ++wayBegin_) {
            const PendingEvent event = onTheWay_[wayBegin_ % kOnTheWay];
            fine_.insert(chunks_, bucketOf(event.time), event);
        }
    }
    std::uint64_t bucketOf(SimTime time) const {
        return static_cast<std::uint64_t>(time) >> widthLog2_;
    }

    void placeBeyondFine(PendingEvent event, std::uint64_t coarseBucket);
    [[gnu::noinline]] void pushToLongFront(PendingEvent event);
    [[gnu::noinline]] PendingEvent popOther();
    bool cutFront();
    void refillFront();
    void sortFrom(std::size_t first);
    void takeNextBucket();
    void moveWindow(std::uint64_t firstBucket);
    std::uint64_t firstBucketBeyondFine() const;
    std::uint64_t windowStart() const { return fineEnd_ - fine_.size(); }
    bool nothingBeyondFront() const { return fine_.empty() && coarse_.empty() && far_.empty(); }
    void renumber();
    [[gnu::noinline]] void renumberAndPush(SimTime time, std::uint32_t payload);
    std::vector<PendingEvent> takeAll();
    void putBack(const std::vector<PendingEvent>& events);

    const int widthLog2_;
    std::uint64_t nextSequence_;
    std::size_t size_ = 0;
    std::uint64_t frontEnd_ = kNoEnd;  ///< the first time that is not of the front
    EventStack front_{kLongFront};     ///< descending
    EventHeap late_;
    std::uint64_t fineEnd_ = 0;  ///< the first bucket that has no place in the fine wheel
    EventWheel fine_{kFineLog2};
    std::array<PendingEvent, kOnTheWay> onTheWay_;  ///< a ring
    std::uint32_t wayBegin_ = 0, wayEnd_ = 0;
    EventWheel coarse_{kCoarseLog2};
    EventChunks chunks_;
    EventHeap far_;
    SimTime now_ = 0;  ///< the time of the last popped event
};

}  // namespace headroom::sim
