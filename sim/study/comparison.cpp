// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/study/comparison.h"

#include "model/said.h"
#include "sim/study/run_result.h"
#include "sim/study/summary.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <memory>

namespace headroom::sim {

namespace {

using model::Metric;
using model::MetricRef;
using model::Statistic;

constexpr const char* kOtherSeeds =
    HEADROOM_SAID("Simulation",
                  "The runs have different seeds (`run.seed`), so they share no random numbers and "
                  "the intervals of their differences are wider than need be.");
constexpr const char* kNoPair =
    HEADROOM_SAID("Simulation",
                  "Of some runs no replication was finished, so there is nothing to take a "
                  "difference of.");
constexpr const char* kOnePair =
    HEADROOM_SAID("Simulation",
                  "With one pair of replications differences have no intervals: nobody can say "
                  "whether they are chance. Ask for more (`run.replications`).");

/// One side of a comparison: what all paired replications give together, and each alone.
struct Side {
    RunResult whole;
    std::vector<RunResult> each;

    Side(const model::Scenario& scenario, Replications replications)
        : whole(measure(scenario, replications)), each(measureEach(scenario, replications)) {}
};

/// How many of the first replications both have finished.
std::size_t countPairs(Replications a, Replications b) {
    const auto isPair = [](const ReplicationResult& x, const ReplicationResult& y) {
        return x.replication == y.replication && !x.interrupted && !y.interrupted;
    };
    std::size_t pairs = 0;
    while (pairs < std::min(a.size(), b.size()) && isPair(a[pairs], b[pairs])) ++pairs;
    return pairs;
}

void addMetrics(const TargetResult& target, const std::string& name, const std::string& operation,
                std::vector<MetricRef>& metrics) {
    for (int m = 0; m < model::kMetricCount; ++m) {
        const auto metric = static_cast<Metric>(m);
        for (int s = 0; s < (model::isTime(metric) ? model::kStatisticCount : 1); ++s) {
            const auto statistic = static_cast<Statistic>(s);
            if (statistic == Statistic::max || !target.figures.at(metric, statistic).value)
                continue;
            metrics.push_back({name, operation, metric, statistic, {}});
        }
    }
}

/// Every figure that the result has.
std::vector<MetricRef> metricsOf(const RunResult& result) {
    std::vector<MetricRef> metrics;
    addMetrics(result.workload, "workload", "", metrics);
    for (const TargetResult& operation : result.operations)
        addMetrics(operation, "workload", operation.name, metrics);
    for (const TargetResult& component : result.components)
        addMetrics(component, component.name, "", metrics);
    for (const TargetResult& part : result.componentOperations) {
        const std::size_t dot = part.name.find('.');
        assert(dot != std::string::npos);
        addMetrics(part, part.name.substr(0, dot), part.name.substr(dot + 1), metrics);
    }
    return metrics;
}

std::vector<double> pairedDifferences(const Side& reference, const Side& run,
                                      const MetricRef& metric) {
    std::vector<double> differences;
    for (std::size_t r = 0; r < run.each.size(); ++r) {
        const Estimate from = reference.each[r].figure(metric), to = run.each[r].figure(metric);
        if (from.value && to.value) differences.push_back(*to.value - *from.value);
    }
    return differences;
}

/// Times that are the same in sum, whatever replication is looked at, are the same one by one.
bool areSameTimes(const Side& reference, const Side& run, MetricRef metric) {
    metric.statistic = Statistic::mean;
    return std::ranges::all_of(pairedDifferences(reference, run, metric),
                               [](double difference) { return difference == 0; });
}

Difference differenceOf(const Side& reference, const Side& run, const MetricRef& metric,
                        double confidence) {
    const double from = *reference.whole.figure(metric).value;
    const double to = *run.whole.figure(metric).value;
    Difference difference{metric, {to - from, std::nullopt}};
    std::optional<double>& halfWidth = difference.value.halfWidth;
    halfWidth = studentHalfWidth(pairedDifferences(reference, run, metric), confidence);
    const bool isQuantile = model::isTime(metric.metric) && metric.statistic != Statistic::mean;
    if (halfWidth && isQuantile && !areSameTimes(reference, run, metric))
        halfWidth = std::max(*halfWidth, kHistogramError * std::max(from, to));
    return difference;
}

/// An experiment for each scenario, and who watches which.
class Runs {
public:
    Runs(std::span<const model::Scenario> scenarios, const ComparisonOptions& options)
        : scenarios_(scenarios), options_(options) {}

