// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scenario.h"
#include "sim/result.h"

#include <vector>

/// The figures that a document asserts, held against what this run measured.
///
/// A claim is judged only by the run that it is about: claims about another variant, another number
/// of users, a difference between variants or the capacity need other runs, and one that names no
/// metric cannot be measured at all. Their `holds` is unknown and `why` says which. Bounds are
/// included (`between [3 s, 10 s]` holds at 3 s). Values of expressions carry an interval
/// (sim/judge/uncertain.h).
namespace headroom::sim {

std::vector<ClaimVerdict> judgeClaims(const model::Scenario& scenario, const RunResult& result);

}  // namespace headroom::sim
