// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/study/calibration/calibration.h"

#include "model/said.h"
#include "sim/analytic/solve.h"
#include "sim/study/calibration/work_factors.h"
#include "sim/study/calibration/work_laws.h"
#include "sim/study/experiment.h"

#include <boost/math/distributions/normal.hpp>

#include <algorithm>
#include <cmath>

namespace headroom::sim {

namespace {

using model::said;

constexpr std::size_t kStretch = 30;  // intervals of a simulation that quantiles are matched in
constexpr double kVariabilities[] = {0.05, 0.3, 0.5, 0.75, 1, 1.35, 1.8, 2.5};
constexpr double kGain = 0.03;  // a law is only changed if the quantiles fit better by this, in relative error

double meanOf(const std::vector<double>& values) {
    double sum = 0;
    std::size_t count = 0;
    for (const double value : values)
        if (std::isfinite(value)) {
            sum += value;
            ++count;
        }
    return count > 0 ? sum / static_cast<double>(count) : NAN;
}

model::Component* componentOf(model::Scenario& scenario, const std::string& name) {
    const auto found = std::ranges::find(scenario.components, name, &model::Component::name);
    return found == scenario.components.end() ? nullptr : &*found;
}

/// One calibration, step by step.
class Calibrator {
public:
    Calibrator(const model::Scenario& scenario, const Measured& measured, const CalibrationOptions& options)
        : options_(options), measured_(measured) {
        out_.scenario = scenario;
        const auto held = static_cast<std::size_t>(std::llround(static_cast<double>(measured.intervals) * options.holdOut));
        out_.fitted = measured.intervals - std::min(held, measured.intervals - std::min<std::size_t>(measured.intervals, 4));
        fit_ = measured.part(0, out_.fitted);
    }

    model::Parsed<Calibration> run() {
        const auto replayable = replayed(out_.scenario, fit_);
        if (!replayable) return replayable.error();
        fitPopularity();
        fitExternals();
        fitWork();
        fitVariability();
        fitUsers();
        check();
        return std::move(out_);
    }

private:
    void progress(double fraction) const {
        if (options_.progress) options_.progress(fraction);
    }

    // 1: the exponent at which theory gives the measured hit ratio, of the one key class that there is.
    void fitPopularity() {
        for (const model::Component& component : out_.scenario.components) {
            const MeasuredSeries* hits = fit_.find(component.name + ".hit_ratio");
            const auto* cache = std::get_if<model::CacheSpec>(&component.spec);
            if (!hits || !cache) continue;
            if (out_.scenario.keys.size() != 1 || cache->hitRatio || out_.scenario.keys.front().popularity != model::KeyClass::Popularity::zipf) {
                out_.cannotTell.push_back(said("Simulation", "popularity from %1: it takes one class of keys, of Zipf popularity, in a cache with a capacity",
                                               {component.name + ".hit_ratio"}));
                continue;
            }
            fitExponent(component.name, meanOf(hits->values));
        }
    }

    double theoreticalHits(const std::string& cache, double exponent) const {
        model::Scenario tried = out_.scenario;
        tried.keys.front().zipfExponent = exponent;
        const auto replayable = replayed(tried, fit_);
        if (!replayable) return NAN;
        const Solution solution = solve(*replayable);
        for (const TargetResult& target : solution.result.components)
            if (target.name == cache) return target.figures.at(model::Metric::hitRatio).value.value_or(NAN);
        return NAN;
    }

    void fitExponent(const std::string& cache, double hitRatio) {
        double low = 0, high = 3;
        if (!(theoreticalHits(cache, low) < hitRatio) || !(theoreticalHits(cache, high) > hitRatio)) {
            out_.cannotTell.push_back(said("Simulation", "popularity from %1: no exponent from 0 to 3 gives this ratio", {cache + ".hit_ratio"}));
            return;
        }
        while (high - low > 5e-4) {
            const double middle = (low + high) / 2;
            (theoreticalHits(cache, middle) < hitRatio ? low : high) = middle;
        }
        model::KeyClass& keys = out_.scenario.keys.front();
        const auto text = [](double exponent) { return "zipf(" + std::to_string(exponent).substr(0, 5) + ")"; };
        const double exponent = std::round((low + high) / 2 * 1000) / 1000;
        out_.parameters.push_back({"keys." + keys.name + ".popularity", text(keys.zipfExponent), text(exponent), {}, cache + ".hit_ratio"});
        keys.zipfExponent = exponent;
    }

