// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/study/capacity_search.h"

#include "model/said.h"
#include "sim/judge/objectives.h"
#include "sim/study/experiment.h"
#include "sim/study/objective_margin.h"
#include "sim/study/parameters.h"
#include "sim/study/theory_limit.h"

#include <algorithm>
#include <cmath>

namespace headroom::sim {

namespace {

using model::Metric;
using model::said;

/// Looked at below and above the range, where objectives are missed or held all over it.
constexpr double kFurtherDown = 100, kFurtherUp = 64;
/// Room that interpolation believes in.
constexpr double kMostRoom = 1.5;
constexpr int kShapePoints = 40;

struct Probe {
    double load = 0;
    RunResult run;
    Margin margin;
};

double goodputOf(const RunResult& result) {
    return result.workload.figures.at(Metric::throughput).value.value_or(0);
}

class Search {
public:
    Search(const model::Scenario& scenario, const CapacityOptions& options)
        : scenario_(scenario),
          options_(options),
          from_(scenario.workload.rangeFrom),
          to_(scenario.workload.rangeTo),
          without_(options.without) {}

    Capacity find() {
        capacity_.perSecond = isOpen();
        findTheoryLimit();
        if (options_.mostRuns > 0 && !stopped()) simulate();
        settleLimit();
        describeBreak();
        if (!options_.limitOnly) lookAround();
        capacity_.interrupted = stopped();
        report(1, "");
        return std::move(capacity_);
    }

private:
    void lookAround() {
        if (!stopped()) drawCurve();
        if (!stopped()) mend();
        if (options_.sensitivities && !stopped()) findSensitivities();
    }
    bool isOpen() const {
        const model::Workload& w = scenario_.workload;
        return !w.users && std::ranges::none_of(w.profiles, [](const auto& p) { return p.users.has_value(); });
    }
    bool stopped() const { return options_.stop.stop_requested(); }
    void report(double share, const std::string& what) const {
        if (options_.progress) options_.progress(share, what);
    }
    double smallest() const { return std::max(from_ / kFurtherDown, isOpen() ? 1e-6 : 1.0); }

    void findTheoryLimit() {
        report(0, said("Simulation", "bracketing by theory"));
        for (const SloVerdict& slo : theoryMargin(scenario_, smallest()).solution.result.slos)
            if (!slo.met.value_or(false) && !without_.contains(slo.name)) {
                capacity_.neverHeld.push_back(slo.name);
                without_.insert(slo.name);
            }
        const auto limit = theoryLimit(scenario_, smallest(), kFurtherUp * to_, without_);
        theory_ = limit.value_or(0);
        capacity_.theoryLimit = theory_;
        capacity_.beyondRange = theory_ >= kFurtherUp * to_;
    }

    const Probe& probeAt(double load) {
        Probe probe;
        probe.load = isOpen() ? load : std::max(1.0, std::round(load));
        const auto known = std::ranges::find(probes_, probe.load, &Probe::load);
        if (known != probes_.end()) return *known;
        const double done = static_cast<double>(probes_.size()) / (options_.mostRuns + 1);
        const std::string what = said("Simulation", "simulating a load near the limit");
        report(done, what);
        ExperimentOptions run;
        run.threads = options_.threads;
        run.stop = options_.stop;
        run.progress = [&](const Progress& p) {
            report(done + p.fraction / (options_.mostRuns + 1), what);
        };
        // What is wanted of a load is its verdict: far from the limit two replications give it.
        const model::Scenario loaded = withLoad(scenario_, probe.load);
        run.enough = [&](const RunResult& result) {
            return isDecided(judgeObjectives(loaded, result), without_);
        };
        probe.run = runExperiment(loaded, run);
        probe.margin = marginOf(probe.run.slos, without_);
        if (!probe.run.stopped.empty()) probe.margin.held = false;
        ++capacity_.runs;
        if (options_.simulated && !probe.run.interrupted) options_.simulated(probe.load, probe.run);
        return *probes_.insert(std::ranges::upper_bound(probes_, probe.load, {}, &Probe::load), probe);
    }

    /// The largest load known to hold below every load known to miss, and that one.
    const Probe* held() const {
        const Probe* best = nullptr;
        for (const Probe& probe : probes_) {
            if (!probe.margin.held) break;
            best = &probe;
        }
        return best;
    }
    const Probe* missed() const {
        const auto found = std::ranges::find_if(probes_, [](const Probe& p) { return !p.margin.held; });
        return found == probes_.end() ? nullptr : &*found;
    }
    bool canGoOn() const { return !stopped() && capacity_.runs < options_.mostRuns; }

