// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/said.h"
#include "sim/analytic/component_model.h"

namespace headroom::sim {

namespace {

void confessType(Network& network, const Place& place, const char* text) {
    network.approximations.insert(model::said(
        "Simulation", text, {place.component->name, model::typeName(place.component->spec)}));
}

class PassThrough : public ComponentModel {
public:
    VisitLaw visit(const Network& network, const Node& node) const override {
        return VisitLaw::of(forwardCourse(network, node));
    }
    std::optional<ProductForm> productForm(const Network&, const Place&) const override {
        return ProductForm{};
    }
    void confess(Network& network, const Place& place) const override {
        if (!std::holds_alternative<model::LoadBalancerSpec>(place.component->spec))
            confessType(
                network, place,
                HEADROOM_SAID("Simulation", "%1: %2 is taken as handing everything on at once"));
    }
};

class Plain : public ComponentModel {
public:
    VisitLaw visit(const Network& network, const Node& node) const override {
        return VisitLaw::of(courseOf(network, node, {}));
    }
    std::optional<ProductForm> productForm(const Network&, const Place&) const override {
        return ProductForm{};
    }
    void confess(Network& network, const Place& place) const override {
        confessType(network, place, HEADROOM_SAID("Simulation", "%1: %2 is taken as never busy"));
    }
};

}  // namespace

std::unique_ptr<ComponentModel> passThroughModel() { return std::make_unique<PassThrough>(); }
std::unique_ptr<ComponentModel> plainModel() { return std::make_unique<Plain>(); }

}  // namespace headroom::sim
