// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/said.h"
#include "sim/analytic/component_model.h"
#include "sim/infinity.h"

#include <algorithm>
#include <cmath>

namespace headroom::sim {

namespace {

/// A broker's one line for its consumers, or one line for each partition with its one consumer.
/// Senders wait only until a message is kept; consumers are busy while the receiver works. Batches
/// are as large as gather in their window.
class Queue : public ComponentModel {
public:
    explicit Queue(const model::QueueSpec& spec) : spec_(spec) {}

    VisitLaw visit(const Network& network, const Node& node) const override {
        Course course = Course::of(TimeLaw::of(spec_.access));
        const Course delivery = forwardCourse(network, node, {spec_.timeout, spec_.retry});
        for (const CallFlow& flow : delivery.calls)
            course.calls.push_back({flow.node, flow.calls / batch_ * (1 - lost()), 0});
        VisitLaw law = VisitLaw::of(course);
        law.holding = delivery.meanTime() / batch_;
        law.holdingSquaredCv = delivery.time.squaredCv();
        if (spec_.overflow == model::Overflow::reject) {
            law.success = 1 - lost();
            law.losses.refused = law.here.refused = lost();
        }
        return law;
    }

    void settle(Network& network, const Place& place, double weight) override {
        batch_ = batchOf(place.rate);
        LineQuestion question = questionOf(network, place);
        const double lines = spec_.partitions > 0 ? consumers() : 1;
        question.servers = static_cast<int>(consumers() / lines);
        // A consumer takes a batch at a time.
        question.arrivalRate /= lines * batch_;
        question.holding *= batch_;
        question.population = question.most = kInfinite;
        if (spec_.capacity != model::kUnlimited)
            question.places = static_cast<double>(spec_.capacity) / lines / batch_;
        if (spec_.retention) question.patience = model::toSeconds(*spec_.retention);
        line_.settle(question, weight);
    }

    double holders() const override { return consumers() * batch_; }
    bool saturated(const Place&) const override { return line_.saturated(); }
    void report(const Network&, const Place&, Figures& figures) const override {
        figures.at(model::Metric::utilisation).value =
            line_.saturated() ? 1 : line_.answer().utilisation;
        if (line_.saturated()) return;
        const double lines = spec_.partitions > 0 ? consumers() : 1;
        figures.at(model::Metric::queueLength).value = line_.answer().queue * batch_ * lines;
    }
    void confess(Network& network, const Place& place) const override {
        network.approximations.insert(model::said(
            "Simulation", "%1: its messages are taken as spread evenly over partitions and time",
            {place.component->name}));
    }

private:
    double consumers() const { return std::max(1, spec_.consumerCount()); }
    double lost() const { return std::isfinite(line_.question().places) ? line_.answer().lost : 0; }
    double batchOf(double rate) const {
        if (!spec_.batch) return 1;
        const double lines = spec_.partitions > 0 ? spec_.partitions : 1;
        const double gathered = 1 + rate / lines * model::toSeconds(spec_.batch->window);
        return std::clamp(gathered, 1.0, static_cast<double>(spec_.batch->size));
    }

    model::QueueSpec spec_;
    LineState line_;
    double batch_ = 1;
};

}  // namespace

std::unique_ptr<ComponentModel> queueModel(const model::QueueSpec& spec) {
    return std::make_unique<Queue>(spec);
}

}  // namespace headroom::sim
