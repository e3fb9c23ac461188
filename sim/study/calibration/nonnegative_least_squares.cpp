// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/study/calibration/nonnegative_least_squares.h"

#include <Eigen/Cholesky>
#include <Eigen/QR>

#include <cassert>
#include <cmath>
#include <limits>

namespace headroom::sim {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr double kTold = 0.02;  // of a column that only differs by 2 % from a mix of others nothing can be said

std::vector<Index> positions(const std::vector<bool>& in) {
    std::vector<Index> out;
    for (std::size_t i = 0; i < in.size(); ++i)
        if (in[i]) out.push_back(static_cast<Index>(i));
    return out;
}

MatrixXd columnsOf(const MatrixXd& a, const std::vector<Index>& columns) {
    MatrixXd out(a.rows(), static_cast<Index>(columns.size()));
    for (std::size_t i = 0; i < columns.size(); ++i) out.col(static_cast<Index>(i)) = a.col(columns[i]);
    return out;
}

VectorXd solveOn(const MatrixXd& a, const VectorXd& b, const std::vector<Index>& passive) {
    VectorXd out = VectorXd::Zero(a.cols());
    const VectorXd part = columnsOf(a, passive).colPivHouseholderQr().solve(b);
    for (std::size_t i = 0; i < passive.size(); ++i) out(passive[i]) = part(static_cast<Index>(i));
    return out;
}

// Moves from x towards z as far as nothing becomes negative; what reaches 0 leaves the passive set.
void stepTowards(const VectorXd& z, VectorXd& x, std::vector<bool>& passive) {
    double alpha = 1;
    for (const Index i : positions(passive))
        if (z(i) <= 0) alpha = std::min(alpha, x(i) / (x(i) - z(i)));
    x += alpha * (z - x);
    for (const Index i : positions(passive))
        if (x(i) <= 1e-14 * (1 + x.cwiseAbs().maxCoeff())) {
            x(i) = 0;
            passive[static_cast<std::size_t>(i)] = false;
        }
}

void addErrors(const MatrixXd& a, const VectorXd& b, NonnegativeFit& fit) {
    fit.residual = (a * fit.x - b).norm();
    fit.standardError = VectorXd::Zero(a.cols());
    std::vector<bool> positive(static_cast<std::size_t>(a.cols()));
    for (Index i = 0; i < a.cols(); ++i) {
        positive[static_cast<std::size_t>(i)] = fit.x(i) > 0;
        fit.told.push_back(independence(a, i) > kTold);
    }
    const std::vector<Index> used = positions(positive);
    const Index freedom = a.rows() - static_cast<Index>(used.size());
    if (used.empty()) return;
    const MatrixXd part = columnsOf(a, used);
    const double variance = freedom > 0 ? fit.residual * fit.residual / static_cast<double>(freedom) : std::numeric_limits<double>::infinity();
    const MatrixXd inverse = (part.transpose() * part).completeOrthogonalDecomposition().pseudoInverse();
    for (std::size_t i = 0; i < used.size(); ++i)
        fit.standardError(used[i]) = fit.told[static_cast<std::size_t>(used[i])]
                                         ? std::sqrt(variance * inverse(static_cast<Index>(i), static_cast<Index>(i)))
                                         : std::numeric_limits<double>::infinity();
}

}  // namespace

double independence(const MatrixXd& a, Index column) {
    const double norm = a.col(column).norm();
    if (norm <= 0) return 0;
    if (a.cols() == 1) return 1;
    std::vector<Index> others;
    for (Index i = 0; i < a.cols(); ++i)
        if (i != column) others.push_back(i);
    const MatrixXd rest = columnsOf(a, others);
    const VectorXd x = rest.colPivHouseholderQr().solve(a.col(column));
    return (a.col(column) - rest * x).norm() / norm;
}

NonnegativeFit nonnegativeLeastSquares(const MatrixXd& a, const VectorXd& b) {
    assert(a.rows() == b.size() && a.rows() >= a.cols());
    NonnegativeFit fit;
    fit.x = VectorXd::Zero(a.cols());
    std::vector<bool> passive(static_cast<std::size_t>(a.cols()), false);
    const double small = 1e-10 * (a.transpose() * b).cwiseAbs().maxCoeff();
    for (Index round = 0; round < 3 * a.cols(); ++round) {
        const VectorXd gradient = a.transpose() * (b - a * fit.x);
        Index best = -1;
        for (Index i = 0; i < a.cols(); ++i)
            if (!passive[static_cast<std::size_t>(i)] && gradient(i) > small && (best < 0 || gradient(i) > gradient(best))) best = i;
        if (best < 0) break;
        passive[static_cast<std::size_t>(best)] = true;
        for (VectorXd z = solveOn(a, b, positions(passive));; z = solveOn(a, b, positions(passive))) {
            bool feasible = true;
            for (const Index i : positions(passive)) feasible = feasible && z(i) > 0;
            if (feasible) {
                fit.x = z;
                break;
            }
            stepTowards(z, fit.x, passive);
            if (positions(passive).empty()) break;
        }
    }
    addErrors(a, b, fit);
    return fit;
}

}  // namespace headroom::sim
