// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/metric.h"
#include "model/said.h"
#include "sim/analytic/cache_hits.h"
#include "sim/analytic/component_model.h"
#include "sim/infinity.h"

#include <algorithm>
#include <cmath>

namespace headroom::sim {

namespace {

using model::said;

/// Shares of the look-ups of one class of keys, by bin.
struct LookUps {
    Eigen::ArrayXd hits, joins;  ///< the rest goes to the origin
};

/// Filled and at rest. One cache for all, for each instance of the caller (which sees its share of
/// the look-ups) or for each user (by the rates of the users of each traffic class).
class Cache : public ComponentModel {
public:
    Cache(const model::CacheTier& spec, model::Scope scope, double stores, TimeLaw way = {})
        : spec_(spec),
          scope_(scope),
          stores_(stores),
          access_(TimeLaw::of(spec.access)),
          way_(std::move(way)) {
        if (spec.capacity) limits_.entries = static_cast<double>(*spec.capacity);
        if (spec.capacityBytes) limits_.bytes = static_cast<double>(spec.capacityBytes->count);
        if (spec.ttl) limits_.ttl = model::toSeconds(*spec.ttl);
    }

    VisitLaw visit(const Network& network, const Node& node) const override {
        const Course look = Course::of(access_);
        const Course origin = Course::of(way_).then(forwardCourse(network, node));
        if (isWrite(node)) return VisitLaw::of(look.then(origin));
        const auto [hits, joins] = sharesOf(node);
        Course joined = Course::of(leftOf(origin.time));
        joined.through = origin.through;
        joined.losses = {0, 0, 1 - origin.through};
        joined.lostTime = origin.lostTime;
        return VisitLaw::of(look.then(Course::oneOf(
            {{hits, Course()}, {joins, joined}, {std::max(0.0, 1 - hits - joins), origin}})));
    }

    void settle(Network& network, const Place& place, double weight) override {
        if (spec_.hitRatio) return;
        lookUps_.resize(network.popularities.size());
        if (scope_ == model::Scope::user)
            settleUsers(network, place, weight);
        else
            settleShared(network, place, weight);
    }

    Eigen::ArrayXd handedOn(const Node& node) const override {
        if (isWrite(node) || node.keyClass == kNoKeys) return {};
        const LookUps* known = knownOf(node);
        if (!known) return {};
        return 1 - known->hits - known->joins;
    }

    void report(const Network& network, const Place& place, Figures& figures) const override {
        double lookUps = 0, hits = 0;
        for (const int index : place.nodes) {
            const Node& node = network.node(index);
            if (isWrite(node)) continue;
            lookUps += node.rate();
            hits += node.rate() * sharesOf(node).first;
        }
        if (lookUps > 0) figures.at(model::Metric::hitRatio).value = hits / lookUps;
    }

