// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/engine/engine.h"
#include "sim/kernel/spread.h"

#include <algorithm>

/// The steps that only clients have: what happens on the devices of users.
namespace headroom::sim {

bool Engine::clientStep(VisitId id, const Instruction& instruction) {
    switch (instruction.op) {
        case Op::network: return overNetwork(id, program.networks[instruction.a]);
        case Op::deviceWork: return deviceWork(id, program.draws[instruction.a]);
        case Op::online: return waitOnline(id);
        case Op::openPage: visits.details(id).wait = now_; break;
        case Op::mark: markPage(id, instruction.a == 0); break;
        case Op::frame: drawFrame(id, program.frames[instruction.a]); break;
        default: assert(false); break;
    }
    ++visits[id].cursor;
    return true;
}

// Every user keeps one network.
bool Engine::overNetwork(VisitId id, const NetworkMix& mix) {
    const double place = evenlySpread(visits[id].user);
    const auto kind =
        std::ranges::find_if(mix.kinds.begin(), mix.kinds.end() - 1,
                             [&](const NetworkMix::NetworkKind& k) { return place < k.upTo; });
    ++visits[id].cursor;
    delayUntil(id, now_ + draw(program.draws[kind->draw]));
    return false;
}

VisitId Engine::pageOf(VisitId id) const {
    while (visits[id].branch) id = visits[id].parent;
    return id;
}

// A device has one thread for its pages: pieces of work follow each other as they come up.
bool Engine::deviceWork(VisitId id, const Draw& work) {
    SimTime& free = visits.details(pageOf(id)).wait;
    const SimTime start = std::max(now_, free);
    free = start + drawFor(id, work);
    if (start > now_) addCpuWait(id, start - now_);
    ++visits[id].cursor;
    delayUntil(id, visits.details(pageOf(id)).wait);
    return false;
}

void Engine::markPage(VisitId id, bool isFirst) {
    const Visit& page = visits[pageOf(id)];
    const Entry& entry = program.entries[page.entry];
    const SimTime time = now_ - page.begun;
    meters_[entry.component].paint(time, isFirst);
    if (entry.probe != kNone16) probeMeters_[entry.probe].paint(time, isFirst);
}

void Engine::drawFrame(VisitId id, const FrameInfo& frame) {
    const Draw& work = program.draws[frame.draw];
    SimTime time = draw(work);
    if (work.each != kNone) time += drawSum(program.draws[work.each], frame.items);
    meters_[componentOf(id)].drawFrame(time, frame.budget);
}

// Whoever is offline has the request kept on the device, which answers for it, or loses it.
bool Engine::waitOnline(VisitId id) {
    Visit& v = visits[id];
    ++v.cursor;
    const auto& client = std::get<model::ClientSpec>(infoOf(id).spec->spec);
    OfflineUsers& users = offline_[componentOf(id)];
    const SimTime back = users.backAt(*client.offline, v.user, now_);
    if (back <= now_) return true;
    if (!users.keep(*client.offline, v.user)) {
        finish(id, Outcome::failed);
        return false;
    }
    v.sent = true;
    detach(id);
    delayUntil(id, back);
    return false;
}

std::uint64_t Engine::bytesOnDevice(const ComponentInfo& client, std::uint32_t user) const {
    std::uint64_t bytes = 0;
    for (const std::uint16_t cache : client.scopedCaches) bytes += caches_[cache].bytesOf(user);
    return bytes;
}

// What a user's cache has just got may be too much for the device.
void Engine::cleanUpDevice(VisitId id) {
    const ComponentIndex device = infoOf(id).device;
    if (device == kNone16) return;
    const ComponentInfo& client = program.components[device];
    const model::Memory& memory = *std::get<model::ClientSpec>(client.spec->spec).memory;
    std::uint32_t user = visits[id].user;
    if (user >= program.userCount) user = visitors.placeOf(user);
    if (user == kNone) return;
    const auto base = static_cast<std::uint64_t>(memory.base.count);
    if (!memory.limit ||
        base + bytesOnDevice(client, user) <= static_cast<std::uint64_t>(memory.limit->count))
        return;
    for (const std::uint16_t cache : client.scopedCaches)
        caches_[cache].evictShare(user, memory.cleanUp);
}

// The mean of the users that are here at the interval's end.
void Engine::measureDevices() {
    for (std::size_t c = 1; c < program.components.size(); ++c) {
        const auto* client = std::get_if<model::ClientSpec>(&program.components[c].spec->spec);
        if (!client || !client->memory) continue;
        std::uint64_t bytes = 0, users = 0;
        for (std::uint32_t user = 0; user < program.userCount; ++user) {
            if (!isHere(user)) continue;
            ++users;
            bytes += bytesOnDevice(program.components[c], user);
        }
        const double each =
            users == 0 ? 0 : static_cast<double>(bytes) / static_cast<double>(users);
        IntervalCounts& counts = meters_[c].lastInterval();
        counts.instancesArea = sampleSeconds();
        counts.memoryArea =
            (static_cast<double>(client->memory->base.count) + each) * sampleSeconds();
    }
}

}  // namespace headroom::sim
