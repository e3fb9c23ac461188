// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/diagnostic.h"
#include "model/quantity/distribution.h"
#include "model/quantity/law_text.h"
#include "model/quantity/number_text.h"
#include "model/said.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace headroom::model {
namespace {

using Names = std::string_view;
constexpr Names kMean[] = {"mean"};
constexpr Names kLowHigh[] = {"low", "high"};
constexpr Names kShapeAndMean[] = {"k", "mean"};
constexpr Names kMeanCv[] = {"mean", "cv"};
constexpr Names kMeanP95Cv[] = {"mean", "p95", "cv"};
constexpr Names kMeanShape[] = {"mean", "shape"};
constexpr Names kMinAlpha[] = {"min", "alpha"};

/// Wide enough for any measured system, narrow enough that no parameter over- or underflows.
constexpr NumberRange kCvRange{0.001, 1000};
constexpr NumberRange kErlangRange{1, 1e6};
constexpr NumberRange kWeibullRange{0.05, 1000};
constexpr NumberRange kParetoRange{0.1, 1000};

Distribution::Law exponential(LawArguments& given) { return Exponential{given.time("mean")}; }

Distribution::Law uniform(LawArguments& given) {
    const Uniform law{given.time("low", true), given.time("high", true)};
    if (law.low >= law.high && !given.error()) {
        given.fail({quoted(given.asWritten("high")),
                    said("Model", "more than `%1`", {given.asWritten("low")}),
                    {}});
    }
    return law;
}

Distribution::Law erlang(LawArguments& given) {
    const double k = given.number("k", kErlangRange);
    if (k != std::floor(k))
        given.fail({quoted(given.asWritten("k")),
                    said("Model", "a whole number; `gamma` takes any shape"),
                    {}});
    return Gamma{k, given.time("mean") / k, true};
}

Distribution::Law gamma(LawArguments& given) {
    const double mean = given.time("mean"), cv = given.number("cv", kCvRange);
    return Gamma{1 / (cv * cv), mean * (cv * cv), false};
}

Lognormal lognormalFromCv(double mean, double cv) {
    const double variance = std::log1p(cv * cv);
    return {std::log(mean) - variance / 2, std::sqrt(variance)};
}

/// ln p95 = mu + z·sigma and ln mean = mu + sigma²/2 give sigma²/2 − z·sigma + ln(p95/mean) = 0. Of
/// its two roots the smaller is meant: beyond sigma = z the p95 falls while the spread grows (cv
/// over 3.7), which no one states by a p95. It is positive only for p95 > mean, and exists only up
/// to p95/mean = exp(z²/2).
Distribution::Law lognormalFromP95(LawArguments& given, double mean) {
    constexpr double z = 1.6448536269514722;  // the 95 % point of the standard normal
    const double p95 = given.time("p95");
    const double logRatio = std::log(p95 / mean), discriminant = z * z - 2 * logRatio;
    if (logRatio <= 0 || discriminant < 0) {
        given.fail(
            {said("Model", "`%1` with `%2`", {given.asWritten("p95"), given.asWritten("mean")}),
             said("Model",
                  "a p95 above the mean and at most 3.868 times it, as a lognormal law has; or "
                  "`cv=…`"),
             {}});
        return Lognormal{};
    }
    // Written so that nothing cancels where p95 is near the mean.
    const double sigma = 2 * logRatio / (z + std::sqrt(discriminant));
    return Lognormal{std::log(mean) - sigma * sigma / 2, sigma};
}

Distribution::Law lognormal(LawArguments& given) {
    const double mean = given.time("mean");
    if (given.has("p95") && given.has("cv")) {
        given.fail(
            {said("Model", "both `%1` and `%2`", {given.asWritten("p95"), given.asWritten("cv")}),
             said("Model", "one of them"),
             {}});
    }
    if (given.has("cv")) return lognormalFromCv(mean, given.number("cv", kCvRange));
    if (!given.has("p95")) given.failMissing(said("Model", "`p95` or `cv`"));
    return lognormalFromP95(given, mean);
}

/// Balanced means: each branch brings half of the mean (Whitt, "Approximating a Point Process by a
/// Renewal Process, I", Operations Research 30, 1982).
Distribution::Law hyperexponential(LawArguments& given) {
    const double mean = given.time("mean"), cv = given.number("cv", kCvRange);
    if (cv < 1)
        given.fail({quoted(given.asWritten("cv")),
                    said("Model", "a cv of at least 1; `gamma` takes a smaller one"),
                    {}});
    const double squaredCv = cv * cv;
    const double probability1 = (1 + std::sqrt((squaredCv - 1) / (squaredCv + 1))) / 2;
    return Hyperexponential{probability1, mean / (2 * probability1),
                            mean / (2 * (1 - probability1))};
}

Distribution::Law weibull(LawArguments& given) {
    const double mean = given.time("mean"), shape = given.number("shape", kWeibullRange);
    return Weibull{shape, mean / std::tgamma(1 + 1 / shape)};
}

Distribution::Law pareto(LawArguments& given) {
    return Pareto{given.time("min"), given.number("alpha", kParetoRange)};
}

struct ParametricLaw {
    LawSyntax syntax;
    Distribution::Law (*build)(LawArguments&);
};
constexpr ParametricLaw kLaws[] = {
    {{"exp", "exp(20 ms)", kMean, false}, exponential},
    {{"uniform", "uniform(2 s, 5 s)", kLowHigh, false}, uniform},
    {{"erlang", "erlang(k=3, mean=20 ms)", kShapeAndMean}, erlang},
    {{"gamma", "gamma(mean=20 ms, cv=0.5)", kMeanCv}, gamma},
    {{"lognormal", "lognormal(mean=20 ms, p95=50 ms)", kMeanP95Cv}, lognormal},
    {{"hyperexp", "hyperexp(mean=20 ms, cv=2)", kMeanCv}, hyperexponential},
    {{"weibull", "weibull(mean=20 ms, shape=0.7)", kMeanShape}, weibull},
    {{"pareto", "pareto(min=5 ms, alpha=2.5)", kMinAlpha}, pareto},
};
constexpr std::string_view kMixExample = "mix(80 % exp(5 ms), 20 % exp(50 ms))";
constexpr std::string_view kEmpiricalExample = "empirical(file.csv)";
constexpr const char* kExpectedDistribution =
    HEADROOM_SAID("Model", "a duration such as `20 ms` or a distribution such as `exp(20 ms)`");

std::vector<std::string> lawNames() {
    std::vector<std::string> names;
    for (const ParametricLaw& law : kLaws) names.emplace_back(law.syntax.name);
    names.insert(names.end(), {"mix", "empirical"});
    return names;
}

Parsed<Distribution> parametric(const LawText& text, const ParametricLaw& law) {
    LawArguments given(text, law.syntax);
    const Distribution::Law built = given.error() ? Distribution::Law{} : law.build(given);
    if (given.error()) return *given.error();
    return Distribution(built);
}

Parsed<Distribution> empirical(const LawText& text, SampleSource samples) {
    if (text.arguments.size() != 1) {
        return TextError{
            quoted(text.whole), said("Model", "one file, as in `%1`", {kEmpiricalExample}), {}};
    }
    if (!samples.load)
        return TextError{quoted(text.whole), said("Model", "a law that needs no file here"), {}};
    std::string file(text.arguments.front());
    auto values = samples.load(samples.context, file);
    if (!values) return values.error();
    const bool good =
        std::ranges::all_of(*values, [](double v) { return std::isfinite(v) && v >= 0; });
    if (values->empty() || !good) {
        return TextError{quoted(text.whole),
                         said("Model", "a file with at least one time, none of them negative"),
                         {}};
    }
    return Distribution(Empirical{std::move(file), *values});
}

Parsed<Distribution> parse(std::string_view text, SampleSource samples, int depth);

struct Part {
    double weight;
    Distribution distribution;
};

/// `80 % exp(5 ms)` or `0.8 exp(5 ms)`.
Parsed<Part> partOfMix(std::string_view text, SampleSource samples, int depth) {
    const auto number = splitNumber(text);
    if (!number || number->rest.empty() || number->rest == "%" || parseDuration(text)) {
        return TextError{quoted(text),
                         said("Model", "a share and a distribution, such as `80 % exp(5 ms)`"),
                         {}};
    }
    const bool percent = number->rest.starts_with('%');
    const auto share = parseShare(std::string(number->number) + (percent ? " %" : ""));
    if (!share) return share.error();
    const auto distribution = parse(number->rest.substr(percent ? 1 : 0), samples, depth + 1);
    if (!distribution) return distribution.error();
    return Part{share->fraction, *distribution};
}

Parsed<Distribution> mix(const LawText& text, SampleSource samples, int depth) {
    constexpr int kDeepest = 8;
    if (depth > kDeepest)
        return TextError{said("Model", "mixes inside mixes"),
                         said("Model", "at most 8 of them inside each other"),
                         {}};
    if (text.arguments.empty())
        return TextError{quoted(text.whole), said("Model", "parts, as in `%1`", {kMixExample}), {}};
    Mixture mixture;
    double sum = 0;
    for (const std::string_view argument : text.arguments) {
        const auto part = partOfMix(argument, samples, depth);
        if (!part) return part.error();
        mixture.weights.push_back(part->weight);
        mixture.parts.push_back(part->distribution);
        sum += part->weight;
    }
    constexpr double kRounding = 1e-9;
    if (std::abs(sum - 1) > kRounding) {
        return TextError{said("Model", "shares of `%1` in sum", {toText(Share{sum})}),
                         said("Model", "shares that sum to `100 %`"),
                         {}};
    }
    return Distribution(std::move(mixture));
}

TextError notALaw(std::string_view text) {
    const auto law =
        std::ranges::find(kLaws, text, [](const ParametricLaw& l) { return l.syntax.name; });
    if (law != std::end(kLaws)) {
        return {quoted(text),
                said("Model", "its parameters too, as in `%1`", {law->syntax.example}),
                {}};
    }
    return {quoted(text), said("Model", kExpectedDistribution), {}};
}

Parsed<Distribution> parse(std::string_view text, SampleSource samples, int depth) {
    text = trimmed(text);
    if (splitNumber(text) || text.starts_with('-')) {
        const auto seconds = parseSeconds(text);
        if (!seconds) return seconds.error();
        return Distribution(Constant{*seconds});
    }
    if (text.find('(') == std::string_view::npos) return notALaw(text);
    const auto law = splitLaw(text);
    if (!law) return law.error();
    if (law->name == "mix") return mix(*law, samples, depth);
    if (law->name == "empirical") return empirical(*law, samples);
    for (const ParametricLaw& known : kLaws) {
        if (known.syntax.name == law->name) return parametric(*law, known);
    }
    return TextError{quoted(law->name), said("Model", kExpectedDistribution),
                     nearestName(std::string(law->name), lawNames())};
}

}  // namespace

Parsed<Distribution> parseDistribution(std::string_view text, SampleSource samples) {
    return parse(text, samples, 1);
}

}  // namespace headroom::model
