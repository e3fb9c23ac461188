// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/laws/case.h"

#include "model/metric.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <stdexcept>

namespace headroom::laws {

namespace {

/// The warm-up is the first 5 % of a run, in whole samples.
constexpr int kSamples = 100;
constexpr int kWarmUpSamples = 5;
/// Wide enough that hundreds of true rows stay inside; the limit on half-widths keeps it from
/// hiding anything.
constexpr std::string_view kConfidence = "99.9 %";

std::string_view zeroOf(model::Unit unit) {
    switch (unit) {
        case model::Unit::seconds: return "0 s";
        case model::Unit::perSecond: return "0/s";
        case model::Unit::bytes: return "0 B";
        case model::Unit::bytesPerSecond: return "0 B/s";
        case model::Unit::usd: return "0 USD";
        case model::Unit::share:
        case model::Unit::count: return "0";
    }
    return "0";
}

std::string objectives(const std::vector<Expectation>& expectations) {
    std::string text = "slos:\n";
    for (std::size_t i = 0; i < expectations.size(); ++i) {
        const std::string& metric = expectations[i].metric;
        const auto ref = model::parseMetricRef(metric);
        const std::string_view zero = ref ? zeroOf(model::unitOf(ref->metric)) : "0";
        text += fill("  - {name: figure $i, objective: '$metric > $zero'}\n",
                     {{"i", std::to_string(i)}, {"metric", metric}, {"zero", std::string(zero)}});
    }
    return text;
}

}  // namespace

std::string fileOf(const Case& law, int seed) {
    const double sample = law.seconds / kSamples;
    const std::string head = fill(
        "headroom: 1\n"
        "name: A law\n"
        "run:\n"
        "  duration: $duration\n"
        "  warm_up: $warmUp\n"
        "  sample: $sample\n"
        "  seed: $seed\n"
        "  replications: $replications\n"
        "  confidence: $confidence\n"
        "$more",
        {{"duration", seconds(sample * kSamples)},
         {"warmUp", seconds(sample * kWarmUpSamples)},
         {"sample", seconds(sample)},
         {"seed", std::to_string(seed)},
         {"replications", std::to_string(law.replications)},
         {"confidence", std::string(kConfidence)},
         {"more", law.run}});
    return head + law.scenario + objectives(law.expectations);
}

std::string fill(std::string_view text, const Values& values) {
    std::string filled;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] != '$') {
            filled += text[at++];
            continue;
        }
        const std::size_t begin = ++at;
        while (at < text.size() && std::isalnum(static_cast<unsigned char>(text[at]))) ++at;
        const std::string_view name = text.substr(begin, at - begin);
        const auto value = std::ranges::find(values, name, &Values::value_type::first);
        if (value == values.end()) throw std::logic_error("no value for $" + std::string(name));
        filled += value->second;
    }
    return filled;
}

std::string number(double value) {
    std::array<char, 64> text{};
    const auto result = std::to_chars(text.data(), text.data() + text.size(), value);
    return {text.data(), result.ptr};
}

std::string perSecond(double rate) { return number(rate) + "/s"; }
std::string seconds(double time) { return number(time) + " s"; }

std::vector<Case> lawCases() {
    std::vector<Case> all;
    for (const auto& group : {queueCases(), disciplineCases(), balancingCases(), networkCases(),
                              possessionCases(), cacheCases(), callCases(), messageCases(),
                              limitCases()}) {
        all.insert(all.end(), group.begin(), group.end());
    }
    return all;
}

}  // namespace headroom::laws
