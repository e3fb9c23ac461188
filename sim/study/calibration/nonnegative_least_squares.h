// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

#include <vector>

namespace headroom::sim {

/// Minimises ‖A x − b‖ over x ≥ 0 (Lawson & Hanson, Solving Least Squares Problems, 1974, chapter 23).
struct NonnegativeFit {
    Eigen::VectorXd x;
    /// Standard errors of those x that are positive, from the residuals: √(s² (AᵀA)⁻¹ii) with s² = RSS/(n − p); 0 of
    /// those at the bound. Infinite where the data cannot tell (see `told`).
    Eigen::VectorXd standardError;
    /// Whether the data can tell x from others: its column of A is not, within rounding and noise, a sum of the others.
    std::vector<bool> told;
    double residual = 0;  ///< ‖A x − b‖
};
/// At least as many rows as columns; every entry finite.
NonnegativeFit nonnegativeLeastSquares(const Eigen::MatrixXd& a, const Eigen::VectorXd& b);

/// Share of a column of A that the others cannot make up: ‖column − its projection‖ / ‖column‖, 0 … 1.
double independence(const Eigen::MatrixXd& a, Eigen::Index column);

}  // namespace headroom::sim
