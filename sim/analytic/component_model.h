// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/analytic/drain.h"
#include "sim/analytic/network.h"
#include "sim/analytic/waiting_line.h"
#include "sim/result.h"

#include <limits>
#include <memory>
#include <optional>

/// How a component type behaves in the analytic model. One file a type, sim/analytic/components.
namespace headroom::sim {

/// Stands for a wait without end; what takes longer than a tenth of it is unknown in results.
constexpr double kForever = 1e8;

class ComponentModel {
public:
    virtual ~ComponentModel() = default;
    ComponentModel(const ComponentModel&) = delete;

    /// How a visit goes, given how its callees answer and the waits as they are known now.
    virtual VisitLaw visit(const Network& network, const Node& node) const = 0;
    /// Finds the waits anew from the rates and visits of the place's nodes, and takes over `weight`
    /// of the difference.
    virtual void settle(Network&, const Place&, double /*weight*/) {}
    /// Visits that can hold something here, and so call others, at a time.
    virtual double holders() const { return std::numeric_limits<double>::infinity(); }
    /// How long something is held, as its line has it, over how long visits say that they hold it.
    virtual double heldAgain() const { return 1; }
    /// Instances among which visits are spread; 0: the type has none.
    virtual double spread() const { return 0; }
    /// Instances that are up.
    virtual double up() const { return spread(); }
    /// Visits that can hold something at one instance.
    virtual double holdersOfInstance() const { return holders(); }
    /// Of look-ups with keys, the share in each bin that is handed on; empty: all alike.
    virtual Eigen::ArrayXd handedOn(const Node&) const { return {}; }
    virtual bool hasLine() const { return false; }
    /// What visits share here, and what they wait for it; 0 servers: nothing, or what is no leaf
    /// of what a caller holds.
    struct Shared {
        int servers = 0;
        double (*work)(const Node&) = nullptr;  ///< of one admitted visit
        double (*wait)(const Node&) = nullptr;  ///< of one visit
    };
    virtual Shared shared(const Network&, const Place&) const { return {}; }
    /// Of a closed network with product form: what can be busy here, by how many servers and by
    /// which work; `servers` 0: nothing. Nothing at all: this place has no product form.
    struct ProductForm {
        int servers = 0;
        double (*work)(const Node&) = nullptr;  ///< of one visit
    };
    virtual std::optional<ProductForm> productForm(const Network&, const Place&) const {
        return std::nullopt;
    }
    /// Takes this over as the mean wait and the utilisation of its line.
    virtual void impose(Network&, const Place&, double /*wait*/, double /*utilisation*/) {}
    /// Work grows here without end under this load.
    virtual bool saturated(const Place&) const { return false; }
    /// The figures that only this type has; the common ones are set already.
    virtual void report(const Network&, const Place&, Figures&) const {}
    /// Says in `network.approximations` where this is weak for what it found.
    virtual void confess(Network&, const Place&) const {}

protected:
    ComponentModel() = default;
};

/// A waiting line on its way to the fixed point.
class LineState {
public:
    /// `question` without `elsewhere`, which follows from the population, the rate and the time
    /// spent here.
    void settle(LineQuestion question, double weight);
    /// `elsewhere` as given.
    void settleWith(const LineQuestion& question, double weight);
    void impose(const LineQuestion& question, double wait, double utilisation);
    const LineAnswer& answer() const { return answer_; }
    const LineQuestion& question() const { return question_; }
    bool saturated() const;
    /// See ComponentModel::heldAgain; at most 1.
    double heldAgain() const;
    /// Says so in `network.approximations` where what is behind is near its limit.
    void confess(Network& network, const Place& place) const;
    double timeLost() const;  ///< that a visit waits before it is lost

private:
    double stepTowards(const LineAnswer& now);

    LineQuestion question_;
    LineAnswer answer_;
    bool settled_ = false;
    double step_ = 1, lastChange_ = 0;
};

/// Whether all visits of a place take work of one exponential law: product form for first come
/// first served.
bool isOneExponential(const Network& network, const Place& place, double (*work)(const Node&));
/// No visit calls anybody while it holds something here.
bool callsNobody(const Network& network, const Place& place);
/// The visits of a place's nodes that hold something, taken together.
LineQuestion questionOf(const Network& network, const Place& place);

/// `course` behind a line: who is lost in it ends with `outcome`.
enum class LineLoss { refused, timeout };
VisitLaw behindLine(const Course& course, const LineAnswer& line, double timeLost, LineLoss loss);

/// The model of a component, by its type.
std::unique_ptr<ComponentModel> modelOf(const model::Component& component, const Network& network);

std::unique_ptr<ComponentModel> stationModel(const model::StationSpec& spec);
std::unique_ptr<ComponentModel> databaseModel(const model::DatabaseSpec& spec);
/// `working`: instances that get requests (sim/judge/affinity.h).
std::unique_ptr<ComponentModel> serviceModel(const model::ServiceSpec& spec,
                                             model::BalancingPolicy policy, int working);
std::unique_ptr<ComponentModel> functionModel(const model::FunctionSpec& spec);
std::unique_ptr<ComponentModel> cacheModel(const model::CacheSpec& spec);
std::unique_ptr<ComponentModel> cdnModel(const model::CdnSpec& spec);
std::unique_ptr<ComponentModel> queueModel(const model::QueueSpec& spec);
std::unique_ptr<ComponentModel> gatewayModel(const model::GatewaySpec& spec);
std::unique_ptr<ComponentModel> poolModel(const model::PoolSpec& spec);
std::unique_ptr<ComponentModel> externalModel(const model::ExternalSpec& spec);
std::unique_ptr<ComponentModel> clientModel(const model::ClientSpec& spec, bool isEntry);
/// A load balancer, and any type without a model of its own that hands requests on.
std::unique_ptr<ComponentModel> passThroughModel();
/// A type without a model of its own that runs steps: nothing of it can be busy.
std::unique_ptr<ComponentModel> plainModel();

}  // namespace headroom::sim
