// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/kernel/event_queue.h"

#include <algorithm>

namespace headroom::sim {

EventQueue::EventQueue(int widthLog2, std::uint32_t firstSequence)
    : widthLog2_(widthLog2), nextSequence_(firstSequence) {
    assert(widthLog2 >= 0 && widthLog2 < 63);
}

void EventQueue::placeBeyondFine(PendingEvent event, std::uint64_t coarseBucket) {
    if (coarseBucket < (fineEnd_ >> kFinePerCoarseLog2) + coarse_.size()) {
        coarse_.insert(chunks_, coarseBucket, event);
    } else {
        far_.push(event);
    }
}

void EventQueue::pushToLongFront(PendingEvent event) {
    if (!cutFront()) return late_.push(event);
    if (static_cast<std::uint64_t>(event.time) < frontEnd_) {
        pushToFront(event);
    } else {
        place(event);
    }
}

PendingEvent EventQueue::popOther() {
    if (frontIsEmpty()) refillFront();
    return lateIsNext() ? late_.pop() : front_.pop();
}

/// Gives the later half of a front of several buckets back to the wheels; false if it is of one
/// bucket.
bool EventQueue::cutFront() {
    const std::uint64_t cut =
        std::max(bucketOf(front_[front_.size() / 2].time), bucketOf(front_.back().time) + 1);
    const std::uint64_t end = cut << widthLog2_;
    if (end >= frontEnd_) return false;
    assert(late_.empty());  // it is in use for a front of one bucket only
    settle();
    if (frontEnd_ == kNoEnd) moveWindow(bucketOf(now_));
    if (cut < windowStart()) {
        // The window had to leap far ahead to answer nextTime(), and now there are events before it
        // after all.
        putBack(takeAll());
        return true;
    }
    frontEnd_ = end;
    const auto kept = std::find_if(front_.begin(), front_.end(),
                                   [&](PendingEvent event) { return bucketOf(event.time) < cut; });
    std::for_each(front_.begin(), kept, [&](PendingEvent event) { place(event); });
    front_.dropBefore(kept);
    return true;
}

/// Takes buckets in ascending order, and then turns the front round.
void EventQueue::refillFront() {
    settle();
    if (bucketOf(now_) >= windowStart() + (std::uint64_t{1} << kFinePerCoarseLog2))
        moveWindow(bucketOf(now_));
    takeNextBucket();
    // A front that has its fill does without the far future, unless that is all there is.
    while (front_.size() < kShortFront && !nothingBeyondFront() &&
           (!fine_.empty() || size_ <= kShortFront))
        takeNextBucket();
    if (nothingBeyondFront()) frontEnd_ = kNoEnd;
    std::reverse(front_.begin(), front_.end());
}

void EventQueue::takeNextBucket() {
    if (fine_.empty()) moveWindow(firstBucketBeyondFine());
    const std::uint64_t bucket =
        fine_.firstOccupied(std::max(frontEnd_ >> widthLog2_, windowStart()));
    const std::size_t before = front_.size();
    fine_.drain(chunks_, bucket, [&](PendingEvent event) { front_.push_back(event); });
    sortFrom(before);
    frontEnd_ = (bucket + 1) << widthLog2_;
}

void EventQueue::sortFrom(std::size_t first) {
    if (front_.size() - first < 2) return;
    std::sort(front_.begin() + static_cast<std::ptrdiff_t>(first), front_.end(),
              [](const PendingEvent& a, const PendingEvent& b) { return isBefore(a, b); });
}

std::uint64_t EventQueue::firstBucketBeyondFine() const {
    if (coarse_.empty()) return bucketOf(far_.top().time);
    return coarse_.firstOccupied(fineEnd_ >> kFinePerCoarseLog2) << kFinePerCoarseLog2;
}

/// Lets the fine wheel begin near `firstBucket` and fills it from the coarse one, and that from
/// afar.
void EventQueue::moveWindow(std::uint64_t firstBucket) {
    const std::uint64_t coarseBefore = fineEnd_ >> kFinePerCoarseLog2;
    fineEnd_ = (firstBucket >> kFinePerCoarseLog2 << kFinePerCoarseLog2) + fine_.size();
    const std::uint64_t coarseNow = fineEnd_ >> kFinePerCoarseLog2;
    while (!coarse_.empty()) {
        const std::uint64_t bucket = coarse_.firstOccupied(coarseBefore);
        if (bucket >= coarseNow) break;
        coarse_.drain(chunks_, bucket, [&](PendingEvent event) { place(event); });
    }
    const std::uint64_t coarseEnd = coarseNow + coarse_.size();
    while (!far_.empty() && bucketOf(far_.top().time) >> kFinePerCoarseLog2 < coarseEnd)
        place(far_.pop());
    settle();
}

/// When the numbers of insertion run out, the pending events get the first ones, in the same order.
void EventQueue::renumber() {
    std::vector<PendingEvent> events = takeAll();
    std::sort(events.begin(), events.end(),
              [](const PendingEvent& a, const PendingEvent& b) { return a.rank < b.rank; });
    nextSequence_ = 0;
    for (PendingEvent& event : events) event.rank = nextSequence_++ << 32 | event.payload();
    putBack(events);
}

void EventQueue::renumberAndPush(SimTime time, std::uint32_t payload) {
    renumber();
    push(time, payload);
}

std::vector<PendingEvent> EventQueue::takeAll() {
    settle();
    std::vector<PendingEvent> events;
    events.reserve(size_);
    events.assign(front_.begin(), front_.end());
    front_.clear();
    const auto take = [&](PendingEvent event) { events.push_back(event); };
    late_.drain(take);
    fine_.drainAll(chunks_, take);
    coarse_.drainAll(chunks_, take);
    far_.drain(take);
    return events;
}

void EventQueue::putBack(const std::vector<PendingEvent>& events) {
    moveWindow(bucketOf(now_));
    frontEnd_ = (bucketOf(now_) + 1) << widthLog2_;
    for (const PendingEvent& event : events) {
        if (static_cast<std::uint64_t>(event.time) < frontEnd_) {
            front_.push_back(event);
        } else {
            place(event);
        }
    }
    sortFrom(0);
    std::reverse(front_.begin(), front_.end());
}

}  // namespace headroom::sim
