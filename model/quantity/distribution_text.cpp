// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/quantity/distribution.h"
#include "model/quantity/number_text.h"

#include <array>
#include <charconv>
#include <cmath>

namespace headroom::model {
namespace {

double rounded(double value, int digits) {
    std::array<char, 64> text;
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value,
                                   std::chars_format::scientific, digits - 1)
                         .ptr;
    std::from_chars(text.data(), end, value);
    return value;
}

/// Prints a law with its times and numbers rounded to a number of digits.
class LawPrinter {
public:
    LawPrinter(const Distribution& of, int digits) : of_(of), digits_(digits) {}

    std::string operator()(const Constant& c) const { return time(c.value); }
    std::string operator()(const Exponential& e) const { return "exp(" + time(e.mean) + ")"; }
    std::string operator()(const Uniform& u) const {
        return "uniform(" + time(u.low) + ", " + time(u.high) + ")";
    }
    std::string operator()(const Gamma& g) const {
        const std::string mean = "mean=" + time(g.shape * g.scale);
        if (g.whole) return "erlang(k=" + numberText(g.shape) + ", " + mean + ")";
        return "gamma(" + mean + ", cv=" + number(std::sqrt(1 / g.shape)) + ")";
    }
    std::string operator()(const Lognormal& l) const {
        const std::string mean = "lognormal(mean=" + time(of_.mean());
        if (byP95)
            return mean + ", p95=" + time(std::exp(l.mu + 1.6448536269514722 * l.sigma)) + ")";
        return mean + ", cv=" + number(std::sqrt(of_.squaredCv())) + ")";
    }
    std::string operator()(const Hyperexponential& h) const {
        const double apart = 2 * h.probability1 - 1;
        const double squaredCv = (1 + apart * apart) / (4 * h.probability1 * (1 - h.probability1));
        return "hyperexp(mean=" + time(of_.mean()) + ", cv=" + number(std::sqrt(squaredCv)) + ")";
    }
    std::string operator()(const Weibull& w) const {
        return "weibull(mean=" + time(of_.mean()) + ", shape=" + number(w.shape) + ")";
    }
    std::string operator()(const Pareto& p) const {
        return "pareto(min=" + time(p.min) + ", alpha=" + number(p.alpha) + ")";
    }

    bool byP95 = false;

private:
    std::string number(double value) const { return numberText(rounded(value, digits_)); }

    std::string time(double seconds) const {
        const double value = rounded(seconds, digits_);
        if (value < 1e9) {
            std::string text = toText(fromSeconds(value));
            if (*parseSeconds(text) == value) return text;
        }
        return numberText(value) + " s";
    }

    const Distribution& of_;
    int digits_;
};

/// In as few digits as read back as the same law.
template <typename Law>
std::string lawText(const Distribution& distribution, const Law& law) {
    constexpr int kFewest = 3, kMost = 17;
    for (int digits = kFewest; digits <= kMost; ++digits) {
        LawPrinter printer(distribution, digits);
        for (const bool byP95 : {false, true}) {
            printer.byP95 = byP95;
            std::string text = printer(law);
            const auto readBack = parseDistribution(text);
            if (readBack && *readBack == distribution) return text;
        }
    }
    return LawPrinter(distribution, kMost)(law);
}

std::string lawText(const Distribution&, const Empirical& e) { return "empirical(" + e.file + ")"; }

std::string lawText(const Distribution&, const Mixture& m) {
    std::string text = "mix(";
    for (std::size_t i = 0; i < m.parts.size(); ++i) {
        if (i > 0) text += ", ";
        text += toText(Share{m.weights[i]}) + " " + toText(m.parts[i]);
    }
    return text + ")";
}

}  // namespace

std::string toText(const Distribution& distribution) {
    return std::visit([&](const auto& law) { return lawText(distribution, law); },
                      distribution.law());
}

}  // namespace headroom::model
