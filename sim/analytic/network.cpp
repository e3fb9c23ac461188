// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/analytic/network.h"

#include "sim/analytic/component_model.h"
#include "sim/infinity.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace headroom::sim {

namespace {

/// Requests to a component that one run of these steps can have open at a time; those sent without
/// waiting are never too many.
double widthOf(const model::Steps& steps, std::string_view component);

double widthOf(const model::Step& step, std::string_view component) {
    struct Width {
        std::string_view to;
        double operator()(const model::Call& call) const {
            const double after = widthOf(call.onError.steps, to);
            return std::max(after, call.to == to ? 1.0 : 0.0);
        }
        double operator()(const model::Send& send) const { return send.to == to ? kInfinite : 0; }
        double operator()(const model::Sequence& s) const { return widthOf(s.steps, to); }
        double operator()(const model::Parallel& parallel) const {
            double sum = 0;
            for (const model::Step& branch : parallel.branches) sum += widthOf(branch, to);
            return parallel.limit > 0 ? std::min<double>(sum, parallel.limit) : sum;
        }
        double operator()(const model::Choose& choose) const {
            double most = 0;
            for (const auto& alternative : choose.alternatives)
                most = std::max(most, widthOf(alternative.steps, to));
            return most;
        }
        double operator()(const model::Work&) const { return 0; }
        double operator()(const model::Delay&) const { return 0; }
        double operator()(const model::Mark&) const { return 0; }
        double operator()(const model::Push&) const { return 0; }
    };
    return std::visit(Width{component}, step.action);
}

double widthOf(const model::Steps& steps, std::string_view component) {
    double most = 0;
    for (const model::Step& step : steps) most = std::max(most, widthOf(step, component));
    return most;
}

/// Requests of a visit of `caller` that can be open at `component` at a time.
double widthBetween(const model::Component& caller, std::string_view component) {
    const auto destinations = caller.destinations();
    double most = std::ranges::find(destinations, component) != destinations.end() ? 1 : 0;
    for (const model::Operation& operation : caller.operations)
        most = std::max(most, widthOf(operation.steps, component));
    return most;
}

}  // namespace

Network::Network(const model::Scenario& s, const model::Scenario& written)
    : scenario(s), asWritten(written), zones_(s), sides_(s) {
    for (const model::KeyClass& keys : scenario.keys) popularities.emplace_back(keys);
    for (const model::Component& component : scenario.components) {
        placeIndex_.emplace(component.name, static_cast<int>(places.size()));
        Place& place = places.emplace_back();
        place.component = &component;
        place.behaviour = modelOf(component, *this);
    }
    addClasses();
    const auto count = static_cast<Eigen::Index>(classes.size());
    for (Node& node : nodes) {
        node.rates = Eigen::ArrayXd::Zero(count);
        if (node.keyClass != kNoKeys)
            node.keys = Eigen::ArrayXd::Zero(
                popularities[static_cast<std::size_t>(node.keyClass)].shares.size());
    }
    visitOrder_.resize(nodes.size());
    for (std::size_t i = 0; i < bottomUp.size(); ++i)
        visitOrder_[static_cast<std::size_t>(bottomUp[i])] = static_cast<int>(i);
    addLinks();
}

Network::~Network() = default;

int Network::placeIndex(std::string_view component) const {
    const auto found = placeIndex_.find(component);
    assert(found != placeIndex_.end());
    return found->second;
}

int Network::keyClassOf(const std::string& name) const {
    const auto found = std::ranges::find(scenario.keys, name, &model::KeyClass::name);
    return found == scenario.keys.end() ? kNoKeys : static_cast<int>(found - scenario.keys.begin());
}

const std::vector<Forward>& Network::calleesOf(const Asked& asked, const Node& caller) const {
    static const std::vector<Forward> kNone;
    const int keys = asked.keys.empty() ? caller.keyClass : keyClassOf(asked.keys);
    const auto found = ways_.find(
        requestOf(asked.to, asked.operation, keys, asked.items, caller.at, caller.isNew));
    return found == ways_.end() ? kNone : found->second;
}

