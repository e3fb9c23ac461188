// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/analytic/cpu_line.h"

#include <algorithm>
#include <cmath>

namespace headroom::sim {

namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();

/// Serverless, at rest: as many instances as the load has needed at its peaks within `keepAlive`.
/// The instance used last is used again, so that requests fill instances one after the other: all
/// that are busy but one are full, which their CPUs feel.
class Function : public ComponentModel {
public:
    explicit Function(const model::FunctionSpec& spec)
        : spec_(spec), cpu_(spec.cpus, spec.cpuDiscipline) {}

    VisitLaw visit(const Network& network, const Node& node) const override {
        const Course course = courseOf(network, node, cpu_.workTime());
        return behindLine(course, slots_.answer(), slots_.timeLost(), LineLoss::refused);
    }

    void settle(Network& network, const Place& place, double weight) override {
        LineQuestion question = questionOf(network, place);
        question.servers = static_cast<int>(std::min(allSlots(), 1e9));
        question.patience = patience();
        if (spec_.queue != model::kUnlimited) question.places = static_cast<double>(spec_.queue);
        slots_.settle(question, weight);
        held_ = std::min(place.rate * (1 - slots_.answer().lost) * question.holding, allSlots());
        const double full = std::min(place.population, concurrency());
        CpuLine::Instance instance{1 / busyInstances(), full, 1};
        // A single instance that is not full gets what comes; in full ones nobody is ever missing.
        if (held_ < concurrency()) instance.population = std::max(1.0, full);
        cpu_.settle(network, place, instance, weight);
    }

    double holders() const override {
        return std::min(allSlots(), busyInstances() * concurrency());
    }
    double spread() const override { return busyInstances(); }
    bool hasLine() const override { return true; }
    bool saturated(const Place&) const override { return slots_.saturated() || cpu_.saturated(); }

    void report(const Network&, const Place& place, Figures& figures) const override {
        const double ready = readyInstances(place);
        figures.at(model::Metric::instances).value = ready;
        figures.at(model::Metric::coldStarts).value = 0;
        if (!(ready > 0)) return;
        figures.at(model::Metric::utilisation).value =
            std::min(1.0, cpu_.busy() / (ready * spec_.cpus));
        if (std::isfinite(concurrency()))
            figures.at(model::Metric::occupancy).value =
                std::min(1.0, held_ / (ready * concurrency()));
    }

    void confess(Network& network, const Place& place) const override {
        network.approximations.insert(
            place.component->name +
            ": instances and waits are those at rest; the cold starts of a growing load are left out");
    }

private:
    double concurrency() const {
        return spec_.concurrency == model::kUnlimited ? kInfinite
                                                      : static_cast<double>(spec_.concurrency);
    }
    double allSlots() const { return concurrency() * spec_.maxInstances; }
    double patience() const {
        if (spec_.pending) return model::toSeconds(*spec_.pending);
        return std::max(3.5 * spec_.coldStart.mean(), 10.0);
    }
    /// Instances that requests are in; the last one is half full.
    double busyInstances() const {
        if (!std::isfinite(concurrency()) || held_ <= concurrency()) return 1;
        return std::min(held_ / concurrency() + 0.5, static_cast<double>(spec_.maxInstances));
    }
    /// The highest of `keepAlive / holding` independent glances at a Poisson number of requests.
    double readyInstances(const Place&) const {
        double ready = held_ > 0 ? 1 : 0;
        const double holding = slots_.question().holding;
        if (held_ > 0 && holding > 0 && std::isfinite(concurrency())) {
            const double glances = std::max(2.0, model::toSeconds(spec_.keepAlive) / holding);
            const double peak = held_ + std::sqrt(2 * std::log(glances) * held_);
            ready = std::ceil(peak / concurrency());
        }
        return std::clamp(ready, static_cast<double>(spec_.minInstances),
                          static_cast<double>(spec_.maxInstances));
    }

    model::FunctionSpec spec_;
    LineState slots_;
    CpuLine cpu_;
    double held_ = 0;
};

}  // namespace

std::unique_ptr<ComponentModel> functionModel(const model::FunctionSpec& spec) {
    return std::make_unique<Function>(spec);
}

}  // namespace headroom::sim
