// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/file/reading.h"
#include "model/scenario.h"

/// What can be judged only when components and workload are known and sound.
namespace headroom::model {

/// Faults of the graph, and calls that bring no key to a cache that needs one, each at its place in the tree.
void checkArchitecture(Reading& reading, const YamlNode& root, const Scenario& scenario);

/// A call (or a profile's action), by its path, that reaches a cache of real keys without a key; or one that brings a
/// class of keys without size to a cache whose capacity is in bytes.
struct KeyFault {
    std::string path;
    std::string found;
    std::string expected;
};
std::vector<KeyFault> checkKeys(const Scenario& scenario);

/// The metric's target and operation, looked up in the scenario it speaks of.
void checkMetric(Reading& reading, const Item& item, const MetricRef& metric, const Scenario& scenario);

}  // namespace headroom::model
