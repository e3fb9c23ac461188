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
        if (spec.network) roundTrip_ = TimeLaw::of(spec.network->roundTrip);
    }

    VisitLaw visit(const Network& network, const Node& node) const override {
        const Course forward = forwardCourse(network, node, patience_);
        if (!spec_.network) return VisitLaw::of(forward);
        const TimeLaw way = roundTrip_.plus(TimeLaw::constant(transfer(network, node)));
        return VisitLaw::of(Course::of(way).then(forward));
    }
    std::optional<ProductForm> productForm(const Network&, const Place&) const override {
        return ProductForm{};
    }

private:
    double transfer(const Network& network, const Node& node) const {
        const Node* last = &node;
        while (last->forward >= 0) last = &network.node(last->forward);
        if (!last->steps) return 0;
        const auto time = [](const auto& size, const auto& bandwidth) {
            return size && bandwidth ? static_cast<double>(size->count) / bandwidth->bytesPerSecond
                                     : 0.0;
        };
        return time(last->steps->request, spec_.network->up) +
               time(last->steps->answer, spec_.network->down);
    }

    model::ClientSpec spec_;
    Patience patience_;
    TimeLaw roundTrip_;
};

}  // namespace

std::unique_ptr<ComponentModel> clientModel(const model::ClientSpec& spec, bool isEntry) {
    return std::make_unique<Client>(spec, isEntry);
}

}  // namespace headroom::sim
