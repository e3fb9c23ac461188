// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/measure/warm_up.h"

#include <cmath>
#include <limits>
#include <span>

namespace headroom::sim {
namespace {

constexpr std::size_t kBatch = 5;
/// Behind the cut at least so many batch means must remain, and the whole must be twice that: the
/// standard error of fewer is small by chance (Hoad, Robinson & Davies 2010).
constexpr std::size_t kFewestBatchesLeft = 5;
constexpr std::size_t kFewestBatches = 10;

double meanOfKnown(std::span<const double> batch) {
    double sum = 0;
    int known = 0;
    for (double value : batch) {
        if (std::isnan(value)) continue;
        sum += value;
        ++known;
    }
    return known == 0 ? std::numeric_limits<double>::quiet_NaN() : sum / known;
}

std::vector<double> batchMeansOf(std::span<const double> observations) {
    std::vector<double> means;
    for (std::size_t i = 0; i + kBatch <= observations.size(); i += kBatch)
        means.push_back(meanOfKnown(observations.subspan(i, kBatch)));
    return means;
}

/// Squared deviations about the mean, one value at a time (Welford 1962): exactly 0 for equal
/// values.
class Deviations {
public:
    void add(double value) {
        ++count_;
        const double delta = value - mean_;
        mean_ += delta / static_cast<double>(count_);
        squares_ += delta * (value - mean_);
    }
    std::size_t count() const { return count_; }
    /// The square of the standard error, up to a factor common to all cuts.
    double mser() const {
        const auto n = static_cast<double>(count_);
        return squares_ / (n * n);
    }

private:
    std::size_t count_ = 0;
    double mean_ = 0;
    double squares_ = 0;
};

}  // namespace

std::optional<WarmUpEnd> mser5(const std::vector<double>& observations) {
    const std::vector<double> means = batchMeansOf(observations);
    Deviations rest;
    std::size_t bestCut = 0;
    double bestError = std::numeric_limits<double>::infinity(), bestOfLate = bestError;
    for (std::size_t cut = means.size(); cut-- > 0;) {
        if (std::isnan(means[cut])) continue;
        rest.add(means[cut]);
        if (rest.count() < kFewestBatchesLeft) continue;
        const bool late = cut * 2 > means.size();
        double& best = late ? bestOfLate : bestError;
        if (rest.mser() > best) continue;
        best = rest.mser();
        if (!late) bestCut = cut;
    }
    if (rest.count() < kFewestBatches) return std::nullopt;
    return WarmUpEnd{bestCut * kBatch, bestOfLate < bestError};
}

}  // namespace headroom::sim
