// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/engine/engine.h"

/// Calls that are made once for several callers: collapsed ones, and batches.
///
/// The call is made by a carrier, a record that is nobody's visit, so that a member who goes away
/// leaves the others alone; when the last has gone, it is withdrawn.
namespace headroom::sim {

namespace {
/// The instance or user, the class and the key; without a key, the operation is asked for as a
/// whole.
std::uint64_t flightKey(std::uint32_t member, std::uint32_t key, std::uint8_t keyClass) {
    constexpr std::uint64_t kNoKeyAtAll = (std::uint64_t{1} << 36) - 1;
    return CacheStore::join(member,
                            keyClass == kNoKey ? kNoKeyAtAll : CacheStore::classKey(keyClass, key));
}
}  // namespace

void Engine::joinFlight(VisitId id, SiteIndex siteIndex) {
    const CallSite& site = program.sites[siteIndex];
    const Key key = keyOfCall(id, site);
    visits.details(id).callKey = key.key;
    visits.details(id).callKeyClass = key.keyClass;
    edgeLevels_[site.edge].add(now_, 1);
    visits[id].state = State::joined;
    if (program.policies[site.policies].collapse != kNone)
        collapse(id, site, key);
    else
        gather(id, site, key);
}

void Engine::addMember(VisitId id, std::uint32_t flight) {
    visits.details(id).policy = flight;
    policies_.flights[flight].members.pushBack(visits, id);
}

void Engine::collapse(VisitId id, const CallSite& site, Key key) {
    const SitePolicies& policies = program.policies[site.policies];
    // A visitor shares with nobody: its own number is no member's.
    std::uint32_t member = policyMember(visits[id], policies.collapseScope, site.caller);
    if (member == kNone) member = visits[id].user;
    KeyTable& table = policies_.collapses[policies.collapse];
    const std::uint64_t tableKey = flightKey(member, key.key, key.keyClass);
    const std::uint32_t found = table.find(tableKey);
    if (found != KeyTable::kAbsent) return addMember(id, found);
    const std::uint32_t flight = openFlight(site.policies, member);
    policies_.flights[flight].key = tableKey;
    table.insert(tableKey, flight);
    addMember(id, flight);
    startCarrier(id, flight, key);
}

std::uint32_t Engine::openFlight(std::uint32_t policies, std::uint32_t member) {
    const std::uint32_t number = policies_.flights.take();
    policies_.flights[number].policies = policies;
    policies_.flights[number].member = member;
    return number;
}

// What goes on has the key of the one that came first. Somebody who comes once has nobody to wait
// for.
void Engine::gather(VisitId id, const CallSite& site, Key key) {
    const std::uint32_t policy = program.policies[site.policies].batch;
    auto& batches = policies_.batches[policy];
    const model::Batch& spec = batches.spec();
    const std::uint32_t member =
        policyMember(visits[id], batches.policy().scope, batches.policy().caller);
    if (member == kNone) {
        const std::uint32_t alone = openFlight(site.policies, kNone);
        addMember(id, alone);
        return startCarrier(id, alone, key);
    }
    if (batches[member].flight == kNone) beginGathering(site.policies, policy, member);
    const Gathering& gathering = batches[member];
    addMember(id, gathering.flight);
    const bool full = policies_.flights[gathering.flight].members.size() >= spec.size;
    if (full || (spec.window.count() == 0 && gathering.underWay == 0)) sendBatch(policy, member);
}

void Engine::beginGathering(std::uint32_t policies, std::uint32_t policy, std::uint32_t member) {
    auto& batches = policies_.batches[policy];
    Gathering& gathering = batches[member];
    gathering.flight = openFlight(policies, member);
    gathering.begun = now_;
    if (gathering.event == kNone) {
        gathering.event = policyPlace(policy, member);
    }
    if (batches.spec().window.count() > 0)
        schedule(now_ + batches.spec().window.count(), EventKind::policy,
                 PolicyEvent::join(PolicyEvent::Kind::batchWindow, gathering.event));
}

// A batch that was full before its window was over has left one of these events behind.
void Engine::onBatchWindow(std::uint32_t place) {
    const CallPolicies::Place of = policies_.places[place];
    auto& batches = policies_.batches[of.policy];
    const Gathering& gathering = batches[of.member];
    if (gathering.flight == kNone) return;
    if (gathering.begun + batches.spec().window.count() <= now_) sendBatch(of.policy, of.member);
}

void Engine::sendBatch(std::uint32_t policy, std::uint32_t member) {
    Gathering& gathering = policies_.batches[policy][member];
    const std::uint32_t flight = gathering.flight;
    gathering.flight = kNone;
    ++gathering.underWay;
    const VisitId first = policies_.flights[flight].members.front();
    startCarrier(first, flight,
                 {visits.details(first).callKey, visits.details(first).callKeyClass});
}

void Engine::batchEnded(const Flight& flight, std::uint32_t policy) {
    if (flight.member == kNone) return;
    auto& batches = policies_.batches[policy];
    Gathering& gathering = batches[flight.member];
    if (flight.carrier == kNone) {
        gathering.flight = kNone;
        return;
    }
    --gathering.underWay;
    if (batches.spec().window.count() == 0 && gathering.underWay == 0 && gathering.flight != kNone)
        sendBatch(policy, flight.member);
}

void Engine::startCarrier(VisitId first, std::uint32_t flight, Key key) {
    Visit as = visits[first];
    as.key = key.key;
    as.keyClass = key.keyClass;
    const Address address = program.policies[policies_.flights[flight].policies].carrier;
    const bool gathered = program.policies[policies_.flights[flight].policies].batch != kNone;
    const auto site = static_cast<SiteIndex>(program.code[as.cursor].a);
    const std::uint32_t about =
        gathered ? policies_.flights[flight].members.size() : program.sites[site].items;
    policies_.flights[flight].carrier =
        startCarrying(as, visits.details(first).zone, address, flight);
    if (program.carriesItems) items[policies_.flights[flight].carrier] = about;
}

void Engine::startDetached(const Visit& as, std::uint8_t zone, Address address,
                           std::uint64_t about) {
    const VisitId id = startCarrying(as, zone, address, kNone);
    items[id] = static_cast<std::uint32_t>(about);
}

// As the branch of a visit that waits for nothing.
VisitId Engine::startCarrying(const Visit& as, std::uint8_t zone, Address address,
                              std::uint32_t flight) {
    const VisitId id = visits.create(kNone);
    Visit& carrier = visits[id];
    carrier = Visit{};
    carrier.begun = now_;
    carrier.instance = as.instance;
    carrier.user = as.user;
    carrier.key = as.key;
    carrier.keyClass = as.keyClass;
    carrier.entry = as.entry;
    carrier.branch = true;
    carrier.carrier = true;
    carrier.cursor = address;
    visits.details(id).zone = zone;
    visits.details(id).flight = flight;
    if (program.carriesItems) items[id] = 1;
    if (program.carriesMessages) messages[id] = {.sent = now_};
    goOn(id);
    return id;
}

void Engine::carrierEnded(VisitId id, Outcome outcome) {
    const std::uint32_t flight = visits.details(id).flight;
    const Outcome cause = outcome == Outcome::answered ? outcome : visits[id].cause;
    visits.release(id);
    if (flight == kNone) return;
    WaitingLine members = policies_.flights[flight].members;
    closeFlight(flight);
    while (!members.empty()) {
        const VisitId member = members.popFront(visits);
        const auto site = static_cast<SiteIndex>(program.code[visits[member].cursor].a);
        edgeLevels_[program.sites[site].edge].add(now_, -1);
        callOver(member, program.sites[site], outcome, cause);
    }
}

// Nobody can join it any more.
void Engine::closeFlight(std::uint32_t number) {
    const Flight flight = policies_.flights[number];
    const SitePolicies& policies = program.policies[flight.policies];
    policies_.flights.giveBack(number);
    if (policies.collapse != kNone) policies_.collapses[policies.collapse].erase(flight.key);
    if (policies.batch != kNone) batchEnded(flight, policies.batch);
}

void Engine::leaveFlight(VisitId id) {
    const std::uint32_t number = visits.details(id).policy;
    Flight& flight = policies_.flights[number];
    const CallSite& site = program.sites[program.code[visits[id].cursor].a];
    edgeLevels_[site.edge].add(now_, -1);
    flight.members.remove(visits, id);
    if (!flight.members.empty()) return;
    const VisitId carrier = flight.carrier;
    closeFlight(number);
    if (carrier != kNone) withdraw(carrier);
}

}  // namespace headroom::sim