    void confess(Network& network, const Place& place) const override {
        if (spec_.hitRatio) return;
        const std::string& name = place.component->name;
        if (spec_.eviction != model::Eviction::lru)
            network.approximations.insert(
                said("Simulation", "%1: its eviction is taken as least recently used", {name}));
        if (spec_.writePolicy != model::WritePolicy::invalidate || !spec_.invalidations.empty())
            network.approximations.insert(
                said("Simulation",
                     "%1: writes are taken as passing through and dropping their key, and drops by "
                     "events elsewhere are left out",
                     {name}));
        network.approximations.insert(
            said("Simulation",
                 "%1: look-ups are taken as independent of each other, and the cache as filled",
                 {name}));
        const double run = model::toSeconds(network.scenario.run.duration);
        const double needed = std::min(characteristic_, limits_.ttl);
        if (!std::isfinite(needed) || needed <= run / 2) return;
        const char* text =
            spec_.startWarm
                ? HEADROOM_SAID("Simulation",
                                "%1: it takes %2 to come to rest, so a run of %3 still sees what "
                                "it was filled with")
                : HEADROOM_SAID("Simulation",
                                "%1: it takes %2 to come to rest, so a run of %3 sees fewer hits");
        network.approximations.insert(said("Simulation", text,
                                           {name, model::formatValue(needed, model::Unit::seconds),
                                            model::toText(network.scenario.run.duration)}));
    }

private:
    double ttlOf(const Network& network, std::size_t keys) const {
        const auto ttl = spec_.lifetimeOf(network.scenario.keys[keys].name);
        return ttl ? model::toSeconds(*ttl) : kInfinite;
    }
    bool isWrite(const Node& node) const {
        return std::ranges::find(spec_.writes, node.operation) != spec_.writes.end();
    }
    const LookUps* knownOf(const Node& node) const {
        const auto k = static_cast<std::size_t>(node.keyClass);
        if (node.keyClass == kNoKeys || k >= lookUps_.size()) return nullptr;
        return lookUps_[k].hits.size() == node.keys.size() ? &lookUps_[k] : nullptr;
    }
    /// Share of hits and of joined flights.
    std::pair<double, double> sharesOf(const Node& node) const {
        if (spec_.hitRatio) return {*spec_.hitRatio, 0};
        const LookUps* known = knownOf(node);
        const double all = node.keys.sum();
        if (!known || !(all > 0)) return {0, 0};
        return {(node.keys * known->hits).sum() / all, (node.keys * known->joins).sum() / all};
    }
    /// What is left of a flight when somebody joins it.
    static TimeLaw leftOf(const TimeLaw& flight) {
        const double mean = flight.mean() * (1 + flight.squaredCv()) / 2;
        return TimeLaw::gamma(mean, mean * mean / 2);
    }

    /// Key rates of all nodes of a class, reads or writes.
    static Eigen::ArrayXd keyRates(const Network& network, const Place& place, std::size_t keys,
                                   bool writes, const Cache& cache) {
        Eigen::ArrayXd sum = Eigen::ArrayXd::Zero(network.popularities[keys].shares.size());
        for (const int index : place.nodes) {
            const Node& node = network.node(index);
            if (node.keyClass == static_cast<int>(keys) && cache.isWrite(node) == writes)
                sum += node.keys;
        }
        return sum;
    }
    double flightTime(const Network& network, const Place& place, std::size_t keys) const {
        double rate = 0, time = 0;
        for (const int index : place.nodes) {
            const Node& node = network.node(index);
            if (node.keyClass != static_cast<int>(keys) || isWrite(node)) continue;
            rate += node.rate();
            for (const Forward& way : node.forwards)
                time += node.rate() * way.share * network.node(way.node).law.answered.mean();
        }
        return rate > 0 ? std::min(time / rate, kForever / 10) : 0;
    }
    std::vector<CachedKeys> contents(const Network& network, const Place& place,
                                     double parts) const {
        std::vector<CachedKeys> all;
        for (std::size_t k = 0; k < network.popularities.size(); ++k) {
            const KeyPopularity& popularity = network.popularities[k];
            const double owners = popularity.own ? std::max(1.0, network.users()) : 1;
            const Eigen::ArrayXd counts = popularity.counts * owners;
            all.push_back({counts, keyRates(network, place, k, false, *this) / (parts * counts),
                           keyRates(network, place, k, true, *this) / (parts * counts),
                           popularity.bytes});
        }
        return all;
    }

    void take(LookUps& known, const Eigen::ArrayXd& hits, const Eigen::ArrayXd& joins,
              double weight) const {
        const bool first = known.hits.size() != hits.size();
        known.hits = first ? hits : Eigen::ArrayXd(known.hits + weight * (hits - known.hits));
        known.joins = first ? joins : Eigen::ArrayXd(known.joins + weight * (joins - known.joins));
    }

