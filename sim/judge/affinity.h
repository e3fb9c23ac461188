// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scenario.h"

#include <string_view>

/// Where users go among the instances of a component, and where they stay.
namespace headroom::sim {

/// The policy by which instances of a component are chosen: that of the balancer in front of it.
model::BalancingPolicy policyInFrontOf(const model::Component& component,
                                       const model::Scenario& scenario);

/// How many of `instances` get requests. Behind a sticky balancer a user stays with the instance
/// that took him first. So those that an autoscaler adds wait for new users, who never come in a
/// closed population: all work is done by the ones of `asWritten`, the scenario as the file has it.
/// All of them for everything else.
double instancesWithUsers(const model::Scenario& asWritten, std::string_view component,
                          double instances);

}  // namespace headroom::sim
