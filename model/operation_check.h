// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/architecture.h"

#include <vector>

namespace headroom::model {

/// Operations asked for, by profiles and by calls, that whoever they arrive at does not define.
std::vector<GraphFault> checkOperations(const Scenario& scenario);

}  // namespace headroom::model
