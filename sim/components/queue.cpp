// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/components/queue.h"

#include "sim/engine/engine.h"
#include "sim/kernel/spread.h"

#include <algorithm>

namespace headroom::sim {

namespace {
constexpr std::uint32_t kBlocked = UINT32_MAX;  ///< in place of a partition
}  // namespace

Queue::Queue(Engine& engine, const ComponentInfo& info, ComponentIndex component)
    : component_(component), number_(info.index), spec_(std::get<model::QueueSpec>(info.spec->spec)) {
    partitions_.resize(static_cast<std::size_t>(std::max(1, spec_.partitions)));
    groups_.resize(partitions_.size());
    if (gathers())
        for (std::size_t p = 0; p < partitions_.size(); ++p)
            partitions_[p].alarm = engine.addAlarm(
                {Alarm::Kind::queueWindow, info.index, static_cast<std::uint32_t>(p)});
    if (spec_.retention)
        retentionAlarm_ = engine.addAlarm({Alarm::Kind::queueRetention, info.index, 0});
}

void Queue::start(Engine& engine) {
    wanted_ = spec_.consumerCount();
    setConsumers(engine, wanted_);
}

void Queue::scaleTo(Engine& engine, std::int64_t consumers) {
    const std::int64_t before = wanted_;
    wanted_ = consumers;
    if (ready_ > wanted_) setConsumers(engine, wanted_);
    const std::uint32_t startUp = engine.program.components[component_].startUp;
    for (std::int64_t i = std::max(before, ready_); i < wanted_; ++i) {
        if (startUp == kNone)
            setConsumers(engine, ready_ + 1);
        else
            engine.plan(engine.now() + engine.draw(engine.program.draws[startUp]),
                        {ControlKind::consumerStarted, number_});
    }
}

// One that has been given up meanwhile begins in place of one that is wanted later.
void Queue::onStarted(Engine& engine) {
    if (ready_ < wanted_) setConsumers(engine, ready_ + 1);
}

void Queue::setConsumers(Engine& engine, std::int64_t consumers) {
    ready_ = consumers;
    const auto partitions = static_cast<std::int64_t>(partitions_.size());
    if (isStream()) {
        active_ = static_cast<std::uint32_t>(std::clamp<std::int64_t>(consumers, 0, partitions));
    } else {
        groups_.front().consumers = consumers;
    }
    consumers_ = isStream() ? active_ : consumers;
    measureConsumers(engine);
    if (consumers_ == 0) return;
    for (Group& group : groups_) group.firstReady = kNone;
    for (Partition& partition : partitions_) partition.listed = false;
    for (std::uint32_t p = 0; p < partitions_.size(); ++p) list(p);
    for (std::uint32_t g = 0; g < active_; ++g) serve(engine, g);
}

// Consumers beyond the partitions can never be busy; those that go count until they have finished.
void Queue::measureConsumers(Engine& engine) {
    std::int64_t now = std::max(consumers_, busy_);
    if (isStream()) {  // the others go on meanwhile
        now = active_;
        for (std::size_t group = active_; group < groups_.size(); ++group)
            now += groups_[group].busy;
    }
    engine.meter(component_).capacity.add(engine.now(), now - measured_);
    measured_ = now;
}

std::uint32_t Queue::partitionOf(const Visit& visit) {
    const auto count = static_cast<std::uint32_t>(partitions_.size());
    if (visit.keyClass == kNoKey) return nextPartition_++ % count;
    const std::uint64_t key = (std::uint64_t{visit.keyClass} << 32) | visit.key;
    return static_cast<std::uint32_t>(scrambled(key) % count);
}

bool Queue::accept(Engine& engine, VisitId id) {
    const std::int64_t items = engine.items[id];
    if (!blocked_.empty() || !hasRoomFor(items)) {
        if (items > spec_.capacity || spec_.overflow == model::Overflow::reject) return false;
        if (spec_.overflow == model::Overflow::block) {
            engine.messages[id].partition = kBlocked;
            blocked_.pushBack(engine.visits, id);
            return true;
        }
        if (!makeRoom(engine, items)) return false;
    }
    keep(engine, id);
    return true;
}

bool Queue::makeRoom(Engine& engine, std::int64_t items) {
    while (!hasRoomFor(items)) {
        const VisitId oldest = order_.oldest();
        if (oldest == kNone) return false;
        engine.giveUp(oldest, Outcome::failed);
    }
    return true;
}

void Queue::keep(Engine& engine, VisitId id) {
    Message& message = engine.messages[id];
    kept_ += engine.items[id];
    keptInAll_ += engine.items[id];
    message.kept = engine.now();
    message.partition = partitionOf(engine.visits[id]);
    const std::uint32_t number = message.partition;
    partitions_[number].line.pushBack(engine.visits, id);
    engine.detach(id);
    engine.visits[id].timer = order_.add(engine.visits, id);
    measureLag(engine);
    if (spec_.retention && !retentionArmed_) armRetention(engine);
    if (gathers()) gather(engine, number, id);
    offer(engine, number);
}

void Queue::admitBlocked(Engine& engine) {
    while (!blocked_.empty() && hasRoomFor(engine.items[blocked_.front()]))
        keep(engine, blocked_.popFront(engine.visits));
}

void Queue::gather(Engine& engine, std::uint32_t number, VisitId id) {
    Partition& partition = partitions_[number];
    if (partition.gathered == 0) {
        partition.gatherer = id;
        partition.gatheredItems = 0;
        partition.windowEnds = engine.now() + spec_.batch->window.count();
        if (!partition.armed)
            engine.schedule(partition.windowEnds, EventKind::alarm, partition.alarm);
        partition.armed = true;
    }
    ++partition.gathered;
    partition.gatheredItems += engine.items[id];
    if (partition.gatheredItems >= spec_.batch->size) closeBatch(engine, partition);
}

void Queue::closeBatch(Engine& engine, Partition& partition) {
    engine.messages[partition.gatherer].batch = partition.gathered;
    partition.gathered = 0;
    ++partition.closedBatches;
}

void Queue::onWindowOver(Engine& engine, std::uint32_t number) {
    Partition& partition = partitions_[number];
    partition.armed = false;
    if (partition.gathered == 0) return;
    if (partition.windowEnds > engine.now()) {
        partition.armed = true;
        return engine.schedule(partition.windowEnds, EventKind::alarm, partition.alarm);
    }
    closeBatch(engine, partition);
    offer(engine, number);
}

bool Queue::isReady(const Partition& partition) const {
    return gathers() ? partition.closedBatches > 0 : !partition.line.empty();
}

void Queue::offer(Engine& engine, std::uint32_t number) {
    list(number);
    if (consumers_ > 0) serve(engine, groupOf(number));
}

void Queue::list(std::uint32_t number) {
    Partition& partition = partitions_[number];
    if (partition.listed || partition.isRead || consumers_ == 0 || !isReady(partition)) return;
    Group& group = groups_[groupOf(number)];
    (group.firstReady == kNone ? group.firstReady : partitions_[group.lastReady].next) = number;
    group.lastReady = number;
    partition.next = kNone;
    partition.listed = true;
}

std::uint32_t Queue::unlistFirst(Group& group) {
    const std::uint32_t number = group.firstReady;
    group.firstReady = partitions_[number].next;
    partitions_[number].listed = false;
    return number;
}

void Queue::serve(Engine& engine, std::uint32_t number) {
    Group& group = groups_[number];
    while (group.busy < group.consumers && group.firstReady != kNone) {
        const std::uint32_t partition = unlistFirst(group);
        if (!isReady(partitions_[partition])) continue;  // what it had was lost meanwhile
        ++group.busy;
        ++busy_;
        partitions_[partition].isRead = isStream();
        take(engine, partition);
        list(partition);
    }
}

// A consumer that comes late takes all that has waited for it, up to the size of a batch.
std::uint32_t Queue::closedLength(Engine& engine, Partition& partition) const {
    std::uint32_t length = 0, batches = 0;
    std::int64_t items = 0;
    VisitId id = partition.line.front();
    while (batches < partition.closedBatches) {
        const std::uint32_t more = engine.messages[id].batch;
        for (std::uint32_t i = 0; i < more; ++i, id = engine.visits[id].next)
            items += engine.items[id];
        if (batches > 0 && items > spec_.batch->size) break;
        length += more;
        ++batches;
    }
    partition.closedBatches -= batches;
    return length;
}

std::uint32_t Queue::batchLength(Engine& engine, Partition& partition) const {
    if (gathers()) return closedLength(engine, partition);
    if (!spec_.batch) return 1;
    std::uint32_t length = 0;
    std::int64_t items = 0;
    for (VisitId id = partition.line.front(); id != kNone && items < spec_.batch->size;
         id = engine.visits[id].next) {
        items += engine.items[id];
        ++length;
    }
    return length;
}

void Queue::unlist(Engine& engine, VisitId id) {
    order_.remove(engine.visits[id].timer);
    engine.visits[id].timer = kNone;
}

VisitId Queue::takeFront(Engine& engine, Partition& partition) {
    const VisitId id = partition.line.popFront(engine.visits);
    unlist(engine, id);
    return id;
}

void Queue::take(Engine& engine, std::uint32_t number) {
    Partition& partition = partitions_[number];
    const std::uint32_t length = batchLength(engine, partition);
    const VisitId first = takeFront(engine, partition);
    Message& leader = engine.messages[first];
    leader.reader = groupOf(number);
    leader.follower = kNone;
    std::uint32_t items = engine.items[first];
    VisitId* link = &leader.follower;
    for (std::uint32_t i = 1; i < length; ++i) {
        const VisitId id = takeFront(engine, partition);
        items += engine.items[id];
        engine.follow(id);
        engine.visits[id].next = kNone;
        *link = id;
        link = &engine.visits[id].next;
    }
    engine.items[first] = items;
    leader.kept = engine.now();
    engine.visits[first].ownsFlight = length > 1;
    measureLag(engine);
    engine.meter(component_).busy.add(engine.now(), 1);
    engine.grant(first);
}

void Queue::release(Engine& engine, VisitId id) {
    const Message& message = engine.messages[id];
    kept_ -= engine.items[id];
    deliveredInAll_ += engine.items[id];
    --groups_[message.reader].busy;
    --busy_;
    engine.meter(component_).busy.add(engine.now(), -1);
    if (measured_ != consumers_) measureConsumers(engine);
    partitions_[message.partition].isRead = false;
    offer(engine, message.partition);
    if (message.reader < active_) serve(engine, message.reader);
    admitBlocked(engine);
}

void Queue::endBatch(Engine& engine, VisitId id, Outcome outcome, Outcome cause) {
    const SimTime left = engine.messages[id].kept;
    for (VisitId follower = engine.messages[id].follower; follower != kNone;) {
        const VisitId next = engine.visits[follower].next;
        engine.endFollower(follower, left, outcome, cause);
        follower = next;
    }
}

// To be called while the message is still in the line.
void Queue::forgetInBatch(Engine& engine, Partition& partition, VisitId id) {
    VisitId first = partition.line.front();
    for (std::uint32_t batch = 0; batch < partition.closedBatches; ++batch) {
        const std::uint32_t length = engine.messages[first].batch;
        VisitId next = first;
        bool isIn = false;
        for (std::uint32_t i = 0; i < length; ++i) {
            isIn |= next == id;
            next = engine.visits[next].next;
        }
        if (isIn && length == 1) --partition.closedBatches;
        if (isIn && length > 1)
            engine.messages[id == first ? engine.visits[id].next : first].batch = length - 1;
        if (isIn) return;
        first = next;
    }
    partition.gatheredItems -= engine.items[id];
    --partition.gathered;
    if (partition.gatherer == id) partition.gatherer = engine.visits[id].next;
}

void Queue::abandon(Engine& engine, VisitId id) {
    const Message& message = engine.messages[id];
    if (message.partition == kBlocked) return blocked_.remove(engine.visits, id);
    Partition& partition = partitions_[message.partition];
    if (gathers()) forgetInBatch(engine, partition, id);
    partition.line.remove(engine.visits, id);
    unlist(engine, id);
    kept_ -= engine.items[id];
    lostInAll_ += engine.items[id];
    measureLag(engine);
}

void Queue::armRetention(Engine& engine) {
    retentionArmed_ = true;
    engine.schedule(engine.messages[order_.oldest()].kept + spec_.retention->count(),
                    EventKind::alarm, retentionAlarm_);
}

// One message at a time: the room that it leaves is taken before the next one is looked at.
void Queue::onRetentionOver(Engine& engine) {
    retentionArmed_ = false;
    const VisitId oldest = order_.oldest();
    if (oldest != kNone &&
        engine.messages[oldest].kept + spec_.retention->count() <= engine.now()) {
        engine.giveUp(oldest, Outcome::failed);
        admitBlocked(engine);
    }
    if (!retentionArmed_ && order_.oldest() != kNone) armRetention(engine);
}

void Queue::measureLag(Engine& engine) {
    const VisitId oldest = order_.oldest();
    engine.meter(component_)
        .lag.set(engine.now(), oldest == kNone ? kNever : engine.messages[oldest].kept);
}

void Queue::check(std::vector<std::string>& broken) const {
    if (keptInAll_ == deliveredInAll_ + lostInAll_ + kept_) return;
    broken.push_back("queue: " + std::to_string(keptInAll_) + " messages kept, " +
                     std::to_string(deliveredInAll_) + " delivered, " + std::to_string(lostInAll_) +
                     " lost, " + std::to_string(kept_) + " here");
}

}  // namespace headroom::sim
