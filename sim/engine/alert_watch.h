// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alert.h"
#include "model/scenario.h"
#include "sim/measure/trailing_quantile.h"

#include <functional>
#include <string_view>
#include <vector>

/// What has to be measured so that alerts can be evaluated.
namespace headroom::sim {

/// Sample intervals that an alert's window has, at least one.
std::size_t intervalsOf(model::Duration window, const model::RunSettings& run);

/// Visits every metric that an expression names.
void forEachMetric(const model::Expression& expression,
                   const std::function<void(const model::MetricRef&)>& visit);

/// The quantiles over trailing windows that the scenario's alerts look at for one target, each
/// once. `operation` is empty for a component as a whole; for the users' actions the target is
/// `workload`.
std::vector<TrailingQuantile> trailingFor(const model::Scenario& scenario, std::string_view target,
                                          std::string_view operation);

}  // namespace headroom::sim
