// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/said.h"
#include "sim/analytic/cpu_line.h"
#include "sim/infinity.h"

#include <algorithm>
#include <cmath>

namespace headroom::sim {

namespace {

/// Serverless, at rest: as many instances as the load has needed at its peaks within `keepAlive`.
/// The instance used last is used again, so that requests fill instances one after the other: all
/// that are busy but one are full, and stay full, which their CPUs feel.
class Function : public ComponentModel {
public:
    explicit Function(const model::FunctionSpec& spec)
        : spec_(spec), full_(spec.cpus, spec.cpuDiscipline), last_(spec.cpus, spec.cpuDiscipline) {}

    VisitLaw visit(const Network& network, const Node& node) const override {
        const double inFull = shareInFull();
        WorkTime work = last_.workTime();
        const WorkTime inTheFull = full_.workTime();
        work.wait = TimeLaw::oneOf({{1 - inFull, work.wait}, {inFull, inTheFull.wait}});
        work.stretch += inFull * (inTheFull.stretch - work.stretch);
        return behindLine(courseOf(network, node, work), slots_.answer(), slots_.timeLost(),
                          LineLoss::refused);
    }

    void settle(Network& network, const Place& place, double weight) override {
        LineQuestion question = questionOf(network, place);
        question.servers = static_cast<int>(std::min(allSlots(), 1e9));
        question.patience = patience();
        if (spec_.queue != model::kUnlimited) question.places = static_cast<double>(spec_.queue);
        slots_.settle(question, weight);
        held_ = std::min(place.rate * (1 - slots_.answer().lost) * question.holding, allSlots());
        const double inside = std::min(place.population, concurrency());
        last_.settle(network, place, {1 - shareInFull(), inside, 1}, weight);
        if (shareInFull() > 0) full_.settleFull(network, place, concurrency(), weight);
    }

    double holders() const override { return allSlots(); }
    double holdersOfInstance() const override { return concurrency(); }
    double spread() const override { return busyInstances(); }
    double up() const override { return readyInstances(); }
    bool hasLine() const override { return true; }
    bool saturated(const Place&) const override { return slots_.saturated() || last_.saturated(); }

    void report(const Network&, const Place&, Figures& figures) const override {
        const double ready = readyInstances();
        figures.at(model::Metric::instances).value = ready;
        figures.at(model::Metric::coldStarts).value = 0;
        if (!(ready > 0)) return;
        figures.at(model::Metric::utilisation).value =
            std::min(1.0, last_.busy() / (ready * spec_.cpus));
        if (std::isfinite(concurrency()))
            figures.at(model::Metric::occupancy).value =
                std::min(1.0, held_ / (ready * concurrency()));
    }

    void confess(Network& network, const Place& place) const override {
        network.approximations.insert(
            model::said("Simulation",
                        "%1: instances and waits are those at rest; the instances that a start "
                        "from nothing or a growing load calls up, and their cold starts, are left "
                        "out",
                        {place.component->name}));
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
    /// Share of visits in instances that are full: the last one is half full on average.
    double shareInFull() const {
        if (!std::isfinite(concurrency()) || !(held_ > 0)) return 0;
        return std::max(0.0, 1 - concurrency() / 2 / held_);
    }
    /// Instances that requests are in.
    double busyInstances() const {
        if (!std::isfinite(concurrency())) return 1;
        return std::clamp(held_ / concurrency() + 0.5, 1.0, static_cast<double>(spec_.maxInstances));
    }
    /// The highest of `keepAlive / holding` independent glances at a Poisson number of requests.
    double readyInstances() const {
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
    CpuLine full_, last_;
    double held_ = 0;
};

}  // namespace

std::unique_ptr<ComponentModel> functionModel(const model::FunctionSpec& spec) {
    return std::make_unique<Function>(spec);
}

}  // namespace headroom::sim
