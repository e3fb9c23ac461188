// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/analytic/component_model.h"

namespace headroom::sim {

namespace {

/// A round trip and the time of the transfer before each attempt. The patience of a client that
/// users begin at belongs to their actions; any other client has its own.
class Client : public ComponentModel {
public:
    Client(const model::ClientSpec& spec, bool isEntry) : spec_(spec) {
        if (!isEntry) patience_ = {spec.timeout, spec.retry};
    }

    VisitLaw visit(const Network& network, const Node& node) const override {
        if (node.steps) return VisitLaw::of(courseOf(network, node, {}));
        const Course forward = forwardCourse(network, node, patience_);
        if (spec_.network) return VisitLaw::of(wayOf(*spec_.network, network, node).then(forward));
        if (spec_.networks.empty()) return VisitLaw::of(forward);
        std::vector<std::pair<double, Course>> ways;
        for (const model::NetworkClass& c : spec_.networks)
            ways.emplace_back(c.share, wayOf(c.network, network, node));
        return VisitLaw::of(Course::oneOf(ways).then(forward));
    }
    void confess(Network& network, const Place& place) const override {
        if (spec_.offline || spec_.breaker || spec_.hedge)
            network.approximations.insert(place.component->name +
                                          ": going offline, its breaker and its hedge are left out");
        if (!place.component->operations.empty() && (spec_.network || !spec_.networks.empty()))
            network.approximations.insert(
                place.component->name +
                ": the network under the calls of its pages and screens is left out");
    }
    std::optional<ProductForm> productForm(const Network&, const Place&) const override {
        return ProductForm{};
    }

private:
    static Course wayOf(const model::ClientNetwork& way, const Network& network, const Node& node) {
        const Node* last = &node;
        while (!last->forwards.empty()) last = &network.node(last->forwards.front().node);
        TimeLaw time = TimeLaw::of(way.roundTrip);
        const auto add = [&](const auto& size, const auto& bandwidth) {
            if (size && bandwidth)
                time = time.plus(TimeLaw::constant(static_cast<double>(size->count) /
                                                   bandwidth->bytesPerSecond));
        };
        if (last->steps) {
            add(last->steps->request, way.up);
            add(last->steps->answer, way.down);
        }
        return Course::of(time);
    }

    model::ClientSpec spec_;
    Patience patience_;
};

}  // namespace

std::unique_ptr<ComponentModel> clientModel(const model::ClientSpec& spec, bool isEntry) {
    return std::make_unique<Client>(spec, isEntry);
}

}  // namespace headroom::sim
