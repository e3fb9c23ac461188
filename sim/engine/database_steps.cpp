// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/engine/engine.h"

/// The steps that only databases have.
namespace headroom::sim {

bool Engine::databaseStep(VisitId id, const Instruction& instruction) {
    switch (instruction.op) {
        case Op::choosePart: choosePart(id, program.partChoices[instruction.a]); break;
        case Op::limitKey: return limitKey(id);
        case Op::lockKey:
            if (!databaseOf(id).lock(*this, id)) return false;
            break;
        case Op::readCopy: readCopy(id); break;
        case Op::replicate: databaseOf(id).replicate(*this, visits[id]); break;
        case Op::applied:
            databaseOf(id).onApplied(*this, visits.details(id).part, visits[id].user);
            break;
        default: assert(false); break;
    }
    ++visits[id].cursor;
    return true;
}

void Engine::choosePart(VisitId id, const PartChoice& choice) {
    const std::size_t drawn =
        choice.parts.size() == 1 ? 0 : choice.choice.draw(stream(choice.stream));
    Visit& v = visits[id];
    v.inPart = true;
    visits.details(id).part = choice.parts[drawn];
    partMeters_[infoOf(id).firstPart + choice.parts[drawn]].begin(now_);
}

// A write whose turn is later waits in its key's line, without a server.
bool Engine::limitKey(VisitId id) {
    Visit& v = visits[id];
    ++v.cursor;
    if (v.keyClass == kNoKey) return true;
    const SimTime turn = databaseOf(id).turnOf(Database::keyOf(v), now_);
    if (turn == now_) return true;
    if (turn == kNever) {
        finish(id, Outcome::refused);
        return false;
    }
    v.state = State::waitingForKey;
    addWaiting(id, 1);
    schedule(turn, EventKind::visit, id);
    return false;
}

void Engine::readCopy(VisitId id) {
    const Visit& v = visits[id];
    if (v.keyClass == kNoKey) return;
    const std::uint16_t part = visits.details(id).part;
    const bool stale = databaseOf(id).isStale(part, Database::keyOf(v));
    for (Meter* meter : {&meters_[componentOf(id)], &partMeters_[infoOf(id).firstPart + part]}) {
        ++meter->copyReads;
        meter->staleReads += stale ? 1 : 0;
    }
}

void Engine::addWaiting(VisitId id, int step) {
    const Visit& v = visits[id];
    if (program.entries[v.entry].inner) return;
    meters_[componentOf(id)].waiting.add(now_, step);
    if (v.inPart)
        partMeters_[infoOf(id).firstPart + visits.details(id).part].waiting.add(now_, step);
}

void Engine::startInner(EntryIndex entry, std::uint16_t part, std::uint32_t number) {
    const VisitId id = create(entry, program.detachedSite, kNone, number);
    visits[id].inPart = true;
    visits.details(id).part = part;
    ready_.push_back(id);
}

}  // namespace headroom::sim
