// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/said.h"
#include "sim/analytic/component_model.h"

#include <algorithm>
#include <cmath>

namespace headroom::sim {

namespace {

/// Connections, each held while what is behind answers. With `scope: instance` every instance of
/// the calling service has as many of its own, and sends its share of the visits.
class Pool : public ComponentModel {
public:
    explicit Pool(const model::PoolSpec& spec) : spec_(spec) {}

    VisitLaw visit(const Network& network, const Node& node) const override {
        return behindLine(forwardCourse(network, node), line_.answer(), line_.timeLost(),
                          LineLoss::timeout);
    }
    void settle(Network& network, const Place& place, double weight) override {
        const bool each = spec_.scope == model::Scope::instance;
        parts_ = each ? place.callerInstances : 1;
        LineQuestion question = questionOf(network, place);
        question.servers = spec_.max;
        question.arrivalRate /= parts_;
        question.population /= parts_;
        if (each) question.most = place.populationOfInstance;
        question.patience = model::toSeconds(spec_.acquireTimeout);
        question.drain =
            drain_.behind(network, place, {question.servers, parts_, question.holding, 0});
        line_.settle(question, weight);
    }
    double holders() const override { return spec_.max * parts_; }
    bool hasLine() const override { return true; }
    double heldAgain() const override { return line_.heldAgain(); }
    bool saturated(const Place&) const override { return line_.saturated(); }
    void report(const Network&, const Place& place, Figures& figures) const override {
        const double up = spec_.scope == model::Scope::instance ? place.callersUp : 1;
        const double inUse = std::min(parts_, up);
        figures.at(model::Metric::utilisation).value = line_.answer().utilisation * inUse / up;
        figures.at(model::Metric::connections).value = inUse * open();
    }
    void confess(Network& network, const Place& place) const override {
        line_.confess(network, place);
        if (spec_.connect.isZero()) return;
        network.approximations.insert(
            model::said("Simulation",
                        "%1: connections are taken as open; the time that opening them takes after "
                        "a start or a quiet phase is left out",
                        {place.component->name}));
    }

private:
    /// The highest of `idleTimeout / holding` independent glances at a Poisson number of those
    /// held.
    double open() const {
        const double held = line_.answer().utilisation * spec_.max;
        const double holding = line_.question().holding;
        double peak = held;
        if (held > 0 && holding > 0) {
            const double glances = std::max(2.0, model::toSeconds(spec_.idleTimeout) / holding);
            peak += std::sqrt(2 * std::log(glances) * held);
        }
        return std::clamp(std::ceil(peak), static_cast<double>(std::min(spec_.min, spec_.max)),
                          static_cast<double>(spec_.max));
    }

    model::PoolSpec spec_;
    LineState line_;
    Drain drain_;
    double parts_ = 1;
};

}  // namespace

std::unique_ptr<ComponentModel> poolModel(const model::PoolSpec& spec) {
    return std::make_unique<Pool>(spec);
}

}  // namespace headroom::sim