NodeKey Network::requestOf(std::string_view component, const std::string& operation, int keyClass,
                           std::int64_t items, int from, bool isNew,
                           const model::ClientNetwork* network) const {
    const std::string met = sides_.met(component, isNew);
    return {placeIndex(met),          operation, keyClass, items, from, kEverywhere, network,
            sides_.sideAt(met, isNew)};
}

const std::vector<Forward>& Network::addWays(const NodeKey& request) {
    const auto known = ways_.find(request);
    if (known != ways_.end()) return known->second;
    const model::Component& component =
        *places[static_cast<std::size_t>(request.component)].component;
    std::vector<Forward> ways;
    for (const auto& [zone, share] : zones_.of(component, request.operation, request.from)) {
        NodeKey key = request;
        key.at = zone;
        ways.push_back({addNode(key), share});
    }
    return ways_.try_emplace(request, std::move(ways)).first->second;
}

int Network::addNode(const NodeKey& key) {
    const auto [it, isFirst] = index_.try_emplace(key, static_cast<int>(nodes.size()));
    const int index = it->second;
    if (!isFirst) return index;
    const model::Component& c = *places[static_cast<std::size_t>(key.component)].component;
    Node& node = nodes.emplace_back();
    static_cast<NodeKey&>(node) = key;
    node.steps = c.operation(key.operation);
    node.trip = zones_.trip(key.from, key.at);
    places[static_cast<std::size_t>(key.component)].nodes.push_back(index);
    if (c.passesOn(key.operation)) addForwards(index, c);
    if (const model::Operation* steps = c.operation(key.operation)) {
        forEachAsked(steps->steps, [&](const Asked& asked) {
            addWays(requestOf(asked.to, asked.operation,
                              asked.keys.empty() ? key.keyClass : keyClassOf(asked.keys),
                              asked.items, key.at, key.isNew));
        });
    }
    bottomUp.push_back(index);
    return index;
}

void Network::addForwards(int index, const model::Component& component) {
    const Node from = node(index);
    std::vector<std::pair<std::string_view, double>> targets;
    if (const auto* balancer = std::get_if<model::LoadBalancerSpec>(&component.spec))
        targets = zones_.targetsOf(*balancer, from.at);
    if (targets.empty()) targets.emplace_back(component.passesTo(), 1);
    std::vector<Forward> forwards;
    for (const auto& [target, share] : targets)
        for (const Forward& way : addWays(
                 requestOf(target, from.operation, from.keyClass, from.items, from.at, from.isNew)))
            forwards.push_back({way.node, share * way.share});
    nodes[static_cast<std::size_t>(index)].forwards = std::move(forwards);
}

TrafficClass Network::classOf(const model::Profile& profile, const model::ClientNetwork* network,
                              bool isNew) {
    const std::string entry =
        sides_.met(profile.entry.empty() ? scenario.workload.entry : profile.entry, isNew);
    TrafficClass c;
    c.name = profile.name;
    c.think = profile.think.mean();
    std::map<std::string, double> weights;
    for (const model::Action& action : profile.actions) weights[action.operation] += action.weight;
    for (const std::string& operation : profile.journey) weights[operation] += 1;
    double sum = 0;
    for (const auto& [operation, weight] : weights) sum += weight;
    Patience patience;
    if (const auto* client = std::get_if<model::ClientSpec>(&scenario.component(entry)->spec))
        patience = {client->timeout, client->retry};
    for (const auto& [operation, weight] : weights) {
        if (!(weight > 0)) continue;
        for (const Forward& way : addWays(requestOf(entry, operation, kNoKeys, 1,
                                                    zones_.index(profile.zone), isNew, network)))
            c.actions.push_back({way.node, weight / sum * way.share, patience,
                                 isNew ? model::twinName(operation, sides_.variant()) : operation});
    }
    return c;
}