    void run() {
        int most = 0;
        for (std::size_t i = 0; i < scenarios_.size() && !interrupted(); ++i) {
            experiments_.push_back(
                std::make_unique<Experiment>(scenarios_[i], experimentOptions(i)));
            experiments_.back()->run();
            most = std::max(most, static_cast<int>(experiments_.back()->replications().size()));
        }
        for (const auto& experiment : experiments_)
            if (!interrupted()) experiment->extendTo(most);
        if (!experiments_.empty() && experiments_.back()->replications().empty())
            experiments_.pop_back();
    }

    Comparison result() const {
        Comparison comparison;
        for (const auto& experiment : experiments_) comparison.runs.push_back(experiment->result());
        for (std::size_t i = 1; i < experiments_.size(); ++i)
            comparison.differences.push_back(differencesOf(replicated(0), replicated(i)));
        addNotes(comparison);
        return comparison;
    }

private:
    bool interrupted() const {
        return std::ranges::any_of(experiments_, [](const auto& e) { return e->interrupted(); });
    }
    Replicated replicated(std::size_t i) const {
        return {scenarios_[i], experiments_[i]->replications()};
    }
    std::size_t pairs(std::size_t i) const {
        return countPairs(experiments_[0]->replications(), experiments_[i]->replications());
    }

    ExperimentOptions experimentOptions(std::size_t run) const {
        ExperimentOptions options{options_.threads, options_.stop};
        if (options_.progress)
            options.progress = [this, run](const Progress& p) { options_.progress(run, p); };
        if (options_.sample)
            options.sample = [this, run](const Sample& s) { options_.sample(run, s); };
        return options;
    }

    void addNotes(Comparison& comparison) const {
        bool sameSeeds = true;
        std::size_t fewestPairs = SIZE_MAX;
        for (std::size_t i = 1; i < experiments_.size(); ++i) {
            sameSeeds = sameSeeds && scenarios_[i].run.seed == scenarios_[0].run.seed;
            fewestPairs = std::min(fewestPairs, pairs(i));
        }
        const auto note = [&](const char* text) {
            comparison.notes.push_back(model::said("Simulation", text));
        };
        if (!sameSeeds) note(kOtherSeeds);
        if (fewestPairs == 0) note(kNoPair);
        if (fewestPairs == 1) note(kOnePair);
    }

    std::span<const model::Scenario> scenarios_;
    const ComparisonOptions& options_;
    std::vector<std::unique_ptr<Experiment>> experiments_;
};

}  // namespace

std::optional<bool> Difference::isSignificant() const {
    if (!value.value || !value.halfWidth) return std::nullopt;
    return std::abs(*value.value) > *value.halfWidth;
}

std::vector<Difference> differencesOf(const Replicated& reference, const Replicated& run) {
    const std::size_t pairs = countPairs(reference.replications, run.replications);
    if (pairs == 0) return {};
    const Side from(reference.scenario, reference.replications.first(pairs));
    const Side to(run.scenario, run.replications.first(pairs));
    std::vector<Difference> differences;
    for (const MetricRef& metric : metricsOf(to.whole))
        if (from.whole.figure(metric).value)
            differences.push_back(differenceOf(from, to, metric, from.whole.confidence));
    return differences;
}

Comparison compare(std::span<const model::Scenario> scenarios, const ComparisonOptions& options) {
    Runs runs(scenarios, options);
    runs.run();
    return runs.result();
}

}  // namespace headroom::sim
