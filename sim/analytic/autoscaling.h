// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scenario.h"
#include "sim/result.h"

/// Autoscalers at rest: the rules of sim/control without their delays.
namespace headroom::sim {

bool hasAutoscaler(const model::Scenario& scenario);

/// Gives every component that is scaled the instances which its autoscaler asks for when it sees
/// the figures of `result`, found for `scenario` as it is. Returns false if that changes nothing:
/// all are at rest. What a metric is not known for stays.
bool scaleInstances(model::Scenario& scenario, const RunResult& result);

/// Instances of a service or gateway, consumers of a queue; 0 for what cannot be scaled.
int instancesOf(const model::Component& component);

}  // namespace headroom::sim