    // 2
    void fitExternals() {
        for (model::Component& component : out_.scenario.components) {
            auto* external = std::get_if<model::ExternalSpec>(&component.spec);
            const MeasuredSeries* median = fit_.find("p50(" + component.name + ".response_time)");
            const MeasuredSeries* p95 = fit_.find("p95(" + component.name + ".response_time)");
            if (!external || !median || !p95) continue;
            const double low = meanOf(median->values), high = meanOf(p95->values);
            if (!(low > 0) || !(high > low)) continue;
            const model::Distribution law = lognormalFromQuantiles(low, high);
            const model::Distribution written = scaledLaw(law, 1).value_or(law);
            out_.parameters.push_back({component.name + ".latency", toText(external->latency), toText(written), {}, said("Simulation", "its p50 and p95")});
            external->latency = written;
        }
    }

    // 3
    void fitWork() {
        Measured rates = fit_;  // demands follow from rates, not from users
        std::erase_if(rates.series, [](const MeasuredSeries& series) { return series.name == "workload.users"; });
        const auto replayable = replayed(out_.scenario, rates);
        if (!replayable) {
            out_.cannotTell.push_back(said("Simulation", "work of all components: `workload.throughput` was not measured"));
            return;
        }
        const double z = quantile(boost::math::normal(), (1 + out_.scenario.run.confidence) / 2);
        for (const WorkFactor& factor : workFactors(*replayable, fit_)) {
            if (!factor.told) out_.cannotTell.push_back(said("Simulation", "work of %1: %2", {factor.component + "." + factor.operation, factor.why}));
            if (factor.factor == 1) continue;
            model::Component& component = *componentOf(out_.scenario, factor.component);
            for (model::Operation& operation : component.operations)
                if (operation.name == factor.operation) scale(component, operation, factor, z);
        }
        for (const model::Component& component : out_.scenario.components)
            if (!component.operations.empty() && !fit_.find(component.name + ".utilisation"))
                out_.cannotTell.push_back(said("Simulation", "work of %1: its utilisation was not measured", {component.name}));
    }

    void scale(model::Component& component, model::Operation& operation, const WorkFactor& factor, double z) {
        for (const WorkStep& step : workSteps(component, operation)) {
            const auto law = scaledLaw(*step.time, factor.factor);
            if (!law) {
                out_.cannotTell.push_back(said("Simulation", "work at %1: measured values of a file are not scaled", {step.path}));
                continue;
            }
            const double width = z * factor.standardError / factor.factor;
            out_.parameters.push_back({step.path, toText(*step.time), toText(*law), factor.told && std::isfinite(width) ? std::optional(width) : std::nullopt,
                                       component.name + ".utilisation"});
            *step.time = *law;
        }
    }

    // 4
    struct Target {
        std::string name;  ///< of the series
        double measured = 0;
    };

    std::vector<Target> quantilesOf(const Measured& part, const std::string& target) const {
        std::vector<Target> out;
        for (const char* statistic : target == "workload" ? std::vector{"p50(", "p95(", "p99("} : std::vector{"p95("})
            if (const MeasuredSeries* series = part.find(statistic + target + ".response_time)"))
                if (const double value = meanOf(series->values); value > 0) out.push_back({series->name, value});
        return out;
    }

    Measured busiestStretch() const {
        const std::size_t length = std::min(kStretch, fit_.intervals);
        std::size_t best = 0;
        double most = -1;
        for (std::size_t from = 0; from + length <= fit_.intervals; ++from) {
            double load = 0;
            for (const MeasuredSeries& series : fit_.series)
                if (series.name == "workload.throughput" || series.name == "workload.users")
                    for (std::size_t i = from; i < from + length; ++i)
                        if (std::isfinite(series.values[i])) load += series.values[i];
            if (load > most) {
                most = load;
                best = from;
            }
        }
        return fit_.part(best, best + length);
    }

    // Mean relative error of the logarithms of the quantiles.
    double misfit(const model::Scenario& tried, const Measured& part, const std::vector<Target>& targets) const {
        auto replayable = replayed(tried, part);
        if (!replayable) return INFINITY;
        model::Scenario scenario = *replayable;
        scenario.run.replications = {1, std::nullopt};
        const RunResult result = runExperiment(scenario, {options_.threads, options_.stop});
        double sum = 0;
        std::size_t count = 0;
        for (const Target& target : targets) {
            const auto found = std::ranges::find(result.series, target.name, &Series::name);
            if (found == result.series.end()) continue;  // a run keeps fewer quantiles of components over time
            const double value = meanOf(found->values);
            if (!(value > 0)) return INFINITY;
            sum += std::abs(std::log(value / target.measured));
            ++count;
        }
        return count > 0 ? sum / static_cast<double>(count) : INFINITY;
    }

