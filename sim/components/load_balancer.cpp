// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/components/load_balancer.h"

#include "sim/engine/engine.h"

#include <algorithm>
#include <limits>

namespace headroom::sim {

namespace {
/// next % count, without a division where there is nothing to divide.
std::uint32_t wrapped(std::uint32_t next, std::uint32_t count) {
    if (next < count) return next;
    return next == count ? 0 : next % count;
}
}  // namespace

LoadBalancer::LoadBalancer(const Program& program, const BalancerInfo& info)
    : policy_(info.spec->policy), info_(&info) {
    const std::size_t hosts =
        info.service == kNone16 ? info.hosts.size()
                                : program.components[info.service].reservedInstances;
    if (info.spec->health || info.spec->ejection) watch_.emplace(*info.spec, hosts);
    turns_.resize(info.hosts.size());
    candidates_.reserve(hosts);
}

template <class Load>
std::uint32_t LoadBalancer::least(std::uint32_t count, const Load& load) const {
    std::uint32_t best = next_ % count;
    for (std::uint32_t step = 1; step < count; ++step) {
        const std::uint32_t i = (next_ + step) % count;
        if (load(i) < load(best)) best = i;
    }
    return best;
}

template <class Load>
std::uint32_t LoadBalancer::betterOfTwo(std::uint32_t count, const Load& load,
                                        RandomStream& stream) const {
    if (count == 1) return 0;
    const auto a = static_cast<std::uint32_t>(stream.below(count));
    auto b = static_cast<std::uint32_t>(stream.below(count - 1));
    if (b >= a) ++b;
    return load(b) < load(a) ? b : a;
}

template <class Load>
std::uint32_t LoadBalancer::byLoad(std::uint32_t count, const Load& load, RandomStream& stream) {
    if (policy_ == model::BalancingPolicy::powerOfTwo) return betterOfTwo(count, load, stream);
    const std::uint32_t chosen =
        policy_ == model::BalancingPolicy::leastRequests ? least(count, load) : wrapped(next_, count);
    next_ = chosen + 1;
    return chosen;
}

std::uint32_t LoadBalancer::choose(const std::vector<Instance>& instances,
                                   const std::vector<std::uint32_t>& ready, RandomStream& stream) {
    const auto load = [&](std::uint32_t i) { return instances[ready[i]].load(); };
    return ready[byLoad(static_cast<std::uint32_t>(ready.size()), load, stream)];
}

std::uint32_t LoadBalancer::nearest(const std::vector<std::uint32_t>& ready, const ZoneMap& zones,
                                    std::uint8_t from) {
    const auto count = static_cast<std::uint32_t>(ready.size());
    if (zones.isEmpty()) return ready[next_++ % count];
    const std::uint32_t best = least(count, [&](std::uint32_t i) {
        return zones.means[zones.index(from, zones.ofInstance[ready[i]])];
    });
    next_ = best + 1;
    return ready[best];
}

template <class Predicate>
std::uint32_t LoadBalancer::forRequest(Engine& engine, VisitId id, std::uint32_t hosts,
                                       const Predicate& takes) {
    const Visit& v = engine.visits[id];
    const bool isSticky = policy_ == model::BalancingPolicy::sticky;
    if (isSticky && v.user < engine.program.userCount) {
        if (homes_.empty()) homes_.assign(engine.program.userCount, kNone);
        std::uint32_t& home = homes_[v.user];
        if (home != kNone && takes(home)) return home;
        home = kNone;
        for (std::uint32_t step = 0; step < hosts && home == kNone; ++step)
            if (takes((next_ + step) % hosts)) home = (next_ + step) % hosts;
        if (home != kNone) next_ = home + 1;
        return home;
    }
    if (ring_.empty()) ring_.emplace_back(hosts);
    const bool byUser = isSticky || v.keyClass == kNoKey;
    const std::uint64_t about =
        byUser ? std::uint64_t{v.user} << 8 | kNoKey : CacheStore::classKey(v.keyClass, v.key) << 8;
    return ring_.front().find(scrambled(about + 1), takes, kNone);
}

std::uint32_t LoadBalancer::chooseInstance(Engine& engine, const Service& service, VisitId id) {
    const std::uint32_t first = service.firstNumber();
    const auto takes = [&](std::uint32_t host) {
        const InstanceState state = engine.instances[first + host].state;
        return watch_ ? watch_->takes(host, state, engine.now()) : state == InstanceState::ready;
    };
    const std::uint32_t count = service.endNumber() - first;
    if (looksAtRequest()) {
        const std::uint32_t host = forRequest(engine, id, count, takes);
        return host == kNone ? kNone : first + host;
    }
    candidates_.clear();
    for (std::uint32_t host = 0; host < count; ++host)
        if (takes(host)) candidates_.push_back(first + host);
    if (candidates_.empty()) return kNone;
    if (looksAtDistance())
        return nearest(candidates_, engine.program.zones, engine.visits.details(id).zone);
    return choose(engine.instances, candidates_,
                  engine.stream(engine.program.components[info_->component].stream));
}

// What a balancer that does not probe knows of a host.
InstanceState LoadBalancer::stateOf(Engine& engine, std::uint32_t host) const {
    return engine.isThere(info_->hosts[host], info_->sites[host]) ? InstanceState::ready
                                                                  : InstanceState::down;
}

double LoadBalancer::distanceTo(Engine& engine, ComponentIndex host, std::uint8_t from) const {
    const ZoneMap& zones = engine.program.zones;
    if (zones.isEmpty()) return 0;
    if (!engine.program.components[host].isSpread)
        return zones.means[zones.index(from, zones.ofComponent[host])];
    double least = std::numeric_limits<double>::infinity();
    for (const std::uint32_t instance : engine.service(host).ready())
        least = std::min(least, zones.means[zones.index(from, zones.ofInstance[instance])]);
    return least;
}

// nginx, ngx_http_upstream_round_robin.c: each adds its weight, the one with the most is taken and
// pays the sum.
std::uint32_t LoadBalancer::byWeight() {
    double sum = 0;
    std::uint32_t best = candidates_.front();
    for (const std::uint32_t host : candidates_) {
        const double weight =
            info_->spec->targets.empty() ? 1 : info_->spec->targets[host].weight;
        turns_[host] += weight;
        sum += weight;
        if (turns_[host] > turns_[best]) best = host;
    }
    turns_[best] -= sum;
    return best;
}

std::uint32_t LoadBalancer::chooseHost(Engine& engine, VisitId id) {
    const auto takes = [&](std::uint32_t host) {
        const InstanceState state = stateOf(engine, host);
        return watch_ ? watch_->takes(host, state, engine.now()) : state == InstanceState::ready;
    };
    const auto count = static_cast<std::uint32_t>(info_->hosts.size());
    if (looksAtRequest()) return forRequest(engine, id, count, takes);
    candidates_.clear();
    for (std::uint32_t host = 0; host < count; ++host)
        if (takes(host)) candidates_.push_back(host);
    if (candidates_.empty()) return kNone;
    if (policy_ == model::BalancingPolicy::weighted) return byWeight();
    const auto size = static_cast<std::uint32_t>(candidates_.size());
    if (looksAtDistance()) {
        const std::uint8_t from = engine.visits.details(id).zone;
        const std::uint32_t best = least(size, [&](std::uint32_t i) {
            return distanceTo(engine, info_->hosts[candidates_[i]], from);
        });
        next_ = best + 1;
        return candidates_[best];
    }
    const auto load = [&](std::uint32_t i) {
        return engine.underWay(info_->sites[candidates_[i]]);
    };
    return candidates_[byLoad(
        size, load, engine.stream(engine.program.components[info_->component].stream))];
}

void LoadBalancer::start(Engine& engine) {
    if (!probes()) return;
    alarm_ = engine.addAlarm({Alarm::Kind::healthProbe, info_->component, 0});
    engine.schedule(engine.now() + watch_->health()->every.count(), EventKind::alarm, alarm_);
}

void LoadBalancer::onProbe(Engine& engine) {
    engine.schedule(engine.now() + watch_->health()->every.count(), EventKind::alarm, alarm_);
    if (info_->sites.empty()) return;  // nobody asks it
    const SimTime timeout = watch_->health()->timeout.count();
    if (info_->service == kNone16) {
        for (std::uint32_t host = 0; host < info_->hosts.size(); ++host)
            watch_->onProbe(host, InstanceState::ready,
                            engine.answersProbe(info_->hosts[host], info_->sites[host]));
        return;
    }
    const Service& service = engine.service(info_->service);
    for (std::uint32_t number = service.firstNumber(); number < service.endNumber(); ++number) {
        const InstanceState state = engine.instances[number].state;
        const bool answers = state == InstanceState::ready &&
                             !engine.standsStill(number, timeout) &&
                             engine.answersProbe(info_->service, info_->sites.front());
        watch_->onProbe(number - service.firstNumber(), state, answers);
    }
}

void LoadBalancer::onAnswer(Engine& engine, const Visit& visit, bool failed) {
    if (!watch_) return;
    const CallSite& site = engine.program.sites[visit.site];
    if (site.host != kNone16) return watch_->onAnswer(site.host, failed, engine.now());
    if (info_->service == kNone16) return;
    const Service& service = engine.service(info_->service);
    if (visit.instance >= service.firstNumber() && visit.instance < service.endNumber())
        watch_->onAnswer(visit.instance - service.firstNumber(), failed, engine.now());
}

}  // namespace headroom::sim
