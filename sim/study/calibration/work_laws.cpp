// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/study/calibration/work_laws.h"

#include <cmath>

namespace headroom::sim {

namespace {

using namespace model;

double fourDigits(double value) {
    if (!(value > 0)) return value;
    const double scale = std::pow(10.0, 3 - std::floor(std::log10(value)));
    return std::round(value * scale) / scale;
}

struct Scaling {
    double factor;
    std::optional<Distribution> operator()(const Constant& law) const { return Distribution(Constant{law.value * factor}); }
    std::optional<Distribution> operator()(const Exponential& law) const { return Distribution(Exponential{law.mean * factor}); }
    std::optional<Distribution> operator()(const Uniform& law) const { return Distribution(Uniform{law.low * factor, law.high * factor}); }
    std::optional<Distribution> operator()(const Gamma& law) const { return Distribution(Gamma{law.shape, law.scale * factor, law.whole}); }
    std::optional<Distribution> operator()(const Lognormal& law) const { return Distribution(Lognormal{law.mu + std::log(factor), law.sigma}); }
    std::optional<Distribution> operator()(const Hyperexponential& law) const {
        return Distribution(Hyperexponential{law.probability1, law.mean1 * factor, law.mean2 * factor});
    }
    std::optional<Distribution> operator()(const Weibull& law) const { return Distribution(Weibull{law.shape, law.scale * factor}); }
    std::optional<Distribution> operator()(const Pareto& law) const { return Distribution(Pareto{law.min * factor, law.alpha}); }
    std::optional<Distribution> operator()(const Empirical&) const { return std::nullopt; }
    std::optional<Distribution> operator()(const Mixture& law) const {
        Mixture out{law.weights, {}};
        for (const Distribution& part : law.parts) {
            const auto scaled = std::visit(*this, part.law());
            if (!scaled) return std::nullopt;
            out.parts.push_back(*scaled);
        }
        return Distribution(out);
    }
};

void collect(Steps& steps, const std::string& path, std::vector<WorkStep>& out);

void collect(Step& step, const std::string& path, std::vector<WorkStep>& out) {
    if (auto* work = std::get_if<Work>(&step.action)) out.push_back({path + (work->each ? ".work.time" : ".work"), &work->time});
    if (auto* sequence = std::get_if<Sequence>(&step.action)) collect(sequence->steps, path + ".steps", out);
    if (auto* parallel = std::get_if<Parallel>(&step.action)) collect(parallel->branches, path + ".parallel.steps", out);
    if (auto* choose = std::get_if<Choose>(&step.action))
        for (std::size_t i = 0; i < choose->alternatives.size(); ++i)
            collect(choose->alternatives[i].steps, path + ".choose[" + std::to_string(i) + "].steps", out);
}

void collect(Steps& steps, const std::string& path, std::vector<WorkStep>& out) {
    for (std::size_t i = 0; i < steps.size(); ++i) collect(steps[i], path + "[" + std::to_string(i) + "]", out);
}

}  // namespace

std::vector<WorkStep> workSteps(Component& component, Operation& operation) {
    std::vector<WorkStep> out;
    collect(operation.steps, component.name + ".operations." + operation.name, out);
    return out;
}

std::optional<Distribution> scaledLaw(const Distribution& law, double factor) {
    const double mean = law.mean();
    if (!(mean > 0) || !std::isfinite(mean)) return std::visit(Scaling{factor}, law.law());
    return std::visit(Scaling{fourDigits(mean * factor) / mean}, law.law());
}

Distribution lawWithCv(double mean, double cv) {
    if (cv < 0.05) return Distribution(Constant{mean});
    if (std::abs(cv - 1) < 1e-9) return Distribution(Exponential{mean});
    const double variance = std::log(1 + cv * cv);
    return Distribution(Lognormal{std::log(mean) - variance / 2, std::sqrt(variance)});
}

}  // namespace headroom::sim
