// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/analytic/mean_value_analysis.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace headroom::sim {

namespace {

/// What is remembered of one population: queue lengths, and the probabilities of 0 … servers − 1
/// customers at each station of several servers.
struct Known {
    Eigen::ArrayXd queue;
    std::vector<Eigen::ArrayXd> idle;
};

class Exact {
public:
    Exact(const std::vector<ClosedStation>& stations, const ClosedClasses& classes)
        : stations_(stations), classes_(classes), size_(classes.customers.size()) {
        strides_ = Eigen::ArrayXi(size_);
        int states = 1;
        for (Eigen::Index r = 0; r < size_; ++r) {
            strides_[r] = states;
            states *= classes.customers[r] + 1;
        }
        known_.resize(static_cast<std::size_t>(states));
    }

    ClosedSolution solve() {
        Eigen::ArrayXi n = Eigen::ArrayXi::Zero(size_);
        ClosedSolution solution;
        for (std::size_t state = 0; state < known_.size(); ++state, advance(n)) {
            solution = solveFor(n, state);
            forgetBefore(state);
        }
        solution.steps = static_cast<int>(known_.size());
        return solution;
    }

private:
    void advance(Eigen::ArrayXi& n) const {
        for (Eigen::Index r = 0; r < size_; ++r) {
            if (n[r] < classes_.customers[r]) {
                ++n[r];
                return;
            }
            n[r] = 0;
        }
    }
    /// Nothing further back than the longest stride is looked at again.
    void forgetBefore(std::size_t state) {
        const auto reach = static_cast<std::size_t>(strides_[size_ - 1]);
        if (state >= reach) known_[state - reach] = {};
    }
    const Known& without(std::size_t state, Eigen::Index r) const {
        return known_[state - static_cast<std::size_t>(strides_[r])];
    }

    double residence(std::size_t k, Eigen::Index r, const Known& seen) const {
        const ClosedStation& station = stations_[k];
        const double demand = station.demands[r];
        if (station.servers == 0) return demand;
        double found = seen.queue[static_cast<Eigen::Index>(k)];
        for (int j = 0; j + 1 < station.servers; ++j)
            found += (station.servers - 1 - j) * seen.idle[k][j];
        return demand / station.servers * (1 + found);
    }

    ClosedSolution solveFor(const Eigen::ArrayXi& n, std::size_t state) {
        const auto count = static_cast<Eigen::Index>(stations_.size());
        ClosedSolution s{Eigen::ArrayXd::Zero(size_), Eigen::MatrixXd::Zero(count, size_),
                         Eigen::ArrayXd::Zero(count), 0};
        for (Eigen::Index r = 0; r < size_; ++r) {
            if (n[r] == 0) continue;
            for (Eigen::Index k = 0; k < count; ++k)
                s.residence(k, r) = residence(static_cast<std::size_t>(k), r, without(state, r));
            s.throughput[r] = n[r] / (classes_.think[r] + s.residence.col(r).sum());
        }
        Known& known = known_[state];
        known.queue = (s.residence * s.throughput.matrix()).array();
        known.idle.resize(stations_.size());
        for (std::size_t k = 0; k < stations_.size(); ++k) {
            const ClosedStation& station = stations_[k];
            s.utilisation[static_cast<Eigen::Index>(k)] =
                (station.demands * s.throughput).sum() / std::max(1, station.servers);
            known.idle[k] = idleOf(k, n, state, s.throughput);
        }
        return s;
    }

    Eigen::ArrayXd idleOf(std::size_t k, const Eigen::ArrayXi& n, std::size_t state,
                          const Eigen::ArrayXd& throughput) const {
        const ClosedStation& station = stations_[k];
        Eigen::ArrayXd p = Eigen::ArrayXd::Zero(std::max(1, station.servers));
        double weighted = 0;
        for (int j = 1; j < station.servers; ++j) {
            for (Eigen::Index r = 0; r < size_; ++r)
                if (n[r] > 0)
                    p[j] += throughput[r] * station.demands[r] *
                            without(state, r).idle[k][j - 1] / j;
            weighted += (station.servers - j) * p[j];
        }
        const double load = (station.demands * throughput).sum();
        p[0] = std::max(0.0, 1 - (load + weighted) / std::max(1, station.servers));
        return p;
    }

    const std::vector<ClosedStation>& stations_;
    const ClosedClasses& classes_;
    Eigen::Index size_;
    Eigen::ArrayXi strides_;
    std::vector<Known> known_;
};

/// P(all busy) in M/M/c by the recursion of Erlang's loss formula.
double allBusy(int servers, double load) {
    if (load >= servers) return 1;
    double loss = 1;
    for (int i = 1; i <= servers; ++i) loss = load * loss / (i + load * loss);
    return servers * loss / (servers - load * (1 - loss));
}

class Linearizer {
public:
    Linearizer(const std::vector<ClosedStation>& stations, const ClosedClasses& classes)
        : stations_(stations),
          classes_(classes),
          count_(static_cast<Eigen::Index>(stations.size())),
          size_(classes.customers.size()) {
        for (Eigen::Index r = 0; r < size_; ++r) deltas_.push_back(Eigen::MatrixXd::Zero(count_, size_));
    }

