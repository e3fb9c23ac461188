// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/said.h"
#include "sim/analytic/client_way.h"
#include "sim/analytic/component_model.h"

#include <algorithm>

namespace headroom::sim {

namespace {

using model::said;

bool hasWork(const model::Step& step);

bool hasWork(const model::Steps& steps) {
    return std::ranges::any_of(steps, [](const model::Step& step) { return hasWork(step); });
}

bool hasWork(const model::Step& step) {
    if (const auto* sequence = std::get_if<model::Sequence>(&step.action))
        return hasWork(sequence->steps);
    if (const auto* parallel = std::get_if<model::Parallel>(&step.action))
        return hasWork(parallel->branches);
    return std::holds_alternative<model::Work>(step.action);
}

/// Whether branches that run at the same time ask for the device's one CPU.
bool worksBeside(const model::Steps& steps) {
    return std::ranges::any_of(steps, [](const model::Step& step) {
        if (const auto* sequence = std::get_if<model::Sequence>(&step.action))
            return worksBeside(sequence->steps);
        const auto* parallel = std::get_if<model::Parallel>(&step.action);
        return parallel && std::ranges::count_if(parallel->branches, [](const model::Step& branch) {
                               return hasWork(branch);
                           }) > 1;
    });
}

/// A round trip and the time of the transfer before each attempt, or before each call of a page.
/// The patience of a client that users begin at belongs to their actions; any other client has its
/// own.
class Client : public ComponentModel {
public:
    Client(const model::ClientSpec& spec, bool isEntry) : spec_(spec) {
        if (!isEntry) patience_ = {spec.timeout, spec.retry};
    }

    VisitLaw visit(const Network& network, const Node& node) const override {
        std::vector<std::pair<double, Course>> ways;
        for (const auto& [share, over] : networksOf(node))
            ways.emplace_back(share, courseOver(network, node, over));
        return VisitLaw::of(ways.size() == 1 ? ways.front().second : Course::oneOf(ways));
    }
    void confess(Network& network, const Place& place) const override {
        if (spec_.offline || spec_.breaker || spec_.hedge)
            network.approximations.insert(
                said("Simulation", "%1: going offline, its breaker and its hedge are left out",
                     {place.component->name}));
        if (std::ranges::any_of(place.component->operations,
                                [](const auto& operation) { return worksBeside(operation.steps); }))
            network.approximations.insert(
                said("Simulation",
                     "%1: work of its pages that runs beside other work is taken as not waiting "
                     "for the device",
                     {place.component->name}));
    }
    std::optional<ProductForm> productForm(const Network&, const Place&) const override {
        return ProductForm{};
    }

private:
    /// Null: none.
    std::vector<std::pair<double, const model::ClientNetwork*>> networksOf(const Node& node) const {
        if (node.network) return {{1, node.network}};
        std::vector<std::pair<double, const model::ClientNetwork*>> networks;
        for (const model::NetworkClass& c : spec_.networks)
            networks.emplace_back(c.share, &c.network);
        if (networks.empty()) networks.emplace_back(1, spec_.network ? &*spec_.network : nullptr);
        return networks;
    }
    Course courseOver(const Network& network, const Node& node,
                      const model::ClientNetwork* over) const {
        if (node.steps) return courseOf(network, node, {}, over);
        const Course forward = forwardCourse(network, node, patience_);
        if (!over) return forward;
        static const std::string kNoKeysNamed;
        const Asked asked{spec_.to, node.operation, kNoKeysNamed};
        return Course::of(wayOver(*over, network.scenario, asked)).then(forward);
    }

    model::ClientSpec spec_;
    Patience patience_;
};

}  // namespace

std::unique_ptr<ComponentModel> clientModel(const model::ClientSpec& spec, bool isEntry) {
    return std::make_unique<Client>(spec, isEntry);
}

}  // namespace headroom::sim
