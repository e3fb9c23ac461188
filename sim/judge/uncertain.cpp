// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/judge/uncertain.h"

#include <cmath>

namespace headroom::sim {

namespace {
/// f with partial derivatives da and db at the operands.
Estimate combined(double f, double da, const Estimate& a, double db, const Estimate& b) {
    Estimate result{f, std::nullopt};
    if (a.halfWidth && b.halfWidth)
        result.halfWidth = std::hypot(da * *a.halfWidth, db * *b.halfWidth);
    return result;
}
}  // namespace

Estimate exactly(double value) { return {value, 0.0}; }

Estimate operator+(const Estimate& a, const Estimate& b) {
    if (!a.value || !b.value) return {};
    return combined(*a.value + *b.value, 1, a, 1, b);
}

Estimate operator-(const Estimate& a, const Estimate& b) {
    if (!a.value || !b.value) return {};
    return combined(*a.value - *b.value, 1, a, -1, b);
}

Estimate operator*(const Estimate& a, const Estimate& b) {
    if (!a.value || !b.value) return {};
    return combined(*a.value * *b.value, *b.value, a, *a.value, b);
}

Estimate operator/(const Estimate& a, const Estimate& b) {
    if (!a.value || !b.value || *b.value == 0) return {};
    return combined(*a.value / *b.value, 1 / *b.value, a, -*a.value / (*b.value * *b.value), b);
}

}  // namespace headroom::sim
