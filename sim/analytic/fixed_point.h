// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/analytic/network.h"

namespace headroom::sim {

struct FixedPoint {
    int rounds = 0;
    bool settled = false;
};

/// Rates, visits and waits of the network that fit each other.
FixedPoint findFixedPoint(Network& network);

/// The action of a class, retries included, as its user lives through it.
Course actionCourse(const Network& network, const TrafficClass::Action& action);

}  // namespace headroom::sim