    void settleShared(const Network& network, const Place& place, double weight) {
        const double parts = scope_ == model::Scope::instance ? place.callerInstances : stores_;
        const std::vector<CachedKeys> keys = contents(network, place, parts);
        characteristic_ =
            characteristicTime(keys, limits_, std::isfinite(characteristic_) ? characteristic_ : 0);
        for (std::size_t k = 0; k < keys.size(); ++k) {
            const Eigen::ArrayXd hits = hitsPerFetch(keys[k], ttlOf(network, k), characteristic_);
            const Eigen::ArrayXd flight = keys[k].rates * flightTime(network, place, k);
            const Eigen::ArrayXd cycle = 1 + hits + flight;
            const bool joins = spec_.singleFlight;
            take(lookUps_[k], hits / cycle, joins ? Eigen::ArrayXd(flight / cycle) : 0 * hits,
                 weight);
        }
    }

    /// Look-ups per second of one user of a traffic class, reads or writes, by bin.
    Eigen::ArrayXd ratesOfUser(const Network& network, const Place& place, std::size_t keys,
                               Eigen::Index traffic, bool writes) const {
        const double users = network.classes[static_cast<std::size_t>(traffic)].users;
        Eigen::ArrayXd sum = Eigen::ArrayXd::Zero(network.popularities[keys].shares.size());
        for (const int index : place.nodes) {
            const Node& node = network.node(index);
            const double all = node.keys.sum();
            if (node.keyClass != static_cast<int>(keys) || isWrite(node) != writes || !(all > 0))
                continue;
            sum += node.keys / all * node.rates[traffic] / users;
        }
        return sum;
    }

    // A user does nothing else while an answer is fetched, so that nobody joins a flight.
    void settleUsers(const Network& network, const Place& place, double weight) {
        std::vector<Eigen::ArrayXd> hits(lookUps_.size()), all(lookUps_.size());
        for (std::size_t k = 0; k < lookUps_.size(); ++k)
            hits[k] = all[k] = Eigen::ArrayXd::Zero(network.popularities[k].shares.size());
        for (Eigen::Index c = 0; c < static_cast<Eigen::Index>(network.classes.size()); ++c) {
            const double users = network.classes[static_cast<std::size_t>(c)].users;
            if (!(users > 0)) continue;
            std::vector<CachedKeys> keys;
            for (std::size_t k = 0; k < lookUps_.size(); ++k) {
                const KeyPopularity& popularity = network.popularities[k];
                keys.push_back({popularity.counts,
                                ratesOfUser(network, place, k, c, false) / popularity.counts,
                                ratesOfUser(network, place, k, c, true) / popularity.counts,
                                popularity.bytes});
            }
            const double time = characteristicTime(keys, limits_, 0);
            for (std::size_t k = 0; k < keys.size(); ++k) {
                const Eigen::ArrayXd m = hitsPerFetch(keys[k], ttlOf(network, k), time);
                const Eigen::ArrayXd rates = users * keys[k].rates * keys[k].counts;
                all[k] += rates;
                hits[k] += rates * m / (1 + m);
            }
        }
        for (std::size_t k = 0; k < lookUps_.size(); ++k) {
            const Eigen::ArrayXd shares = (all[k] > 0).select(hits[k] / all[k].max(1e-300), 0);
            take(lookUps_[k], shares, Eigen::ArrayXd::Zero(shares.size()), weight);
        }
    }

    model::CacheTier spec_;
    model::Scope scope_;
    double stores_;  ///< that share the look-ups evenly
    TimeLaw access_;
    TimeLaw way_;  ///< to the origin
    CacheLimits limits_;
    double characteristic_ = kInfinite;
    std::vector<LookUps> lookUps_;  ///< by key class
};

}  // namespace

std::unique_ptr<ComponentModel> cacheModel(const model::CacheSpec& spec) {
    return std::make_unique<Cache>(spec, spec.scope, 1);
}

// Every edge has a store of its own.
std::unique_ptr<ComponentModel> cdnModel(const model::CdnSpec& spec) {
    return std::make_unique<Cache>(spec, model::Scope::shared, spec.edges, TimeLaw::of(spec.rtt));
}

}  // namespace headroom::sim
