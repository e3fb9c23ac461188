// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/program/compiler.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace headroom::sim {

Address Compiler::emitOp(Op op, std::uint32_t a, std::uint32_t b) {
    p_.code.push_back({op, a, b});
    return here() - 1;
}

void Compiler::emitEntry(EntryIndex index) {
    const Entry entry = p_.entries[index];
    isNew_ = newEntries_.contains(index);
    p_.entries[index].address = here();
    component_ = entry.component;
    if (component_ == kWorkload) return emitRoot(index);
    if (entry.inner) {
        innerCode_.at(index)();
        emitOp(Op::answer);
        return;
    }
    const model::Component& component = *p_.components[component_].spec;
    const model::Operation* operation = component.operation(entry.operation);
    if (operation && operation->answer) p_.entries[index].answerBytes = operation->answer->count;
    // A part of a database is chosen before anything is waited for.
    if (!std::holds_alternative<model::DatabaseSpec>(component.spec))
        emitLimit(component, entry.operation);
    struct Visitor {
        Compiler& c;
        EntryIndex index;
        const model::Operation* operation;
        void operator()(const model::StationSpec& s) {
            c.emitStation(*operation, s.discipline == model::Discipline::ps);
        }
        void operator()(const model::DatabaseSpec& s) { c.emitDatabase(s, *operation, index); }
        void operator()(const model::ServiceSpec& s) {
            c.emitInstance(*operation, s.cpuDiscipline == model::CpuDiscipline::ps);
        }
        void operator()(const model::FunctionSpec& s) {
            c.emitInstance(*operation, s.cpuDiscipline == model::CpuDiscipline::ps);
        }
        void operator()(const model::CacheSpec& s) { c.emitCache(s, index); }
        void operator()(const model::PoolSpec& s) {
            c.emitOp(Op::acquire);
            c.emitForward(index, s.to);
        }
        void operator()(const model::ExternalSpec& s) { c.emitExternal(s); }
        void operator()(const model::ClientSpec& s) {
            operation ? c.emitPage(s, *operation, index) : c.emitClient(s, index);
        }
        void operator()(const model::LoadBalancerSpec& s) { c.emitBalancer(s, index); }
        void operator()(const model::CdnSpec& s) { c.emitCdn(s, index); }
        void operator()(const model::QueueSpec& s) { c.emitQueue(s, index); }
        void operator()(const model::GatewaySpec& s) { c.emitGateway(s, operation, index); }
        void operator()(const model::AutoscalerSpec&) {}
    };
    std::visit(Visitor{*this, index, operation}, component.spec);
    if (emitInvalidations(index)) p_.entries[index].onlyCall = kNone16;
    emitOp(Op::answer);
}

// A user's action is one call of its entry; where that is a client, with the client's patience and
// retries, so that the client's visits are the attempts.
void Compiler::emitRoot(EntryIndex index) {
    const std::string name = p_.entries[index].operation;
    const auto slash = name.find('/');
    const ComponentIndex target = indexOf(name.substr(0, slash));
    CallSite site;
    site.caller = kWorkload;
    const std::string operation = name.substr(slash + 1);
    const auto profile = rootProfiles_.find(index);
    site.entry = profile == rootProfiles_.end()
                     ? entryOf(target, operation)
                     : networkedEntry(target, operation, *profile->second);
    site.edge = edgeOf(kWorkload, target);
    if (const auto* client = std::get_if<model::ClientSpec>(&p_.components[target].spec->spec))
        setPolicy(site, *client, name);
    (hasPatience(site) ? site.patientAction : site.wholeAction) = index;
    emitOp(Op::call, addSite(site));
    emitOp(Op::answer);
}

// One bucket for all the operations that need a token.
void Compiler::emitLimit(const model::Component& component, const std::string& operation) {
    if (!component.limit) return;
    const std::vector<std::string>& operations = component.limit->operations;
    const bool needsToken =
        operations.empty() || std::ranges::find(operations, operation) != operations.end();
    if (!needsToken) return;
    auto limit = std::ranges::find(p_.limits, component_, &LimitInfo::component);
    if (limit == p_.limits.end())
        limit = p_.limits.insert(limit, LimitInfo{component_, &*component.limit});
    emitOp(Op::takeToken, static_cast<std::uint32_t>(limit - p_.limits.begin()));
}

void Compiler::emitStation(const model::Operation& operation, bool shares) {
    // A server that is held works as long as the step says.
    const bool pauses = p_.components[component_].pauseEvery != kNone;
    workOp_ = shares ? Op::sharedWork : pauses ? Op::serve : Op::delay;
    emitOp(Op::acquire);
    emitSteps(operation.steps, operation.name);
}

