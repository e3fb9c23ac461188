// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/said.h"
#include "sim/analytic/cpu_line.h"

#include <algorithm>

namespace headroom::sim {

namespace {

/// Every user has a connection, as far as there is room for them. What the gateway does itself
/// takes its CPUs, heartbeats included; the rest is handed on.
class Gateway : public ComponentModel {
public:
    explicit Gateway(const model::GatewaySpec& spec)
        : spec_(spec), cpu_(spec.cpus, model::CpuDiscipline::fifo) {}

    VisitLaw visit(const Network& network, const Node& node) const override {
        const Course course = node.steps ? courseOf(network, node, cpu_.workTime())
                                         : forwardCourse(network, node);
        LineAnswer door;
        door.lost = refused_;
        return behindLine(course, door, 0, LineLoss::refused);
    }

    void settle(Network& network, const Place& place, double weight) override {
        users_ = network.users();
        const double room = static_cast<double>(spec_.capacity) * spec_.instances;
        refused_ = users_ > room ? 1 - room / users_ : 0;
        cpu_.background = heartbeats();
        cpu_.settle(network, place, {1.0 / spec_.instances, place.population, 1}, weight);
    }

    double spread() const override { return spec_.instances; }
    bool saturated(const Place&) const override { return cpu_.saturated(); }

    void report(const Network&, const Place&, Figures& figures) const override {
        const double room = static_cast<double>(spec_.capacity) * spec_.instances;
        const double open = std::min(users_, room);
        figures.at(model::Metric::connections).value = open;
        figures.at(model::Metric::instances).value = spec_.instances;
        figures.at(model::Metric::occupancy).value = open / room;
        figures.at(model::Metric::utilisation).value = open / room;
    }
    void confess(Network& network, const Place& place) const override {
        network.approximations.insert(
            model::said("Simulation",
                        "%1: every user is taken as connected; connecting, reconnecting and the "
                        "end of sessions are left out",
                        {place.component->name}));
    }

private:
    /// CPU seconds a second of one instance.
    double heartbeats() const {
        if (!spec_.heartbeat) return 0;
        return users_ / spec_.instances * spec_.heartbeat->work.mean() /
               model::toSeconds(spec_.heartbeat->every);
    }

    model::GatewaySpec spec_;
    CpuLine cpu_;
    double users_ = 0, refused_ = 0;
};

}  // namespace

std::unique_ptr<ComponentModel> gatewayModel(const model::GatewaySpec& spec) {
    return std::make_unique<Gateway>(spec);
}

}  // namespace headroom::sim
