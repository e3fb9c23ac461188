// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/components/database.h"

#include "sim/engine/engine.h"

#include <algorithm>

namespace headroom::sim {

namespace {
constexpr std::uint64_t kKeyless = UINT64_MAX;
}

Database::Database(Engine& engine, const ComponentInfo& info) : firstPart_(info.firstPart) {
    const auto& spec = std::get<model::DatabaseSpec>(info.spec->spec);
    if (spec.hotKeys) keyRate_.emplace(*spec.hotKeys);
    if (info.parts == 1) return;
    replicas_.resize(info.parts);
    for (std::uint32_t part = 1; part < info.parts; ++part)
        replicas_[part].alarm = engine.addAlarm({Alarm::Kind::replicaLag, info.database, part});
}

std::uint64_t Database::keyOf(const Visit& visit) {
    return visit.keyClass == kNoKey ? kKeyless : CacheStore::classKey(visit.keyClass, visit.key);
}

bool Database::lock(Engine& engine, VisitId id) {
    const std::uint64_t key = keyOf(engine.visits[id]);
    if (key == kKeyless) return true;
    if (const std::uint32_t held = locks_.find(key); held != KeyTable::kAbsent) {
        engine.visits[id].state = State::waitingForLock;
        waiters_[held].pushBack(engine.visits, id);
        return false;
    }
    if (freeWaiters_.empty()) {
        freeWaiters_.push_back(static_cast<std::uint32_t>(waiters_.size()));
        waiters_.emplace_back();
    }
    locks_.insert(key, freeWaiters_.back());
    freeWaiters_.pop_back();
    engine.visits[id].locks = true;
    return true;
}

void Database::unlock(Engine& engine, VisitId id) {
    engine.visits[id].locks = false;
    const std::uint64_t key = keyOf(engine.visits[id]);
    const std::uint32_t held = locks_.find(key);
    if (waiters_[held].empty()) {
        locks_.erase(key);
        freeWaiters_.push_back(held);
        return;
    }
    const VisitId next = waiters_[held].popFront(engine.visits);
    engine.visits[next].locks = true;
    ++engine.visits[next].cursor;
    engine.goOn(next);
}

void Database::abandonLock(Engine& engine, VisitId id) {
    waiters_[locks_.find(keyOf(engine.visits[id]))].remove(engine.visits, id);
}

void Database::replicate(Engine& engine, const Visit& write) {
    const std::uint64_t key = keyOf(write);
    for (std::uint32_t part = 1; part < replicas_.size(); ++part) {
        Replica& replica = replicas_[part];
        const SimTime lag = engine.draw(engine.program.parts[firstPart_ + part].lag);
        replica.lastDue = std::max(replica.lastDue, engine.now() + lag);
        compact(replica);
        replica.writes.push_back({engine.now(), replica.lastDue, key, false});
        if (key != kKeyless) {
            const std::uint32_t missing = replica.missing.find(key);
            if (missing == KeyTable::kAbsent)
                replica.missing.insert(key, 1);
            else
                replica.missing.assign(key, missing + 1);
        }
        if (replica.first + 1 == replica.writes.size())
            engine.partMeter(firstPart_ + part).lag.set(engine.now(), engine.now());
        if (!replica.armed) arm(engine, replica);
    }
}

void Database::arm(Engine& engine, Replica& replica) {
    replica.armed = replica.next < replica.writes.size();
    if (replica.armed)
        engine.schedule(replica.writes[replica.next].due, EventKind::alarm, replica.alarm);
}

void Database::onLagOver(Engine& engine, std::uint32_t number) {
    const auto part = static_cast<std::uint16_t>(number);
    Replica& replica = replicas_[part];
    const EntryIndex apply = engine.program.parts[firstPart_ + part].apply;
    while (replica.next < replica.writes.size() &&
           replica.writes[replica.next].due <= engine.now()) {
        const std::size_t index = replica.next++;
        if (apply == kNone16)
            done(engine, part, index);
        else
            engine.startInner(apply, part, replica.base + static_cast<std::uint32_t>(index));
    }
    arm(engine, replica);
}

void Database::onApplied(Engine& engine, std::uint16_t part, std::uint32_t number) {
    done(engine, part, number - replicas_[part].base);
}

void Database::done(Engine& engine, std::uint16_t part, std::size_t index) {
    Replica& replica = replicas_[part];
    Write& write = replica.writes[index];
    write.done = true;
    if (write.key != kKeyless) {
        const std::uint32_t missing = replica.missing.find(write.key);
        if (missing == 1)
            replica.missing.erase(write.key);
        else
            replica.missing.assign(write.key, missing - 1);
    }
    while (replica.first < replica.writes.size() && replica.writes[replica.first].done)
        ++replica.first;
    const bool all = replica.first == replica.writes.size();
    engine.partMeter(firstPart_ + part)
        .lag.set(engine.now(), all ? kNever : replica.writes[replica.first].ended);
}

// Makes room for one more among those that are done, where they are more than half.
void Database::compact(Replica& replica) {
    if (replica.writes.size() < replica.writes.capacity() || replica.first < 256 ||
        replica.first * 2 < replica.writes.size())
        return;
    replica.writes.erase(replica.writes.begin(),
                         replica.writes.begin() + static_cast<std::ptrdiff_t>(replica.first));
    replica.base += static_cast<std::uint32_t>(replica.first);
    replica.next -= replica.first;
    replica.first = 0;
}

bool Database::isStale(std::uint16_t part, std::uint64_t key) const {
    return part > 0 && replicas_[part].missing.find(key) != KeyTable::kAbsent;
}

}  // namespace headroom::sim