// A user keeps one network, and who has a slow one acts less often: each is a class by itself.
void Network::addProfile(const model::Profile& profile, double share, bool isNew) {
    const model::Workload& workload = scenario.workload;
    const std::string entry =
        sides_.met(profile.entry.empty() ? workload.entry : profile.entry, isNew);
    std::vector<std::pair<double, const model::ClientNetwork*>> networks;
    if (const auto* client = std::get_if<model::ClientSpec>(&scenario.component(entry)->spec))
        for (const model::NetworkClass& c :
             profile.networks.empty() ? client->networks : profile.networks)
            networks.emplace_back(c.share, &c.network);
    if (networks.empty()) networks.emplace_back(1, nullptr);
    const auto& users = profile.users || profile.arrivals ? profile.users : workload.users;
    const auto& arrivals = profile.users || profile.arrivals ? profile.arrivals : workload.arrivals;
    for (const auto& [part, network] : networks) {
        if (!(part > 0)) continue;
        TrafficClass c = classOf(profile, network, isNew);
        if (users) {
            c.users = part * share * users->peak();
        } else if (arrivals) {
            c.rate = part * share * arrivals->rate.peak();
            c.evenlySpaced =
                arrivals->process == model::Arrivals::Process::constant && !sides_.areTwo();
        }
        classes.push_back(std::move(c));
    }
}

void Network::addClasses() {
    double shares = 0;
    const auto hasShare = [](const model::Profile& p) { return !p.users && !p.arrivals; };
    for (const model::Profile& profile : scenario.workload.profiles)
        if (hasShare(profile)) shares += profile.share;
    const double onNew = sides_.areTwo() ? scenario.rollOut->stages.back().share : 0;
    for (const bool isNew : {false, true}) {
        const double part = isNew ? onNew : 1 - onNew;
        if (!(part > 0)) continue;
        for (const model::Profile& profile : scenario.workload.profiles)
            addProfile(profile,
                       part * (hasShare(profile) && shares > 0 ? profile.share / shares : 1),
                       isNew);
    }
}

double Network::users() const {
    double sum = 0;
    for (const TrafficClass& c : classes) sum += c.users;
    return sum;
}

double Network::population() const {
    const bool closed = std::ranges::all_of(classes, &TrafficClass::isClosed);
    return closed ? users() : kInfinite;
}

bool Network::leadsBack(int caller, int callee) const {
    return visitOrder_[static_cast<std::size_t>(callee)] >=
           visitOrder_[static_cast<std::size_t>(caller)];
}

void Network::addFlows(int index) {
    const Node& caller = node(index);
    const double rate = caller.rate();
    if (!(rate > 0)) return;
    const Eigen::ArrayXd handed = placeOf(caller).behaviour->handedOn(caller);
    double forwarded = 0;
    for (const CallFlow& flow : caller.law.course.calls) forwarded += flow.calls;
    for (const CallFlow& flow : caller.law.course.calls) {
        if (leadsBack(index, flow.node)) continue;
        Node& callee = nodes[static_cast<std::size_t>(flow.node)];
        const double factor = flow.calls * caller.law.admitted * placeOf(caller).throttle;
        callee.rates += factor * caller.rates;
        if (callee.keyClass == kNoKeys) continue;
        if (caller.keyClass != callee.keyClass)
            callee.keys +=
                factor * rate * popularities[static_cast<std::size_t>(callee.keyClass)].shares;
        else if (handed.size() == caller.keys.size())
            callee.keys += placeOf(caller).throttle * flow.calls / forwarded * caller.keys * handed;
        else
            callee.keys += factor * caller.keys;
    }
}

void Network::addActions() {
    for (std::size_t c = 0; c < classes.size(); ++c)
        for (const TrafficClass::Action& action : classes[c].actions) {
            const Course attempts = callWith(action.patience, action.node, node(action.node).law);
            nodes[static_cast<std::size_t>(action.node)].rates[static_cast<Eigen::Index>(c)] +=
                classes[c].rate * action.share * attempts.calls.front().calls;
        }
}

// No more gets through than what can be held, for as long as it is held now: on the way to the
// fixed point the share that is lost lags behind.
void Network::limitThroughputs() {
    for (Place& place : places) {
        double held = 0;
        for (const int index : place.nodes)
            held += node(index).rate() * node(index).law.admitted * node(index).law.holding;
        held *= place.behaviour->heldAgain();
        const double holders = place.behaviour->holders();
        place.throttle = held > holders ? holders / held : 1;
    }
}

