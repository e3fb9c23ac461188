// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/analytic/network.h"

#include <memory>
#include <vector>

/// How fast those who hold something here can be done, given what they wait for together.
///
/// A connection is held while the database works, and with all connections held the database, not
/// their number, says how many visits end a second. So what is behind a line is solved as a closed
/// network with 1, 2, 3 … visits in it, and its throughputs are the line's rates of departure: the
/// flow-equivalent server of Chandy, Herzog & Woo (IBM J. R&D 19 (1975) 1) for simultaneous
/// possession (Jacobson & Lazowska, CACM 25 (1982) 2).
namespace headroom::sim {

/// Servers that visits share.
struct SharedServers {
    double demand = 0;  ///< seconds of a server that one visit takes in all
    int servers = 1;
};

/// Throughput with 1, 2, … `most` visits, by exact mean value analysis of several servers (Reiser &
/// Lavenberg 1980), `delay` seconds of each spent where nobody waits. It ends where one more adds
/// nothing; not empty.
std::vector<double> throughputs(const std::vector<SharedServers>& shared, double delay, int most);

/// The same for a place of the analytic network, solved anew when what is behind has changed.
class Drain {
public:
    using Rates = std::shared_ptr<const std::vector<double>>;

    struct Line {
        int servers = 1;
        double parts = 1;    ///< equal lines that share the load
        double holding = 0;  ///< mean, as it is now
        int ownCpus = 0;     ///< of one part, which its visits work on; 0: none
    };
    /// Null where nobody waits for anything behind it.
    Rates behind(const Network& network, const Place& place, const Line& line);

private:
    struct Problem {
        std::vector<SharedServers> shared;
        std::vector<double> most;  ///< visits a second that the others leave room for
        double delay = 0;
        int servers = 1;
    };
    class Collector;
    bool isKnown(const Problem& problem) const;

    Problem solved_;
    Rates rates_;
};

}  // namespace headroom::sim