void Compiler::emitInstance(const model::Operation& operation, bool shares) {
    workOp_ = shares ? Op::sharedWork : Op::cpuWork;
    emitOp(Op::acquire);
    emitSteps(operation.steps, operation.name);
}

void Compiler::emitCache(const model::CacheSpec& cache, EntryIndex index) {
    const std::string operation = p_.entries[index].operation;
    if (!cache.access.isZero())
        emitOp(Op::delay, addDraw(cache.access, p_.components[component_].name, "access"));
    const bool writes =
        std::find(cache.writes.begin(), cache.writes.end(), operation) != cache.writes.end();
    if (writes) return emitWrite(cache, index);
    const Address lookUp = emitOp(Op::lookUp);
    emitForward(index, cache.origin);
    emitOp(Op::fill);
    p_.code[lookUp].a = here();
}

void Compiler::emitExternal(const model::ExternalSpec& external) {
    const std::string& name = p_.components[component_].name;
    if (!external.latency.isZero()) emitOp(Op::delay, addDraw(external.latency, name, "latency"));
    if (external.errors > 0) emitOp(Op::failWith, addCoin(external.errors, name, "errors"));
}

void Compiler::emitForward(EntryIndex index, std::string_view to) {
    const ComponentIndex target = indexOf(to);
    CallSite site;
    site.caller = component_;
    site.entry = entryOf(target, p_.entries[index].operation);
    site.edge = edgeOf(component_, target);
    if (std::holds_alternative<model::LoadBalancerSpec>(p_.components[component_].spec->spec))
        site.balancer = component_;
    site.carriesItems = true;
    forwards_.emplace(index, site.entry);
    emitOp(Op::call, addSite(site));
}

void Compiler::emitOnlyForward(EntryIndex index, std::string_view to) {
    emitForward(index, to);
    if (p_.components[component_].spec->limit) return;
    p_.entries[index].onlyCall = static_cast<SiteIndex>(p_.sites.size() - 1);
}

SiteIndex Compiler::addSite(const CallSite& site) {
    assert(p_.sites.size() < kNone16);
    p_.sites.push_back(site);
    return static_cast<SiteIndex>(p_.sites.size() - 1);
}

void Compiler::emitSteps(const model::Steps& steps, const std::string& place) {
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const std::string here =
            place + '/' + (steps[i].name.empty() ? std::to_string(i) : steps[i].name);
        std::visit([&](const auto& action) { emit(action, here); }, steps[i].action);
    }
}

void Compiler::emit(const model::Work& work, const std::string& place) {
    if (work.time.isZero() && !work.each) return;
    const std::string& name = p_.components[component_].name;
    const std::uint32_t draw = addDraw(work.time, name, place);
    emitOp(workOp_, draw);
    if (work.each) p_.draws[draw].each = addDraw(*work.each, name, place + " each");
}

void Compiler::emit(const model::Delay& delay, const std::string& place) {
    if (!delay.time.isZero())
        emitOp(Op::delay, addDraw(delay.time, p_.components[component_].name, place));
}

void Compiler::emit(const model::Sequence& sequence, const std::string& place) {
    emitSteps(sequence.steps, place);
}

void Compiler::emit(const model::Choose& choose, const std::string& place) {
    std::vector<double> weights;
    double rest = 1;
    for (const auto& alternative : choose.alternatives) {
        weights.push_back(alternative.share);
        rest -= alternative.share;
    }
    weights.push_back(std::max(0.0, rest));
    const auto index = static_cast<std::uint32_t>(p_.choices.size());
    p_.choices.push_back(
        {WeightedChoice(weights), {}, addStream(p_.components[component_].name, place)});
    emitOp(Op::choose, index);
    std::vector<Address> targets, ends;
    for (std::size_t i = 0; i < choose.alternatives.size(); ++i) {
        targets.push_back(here());
        emitSteps(choose.alternatives[i].steps, place + '/' + std::to_string(i));
        ends.push_back(emitOp(Op::jump));
    }
    targets.push_back(here());
    for (const Address end : ends) p_.code[end].a = here();
    p_.choices[index].targets = std::move(targets);
}