    static model::Scenario withCv(model::Scenario scenario, const std::string& name, double cv) {
        model::Component& component = *componentOf(scenario, name);
        for (model::Operation& operation : component.operations)
            for (const WorkStep& step : workSteps(component, operation))
                if (step.time->mean() > 0 && std::isfinite(step.time->mean())) *step.time = lawWithCv(step.time->mean(), cv);
        return scenario;
    }

    void fitVariability() {
        const Measured part = busiestStretch();
        std::vector<std::string> names;
        for (auto component = out_.scenario.components.rbegin(); component != out_.scenario.components.rend(); ++component)
            if (!component->operations.empty() && fit_.find(component->name + ".utilisation")) names.push_back(component->name);
        for (std::size_t i = 0; i < names.size(); ++i) {
            std::vector<Target> targets = quantilesOf(part, names[i]);
            if (targets.empty()) targets = quantilesOf(part, "workload");
            if (targets.empty())
                out_.cannotTell.push_back(said("Simulation", "how variable the work of %1 is: no quantile of a response time was measured", {names[i]}));
            else
                fitVariabilityOf(names[i], part, targets);
            progress(0.1 + 0.6 * static_cast<double>(i + 1) / static_cast<double>(names.size()));
        }
    }

    void fitVariabilityOf(const std::string& name, const Measured& part, const std::vector<Target>& targets) {
        const double asItIs = misfit(out_.scenario, part, targets);
        double best = INFINITY, chosen = 1;
        const auto tryOne = [&](double cv) {
            if (options_.stop.stop_requested()) return;
            const double error = misfit(withCv(out_.scenario, name, cv), part, targets);
            if (error < best) {
                best = error;
                chosen = cv;
            }
        };
        for (const double cv : kVariabilities) tryOne(cv);
        for (const double around : {0.88, 1.14}) tryOne(chosen * around);
        if (!(best < asItIs - kGain)) {
            if (asItIs > 0.15)
                out_.notes.push_back(said("Simulation",
                                          "The quantiles of %1 do not fit whatever the variability of its work; something that takes time is missing in the model.",
                                          {name}));
            return;
        }
        chosen = std::round(chosen * 100) / 100;
        model::Scenario changed = withCv(out_.scenario, name, chosen);
        model::Component& was = *componentOf(out_.scenario, name);
        model::Component& is = *componentOf(changed, name);
        for (std::size_t o = 0; o < was.operations.size(); ++o) {
            const auto before = workSteps(was, was.operations[o]), after = workSteps(is, is.operations[o]);
            for (std::size_t s = 0; s < before.size(); ++s)
                if (!(*before[s].time == *after[s].time)) note(after[s].path, toText(*before[s].time), toText(*after[s].time), name);
        }
        out_.scenario = std::move(changed);
    }

    void note(const std::string& path, const std::string& was, const std::string& is, const std::string& component) {
        const auto known = std::ranges::find(out_.parameters, path, &CalibratedParameter::path);
        if (known == out_.parameters.end()) {
            out_.parameters.push_back({path, was, is, {}, said("Simulation", "quantiles of %1", {component})});
            return;
        }
        known->is = is;
        known->from = said("Simulation", "%1 and quantiles of the response time", {known->from});
    }

    // 5
    void fitUsers() {
        const MeasuredSeries* users = fit_.find("workload.users");
        const MeasuredSeries* throughput = fit_.find("workload.throughput");
        if (users && throughput) out_.scalability = fitScalability(users->values, throughput->values);
    }

    void check() {
        const Measured held = measured_.part(out_.fitted, measured_.intervals);
        if (held.intervals < 2) return;
        const auto after = replayed(out_.scenario, held);
        if (after) out_.after = replay(*after, held, {options_.threads, options_.stop, {}});
        progress(1);
    }

    const CalibrationOptions& options_;
    const Measured& measured_;
    Measured fit_;
    Calibration out_;
};

}  // namespace

model::Parsed<Calibration> calibrate(const model::Scenario& scenario, const Measured& measured, const CalibrationOptions& options) {
    return Calibrator(scenario, measured, options).run();
}

}  // namespace headroom::sim
