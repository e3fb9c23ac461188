// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/analytic/network.h"

namespace headroom::sim {

/// Where a closed network has product form as it is now (nobody holds one thing while waiting for
/// another, one exponential law at each line or shared servers, nothing refused), sets the waits of
/// all its lines by mean value analysis and returns true: exactly where that is little work, by
/// Linearizer up to some thousand users. A larger population is as good as independent arrivals at
/// each line, which the lines know how to answer.
bool settleByProductForm(Network& network);

}  // namespace headroom::sim
