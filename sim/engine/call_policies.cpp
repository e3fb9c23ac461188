// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/engine/engine.h"

#include <cmath>

namespace headroom::sim {

namespace {

/// Somebody who comes once: the budget holds what this one call has put in.
bool freshBudgetAllows(const model::RetryBudget& spec, SimTime now, int retriesBefore) {
    RetryBudget budget(spec);
    budget.onFirstAttempt(now);
    for (int i = 0; i < retriesBefore; ++i) budget.allowRetry(now);
    return budget.allowRetry(now);
}

template <class Policies, class List>
void addAll(Policies& policies, const List& list) {
    for (const auto& policy : list) policies.emplace_back(policy);
}

template <class Policies>
void forget(Policies& policies, ComponentIndex component, std::uint32_t member) {
    for (auto& state : policies)
        if (state.policy().caller == component && state.policy().scope == CallerScope::instance)
            state.forget(member);
}

}  // namespace

CallPolicies::CallPolicies(const Program& program) : collapses(program.collapses) {
    addAll(budgets, program.budgets);
    addAll(breakers, program.breakers);
    addAll(bulkheads, program.bulkheads);
    addAll(batches, program.batches);
    for (const model::Hedge* hedge : program.hedges) hedges.emplace_back(*hedge);
}

void CallPolicies::openInstance(ComponentIndex component, std::uint32_t member) {
    forget(budgets, component, member);
    forget(breakers, component, member);
}

SimTime HedgeRecord::after() {
    if (spec_->after) return spec_->after->count();
    if (answered_.count() >= nextLook_) {
        after_ = static_cast<SimTime>(
            std::llround(answered_.quantile(*spec_->quantile) * kNanosecondsPerSecond));
        nextLook_ = answered_.count() + answered_.count() / 32;
    }
    return after_;
}

void HedgeRecord::onAnswered(SimTime took) {
    if (spec_->quantile) answered_.record(took);
}

bool HedgeRecord::spend() {
    const bool bounded = spec_->budget < 1;
    if (bounded && static_cast<double>(hedges_ + 1) > spec_->budget * static_cast<double>(calls_))
        return false;
    ++hedges_;
    return true;
}

// Whose state of a policy: of one for all, that of the instance the caller runs on, or of its user.
// kNone: of nobody who would be back.
std::uint32_t Engine::policyMember(const Visit& v, CallerScope scope, ComponentIndex caller) const {
    switch (scope) {
        case CallerScope::shared: return 0;
        case CallerScope::instance: return v.instance - program.components[caller].firstInstance;
        case CallerScope::user: return v.user < program.userCount ? v.user : kNone;
    }
    return 0;
}

CircuitBreaker* Engine::breakerOf(VisitId id, const SitePolicies& policies) {
    if (policies.breaker == kNone) return nullptr;
    auto& breakers = policies_.breakers[policies.breaker];
    const std::uint32_t member =
        policyMember(visits[id], breakers.policy().scope, breakers.policy().caller);
    return member == kNone ? nullptr : &breakers[member];
}

Permits& Engine::permitsOf(VisitId id, const SitePolicies& policies) {
    auto& bulkheads = policies_.bulkheads[policies.bulkhead];
    const std::uint32_t member =
        policyMember(visits[id], bulkheads.policy().scope, bulkheads.policy().caller);
    Permits& permits = bulkheads[member];
    if (permits.event == kNone) {
        permits.event = policyPlace(policies.bulkhead, member);
    }
    return permits;
}

void Engine::onPolicyEvent(std::uint32_t joined) {
    const std::uint32_t number = PolicyEvent::number(joined);
    switch (PolicyEvent::kind(joined)) {
        case PolicyEvent::Kind::hedge: onHedgeDue(number); break;
        case PolicyEvent::Kind::bulkheadPatience: onBulkheadPatience(number); break;
        case PolicyEvent::Kind::batchWindow: onBatchWindow(number); break;
        case PolicyEvent::Kind::writeBack: {
            const CallPolicies::Place of = policies_.places[number];
            caches_[of.policy].onWriteBackDue(*this, of.member);
            break;
        }
    }
}

// The way of a call through its policies, from the outside in. It comes here again for every
// attempt, and when it gets the permit that it has waited for.
void Engine::policedCall(VisitId id, SiteIndex siteIndex) {
    const CallSite& site = program.sites[siteIndex];
    const SitePolicies& policies = program.policies[site.policies];
    if (policies.carrier != kNone) return joinFlight(id, siteIndex);
    if (!visits[id].policed) {
        if (!visits[id].retries) beginPolicedCall(id, site);
        if (!policies.followsAttempts) {
            edgeLevels_[site.edge].add(now_, 1);
            request(id, siteIndex, storedKey(id));
            return;
        }
        if (!beginAttempt(id, siteIndex)) return;
    }
    const std::uint32_t attempt = visits.details(id).policy;
    policies_.attempts[attempt].sent = now_;
    if (policies.hedge != kNone) policies_.hedges[policies.hedge].onCall();
    if (sendRequest(attempt) && policies.hedge != kNone) planHedge(attempt);
}

void Engine::beginPolicedCall(VisitId id, const CallSite& site) {
    const Key key = keyOfCall(id, site);
    VisitDetails& details = visits.details(id);
    details.callKey = key.key;
    details.callKeyClass = key.keyClass;
    details.attempt = 0;
    const std::uint32_t budget = program.policies[site.policies].budget;
    if (budget == kNone) return;
    auto& budgets = policies_.budgets[budget];
    const std::uint32_t member =
        policyMember(visits[id], budgets.policy().scope, budgets.policy().caller);
    if (member != kNone) budgets[member].onFirstAttempt(now_);
}

bool Engine::mayRetry(VisitId id, const CallSite& site) {
    const std::uint32_t budget = program.policies[site.policies].budget;
    if (budget == kNone) return true;
    auto& budgets = policies_.budgets[budget];
    const std::uint32_t member =
        policyMember(visits[id], budgets.policy().scope, budgets.policy().caller);
    return member == kNone ? freshBudgetAllows(budgets.spec(), now_, visits.details(id).attempt)
                           : budgets[member].allowRetry(now_);
}

// False if the call may not be sent now: refused, or waiting for a permit.
bool Engine::beginAttempt(VisitId id, SiteIndex siteIndex) {
    const CallSite& site = program.sites[siteIndex];
    const SitePolicies& policies = program.policies[site.policies];
    edgeLevels_[site.edge].add(now_, 1);
    CircuitBreaker* breaker = breakerOf(id, policies);
    if (breaker && !breaker->admit(now_)) {
        callEnded(id, siteIndex, Outcome::refused, Outcome::refused, kNone);
        return false;
    }
    const std::uint32_t number = policies_.attempts.take();
    Attempt& attempt = policies_.attempts[number];
    attempt.caller = id;
    attempt.site = siteIndex;
    attempt.begun = now_;
    if (breaker) attempt.era = breaker->era();
    visits[id].policed = true;
    visits.details(id).policy = number;
    return policies.bulkhead == kNone || takePermit(id, siteIndex);
}

bool Engine::takePermit(VisitId id, SiteIndex siteIndex) {
    const SitePolicies& policies = program.policies[program.sites[siteIndex].policies];
    const auto& bulkheads = policies_.bulkheads[policies.bulkhead];
    const model::Bulkhead& spec = bulkheads.spec();
    // Somebody who comes once shares with nobody.
    if (policyMember(visits[id], bulkheads.policy().scope, bulkheads.policy().caller) == kNone)
        return true;
    Permits& permits = permitsOf(id, policies);
    if (permits.held < spec.concurrency) {
        ++permits.held;
        policies_.attempts[visits.details(id).policy].permit = true;
        return true;
    }
    if (permits.line.size() >= spec.queue) {
        callEnded(id, siteIndex, Outcome::refused, Outcome::refused, kNone);
        return false;
    }
    visits[id].state = State::waitingForPermit;
    permits.line.pushBack(visits, id);
    if (spec.acquireTimeout && !permits.armed) {
        permits.armed = true;
        schedule(now_ + spec.acquireTimeout->count(), EventKind::policy,
                 PolicyEvent::join(PolicyEvent::Kind::bulkheadPatience, permits.event));
    }
    return false;
}

// To the first who waits, who is then on the way of its call again.
void Engine::givePermitBack(VisitId id, const SitePolicies& policies) {
    Permits& permits = permitsOf(id, policies);
    if (permits.line.empty()) {
        --permits.held;
        return;
    }
    const VisitId next = permits.line.popFront(visits);
    policies_.attempts[visits.details(next).policy].permit = true;
    goOn(next);
}

// All have the same patience: the first in line loses it first.
void Engine::onBulkheadPatience(std::uint32_t place) {
    const CallPolicies::Place of = policies_.places[place];
    const SimTime patience = policies_.bulkheads[of.policy].spec().acquireTimeout->count();
    const auto permits = [&]() -> Permits& { return policies_.bulkheads[of.policy][of.member]; };
    const auto due = [&](VisitId id) {
        return policies_.attempts[visits.details(id).policy].begun + patience;
    };
    permits().armed = false;
    while (!permits().line.empty() && due(permits().line.front()) <= now_) {
        const VisitId id = permits().line.popFront(visits);
        callEnded(id, policies_.attempts[visits.details(id).policy].site, Outcome::refused,
                  Outcome::refused, kNone);
    }
    if (permits().line.empty() || permits().armed) return;
    permits().armed = true;
    schedule(due(permits().line.front()), EventKind::policy,
             PolicyEvent::join(PolicyEvent::Kind::bulkheadPatience, place));
}

// False if it is lost on its way.
bool Engine::sendRequest(std::uint32_t number) {
    const VisitId caller = policies_.attempts[number].caller;
    const VisitId sent = request(caller, policies_.attempts[number].site, storedKey(caller));
    if (sent == kNone) return false;
    Attempt& attempt = policies_.attempts[number];
    visits.details(sent).sibling = attempt.request;
    attempt.request = sent;
    return true;
}

void Engine::planHedge(std::uint32_t number) {
    Attempt& attempt = policies_.attempts[number];
    HedgeRecord& hedge =
        policies_.hedges[program.policies[program.sites[attempt.site].policies].hedge];
    const SimTime after = hedge.after();
    if (after == kNever || attempt.hedges >= hedge.spec().atMost) return;
    attempt.awaitsHedge = true;
    schedule(now_ + after, EventKind::policy, PolicyEvent::join(PolicyEvent::Kind::hedge, number));
}

void Engine::onHedgeDue(std::uint32_t number) {
    Attempt& attempt = policies_.attempts[number];
    attempt.awaitsHedge = false;
    if (attempt.over) return policies_.attempts.giveBack(number);
    HedgeRecord& hedge =
        policies_.hedges[program.policies[program.sites[attempt.site].policies].hedge];
    if (!hedge.spend()) return;
    ++attempt.hedges;
    const bool isLost = faults_.meddles() && faults_.isCut(attempt.site);
    if (!isLost) sendRequest(number);
    planHedge(number);
}

// One of its requests has ended (kNone: it has none). False while another may still be answered.
bool Engine::attemptEnded(VisitId id, Outcome outcome, VisitId ended) {
    const std::uint32_t number = visits.details(id).policy;
    Attempt& attempt = policies_.attempts[number];
    for (VisitId* link = &attempt.request; *link != kNone; link = &visits.details(*link).sibling) {
        if (*link != ended) continue;
        *link = visits.details(ended).sibling;
        break;
    }
    const bool answered = outcome == Outcome::answered;
    if (!answered && attempt.request != kNone) return false;
    const SitePolicies& policies = program.policies[program.sites[attempt.site].policies];
    if (CircuitBreaker* breaker = breakerOf(id, policies))
        breaker->record(now_, attempt.era, !answered, now_ - attempt.begun);
    if (policies.hedge != kNone) {
        HedgeRecord& hedge = policies_.hedges[policies.hedge];
        if (answered) hedge.onAnswered(now_ - attempt.sent);
        leaveRequests(number, hedge.spec().cancel);
    }
    closeAttempt(id, policies);
    return true;
}

// Nobody waits for what is still under way.
void Engine::leaveRequests(std::uint32_t number, bool withdrawThem) {
    VisitId request = policies_.attempts[number].request;
    policies_.attempts[number].request = kNone;
    while (request != kNone) {
        const VisitId next = visits.details(request).sibling;
        if (visits[request].timer != kNone) unlinkTimer(request);
        visits[request].parent = kNone;
        if (withdrawThem) withdraw(request);
        request = next;
    }
}

void Engine::closeAttempt(VisitId id, const SitePolicies& policies) {
    const std::uint32_t number = visits.details(id).policy;
    visits[id].policed = false;
    Attempt& attempt = policies_.attempts[number];
    const bool permit = attempt.permit;
    attempt.over = true;
    if (!attempt.awaitsHedge) policies_.attempts.giveBack(number);
    if (permit) givePermitBack(id, policies);
}

// The caller goes away, whatever its attempt stands at.
void Engine::dropAttempt(VisitId id, bool withdrawRequests) {
    const std::uint32_t number = visits.details(id).policy;
    const CallSite& site = program.sites[policies_.attempts[number].site];
    const SitePolicies& policies = program.policies[site.policies];
    edgeLevels_[site.edge].add(now_, -1);
    if (CircuitBreaker* breaker = breakerOf(id, policies))
        breaker->withdraw(policies_.attempts[number].era);
    leaveRequests(number, withdrawRequests);
    closeAttempt(id, policies);
}

}  // namespace headroom::sim
