// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/study/calibration/replay.h"

#include "model/said.h"
#include "sim/analytic/solve.h"
#include "sim/measure/estimate.h"
#include "sim/study/experiment.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace headroom::sim {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

model::Duration timeOf(double seconds) { return model::Duration(std::llround(seconds * 1e9)); }

// Holes keep the level before them.
model::Schedule stepsOf(const std::vector<double>& levels, double sampleSeconds) {
    model::Schedule schedule;
    double level = 0;
    for (const double value : levels)
        if (std::isfinite(value)) {
            level = value;
            break;
        }
    for (std::size_t i = 0; i < levels.size(); ++i) {
        if (std::isfinite(levels[i])) level = std::max(0.0, levels[i]);
        schedule.points.push_back({timeOf(static_cast<double>(i) * sampleSeconds), level});
        schedule.points.push_back({timeOf(static_cast<double>(i + 1) * sampleSeconds), level});
    }
    return schedule;
}

// Throughput counts what was answered; what began is more where some failed.
std::vector<double> begun(const Measured& measured, const MeasuredSeries& throughput) {
    const MeasuredSeries* errors = measured.find("workload.error_ratio", throughput.operation);
    std::vector<double> rates = throughput.values;
    for (std::size_t i = 0; errors && i < rates.size(); ++i)
        if (errors->values[i] >= 0 && errors->values[i] < 1) rates[i] /= 1 - errors->values[i];
    return rates;
}

model::Profile profileOf(const std::string& action, model::Schedule rate, const model::Workload& workload) {
    model::Profile profile;
    profile.name = action;
    profile.actions = {{action, 1}};
    profile.arrivals = model::Arrivals{model::Arrivals::Process::poisson, std::move(rate)};
    if (!workload.profiles.empty()) profile.networks = workload.profiles.front().networks;
    return profile;
}

std::vector<std::string> actionsOf(const model::Workload& workload) {
    std::vector<std::string> names;
    const auto add = [&](const std::string& name) {
        if (std::ranges::find(names, name) == names.end()) names.push_back(name);
    };
    for (const model::Profile& profile : workload.profiles) {
        for (const model::Action& action : profile.actions) add(action.operation);
        for (const std::string& action : profile.journey) add(action);
    }
    return names;
}

// The share of each action in all, as theory sees the scenario's own traffic.
std::map<std::string, double> mixOf(const model::Scenario& scenario) {
    std::map<std::string, double> mix;
    double sum = 0;
    const Solution solution = solve(scenario);
    for (const TargetResult& operation : solution.result.operations) {
        const double rate = operation.figures.at(model::Metric::throughput).value.value_or(0);
        mix[operation.name] = rate;
        sum += rate;
    }
    for (auto& [name, share] : mix) share = sum > 0 ? share / sum : 1.0 / static_cast<double>(mix.size());
    return mix;
}

model::Scenario onGrid(model::Scenario scenario, const Measured& measured) {
    scenario.run.sample = timeOf(measured.sampleSeconds);
    scenario.run.duration = timeOf(measured.sampleSeconds * static_cast<double>(measured.intervals));
    scenario.run.warmUp.kind = model::WarmUp::Kind::none;
    return scenario;
}

using Values = std::vector<std::vector<double>>;  // by replication, then interval

}  // namespace

model::Parsed<model::Scenario> replayed(const model::Scenario& scenario, const Measured& measured) {
    model::Scenario out = onGrid(scenario, measured);
    const std::vector<std::string> actions = actionsOf(scenario.workload);
    const MeasuredSeries* users = measured.find("workload.users");
    if (users && scenario.workload.users) {
        out.workload.users = stepsOf(users->values, measured.sampleSeconds);
        return out;
    }
    std::vector<model::Profile> profiles;
    for (const MeasuredSeries& series : measured.series) {
        if (series.name != "workload.throughput" || series.operation.empty()) continue;
        if (std::ranges::find(actions, series.operation) == actions.end())
            return model::TextError{model::said("Simulation", "the action `%1` in what was measured", {series.operation}),
                                    model::said("Simulation", "one of the scenario's; import it under another name by --as"), ""};
        profiles.push_back(profileOf(series.operation, stepsOf(begun(measured, series), measured.sampleSeconds), scenario.workload));
    }
    const MeasuredSeries* all = measured.find("workload.throughput");
    if (profiles.empty() && all) {
        const model::Schedule rate = stepsOf(begun(measured, *all), measured.sampleSeconds);
        for (const auto& [action, share] : mixOf(scenario)) profiles.push_back(profileOf(action, rate.scaled(share), scenario.workload));
    }
    if (profiles.empty())
        return model::TextError{model::said("Simulation", "no traffic in what was measured"),
                                model::said("Simulation", "a series `workload.throughput` or `workload.users`"), ""};
    out.workload.users.reset();
    out.workload.arrivals.reset();
    out.workload.profiles = std::move(profiles);
    return out;
}

