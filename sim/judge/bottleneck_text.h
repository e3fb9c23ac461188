// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/component.h"
#include "sim/judge/pressure.h"
#include "sim/result.h"

#include <string>
#include <vector>

/// The sentences that explain a bottleneck, with its figures. They follow the component's name:
/// "its 16 servers …".
namespace headroom::sim {

/// The share of visits that the component itself turned away: refused, or given up in its line.
double turnedAwayShare(const TargetResult& target);

/// "all 50 connections are held 99.7 % of the time, each for 512 ms by calls to db; 1 830 visits
/// wait; api is full only because it waits for it"
std::string saturatedText(const model::Component& component, const TargetResult& target,
                          const Pressure& pressure, const std::vector<std::string>& victims);

/// "nothing is saturated: the largest part of the response time, 63 %, is spent here, 210 ms a
/// visit; its servers are busy 41 % of the time"
std::string relaxedText(const TargetResult& target, const Pressure& pressure, double share);

}  // namespace headroom::sim
