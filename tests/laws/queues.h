// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

/// Exact results of queueing theory for one queue. Rates are per second, times seconds, loads
/// Erlang.
namespace headroom::laws {

/// P(X > t) of a non-negative time.
using Tail = std::function<double(double)>;
/// The smallest t with P(X ≤ t) ≥ share.
double quantile(const Tail& tail, double share);

/// Share of arrivals that find all of c servers busy and go away: M/G/c/c, whatever the law of
/// service (Erlang 1917).
double erlangB(int servers, double load);
/// Share of arrivals that wait in M/M/c. Precondition: load < servers.
double erlangC(int servers, double load);

/// M/M/c, first come first served (Erlang; Kleinrock, Queueing Systems vol. 1, §3.5).
struct ManyServers {
    double lambda, mu;
    int servers = 1;

    double meanWait() const;
    double meanResponse() const { return meanWait() + 1 / mu; }
    double waitTail(double t) const;
    double responseTail(double t) const;
};

/// Mean wait in M/G/1, first come first served (Pollaczek–Khinchine). squaredCv: of the service
/// time.
double meanWaitGeneral(double lambda, double meanService, double squaredCv);
/// P(wait > t) in M/D/1 by the sum without cancellation of Franx, "A simple solution for the M/D/c
/// waiting time distribution", Oper. Res. Lett. 29 (2001).
double waitTailConstant(double lambda, double service, double t);
/// P(wait > t) in M/M/1 served last come first: who finds the server busy waits for a busy period.
double waitTailLastFirst(double lambda, double mu, double t);

/// A class of customers under non-preemptive priority; the first class is served first.
struct PriorityClass {
    double lambda, meanService, squaredCv;
};
/// Mean wait of each class in M/G/1 (Cobham 1954).
std::vector<double> meanWaitsByPriority(const std::vector<PriorityClass>& classes);

/// The share of arrivals of GI/M/1 that wait (Kleinrock vol. 1, §6.4): the root of σ = A*(μ(1−σ)).
/// Responses are exponential with rate μ(1−σ).
struct RegularArrivals {
    double sigma, mu;
    double meanWait() const { return sigma / (mu * (1 - sigma)); }
    double meanResponse() const { return 1 / (mu * (1 - sigma)); }
    double responseTail(double t) const;
};
/// Arrivals with Erlang(stages) gaps: each of `stages` servers behind a round robin of a Poisson
/// stream.
RegularArrivals erlangArrivals(double lambda, int stages, double mu);
/// Evenly spaced arrivals: D/M/1.
RegularArrivals constantArrivals(double lambda, double mu);

/// Stationary probabilities of a birth–death process on 0 … n, n = births.size(): births[i] from i
/// to i+1, deaths[i] from i+1 to i.
std::vector<double> birthDeath(const std::vector<double>& births,
                               const std::vector<double>& deaths);
/// M/M/c/K: probabilities of 0 … K in system.
std::vector<double> boundedQueue(double lambda, double mu, int servers, int capacity);
/// The mean of a distribution on 0, 1, …
double meanOf(const std::vector<double>& probabilities);
/// P(wait > t) where arrivals find n in system with probability seen[n] and are served in order by
/// exponential servers; `seen` need not sum to 1.
double waitTailOfSeen(const std::vector<double>& seen, double mu, int servers, double t);

/// M/M/c whose customers leave when they have waited for `patience` (Barrer 1957 for one server;
/// Baccelli & Hebuterne 1981): from the density of the wait that an endlessly patient arrival would
/// be offered.
struct ImpatientQueue {
    ImpatientQueue(double lambda, double mu, int servers, double patience);
    double abandoned = 0;  ///< share of arrivals
    double meanWait = 0;   ///< of those served
    double utilisation = 0;
    double meanWaiting = 0;  ///< in line, leavers included
};

/// Mean response, in service times, of one of very many servers each of which serves the shorter of
/// two random lines at load rho: the mean-field limit Σ rho^(2^k − 2), k ≥ 1 (Vvedenskaya et al.
/// 1996; Mitzenmacher 1996).
double meanResponsePowerOfTwo(double rho);

}  // namespace headroom::laws
