// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scenario.h"
#include "sim/result.h"

/// One number for how well a system stands, with the sum behind it.
///
/// health = 100 · Σ weight · score / Σ weight, over those parts that are known:
///  - objectives, weight 0.4: the share of objectives that are held.
///  - errors, weight 0.25: 1 − error ratio / (10 · allowed), not below 0. `allowed` is what the
///    tightest objective on the users' errors allows, or 1 %. All of the budget used gives 0.9, ten
///    times as many errors 0.
///  - headroom, weight 0.25: 1 while the scarcest resource (sim/judge/pressure.h) is used to 70 %
///  or
///    less, falling evenly to 0 at 100 %. Beyond 70 % waiting rises steeply in every queue.
///  - alerts, weight 0.1: 1 − the share of the time in which alerts fire; that of the worst alert,
///    those of severity low, medium and warning counted half.
/// The weights are this program's choice, not a standard's; they are given with the result, so that
/// anybody can weigh anew.
namespace headroom::sim {

constexpr double kComfortablePressure = 0.7;
constexpr double kErrorsToZero = 10;  ///< times the allowed ones

/// Precondition: objectives, alerts and figures of `result` are there.
Health healthOf(const model::Scenario& scenario, const RunResult& result);

}  // namespace headroom::sim
