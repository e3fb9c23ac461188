// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>
#include <vector>

/// Closed networks of queues with product form, with customers of several classes.
namespace headroom::sim {

struct ClosedStation {
    Eigen::ArrayXd demands;  ///< by class: visits × mean service time in one round, seconds
    int servers = 1;         ///< 0: a delay, where nobody waits
};

struct ClosedClasses {
    Eigen::ArrayXi customers;
    Eigen::ArrayXd think;  ///< seconds in each round
};

struct ClosedSolution {
    Eigen::ArrayXd throughput;   ///< rounds per second, by class
    Eigen::MatrixXd residence;   ///< stations × classes: seconds in each round
    Eigen::ArrayXd utilisation;  ///< of each station's servers; of a delay, customers there
    int steps = 0;               ///< populations or iterations gone through
};

/// Work of the exact solution, to decide whether it is wanted: populations × stations × servers.
double exactEffort(const std::vector<ClosedStation>& stations, const ClosedClasses& classes);

/// Exact mean value analysis (Reiser & Lavenberg, JACM 27 (1980) 2), with the marginal
/// probabilities of idle servers at stations of several servers. Every station is served first come
/// first served with exponential times of one mean, or by processor sharing.
ClosedSolution exactMva(const std::vector<ClosedStation>& stations, const ClosedClasses& classes);

/// Linearizer (Chandy & Neuse, CACM 25 (1982) 2): Schweitzer's estimate of what an arriving
/// customer finds, corrected by how that changes with one customer less. At stations of several
/// servers an arrival waits for (P(all busy) + those waiting) · service / servers, with Erlang's
/// probability.
ClosedSolution linearizer(const std::vector<ClosedStation>& stations,
                          const ClosedClasses& classes);

}  // namespace headroom::sim
