// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/roll_out.h"
#include "model/scenario.h"
#include "sim/analytic/attempts.h"
#include "sim/analytic/course.h"
#include "sim/analytic/popularity.h"
#include "sim/analytic/step_walk.h"
#include "sim/analytic/zones.h"

#include <Eigen/Core>

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// A scenario as the analytic model sees it: who asks whom for what, how often, and how that goes.
namespace headroom::sim {

class ComponentModel;

constexpr int kNoKeys = -1;
constexpr int kEverywhere = 0;  ///< the zone of what has none

/// One of the nodes that a request can lead to, with its share.
struct Forward {
    int node;
    double share;
};

/// What tells nodes from each other: an operation of a component, asked for with keys of one class
/// or without, from one zone in another.
struct NodeKey {
    int component = 0;
    std::string operation;
    int keyClass = kNoKeys;
    std::int64_t items = 1;
    int from = kEverywhere, at = kEverywhere;  ///< zones of the caller and of the visit
    /// Of a client that users begin at: theirs, where users have different ones; else none.
    const model::ClientNetwork* network = nullptr;
    bool isNew = false;  ///< side of a roll-out, where it matters

    auto operator<=>(const NodeKey&) const = default;
};

struct Node : NodeKey {
    const model::Operation* steps = nullptr;  ///< of types that run steps
    std::vector<Forward> forwards;            ///< of a pass-through; shares sum to 1
    TimeLaw trip;                             ///< round trip paid before the visit arrives
    VisitLaw law;
    Eigen::ArrayXd rates;  ///< visits per second begun, by traffic class
    Eigen::ArrayXd keys;   ///< the same by bin of the key class's popularity; empty without keys

    double rate() const { return rates.sum(); }
};

/// Users or arrivals that behave alike: those of a profile with the same network.
struct TrafficClass {
    struct Action {
        int node = 0;
        double share = 0;  ///< of the actions of this class
        Patience patience;
        std::string operation;
    };
    std::string name;
    double users = 0;  ///< closed; 0 for an open stream
    double think = 0;
    double rate = 0;  ///< actions per second: given (open) or found (closed)
    bool evenlySpaced = false;
    std::vector<Action> actions;
    bool isClosed() const { return users > 0; }
};

/// A component, its nodes, and the state that the fixed point is sought for.
struct Place {
    const model::Component* component = nullptr;
    std::unique_ptr<ComponentModel> behaviour;
    std::vector<int> nodes;
    double population = 0;  ///< visits that callers can have here at a time; may be infinite
    /// Of the service that calls, for what has the scope `instance`: those that share the load,
    /// those that are up, and what one of them can have here at a time.
    double callerInstances = 1, callersUp = 1;
    double populationOfInstance = 0;
    double arrivalSquaredCv = 1;  ///< of the gaps between arrivals

    double rate = 0;      ///< visits per second begun
    double throttle = 1;  ///< share of what is admitted that can be
};

class Network {
public:
    /// Loads that vary are taken at their peak, a roll-out at its last step.
    /// `asWritten`: the same with the instances that autoscalers begin with.
    Network(const model::Scenario& scenario, const model::Scenario& asWritten);
    ~Network();
    Network(const Network&) = delete;

    const model::Scenario& scenario;
    const model::Scenario& asWritten;
    std::vector<Place> places;  ///< in the order of the file
    std::vector<Node> nodes;
    std::vector<int> bottomUp;  ///< nodes, callees before their callers
    std::vector<TrafficClass> classes;
    std::vector<KeyPopularity> popularities;  ///< by key class
    std::set<std::string> approximations;  ///< in words

    const Node& node(int index) const { return nodes[static_cast<std::size_t>(index)]; }
    Place& placeOf(const Node& node) { return places[static_cast<std::size_t>(node.component)]; }
    const Place& placeOf(const Node& node) const {
        return places[static_cast<std::size_t>(node.component)];
    }
    /// The nodes that a request leads to, one for each zone in which it can be answered; shares sum
    /// to 1.
    const std::vector<Forward>& calleesOf(const Asked& asked, const Node& caller) const;
    int placeIndex(std::string_view component) const;
    /// What is known of a parallel step, of a visit of the node whose calls go over a network.
    LatestTime& latest(const Node& visit, const model::Parallel& step,
                       const model::ClientNetwork* over) const {
        return latest_[{&visit, &step, over}];
    }
    /// Everything is found anew.
    void forgetLatest() { latest_.clear(); }
    double users() const;
    /// Users; infinite where some of the traffic is an open stream.
    double population() const;

    /// Visits from above to below: rates of nodes, keys and places from those of the classes.
    void propagateRates();
    /// What callers can have in each place at a time, from the limits as they are now.
    void propagatePopulations();

private:
    /// A request as its caller makes it: `at` follows from where the component stands.
    const std::vector<Forward>& addWays(const NodeKey& request);
    /// `isNew`: the side of whoever asks.
    NodeKey requestOf(std::string_view component, const std::string& operation, int keyClass,
                      std::int64_t items, int from, bool isNew,
                      const model::ClientNetwork* network = nullptr) const;
    int addNode(const NodeKey& key);
    void addForwards(int node, const model::Component& component);
    void addClasses();
    void addProfile(const model::Profile& profile, double share, bool isNew);
    TrafficClass classOf(const model::Profile& profile, const model::ClientNetwork* network,
                         bool isNew);
    int keyClassOf(const std::string& name) const;
    void addLinks();
    void addActions();
    void limitThroughputs();
    void addFlows(int caller);
    bool leadsBack(int caller, int callee) const;
    std::vector<double> enteringPopulations();

    /// One place that asks another; width: calls that a visit can have open there at a time.
    struct Link {
        int caller, callee;
        double width;
    };
    void addCaller(const Link& link, double& sum);
    std::vector<Link> links_;
    Zones zones_;
    const model::Sides sides_;
    using ParallelKey =
        std::tuple<const Node*, const model::Parallel*, const model::ClientNetwork*>;
    mutable std::map<ParallelKey, LatestTime> latest_;
    std::map<NodeKey, int> index_;
    std::map<NodeKey, std::vector<Forward>> ways_;  ///< by request
    std::map<std::string, int, std::less<>> placeIndex_;
    std::vector<int> visitOrder_;  ///< of nodes: position in bottomUp
};

/// What a visit of this operation does from its first step to its last, given how its callees
/// answer. `work` turns a piece of work into the time it takes here, waiting for a CPU included.
struct WorkTime {
    TimeLaw wait;                 ///< before each piece
    double stretch = 1;           ///< of the work itself, where it is shared
    double sharedSquaredCv = -1;  ///< of a stretched piece; below 0: that of the work
};
/// `over`: the network that each call goes over, of a page on a user's device.
Course courseOf(const Network& network, const Node& node, const WorkTime& work,
                const model::ClientNetwork* over = nullptr);
/// That of a pass-through: one call of what is behind it.
Course forwardCourse(const Network& network, const Node& node, const Patience& patience = {});

}  // namespace headroom::sim
