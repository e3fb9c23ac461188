// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/measure/estimate.h"

#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>
#include <span>

namespace headroom::sim {
namespace {

constexpr std::size_t kFewestBatches = 10;
constexpr std::size_t kMostBatches = 40;
constexpr std::size_t kFewestObservationsForBatches = 40;

double meanOf(std::span<const double> values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double standardErrorOf(std::span<const double> values) {
    const double mean = meanOf(values);
    double squares = 0;
    for (double value : values) squares += (value - mean) * (value - mean);
    const auto n = static_cast<double>(values.size());
    return std::sqrt(squares / (n - 1) / n);
}

double studentQuantile(double degreesOfFreedom, double confidence) {
    assert(confidence > 0 && confidence < 1);
    const boost::math::students_t law(degreesOfFreedom);
    return boost::math::quantile(boost::math::complement(law, (1 - confidence) / 2));
}

/// The leading observations that do not fill a batch are left out: they are the ones nearest to the
/// warm-up.
std::vector<double> batchesOf(std::span<const double> sequence) {
    const auto rootOfCount =
        static_cast<std::size_t>(std::sqrt(static_cast<double>(sequence.size())));
    const std::size_t count = std::clamp(rootOfCount, kFewestBatches, kMostBatches);
    const std::size_t length = sequence.size() / count;
    sequence = sequence.last(count * length);
    std::vector<double> batches(count);
    for (std::size_t i = 0; i < count; ++i)
        batches[i] = meanOf(sequence.subspan(i * length, length));
    return batches;
}

}  // namespace

std::optional<double> studentHalfWidth(const std::vector<double>& observations, double confidence) {
    if (observations.size() < 2) return std::nullopt;
    const double degreesOfFreedom = static_cast<double>(observations.size()) - 1;
    return studentQuantile(degreesOfFreedom, confidence) * standardErrorOf(observations);
}

Estimate meanWithInterval(const std::vector<double>& observations, double confidence) {
    if (observations.empty()) return {};
    return {meanOf(observations), studentHalfWidth(observations, confidence)};
}

Estimate batchMeans(const std::vector<double>& sequence, double confidence) {
    if (sequence.empty()) return {};
    if (sequence.size() < kFewestObservationsForBatches) return {meanOf(sequence), std::nullopt};
    return {meanOf(sequence), studentHalfWidth(batchesOf(sequence), confidence)};
}

}  // namespace headroom::sim
