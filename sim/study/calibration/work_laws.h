// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/component.h"
#include "model/quantity/distribution.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

/// The `work` of a scenario's operations, and how calibration changes it.
namespace headroom::sim {

/// One `work` step, however deep in its operation.
struct WorkStep {
    std::string path;  ///< of its time: `db.operations.read[0].work`
    model::Distribution* time = nullptr;
};
std::vector<WorkStep> workSteps(model::Component& component, model::Operation& operation);

/// The law with every time multiplied and its mean rounded to four digits, so that it can be written down; nothing for
/// measured values (`empirical`), which stand in a file.
std::optional<model::Distribution> scaledLaw(const model::Distribution& law, double factor);
/// As long on average, and this variable: constant, exponential or lognormal.
model::Distribution lawWithCv(double mean, double cv);

}  // namespace headroom::sim
