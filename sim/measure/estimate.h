// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

namespace headroom::sim {

/// A figure with its confidence interval value ± halfWidth; either may be unknown, which is never
/// written as 0.
struct Estimate {
    std::optional<double> value;
    std::optional<double> halfWidth;
    bool operator==(const Estimate&) const = default;
};

/// Mean of independent observations with Student's t interval (n−1 degrees of freedom). One
/// observation: value without half-width; none: unknown. confidence in (0, 1).
Estimate meanWithInterval(const std::vector<double>& observations, double confidence);

/// The half-width alone, for estimates whose value comes from pooled data.
std::optional<double> studentHalfWidth(const std::vector<double>& observations, double confidence);

/// Mean and interval of a stationary, autocorrelated sequence by batch means with about √n batches,
/// at least 10 and at most 40 (Law, Simulation Modeling and Analysis, §9.5.3); unknown half-width
/// where fewer than 40 observations.
Estimate batchMeans(const std::vector<double>& sequence, double confidence);

}  // namespace headroom::sim