    void simulate() {
        if (capacity_.beyondRange) return;
        const double start = theory_ > 0 ? theory_ : from_;
        const double apart = std::sqrt(1 + 0.9 * options_.precision);
        probeAt(start / apart);
        if (canGoOn() && held()) probeAt(start * apart);
        for (double factor = 1.1; canGoOn() && !(held() && missed()); factor *= factor) {
            const double next = held() ? held()->load * factor : missed()->load / factor;
            if (next < smallest() || next > kFurtherUp * to_) break;
            probeAt(next);
        }
        while (canGoOn() && held() && missed() &&
               missed()->load / held()->load > 1 + options_.precision)
            if (!probeBetween(held()->load, held()->margin.room, missed()->load, missed()->margin.room))
                break;
    }

    static double interpolated(double low, double roomLow, double high, double roomHigh) {
        const double above = std::clamp(roomLow, 0.0, kMostRoom);
        const double below = std::clamp(-roomHigh, 0.0, kMostRoom);
        const double share = above + below > 0 ? above / (above + below) : 0.5;
        return low * std::pow(high / low, share);
    }

    bool probeBetween(double low, double roomLow, double high, double roomHigh) {
        const double width = std::log(high / low);
        const double at = std::log(interpolated(low, roomLow, high, roomHigh) / low);
        const double next = low * std::exp(std::clamp(at, 0.2 * width, 0.8 * width));
        const std::size_t before = probes_.size();
        probeAt(next);
        return probes_.size() > before;
    }

    void settleLimit() {
        const Probe* low = held();
        const Probe* high = missed();
        capacity_.simulated = low && high;
        if (capacity_.simulated) {
            const double at =
                interpolated(low->load, low->margin.room, high->load, high->margin.room);
            const double bracket = std::max(at - low->load, high->load - at);
            capacity_.limit = {at, std::max(bracket, at * noiseOf(*low, *high))};
        } else if (theory_ > 0 && !capacity_.beyondRange && probes_.empty()) {
            capacity_.limit = {theory_, std::nullopt};
        }
        for (const Probe& probe : probes_)
            if (high && probe.load > high->load && probe.margin.held)
                capacity_.notes.push_back(heldAgainNote(probe.load));
    }

    /// What the half-width of the deciding figure is in terms of load: relative, by the slope of
    /// its logarithm that theory gives.
    double noiseOf(const Probe& low, const Probe& high) const {
        const Probe& near = std::abs(low.margin.room) < std::abs(high.margin.room) ? low : high;
        if (near.margin.worst < 0) return 0;
        const SloVerdict& slo = near.run.slos[static_cast<std::size_t>(near.margin.worst)];
        if (!slo.value.value || !slo.value.halfWidth || !(*slo.value.value > 0)) return 0;
        constexpr double kStep = 1.02;
        const double room = theoryMargin(scenario_, near.load, without_).margin.room;
        const double later = theoryMargin(scenario_, near.load * kStep, without_).margin.room;
        const double slope = (room - later) / std::log(kStep);
        if (!std::isfinite(slope) || slope <= 0) return 0;
        return std::min(0.5, *slo.value.halfWidth / *slo.value.value / slope);
    }

    std::string heldAgainNote(double load) const {
        const std::string number = model::formatValue(load, model::Unit::count);
        if (isOpen())
            return said("Simulation",
                        "At %1 arrivals/s every objective held again: near the limit verdicts are "
                        "a matter of chance.",
                        {number});
        return said("Simulation",
                    "At %1 users every objective held again: near the limit verdicts are a matter "
                    "of chance.",
                    {number});
    }

    Break breakIn(const RunResult& result, const Margin& margin, double limit) const {
        Break found;
        found.limit = limit;
        if (margin.worst >= 0)
            found.objective = result.slos[static_cast<std::size_t>(margin.worst)].name;
        if (!result.bottlenecks.empty()) {
            found.component = result.bottlenecks.front().component;
            found.why = result.bottlenecks.front().why;
        }
        return found;
    }

    double limit() const { return capacity_.limit.value.value_or(theory_); }

    void describeBreak() {
        if (const Probe* first = missed()) {
            capacity_.first = breakIn(first->run, first->margin, limit());
        } else if (theory_ > 0 && !capacity_.beyondRange) {
            const TheoryMargin beyond = theoryMargin(scenario_, theory_ * 1.01, without_);
            capacity_.first = breakIn(beyond.solution.result, beyond.margin, theory_);
        }
    }

    static std::vector<double> spread(double from, double to, int points) {
        std::vector<double> loads;
        for (int i = 0; i < points; ++i)
            loads.push_back(from * std::pow(to / from, points > 1 ? i / (points - 1.0) : 0));
        return loads;
    }

    void drawCurve() {
        report(0.9, said("Simulation", "drawing the curve"));
        for (const double load : spread(from_, to_, options_.curvePoints))
            capacity_.curve.push_back({load, solve(withLoad(scenario_, load)), std::nullopt});
        for (const Probe& probe : probes_)
            capacity_.curve.push_back({probe.load, solve(withLoad(scenario_, probe.load)), probe.run});
        std::ranges::sort(capacity_.curve, {}, &CapacityPoint::load);
        findShape();
    }

