// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scenario.h"
#include "sim/study/calibration/measured.h"

#include <string>
#include <vector>

/// By how much the work of each operation has to be multiplied for the model to be as busy as production.
namespace headroom::sim {

struct WorkFactor {
    std::string component, operation;
    double factor = 1;
    double standardError = 0;
    bool told = true;  ///< false: the data cannot tell it from others of the component; `factor` is then that of all
    std::string why = {};
};

/// For each component of which `utilisation` was measured. `scenario` came from `replayed` with the same measurement.
std::vector<WorkFactor> workFactors(const model::Scenario& scenario, const Measured& measured);

}  // namespace headroom::sim
