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
    Visit& v = visits[id];
    if (start > now_) {
        SimTime& waited = visits.details(id).cpuWait;
        waited = (v.waitedForCpu ? waited : 0) + start - now_;
        v.waitedForCpu = true;
    }
    ++v.cursor;
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
    if (work.each != kNone)
        for (std::uint32_t i = 0; i < frame.items; ++i) time += draw(program.draws[work.each]);
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

}  // namespace headroom::sim
