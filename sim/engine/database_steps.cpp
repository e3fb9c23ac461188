// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/engine/engine.h"

/// The steps that only databases have.
namespace headroom::sim {

bool Engine::databaseStep(VisitId id, const Instruction& instruction) {
    switch (instruction.op) {
        case Op::choosePart:
            if (!visits[id].inPart) choosePart(id, program.partChoices[instruction.a]);
            break;
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
    const std::size_t drawn = choice.parts.size() == 1 ? 0
                              : choice.nearest ? nearestPart(id, choice)
                                  : choice.choice.draw(stream(choice.stream));
    const std::uint16_t part = program.faults.empty() ? choice.parts[drawn]
                                                      : livingPart(componentOf(id), choice, drawn);
    Visit& v = visits[id];
    v.inPart = true;
    visits.details(id).part = part;
    visits.details(id).inPartSince = now_;
    partMeters_[infoOf(id).firstPart + part].begin(now_);
}

// Of those that have servers, by the mean round trip from where the request comes from; any one of
// several.
std::size_t Engine::nearestPart(VisitId id, const PartChoice& choice) {
    const std::uint32_t first = infoOf(id).firstPart;
    const ZoneMap& zones = program.zones;
    double least = 0;
    std::size_t best = 0, equals = 0;
    for (std::size_t i = 0; i < choice.parts.size(); ++i) {
        if (station(componentOf(id), choice.parts[i]).servers() == 0) continue;
        const std::uint8_t to = zones.ofPart[first + choice.parts[i]];
        const double distance = zones.means[zones.index(visits.details(id).zone, to)];
        if (equals > 0 && distance > least) continue;
        equals = equals == 0 || distance < least ? 1 : equals + 1;
        least = distance;
        if (equals == 1 || stream(choice.stream).below(equals) == 0) best = i;
    }
    return best;
}

// The one that was drawn, or the next one that has servers; where none has, that one refuses.
std::uint16_t Engine::livingPart(ComponentIndex database, const PartChoice& choice,
                                 std::size_t drawn) {
    const std::size_t count = choice.parts.size();
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint16_t part = choice.parts[(drawn + i) % count];
        if (station(database, part).servers() > 0) return part;
    }
    return choice.parts[drawn];
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
    beginWaiting(id);
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

void Engine::startInner(EntryIndex entry, std::uint16_t part, std::uint32_t number) {
    const VisitId id = create(entry, program.detachedSite, kNone, number);
    visits[id].inPart = true;
    visits.details(id).part = part;
    ready_.push_back(id);
}

}  // namespace headroom::sim
