// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/metric.h"
#include "sim/measure/estimate.h"

#include <functional>
#include <string>

/// What an expression of metrics and numbers comes to.
namespace headroom::sim {

/// The figure of a metric or capacity that stands in an expression.
using FigureOf = std::function<Estimate(const model::Expression& leaf)>;

/// With an interval by sim/judge/uncertain.h; unknown where a part is.
Estimate valueOf(const model::Expression& expression, const FigureOf& figureOf);

/// The same with figures in the place of their names: `6.2 s / (0.4 s + 20 ms)`. A number that
/// stands elsewhere in the file has its path: `50 (api_hpa.instances.max) x 16.7/s`.
std::string workingOf(const model::Expression& expression, const FigureOf& figureOf);

/// Numbers only: its value is exact, and no run can change it.
bool isArithmetic(const model::Expression& expression);
/// A single metric, number or capacity.
bool isLeaf(const model::Expression& expression);

}  // namespace headroom::sim