    void findShape() {
        const double end = std::max(to_, 1.5 * limit());
        double mostPower = 0, mostGoodput = 0;
        std::optional<double> knee, collapse;
        for (const double load : spread(std::min(from_, std::max(limit() / 10, smallest())), end, kShapePoints)) {
            const RunResult result = solve(withLoad(scenario_, load)).result;
            const double goodput = goodputOf(result);
            const auto response = result.workload.figures.at(Metric::responseTime).value;
            const double power = response && *response > 0 ? goodput / *response : 0;
            if (power > mostPower) knee = load;
            mostPower = std::max(mostPower, power);
            if (!collapse && goodput < 0.9 * mostGoodput) collapse = load;
            mostGoodput = std::max(mostGoodput, goodput);
        }
        if (knee && *knee < 0.99 * end) capacity_.knee = knee;
        capacity_.collapse = collapse;
    }

    void mend() {
        constexpr int kMost = 2;
        model::Scenario mended = scenario_;
        Break last = capacity_.first;
        for (int i = 0; i < kMost && !last.component.empty() && theory_ > 0 && !stopped(); ++i) {
            report(0.92 + 0.02 * i, said("Simulation", "mending %1", {last.component}));
            const Enlargement enlargement = enlargementOf(mended, last.component);
            if (!enlargement.scale) return;
            Mending mending;
            if (!enlargeUntilItHelps(enlargement, last, mended, mending)) return;
            if (options_.mostRuns > 0 && i == 0)
                mending.confirmed = holdsBelow(mending.then.limit, mended);
            last = mending.then;
            capacity_.next.push_back(std::move(mending));
        }
    }

    /// One replication, for a verdict and no interval: the loads here are often many times those of
    /// the search. Unknown if it was stopped.
    std::optional<bool> holdsBelow(double limit, const model::Scenario& mended) {
        model::Scenario loaded = withLoad(mended, 0.95 * limit);
        loaded.run.replications = {1, std::nullopt};
        ExperimentOptions run;
        run.stop = options_.stop;
        run.progress = [&](const Progress& p) {
            report(0.92 + 0.02 * p.fraction, said("Simulation", "simulating what mending gives"));
        };
        const RunResult result = runExperiment(loaded, run);
        if (result.interrupted) return std::nullopt;
        ++capacity_.runs;
        return result.stopped.empty() && marginOf(result.slos, without_).held;
    }

    /// Twice as much, and again, until the limit is another component's.
    bool enlargeUntilItHelps(const Enlargement& enlargement, const Break& before,
                             model::Scenario& mended, Mending& mending) {
        constexpr int kMostDoublings = 7;
        const double high = kFurtherUp * to_;
        bool helped = false;
        for (int i = 0; i < kMostDoublings; ++i) {
            const double number = enlargement.scale(mended, 2);
            const auto limit =
                theoryLimit(mended, 0.95 * (helped ? mending.then.limit : theory_), high, without_);
            if (!limit) return helped;
            const TheoryMargin beyond = theoryMargin(mended, *limit * 1.01, without_);
            const double last = helped ? mending.then.limit : before.limit;
            if (*limit < last * 1.02 && i > 0 && !helped) return false;
            helped = helped || *limit > last * 1.02;
            mending.then = breakIn(beyond.solution.result, beyond.margin, *limit);
            mending.what = enlargement.what + ": " + model::formatValue(number, model::Unit::count);
            if (mending.then.component != before.component || *limit >= high) return helped;
        }
        return helped;
    }

    void findSensitivities() {
        if (!(theory_ > 0) || capacity_.beyondRange) return;
        constexpr double kFactor = 1.1;
        const auto parameters = parametersOf(scenario_);
        for (std::size_t i = 0; i < parameters.size() && !stopped(); ++i) {
            report(0.95 + 0.05 * static_cast<double>(i) / static_cast<double>(parameters.size()),
                   said("Simulation", "trying %1", {parameters[i].path}));
            model::Scenario changed = scenario_;
            const double factor = parameters[i].scale(changed, kFactor);
            const auto limit = theoryLimit(changed, theory_ / 1.15, theory_ * 2, without_);
            // What a step of more than a tenth does, as if in proportion.
            const double scale = std::log(kFactor) / std::log(factor);
            const double change = limit ? std::pow(*limit / theory_, scale) - 1 : 1 / 1.15 - 1;
            if (std::abs(change) > 2e-3) capacity_.sensitivities.push_back({parameters[i].path, change});
        }
        std::ranges::stable_sort(capacity_.sensitivities, std::ranges::greater{},
                                 [](const Sensitivity& s) { return std::abs(s.limitChange); });
    }

    const model::Scenario& scenario_;
    const CapacityOptions& options_;
    double from_, to_;
    double theory_ = 0;
    std::set<std::string> without_;
    std::vector<Probe> probes_;  ///< by load
    Capacity capacity_;
};

}  // namespace

Capacity findCapacity(const model::Scenario& scenario, const CapacityOptions& options) {
    return Search(scenario, options).find();
}

}  // namespace headroom::sim