Agreement agreement(const MeasuredSeries& measured, const std::vector<std::vector<double>>& replications, double confidence) {
    Agreement out{measured.name, measured.operation, 0, 0, 0, {}, 0, {}, {}};
    std::vector<double> x, y;
    double errors = 0;
    std::size_t relative = 0, covered = 0, judged = 0;
    for (std::size_t i = 0; i < measured.values.size(); ++i) {
        std::vector<double> draws;
        for (const std::vector<double>& values : replications)
            if (i < values.size() && std::isfinite(values[i])) draws.push_back(values[i]);
        const double value = measured.values[i];
        if (draws.empty() || !std::isfinite(value)) continue;
        const Estimate mean = meanWithInterval(draws, confidence);
        x.push_back(value);
        y.push_back(*mean.value);
        if (value != 0) {
            errors += std::abs(*mean.value - value) / std::abs(value);
            ++relative;
        }
        if (!mean.halfWidth) continue;
        const auto n = static_cast<double>(draws.size());
        ++judged;
        covered += std::abs(value - *mean.value) <= *mean.halfWidth * std::sqrt(n + 1);  // t·s/√n · √(n+1)
    }
    out.intervals = x.size();
    if (x.empty()) return out;
    const auto n = static_cast<double>(x.size());
    for (std::size_t i = 0; i < x.size(); ++i) {
        out.measuredMean += x[i] / n;
        out.simulatedMean += y[i] / n;
    }
    out.bias = out.simulatedMean - out.measuredMean;
    if (relative > 0) out.mape = errors / static_cast<double>(relative);
    double xx = 0, yy = 0, xy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xx += (x[i] - out.measuredMean) * (x[i] - out.measuredMean);
        yy += (y[i] - out.simulatedMean) * (y[i] - out.simulatedMean);
        xy += (x[i] - out.measuredMean) * (y[i] - out.simulatedMean);
    }
    if (xx > 0 && yy > 0) out.correlation = xy / std::sqrt(xx * yy);
    if (judged > 0) out.coverage = static_cast<double>(covered) / static_cast<double>(judged);
    return out;
}

ReplayResult replay(const model::Scenario& scenario, const Measured& measured, const ReplayOptions& options) {
    std::map<std::string, Values> simulated;
    const auto keep = [&](const Sample& sample) {
        for (std::size_t i = 0; i < sample.series->size(); ++i) {
            Values& values = simulated[(*sample.series)[i].name];
            const auto replication = static_cast<std::size_t>(sample.replication);
            if (values.size() <= replication) values.resize(replication + 1);
            values[replication].resize(sample.interval + 1, kNone);
            values[replication][sample.interval] = sample.values[i];
        }
    };
    const auto show = [&](const Progress& progress) {
        if (options.progress) options.progress(progress.fraction);
    };
    ReplayResult out;
    out.run = runExperiment(scenario, {options.threads, options.stop, show, keep});
    for (const MeasuredSeries& series : measured.series) {
        auto same = simulated.find(series.name);
        if (same == simulated.end()) same = simulated.find("mean(" + series.name + ")");
        if (same == simulated.end() || !series.operation.empty()) {
            out.notInModel.push_back(series.operation.empty() ? series.name : model::said("Simulation", "%1 of %2", {series.name, series.operation}));
            continue;
        }
        Values kept = same->second;  // of replications that the run came to need
        kept.resize(std::min(kept.size(), static_cast<std::size_t>(std::max(1, out.run.replications))));
        out.agreements.push_back(agreement(series, kept, scenario.run.confidence));
    }
    return out;
}

}  // namespace headroom::sim