// Rates over a cycle of calls come from the round before: what goes round dies out.
void Network::propagateRates() {
    limitThroughputs();
    std::vector<Eigen::ArrayXd> before;
    for (Node& node : nodes) {
        before.push_back(node.rates);
        node.rates.setZero();
        node.keys.setZero();
    }
    addActions();
    for (const int caller : bottomUp)
        for (const CallFlow& flow : node(caller).law.course.calls)
            if (leadsBack(caller, flow.node))
                nodes[static_cast<std::size_t>(flow.node)].rates +=
                    flow.calls * node(caller).law.admitted *
                    before[static_cast<std::size_t>(caller)];
    for (auto it = bottomUp.rbegin(); it != bottomUp.rend(); ++it) addFlows(*it);
    for (Place& place : places) {
        place.rate = 0;
        for (const int index : place.nodes) place.rate += node(index).rate();
    }
}

void Network::addLinks() {
    for (std::size_t caller = 0; caller < places.size(); ++caller) {
        std::set<std::string> asked;
        for (const int index : places[caller].nodes) {
            const Node& n = node(index);
            for (const Forward& forward : n.forwards)
                asked.insert(placeOf(node(forward.node)).component->name);
            if (n.steps)
                forEachAsked(n.steps->steps,
                             [&](const Asked& a) { asked.insert(sides_.met(a.to, n.isNew)); });
        }
        for (const std::string& callee : asked) {
            const model::Component& component = *places[caller].component;
            // What exists once states whom it asks by the name of the old side.
            const std::string_view stated =
                sides_.isTwin(component.name) ? callee : sides_.original(callee);
            links_.push_back(
                {static_cast<int>(caller), placeIndex(callee),
                 std::max(widthBetween(component, callee), widthBetween(component, stated))});
        }
    }
}

std::vector<double> Network::enteringPopulations() {
    std::vector<double> entering(places.size(), 0);
    for (Place& place : places) place.arrivalSquaredCv = 1;
    for (const TrafficClass& c : classes) {
        if (c.actions.empty()) continue;
        const auto entry = static_cast<std::size_t>(node(c.actions.front().node).component);
        entering[entry] += c.isClosed() ? c.users : kInfinite;
        if (c.evenlySpaced && scenario.workload.profiles.size() == 1)
            places[entry].arrivalSquaredCv = 0;
    }
    return entering;
}

void Network::addCaller(const Link& link, double& sum) {
    const Place& caller = places[static_cast<std::size_t>(link.caller)];
    Place& callee = places[static_cast<std::size_t>(link.callee)];
    const ComponentModel& behaviour = *caller.behaviour;
    const bool spreads = behaviour.spread() > 0;
    const double here = spreads ? std::min(caller.population, behaviour.holdersOfInstance())
                                : std::min(caller.populationOfInstance, behaviour.holders());
    sum += link.width * std::min(caller.population, behaviour.holders());
    callee.populationOfInstance = std::max(callee.populationOfInstance, link.width * here);
    callee.callerInstances =
        std::max(callee.callerInstances, spreads ? behaviour.spread() : caller.callerInstances);
    callee.callersUp = std::max(callee.callersUp, spreads ? behaviour.up() : caller.callersUp);
}

// Around a cycle without a limit populations grow round by round, and are taken as unlimited.
void Network::propagatePopulations() {
    const std::vector<double> entering = enteringPopulations();
    for (std::size_t i = 0; i < places.size(); ++i)
        places[i].population = places[i].populationOfInstance = entering[i];
    constexpr int kRounds = 12;
    bool changes = true;
    for (int round = 0; changes && round < kRounds + 2; ++round) {
        std::vector<double> sums = entering;
        for (Place& place : places) place.callerInstances = place.callersUp = 1;
        for (const Link& link : links_)
            addCaller(link, sums[static_cast<std::size_t>(link.callee)]);
        changes = false;
        for (std::size_t i = 0; i < places.size(); ++i) {
            if (sums[i] == places[i].population) continue;
            changes = true;
            places[i].population = round > kRounds ? kInfinite : sums[i];
        }
    }
}

}  // namespace headroom::sim
