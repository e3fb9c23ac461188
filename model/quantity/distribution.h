// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/quantity/quantity.h"

#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// How a time varies from one draw to the next, as the scenario states it. Sampling is in
/// sim/kernel.
///
/// Text forms: `20 ms`, `exp(20 ms)`, `uniform(2 s, 5 s)`, `erlang(k=3, mean=20 ms)`,
/// `gamma(mean=20 ms, cv=0.5)`, `lognormal(mean=20 ms, p95=50 ms)` or `lognormal(mean=20 ms,
/// cv=1.5)`, `hyperexp(mean=20 ms, cv=2)`, `weibull(mean=20 ms, shape=0.7)`, `pareto(min=5 ms,
/// alpha=2.5)`, `mix(80 % exp(5 ms), 20 % exp(50 ms))`, `empirical(file.csv)`. Parameters have
/// names, in any order; those of exp (`mean`) and uniform (`low`, `high`) may go without. All
/// parameters are stored as a sampler needs them; times are seconds.
namespace headroom::model {

struct Constant {
    double value;
    bool operator==(const Constant&) const = default;
};
struct Exponential {
    double mean;
    bool operator==(const Exponential&) const = default;
};
struct Uniform {
    double low, high;
    bool operator==(const Uniform&) const = default;
};
/// Erlang is a gamma with whole shape. mean = shape · scale, cv² = 1/shape.
struct Gamma {
    double shape, scale;
    bool whole = false;
    bool operator==(const Gamma&) const = default;
};
/// exp(mu + sigma·N(0,1)). mean = exp(mu + sigma²/2), cv² = exp(sigma²) − 1.
struct Lognormal {
    double mu, sigma;
    bool operator==(const Lognormal&) const = default;
};
/// Two exponentials with balanced means (p·mean1 = (1−p)·mean2; Whitt 1982): cv ≥ 1.
struct Hyperexponential {
    double probability1, mean1, mean2;
    bool operator==(const Hyperexponential&) const = default;
};
struct Weibull {
    double shape, scale;
    bool operator==(const Weibull&) const = default;
};
/// Pareto type I: P(X > x) = (min/x)^alpha, x ≥ min. The mean is finite for alpha > 1 only.
struct Pareto {
    double min, alpha;
    bool operator==(const Pareto&) const = default;
};
/// Measured values in seconds, resampled with equal probability. `file` as written.
struct Empirical {
    std::string file;
    std::vector<double> values;
    bool operator==(const Empirical&) const = default;
};

class Distribution;
struct Mixture {
    std::vector<double> weights;  ///< sum to 1, but for rounding
    std::vector<Distribution> parts;
    bool operator==(const Mixture&) const;
};

class Distribution {
public:
    using Law = std::variant<Constant, Exponential, Uniform, Gamma, Lognormal, Hyperexponential,
                             Weibull, Pareto, Empirical, Mixture>;

    Distribution() : law_(Constant{0}) {}
    explicit Distribution(Law law) : law_(std::move(law)) {}
    static Distribution constant(Duration d);
    static Distribution exponential(Duration mean);

    const Law& law() const { return law_; }
    /// Seconds; infinite for a Pareto with alpha ≤ 1.
    double mean() const;
    /// Squared coefficient of variation, Var/mean²; infinite where the variance is.
    double squaredCv() const;
    bool isZero() const;

    bool operator==(const Distribution&) const = default;

private:
    Law law_;
};

/// Where `empirical(file)` finds its values: given the name as written, the values in seconds or an
/// error. The reader of scenarios supplies one that stays under the scenario's folder.
using SampleLoader = Parsed<std::vector<double>> (*)(void* context, const std::string& file);
struct SampleSource {
    SampleLoader load = nullptr;
    void* context = nullptr;
};

/// Errors: an unknown law (with the nearest name), a missing, doubled or unknown parameter, a value
/// out of range, a spread that the law cannot have (lognormal p95 that no sigma reaches, hyperexp
/// with cv < 1).
Parsed<Distribution> parseDistribution(std::string_view text, SampleSource samples = {});
/// What parses back to an equal value if this one was read from text; else what comes nearest in 17
/// digits.
std::string toText(const Distribution& distribution);

}  // namespace headroom::model
