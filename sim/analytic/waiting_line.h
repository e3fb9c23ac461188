// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/analytic/time_law.h"

#include <limits>
#include <memory>
#include <vector>

/// One line in front of equal servers: the queue that every station, pool, slot and CPU is.
namespace headroom::sim {

/// Probability that all of c servers are busy with Poisson arrivals of `load` Erlang.
/// Loss system M/G/c/c (Erlang B), by the incomplete gamma function, for any number of servers.
double erlangLoss(int servers, double load);
/// Delay system M/M/c (Erlang C); 1 where load ≥ servers.
double erlangDelay(int servers, double load);

struct LineQuestion {
    int servers = 1;
    double holding = 0;           ///< mean time that a server is held, seconds
    double squaredCv = 1;         ///< of the holding time
    double arrivalRate = 0;       ///< per second, those turned away included
    double arrivalSquaredCv = 1;  ///< of the gaps between arrivals
    /// Customers that there may be at most, and the mean time that one of them is elsewhere
    /// between two visits; infinite: an open stream.
    double population = std::numeric_limits<double>::infinity();
    double elsewhere = 0;
    /// Customers that can be here at a time, since their callers have no more slots or connections;
    /// those beyond wait for this as well, but further up.
    double most = std::numeric_limits<double>::infinity();
    double places = std::numeric_limits<double>::infinity();    ///< to wait
    double patience = std::numeric_limits<double>::infinity();  ///< of who waits; then goes away
    /// Visits that end a second with 1, 2, … servers held, where that is not as many as are held
    /// over `holding` (sim/analytic/drain.h); the last holds beyond. Rising; may be null.
    std::shared_ptr<const std::vector<double>> drain = nullptr;

    /// Visits that end a second with so many present.
    double departures(double present) const;
};

struct LineAnswer {
    bool saturated = false;  ///< the line grows without end; nothing else is known but utilisation
    double utilisation = 0;  ///< busy share of the servers
    double wait = 0;         ///< mean, of those served
    double waits = 0;        ///< probability, of those served
    double waitSquaredCv = 1;                                  ///< of the wait of those who wait
    double longest = std::numeric_limits<double>::infinity();  ///< wait that can be
    double lost = 0;       ///< share of arrivals turned away or gone
    double queue = 0;      ///< mean number waiting here, of all
    double wholeWait = 0;  ///< as `wait`, with that further up
    double held = 0;       ///< mean time that a server is held: `holding`, or as `drain` has it

    TimeLaw waitLaw() const;
};

/// The line is a birth–death chain with state-dependent births (P − n)/Z (machine repair; Lazowska
/// et al., Quantitative System Performance, ch. 8) or λ, and deaths min(n, c)/holding, cut off
/// where places or patience end (patience: the places whose wait is as long). That is exact for
/// exponential times: M/M/c, M/M/c/K, M/M/c//N. Other times stretch the wait by Allen & Cunneen's
/// (ca² + cs²)/2, with Krämer & Langenbach-Belz's correction for arrivals more regular than
/// Poisson, as far as the wait comes from chance; where it comes from a population that has nowhere
/// else to be, variability does not matter. Cost: some standard deviations of the number present.
LineAnswer solveLine(const LineQuestion& question);

/// The factor on the wait of M/M/c for general times: (ca² + cs²)/2 · g (Krämer &
/// Langenbach-Belz 1976, for ca² < 1).
double variabilityFactor(double arrivalSquaredCv, double serviceSquaredCv, double utilisation);

}  // namespace headroom::sim
