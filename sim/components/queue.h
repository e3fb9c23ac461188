// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/engine/call_timers.h"
#include "sim/engine/visit.h"

#include <string>
#include <vector>

namespace headroom::sim {

class Engine;

/// A broker or stream. A visit here is a message: it begins when the message arrives and ends when
/// its receiver has answered, or when it is lost; whoever called is answered once it is kept.
///
/// Messages wait in partitions (a broker has one) and are read by groups of consumers: one group
/// for a broker's line, each consumer by itself for a stream, where partition p belongs to consumer
/// p mod consumers. A group with a consumer to spare takes the partitions that have something
/// ready in turn, one message or batch at a time. A batch is closed when its first message has
/// waited for the window, or when it is full; its first message makes the call and the others end
/// with it.
class Queue {
public:
    Queue(Engine& engine, const ComponentInfo& info, ComponentIndex component);

    void start(Engine& engine);
    /// Keeps the message, makes it wait for room, or (false) does not take it.
    bool accept(Engine& engine, VisitId message);
    /// The receiver is done with this message, the first of its batch.
    void release(Engine& engine, VisitId message);
    /// Ends those that were on their way with it.
    void endBatch(Engine& engine, VisitId message, Outcome outcome, Outcome cause);
    /// A waiting message goes away.
    void abandon(Engine& engine, VisitId message);
    /// From now on there are so many consumers; a stream's partitions are dealt out anew. Those
    /// that go finish what they have.
    void setConsumers(Engine& engine, std::int64_t consumers);
    /// Consumers at work, and those that shall be: a new one begins after its start-up.
    std::int64_t ready() const { return ready_; }
    std::int64_t wanted() const { return wanted_; }
    void scaleTo(Engine& engine, std::int64_t consumers);
    void onStarted(Engine& engine);
    void onWindowOver(Engine& engine, std::uint32_t partition);
    void onRetentionOver(Engine& engine);
    /// Conservation: what was kept was delivered or lost, or is still here.
    void check(std::vector<std::string>& broken) const;

private:
    struct Partition {
        WaitingLine line;
        std::uint32_t closedBatches = 0;  ///< at the front of the line
        std::uint32_t gathered = 0;       ///< messages of the batch that is still open
        std::int64_t gatheredItems = 0;
        VisitId gatherer = kNone;  ///< its first message
        SimTime windowEnds = 0;
        std::uint32_t alarm = kNone;
        bool armed = false;
        bool isRead = false;         ///< of a stream: its consumer is at work on it
        bool listed = false;         ///< among those that its group may take from
        std::uint32_t next = kNone;  ///< in that list
    };
    struct Group {
        std::int64_t consumers = 1;
        std::int64_t busy = 0;
        std::uint32_t firstReady = kNone, lastReady = kNone;
    };
    bool isStream() const { return spec_.partitions > 0; }
    bool gathers() const { return spec_.batch && spec_.batch->window.count() > 0; }
    std::uint32_t groupOf(std::uint32_t partition) const {
        return isStream() ? partition % active_ : 0;
    }
    std::uint32_t partitionOf(const Visit& visit);
    bool hasRoomFor(std::int64_t items) const { return kept_ + items <= spec_.capacity; }
    bool makeRoom(Engine& engine, std::int64_t items);
    void keep(Engine& engine, VisitId message);
    void admitBlocked(Engine& engine);
    void gather(Engine& engine, std::uint32_t partition, VisitId message);
    void closeBatch(Engine& engine, Partition& partition);
    void forgetInBatch(Engine& engine, Partition& partition, VisitId message);
    bool isReady(const Partition& partition) const;
    /// Lets its group take from it, if there is anything.
    void offer(Engine& engine, std::uint32_t partition);
    void list(std::uint32_t partition);
    std::uint32_t unlistFirst(Group& group);
    void serve(Engine& engine, std::uint32_t group);
    void take(Engine& engine, std::uint32_t partition);
    /// Of the batch that is taken next; takes the closed batches in it off the count.
    std::uint32_t batchLength(Engine& engine, Partition& partition) const;
    std::uint32_t closedLength(Engine& engine, Partition& partition) const;
    VisitId takeFront(Engine& engine, Partition& partition);
    void unlist(Engine& engine, VisitId message);
    void measureConsumers(Engine& engine);
    void measureLag(Engine& engine);
    void armRetention(Engine& engine);

    ComponentIndex component_;
    std::uint32_t number_;
    model::QueueSpec spec_;
    std::int64_t ready_ = 0, wanted_ = 0;
    std::vector<Partition> partitions_;
    std::vector<Group> groups_;
    std::uint32_t active_ = 1;    ///< groups that partitions belong to
    std::int64_t consumers_ = 0;  ///< that can be busy
    std::int64_t busy_ = 0;
    std::int64_t measured_ = 0;  ///< consumers, as the meter has it
    CallTimers order_;           ///< all that wait in partitions, oldest first
    WaitingLine blocked_;        ///< senders that wait for room
    std::uint32_t nextPartition_ = 0;
    std::uint32_t retentionAlarm_ = kNone;
    bool retentionArmed_ = false;
    std::int64_t kept_ = 0;  ///< items waiting or being handled
    std::int64_t keptInAll_ = 0, deliveredInAll_ = 0, lostInAll_ = 0;
};

}  // namespace headroom::sim
