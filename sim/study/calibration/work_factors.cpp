// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/study/calibration/work_factors.h"

#include "model/said.h"
#include "sim/analytic/solve.h"
#include "sim/study/calibration/nonnegative_least_squares.h"
#include "sim/study/calibration/work_laws.h"

#include <algorithm>
#include <cmath>

namespace headroom::sim {

namespace {

using model::said;

constexpr double kNudge = 0.1;     // of one operation's work, to see what it does to a component's utilisation
constexpr double kIdleEnough = 0.3;  // utilisation is proportional to the rate as long as nothing is full

double utilisationOf(const Solution& solution, const std::string& component) {
    for (const TargetResult& target : solution.result.components)
        if (target.name == component) return target.figures.at(model::Metric::utilisation).value.value_or(NAN);
    return NAN;
}

double busiest(const Solution& solution) {
    double most = solution.saturated.empty() ? 0 : 1;
    for (const TargetResult& target : solution.result.components)
        most = std::max(most, target.figures.at(model::Metric::utilisation).value.value_or(0));
    return most;
}

// One action alone, at a rate at which nothing is full.
struct OneAction {
    model::Scenario scenario;
    double rate = 1;
};
OneAction alone(const model::Scenario& scenario, const model::Profile& profile) {
    OneAction out{scenario, std::max(1e-3, profile.arrivals->rate.peak())};
    for (int i = 0; i < 40; ++i, out.rate /= 2) {
        model::Profile only = profile;
        only.arrivals->rate = model::Schedule::constant(out.rate);
        out.scenario.workload.profiles = {only};
        if (busiest(solve(out.scenario)) < kIdleEnough) break;
    }
    return out;
}

// Utilisation of the component that one request a second of the action costs in each of its operations.
std::vector<double> costs(const OneAction& action, const std::string& component) {
    const double base = utilisationOf(solve(action.scenario), component);
    std::vector<double> out;
    model::Scenario nudged = action.scenario;
    for (model::Component& one : nudged.components) {
        if (one.name != component) continue;
        for (model::Operation& operation : one.operations) {
            const std::vector<WorkStep> steps = workSteps(one, operation);
            std::vector<model::Distribution> laws;
            for (const WorkStep& step : steps) laws.push_back(*step.time);
            for (const WorkStep& step : steps) {
                const auto scaled = std::isfinite(step.time->mean()) ? model::Distribution(model::Exponential{step.time->mean() * (1 + kNudge)}) : *step.time;
                *step.time = scaled;
            }
            const double more = utilisationOf(solve(nudged), component);
            out.push_back(std::max(0.0, more - base) / kNudge / action.rate);
            for (std::size_t i = 0; i < steps.size(); ++i) *steps[i].time = laws[i];
        }
    }
    return out;
}

struct Rows {
    Eigen::MatrixXd a;
    Eigen::VectorXd b;
};

// One row for each interval in which the component's utilisation was measured.
Rows rowsOf(const model::Workload& workload, const std::vector<std::vector<double>>& costsByAction, const MeasuredSeries& utilisation,
            double sampleSeconds) {
    const auto operations = static_cast<Eigen::Index>(costsByAction.front().size());
    std::vector<std::size_t> known;
    for (std::size_t i = 0; i < utilisation.values.size(); ++i)
        if (std::isfinite(utilisation.values[i])) known.push_back(i);
    Rows rows{Eigen::MatrixXd::Zero(static_cast<Eigen::Index>(known.size()), operations), Eigen::VectorXd(static_cast<Eigen::Index>(known.size()))};
    for (std::size_t row = 0; row < known.size(); ++row) {
        const auto middle = model::Duration(std::llround((static_cast<double>(known[row]) + 0.5) * sampleSeconds * 1e9));
        const auto r = static_cast<Eigen::Index>(row);
        rows.b(r) = utilisation.values[known[row]];
        for (std::size_t p = 0; p < workload.profiles.size(); ++p) {
            const double rate = workload.profiles[p].arrivals->rate.at(middle);
            for (Eigen::Index o = 0; o < operations; ++o) rows.a(r, o) += rate * costsByAction[p][static_cast<std::size_t>(o)];
        }
    }
    return rows;
}

std::vector<WorkFactor> fitted(const model::Component& component, const Rows& rows) {
    std::vector<WorkFactor> out;
    std::vector<std::size_t> used;  // operations that somebody asks for
    for (std::size_t o = 0; o < component.operations.size(); ++o) {
        out.push_back({component.name, component.operations[o].name, 1, 0, true, {}});
        if (rows.a.col(static_cast<Eigen::Index>(o)).maxCoeff() > 0) used.push_back(o);
        else out.back() = {component.name, component.operations[o].name, 1, 0, false, said("Simulation", "no measured action reaches it, or it works on no CPU")};
    }
    if (used.empty() || rows.a.rows() < static_cast<Eigen::Index>(used.size()) + 2) {
        for (const std::size_t o : used) out[o] = {component.name, out[o].operation, 1, 0, false, said("Simulation", "too few intervals were measured")};
        return out;
    }
    Eigen::MatrixXd a(rows.a.rows(), static_cast<Eigen::Index>(used.size()));
    for (std::size_t i = 0; i < used.size(); ++i) a.col(static_cast<Eigen::Index>(i)) = rows.a.col(static_cast<Eigen::Index>(used[i]));
    const NonnegativeFit fit = nonnegativeLeastSquares(a, rows.b);
    if (std::ranges::all_of(fit.told, [](bool told) { return told; })) {
        for (std::size_t i = 0; i < used.size(); ++i) {
            WorkFactor& factor = out[used[i]];
            factor.factor = fit.x(static_cast<Eigen::Index>(i));
            factor.standardError = fit.standardError(static_cast<Eigen::Index>(i));
            if (factor.factor > 0) continue;
            factor = {component.name, factor.operation, 1, 0, false, said("Simulation", "the fit gives it no work at all")};
        }
        return out;
    }
    // The mix hardly changes: only how busy all of them together make the component can be told.
    const NonnegativeFit one = nonnegativeLeastSquares(a.rowwise().sum(), rows.b);
    for (const std::size_t o : used)
        out[o] = {component.name, out[o].operation, one.x(0), one.standardError(0), false,
                  said("Simulation", "the mix of actions hardly changes, so that it cannot be told from the others; all were scaled alike")};
    return out;
}

}  // namespace

std::vector<WorkFactor> workFactors(const model::Scenario& scenario, const Measured& measured) {
    std::vector<WorkFactor> factors;
    for (const model::Component& component : scenario.components) {
        const MeasuredSeries* utilisation = measured.find(component.name + ".utilisation");
        if (!utilisation || component.operations.empty()) continue;
        std::vector<std::vector<double>> costsByAction;
        bool open = !scenario.workload.profiles.empty();
        for (const model::Profile& profile : scenario.workload.profiles) {
            open = open && profile.arrivals.has_value();
            if (open) costsByAction.push_back(costs(alone(scenario, profile), component.name));
        }
        if (!open) continue;
        const Rows rows = rowsOf(scenario.workload, costsByAction, *utilisation, measured.sampleSeconds);
        if (rows.a.rows() == 0 || !rows.a.allFinite()) continue;
        for (WorkFactor& factor : fitted(component, rows)) factors.push_back(std::move(factor));
    }
    return factors;
}

}  // namespace headroom::sim
