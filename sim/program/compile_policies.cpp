// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/program/compiler.h"

#include <algorithm>
#include <tuple>

namespace headroom::sim {

namespace {

auto tied(const model::RetryBudget& b) {
    return std::tuple(b.share, b.atLeast.perSecond, b.over, b.scope);
}
auto tied(const model::Breaker& b) {
    return std::tuple(b.errors, b.windowCalls, b.windowTime, b.leastCalls, b.openFor, b.trials,
                      b.slow, b.slowShare, b.scope);
}
auto tied(const model::Bulkhead& b) {
    return std::tuple(b.concurrency, b.queue, b.acquireTimeout, b.scope);
}

/// Calls from one component to another that state the same have one policy together.
template <class Spec>
std::uint32_t indexIn(std::vector<CallerPolicy<Spec>>& policies, const CallerPolicy<Spec>& policy) {
    const auto same = std::ranges::find_if(policies, [&](const CallerPolicy<Spec>& other) {
        return other.caller == policy.caller && other.callee == policy.callee &&
               tied(*other.spec) == tied(*policy.spec);
    });
    if (same != policies.end()) return static_cast<std::uint32_t>(same - policies.begin());
    policies.push_back(policy);
    return static_cast<std::uint32_t>(policies.size() - 1);
}

}  // namespace

// A client is as many devices as there are users; a component without instances is one.
CallerScope Compiler::scopeOf(ComponentIndex caller, model::Scope scope) const {
    const ComponentInfo& info = p_.components[caller];
    if (scope == model::Scope::shared) return CallerScope::shared;
    if (scope == model::Scope::user) return CallerScope::user;
    if (info.spec == nullptr || std::holds_alternative<model::ClientSpec>(info.spec->spec))
        return CallerScope::user;
    return info.firstInstance == kNone ? CallerScope::shared : CallerScope::instance;
}

// Precondition: the optionals are the scenario's own, which lives as long as the program.
void Compiler::setPolicies(CallSite& site, const std::optional<model::RetryBudget>& budget,
                           const std::optional<model::Breaker>& breaker,
                           const std::optional<model::Hedge>& hedge,
                           const std::optional<model::Bulkhead>& bulkhead) {
    const ComponentIndex callee = p_.entries[site.entry].component;
    const auto add = [&](auto& list, const auto& spec) {
        return spec
                   ? indexIn(list, {&*spec, site.caller, callee, scopeOf(site.caller, spec->scope)})
                   : kNone;
    };
    SitePolicies policies;
    if (site.retries > 0) policies.budget = add(p_.budgets, budget);
    policies.breaker = add(p_.breakers, breaker);
    policies.bulkhead = add(p_.bulkheads, bulkhead);
    if (hedge) {
        policies.hedge = static_cast<std::uint32_t>(p_.hedges.size());
        p_.hedges.push_back(&*hedge);
        p_.withdraws |= hedge->cancel;
    }
    policies.followsAttempts = breaker || bulkhead || hedge;
    if (policies.budget == kNone && !policies.followsAttempts) return;
    site.policies = static_cast<std::uint32_t>(p_.policies.size());
    p_.policies.push_back(policies);
}

// The call itself stands aside, for the carrier; what is left only joins. The carrier is nobody who
// stands in the call.
CallSite Compiler::carried(CallSite site, SitePolicies policies) {
    CallSite joining;
    joining.caller = site.caller;
    joining.entry = site.entry;
    joining.edge = site.edge;
    joining.keyDraw = site.keyDraw;
    joining.items = site.items;
    site.carriesItems = true;
    site.keyDraw = kNone;
    site.edge = edgeOf(kWorkload, p_.entries[site.entry].component);
    const Address over = emitOp(Op::jump);
    policies.carrier = here();
    emitOp(Op::call, addSite(site));
    emitOp(Op::endBranch);
    p_.code[over].a = here();
    joining.policies = static_cast<std::uint32_t>(p_.policies.size());
    p_.policies.push_back(policies);
    return joining;
}

CallSite Compiler::batched(const CallSite& site, const model::Batch& batch) {
    SitePolicies policies;
    p_.carriesItems = true;
    policies.batch = static_cast<std::uint32_t>(p_.batches.size());
    p_.batches.push_back(
        {&batch, site.caller, p_.entries[site.entry].component, scopeOf(site.caller, batch.scope)});
    return carried(site, policies);
}

CallSite Compiler::collapsed(const CallSite& site, const model::Collapse& collapse) {
    SitePolicies policies;
    policies.collapseScope = scopeOf(site.caller, collapse.scope);
    const auto [table, isNew] = collapses_.try_emplace({site.entry, site.caller}, p_.collapses);
    if (isNew) ++p_.collapses;
    policies.collapse = table->second;
    return carried(site, policies);
}

}  // namespace headroom::sim
