// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/quantity/distribution.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace headroom::model {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

struct Mean {
    double operator()(const Constant& c) const { return c.value; }
    double operator()(const Exponential& e) const { return e.mean; }
    double operator()(const Uniform& u) const { return (u.low + u.high) / 2; }
    double operator()(const Gamma& g) const { return g.shape * g.scale; }
    double operator()(const Lognormal& l) const { return std::exp(l.mu + l.sigma * l.sigma / 2); }
    double operator()(const Hyperexponential& h) const {
        return h.probability1 * h.mean1 + (1 - h.probability1) * h.mean2;
    }
    double operator()(const Weibull& w) const { return w.scale * std::tgamma(1 + 1 / w.shape); }
    double operator()(const Pareto& p) const {
        return p.alpha > 1 ? p.alpha * p.min / (p.alpha - 1) : kInfinity;
    }
    double operator()(const Empirical& e) const {
        const double sum = std::accumulate(e.values.begin(), e.values.end(), 0.0);
        return sum / static_cast<double>(e.values.size());
    }
    double operator()(const Mixture& m) const {
        double mean = 0;
        for (std::size_t i = 0; i < m.parts.size(); ++i) {
            if (m.weights[i] > 0) mean += m.weights[i] * m.parts[i].mean();
        }
        return mean;
    }
};

double ratioOrZero(double variance, double mean) {
    return mean == 0 ? 0 : variance / (mean * mean);
}

/// Of laws whose mean is finite.
struct SquaredCv {
    double operator()(const Constant&) const { return 0; }
    double operator()(const Exponential&) const { return 1; }
    double operator()(const Uniform& u) const {
        const double width = u.high - u.low;
        return ratioOrZero(width * width / 12, Mean{}(u));
    }
    double operator()(const Gamma& g) const { return 1 / g.shape; }
    double operator()(const Lognormal& l) const { return std::expm1(l.sigma * l.sigma); }
    double operator()(const Hyperexponential& h) const {
        const double secondMoment =
            2 * (h.probability1 * h.mean1 * h.mean1 + (1 - h.probability1) * h.mean2 * h.mean2);
        return ratioOrZero(secondMoment, Mean{}(h)) - 1;
    }
    double operator()(const Weibull& w) const {
        const double first = std::tgamma(1 + 1 / w.shape);
        return std::tgamma(1 + 2 / w.shape) / (first * first) - 1;
    }
    double operator()(const Pareto& p) const {
        return p.alpha > 2 ? 1 / (p.alpha * (p.alpha - 2)) : kInfinity;
    }
    double operator()(const Empirical& e) const {
        const double mean = Mean{}(e);
        double squares = 0;
        for (const double value : e.values) squares += (value - mean) * (value - mean);
        return ratioOrZero(squares / static_cast<double>(e.values.size()), mean);
    }
    double operator()(const Mixture& m) const {
        const double mean = Mean{}(m);
        double variance = 0;
        for (std::size_t i = 0; i < m.parts.size(); ++i) {
            if (m.weights[i] == 0) continue;
            const double partMean = m.parts[i].mean(), apart = partMean - mean;
            variance +=
                m.weights[i] * (m.parts[i].squaredCv() * partMean * partMean + apart * apart);
        }
        return ratioOrZero(variance, mean);
    }
};

}  // namespace

// Not defaulted: Clang 16 looks for ever into a type that holds itself.
bool Mixture::operator==(const Mixture& other) const {
    return weights == other.weights && parts == other.parts;
}

Distribution Distribution::constant(Duration d) { return Distribution(Constant{toSeconds(d)}); }
Distribution Distribution::exponential(Duration mean) {
    return Distribution(Exponential{toSeconds(mean)});
}

double Distribution::mean() const { return std::visit(Mean{}, law_); }

double Distribution::squaredCv() const {
    if (std::isinf(mean())) return kInfinity;
    return std::visit(SquaredCv{}, law_);
}

bool Distribution::isZero() const { return mean() == 0; }

}  // namespace headroom::model
