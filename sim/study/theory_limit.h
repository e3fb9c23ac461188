// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scenario.h"
#include "sim/analytic/solve.h"
#include "sim/study/objective_margin.h"

#include <optional>
#include <set>
#include <string>

/// The limit by theory alone.
namespace headroom::sim {

/// The scenario under this constant load, counted as `--users` does (model/file/overrides.h).
model::Scenario withLoad(const model::Scenario& scenario, double load);

/// Objectives at one load by theory. A saturated line holds none.
struct TheoryMargin {
    Solution solution;
    Margin margin;
};
TheoryMargin theoryMargin(const model::Scenario& scenario, double load,
                          const std::set<std::string>& without = {});

/// The largest load between `low` and `high`, to a thousandth, at which theory holds every
/// objective but those in `without`; nothing if they are missed at `low` already, `high` if they
/// hold there.
std::optional<double> theoryLimit(const model::Scenario& scenario, double low, double high,
                                  const std::set<std::string>& without = {});

}  // namespace headroom::sim
