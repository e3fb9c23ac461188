// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/workload.h"
#include "sim/kernel/sim_time.h"

/// Questions about a schedule's future, answered exactly on its straight pieces.
namespace headroom::sim {

/// The first time after `from` at which the area under the schedule since `from` reaches `amount`;
/// kNever if it never does. Levels per second, amount > 0.
SimTime timeOfArea(const model::Schedule& schedule, SimTime from, double amount);

/// The first time from `from` on at which the level, rounded to the nearest whole number, is not
/// `level`; kNever if it stays.
SimTime timeOfChange(const model::Schedule& schedule, SimTime from, std::int64_t level);

/// The level at a time, rounded to the nearest whole number.
std::int64_t wholeLevel(const model::Schedule& schedule, SimTime time);

}  // namespace headroom::sim
