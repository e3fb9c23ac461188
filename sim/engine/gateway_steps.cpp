// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/engine/engine.h"

#include <algorithm>
#include <cmath>

/// The steps that only gateways have.
namespace headroom::sim {

namespace {
/// Whether it is users, by what only hands their requests on, who ask.
bool comesFromUsers(Kind caller) {
    return caller == Kind::workload || caller == Kind::passThrough || caller == Kind::cache;
}
}  // namespace

bool Engine::connectUser(VisitId id, const Draw& connect) {
    visits[id].state = State::running;
    Gateway& gateway = gateways_[infoOf(id).index];
    const ComponentIndex caller = program.sites[visits[id].site].caller;
    if (!comesFromUsers(program.components[caller].kind)) {
        ++visits[id].cursor;
        if (gateway.place(*this, id)) return true;
        finish(id, Outcome::refused);
        return false;
    }
    switch (gateway.admit(*this, id)) {
        case Gateway::Admission::open: ++visits[id].cursor; return true;
        case Gateway::Admission::connects: return cpuWork(id, connect);
        case Gateway::Admission::refused: finish(id, Outcome::refused); return false;
    }
    return false;
}

// A visit that nobody calls and nobody measures, at an instance.
void Engine::startInnerAt(EntryIndex entry, std::uint32_t instance) {
    const VisitId id = create(entry, program.detachedSite, kNone, kNone);
    visits[id].instance = instance;
    ready_.push_back(id);
}

std::uint32_t Engine::receiversOf(VisitId id, const PushInfo& push) {
    const double whole = std::floor(push.receivers);
    auto count = static_cast<std::uint32_t>(whole);
    if (push.receivers > whole && stream(push.stream).uniform() < push.receivers - whole) ++count;
    return std::min(count, gateways_[infoOf(id).index].openCount());
}

SimTime Engine::originOf(VisitId id) const {
    const SimTime origin = messages[id].origin;
    return origin == kNever ? visits[id].begun : origin;
}

// Each receiver's part of the work goes to the CPUs of the instance that holds the connection.
bool Engine::push(VisitId id, const PushInfo& push) {
    const std::uint32_t count = receiversOf(id, push);
    const SimTime origin = originOf(id);
    const ComponentIndex component = componentOf(id);
    if (count == 0 || push.work == kNone16) {
        for (std::uint32_t i = 0; i < count; ++i)
            meters_[component].deliver(now_ + draw(program.draws[push.network]) - origin);
        ++visits[id].cursor;
        return true;
    }
    Gateway& gateway = gateways_[infoOf(id).index];
    gateway.drawReceivers(*this, count);
    messages[id].batch = count;
    visits[id].state = State::pushing;
    for (std::uint32_t i = 0; i < count; ++i) {
        const VisitId part = create(push.work, program.detachedSite, kNone, id);
        visits[part].instance = gateway.instanceOfOpen(i);
        items[part] = 1;
        messages[part] = {.sent = now_, .origin = origin};
        ready_.push_back(part);
    }
    return false;
}

// One receiver's work is done; the pusher goes on after the last one.
void Engine::pushed(VisitId id, const PushInfo& push) {
    meters_[componentOf(id)].deliver(now_ + draw(program.draws[push.network]) -
                                     messages[id].origin);
    ++visits[id].cursor;
    receiverDone(visits[id].user);
}

void Engine::receiverDone(VisitId pusher) {
    if (--messages[pusher].batch > 0) return;
    if (visits[pusher].state == State::zombie) return visits.release(pusher);
    ++visits[pusher].cursor;
    goOn(pusher);
}

}  // namespace headroom::sim
