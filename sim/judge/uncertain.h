// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/measure/estimate.h"

/// Arithmetic on figures with intervals, by first-order propagation of errors for independent
/// operands: h² = Σ (∂f/∂x · h_x)². An unknown operand makes the result unknown, an unknown
/// half-width its half-width.
namespace headroom::sim {

Estimate exactly(double value);  ///< half-width 0
Estimate operator+(const Estimate& a, const Estimate& b);
Estimate operator-(const Estimate& a, const Estimate& b);
Estimate operator*(const Estimate& a, const Estimate& b);
Estimate operator/(const Estimate& a, const Estimate& b);  ///< unknown for a divisor of 0

}  // namespace headroom::sim