void Compiler::emit(const model::Parallel& parallel, const std::string& place) {
    const auto index = static_cast<std::uint32_t>(p_.forks.size());
    p_.forks.push_back({{}, static_cast<std::uint16_t>(parallel.limit)});
    emitOp(Op::fork, index);
    const Address over = emitOp(Op::jump);
    std::vector<Address> branches;
    for (std::size_t i = 0; i < parallel.branches.size(); ++i) {
        branches.push_back(here());
        const model::Step& branch = parallel.branches[i];
        const std::string there =
            place + '/' + (branch.name.empty() ? std::to_string(i) : branch.name);
        std::visit([&](const auto& action) { emit(action, there); }, branch.action);
        emitOp(Op::endBranch);
    }
    p_.code[over].a = here();
    p_.forks[index].branches = std::move(branches);
}

std::uint32_t Compiler::keyDrawOf(const std::string& keys, const std::string& place) {
    if (keys.empty()) return kNone;
    const auto& classes = p_.scenario.keys;
    const auto found = std::find_if(classes.begin(), classes.end(),
                                    [&](const model::KeyClass& k) { return k.name == keys; });
    assert(found != classes.end());
    const auto popularity = found->popularity == model::KeyClass::Popularity::own ? Popularity::own
                            : found->popularity == model::KeyClass::Popularity::uniform
                                ? Popularity::uniform
                                : Popularity::zipf;
    const std::int64_t count = std::max<std::int64_t>(1, found->count);
    p_.keyDraws.push_back({static_cast<std::uint8_t>(found - classes.begin()), popularity, count,
                           ZipfSampler(count, found->zipfExponent),
                           addStream(p_.components[component_].name, place + " key")});
    return static_cast<std::uint32_t>(p_.keyDraws.size() - 1);
}

void Compiler::setPolicy(CallSite& site, const std::optional<model::Duration>& timeout, bool cancel,
                         const model::Retry& retry, const std::string& place) {
    if (timeout) site.timeout = timeout->count();
    site.cancel = cancel;
    p_.withdraws |= cancel;
    site.retries = retry.attempts;
    site.backoff = retry.backoff.count();
    site.backoffCap = retry.cap.count();
    site.fullJitter = retry.jitter == model::Jitter::full;
    if (site.fullJitter)
        site.jitterStream = addStream(p_.components[site.caller].name, place + " jitter");
}

void Compiler::setPolicy(CallSite& site, const model::ClientSpec& client,
                         const std::string& place) {
    setPolicy(site, client.timeout, client.cancel, client.retry, place);
    setPolicies(site, client.retry.budget, client.breaker, client.hedge, std::nullopt);
}

CallSite Compiler::siteOf(const model::Call& call, const std::string& place) {
    const ComponentIndex target = indexOf(call.to);
    CallSite site;
    site.caller = component_;
    site.entry = entryOf(target, call.operation);
    site.edge = edgeOf(component_, target);
    site.keyDraw = keyDrawOf(call.keys, place);
    setPolicy(site, call.timeout, call.cancel, call.retry, place);
    countItems(site, call.items);
    putNetworkBefore(site, call.to, call.operation, call.keys);
    setPolicies(site, call.retry.budget, call.breaker, call.hedge, call.bulkhead);
    if (call.batch) site = batched(site, *call.batch);
    if (call.collapse) site = collapsed(site, *call.collapse);
    return site;
}

void Compiler::emitOneCall(const model::Call& call, const CallSite& site,
                           const std::string& place) {
    const SiteIndex index = addSite(site);
    emitOp(Op::call, index);
    if (call.onError.kind == model::OnError::Kind::fail) return;
    if (call.onError.kind == model::OnError::Kind::steps) {
        const Address over = emitOp(Op::jump);
        p_.sites[index].onError = here();
        emitSteps(call.onError.steps, place + "/on_error");
        p_.code[over].a = here();
    } else {
        p_.sites[index].onError = here();
    }
}

void Compiler::emit(const model::Call& call, const std::string& place) {
    const CallSite site = siteOf(call, place);
    emitRepeated(call.probability, call.times, place, [&] { emitOneCall(call, site, place); });
}

void Compiler::emitRepeated(double probability, double times, const std::string& place,
                            const std::function<void()>& emitOne) {
    const std::string& name = p_.components[component_].name;
    std::optional<Address> skip;
    if (probability < 1)
        skip = emitOp(Op::skipUnless, addCoin(probability, name, place + " probability"));
    const double whole = std::floor(times);
    for (int i = 0; i < static_cast<int>(whole); ++i) emitOne();
    if (const double chance = times - whole; chance > 0) {
        const Address once = emitOp(Op::skipUnless, addCoin(chance, name, place + " one more"));
        emitOne();
        p_.code[once].b = here();
    }
    if (skip) p_.code[*skip].b = here();
}

}  // namespace headroom::sim
