// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

/// Exact results for networks of queues. Rates are per second, times seconds.
namespace headroom::laws {

/// A station of a closed product-form network with one class of customers. demand = visits · mean
/// service time.
struct ClosedStation {
    double demand;
    int servers;  ///< 0: as many as there are customers, so that nobody waits (a delay)
};
struct ClosedNetwork {
    double throughput = 0;          ///< rounds per second of all customers together
    std::vector<double> residence;  ///< at each station, seconds a round
    double cycle() const;
};
/// Mean value analysis with marginal probabilities at stations of several servers (Reiser &
/// Lavenberg 1980).
ClosedNetwork meanValueAnalysis(const std::vector<ClosedStation>& stations, int customers);
/// The throughput alone by the normalising constants (Buzen 1973), all of whose terms are positive.
double convolutionThroughput(const std::vector<ClosedStation>& stations, int customers);

/// M/M/c//N: N users who think and use c servers (the machine repair model). Of the think time only
/// the mean counts.
struct MachineRepair {
    MachineRepair(int users, double think, double mu, int servers);
    double throughput = 0;
    double meanResponse = 0;
    double meanWaiting = 0;
    double waitTail(double t) const;

private:
    double mu_;
    int servers_;
    std::vector<double> seen_;  ///< what a user finds there on arrival
};

/// Mean of the later of the two answers when every arrival asks two M/M/1 of rate mu at once: (12 −
/// rho) / 8 times the response time of one (Flatto & Hahn 1984; Nelson & Tantawi 1988).
double meanForkJoinOfTwo(double lambda, double mu);
/// Mean time until n exponential tasks of this mean are done by `limit` at a time, begun in order.
double meanOfLast(int n, int limit, double mean);

/// Arrivals that join the shortest of `servers` lines (each M/M/1, mu), or the shorter of two
/// different ones taken at random. Solved as a Markov chain of the sorted lengths, cut at
/// `longest`.
double meanResponseShortest(double lambda, double mu, int servers, int longest);
double meanResponseShorterOfTwo(double lambda, double mu, int servers, int longest);

}  // namespace headroom::laws