    ClosedSolution solve() {
        const Eigen::ArrayXd all = classes_.customers.cast<double>();
        Eigen::MatrixXd queues = evenly(all);
        ClosedSolution solution;
        for (int round = 0; round < 3; ++round) {
            solution = core(all, queues);
            if (round < 2) correct(all, queues);
        }
        solution.steps = steps_;
        return solution;
    }

private:
    Eigen::MatrixXd evenly(const Eigen::ArrayXd& n) const {
        return Eigen::MatrixXd::Ones(count_, 1) * (n / static_cast<double>(count_ + 1)).matrix().transpose();
    }

    /// Customers of each class at each station that one of class r finds there.
    Eigen::MatrixXd seenBy(Eigen::Index r, const Eigen::ArrayXd& n,
                           const Eigen::MatrixXd& queues) const {
        Eigen::MatrixXd seen = Eigen::MatrixXd::Zero(count_, size_);
        for (Eigen::Index j = 0; j < size_; ++j) {
            if (!(n[j] > 0)) continue;
            const double others = n[j] - (j == r ? 1 : 0);
            seen.col(j) = (others * (queues.col(j) / n[j] +
                                     deltas_[static_cast<std::size_t>(r)].col(j)))
                              .cwiseMax(0);
        }
        return seen;
    }

    double residence(Eigen::Index k, Eigen::Index r, double found, double load) const {
        const ClosedStation& station = stations_[static_cast<std::size_t>(k)];
        const double demand = station.demands[r];
        if (station.servers == 0) return demand;
        if (station.servers == 1) return demand * (1 + found);
        const double waiting = std::max(0.0, found - std::min<double>(load, station.servers));
        return demand * (1 + (allBusy(station.servers, load) + waiting) / station.servers);
    }

    ClosedSolution core(const Eigen::ArrayXd& n, Eigen::MatrixXd& queues) {
        ClosedSolution s{Eigen::ArrayXd::Zero(size_), Eigen::MatrixXd::Zero(count_, size_),
                         Eigen::ArrayXd::Zero(count_), 0};
        for (int i = 0; i < 5000; ++i, ++steps_) {
            const Eigen::ArrayXd before = s.throughput;
            for (Eigen::Index r = 0; r < size_; ++r) {
                if (!(n[r] > 0)) continue;
                const Eigen::VectorXd found = seenBy(r, n, queues).rowwise().sum();
                for (Eigen::Index k = 0; k < count_; ++k) {
                    const double load = (stations_[static_cast<std::size_t>(k)].demands * before).sum() *
                                        (n.sum() - 1) / n.sum();
                    s.residence(k, r) = residence(k, r, found[k], load);
                }
                s.throughput[r] = n[r] / (classes_.think[r] + s.residence.col(r).sum());
            }
            queues = s.residence * s.throughput.matrix().asDiagonal();
            if (((s.throughput - before).abs() <= 1e-9 * s.throughput).all()) break;
        }
        for (Eigen::Index k = 0; k < count_; ++k) {
            const ClosedStation& station = stations_[static_cast<std::size_t>(k)];
            s.utilisation[k] =
                (station.demands * s.throughput).sum() / std::max(1, station.servers);
        }
        return s;
    }

    /// How the share of a class at a station changes when there is one customer of class r less.
    void correct(const Eigen::ArrayXd& all, const Eigen::MatrixXd& queues) {
        std::vector<Eigen::MatrixXd> fresh = deltas_;
        for (Eigen::Index r = 0; r < size_; ++r) {
            if (!(all[r] > 0)) continue;
            Eigen::ArrayXd less = all;
            less[r] -= 1;
            Eigen::MatrixXd fewer = evenly(less);
            core(less, fewer);
            for (Eigen::Index j = 0; j < size_; ++j)
                if (less[j] > 0 && all[j] > 0)
                    fresh[static_cast<std::size_t>(r)].col(j) =
                        fewer.col(j) / less[j] - queues.col(j) / all[j];
        }
        deltas_ = fresh;
    }

    const std::vector<ClosedStation>& stations_;
    const ClosedClasses& classes_;
    Eigen::Index count_, size_;
    std::vector<Eigen::MatrixXd> deltas_;  ///< by class of the one less
    int steps_ = 0;
};

}  // namespace

double exactEffort(const std::vector<ClosedStation>& stations, const ClosedClasses& classes) {
    double states = 1, servers = 0;
    for (const int n : classes.customers) states *= n + 1.0;
    for (const ClosedStation& station : stations) servers += std::max(1, station.servers);
    return states * servers * static_cast<double>(classes.customers.size());
}

ClosedSolution exactMva(const std::vector<ClosedStation>& stations, const ClosedClasses& classes) {
    assert(classes.customers.size() > 0 && classes.customers.size() == classes.think.size());
    return Exact(stations, classes).solve();
}

ClosedSolution linearizer(const std::vector<ClosedStation>& stations,
                          const ClosedClasses& classes) {
    assert(classes.customers.size() > 0 && classes.customers.size() == classes.think.size());
    return Linearizer(stations, classes).solve();
}

}  // namespace headroom::sim
