// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/file/reading.h"
#include "model/scenario.h"

#include <map>
#include <string>
#include <vector>

/// What can be judged only when components and workload are known and sound.
namespace headroom::model {

/// Faults of the graph, and calls that bring no key to a cache that needs one, each at its place in
/// the tree.
void checkArchitecture(Reading& reading, const YamlNode& root, const Scenario& scenario);

/// A call (or a profile's action), by its path, that reaches a cache of real keys without a key; or
/// one that brings a class of keys without size to a cache whose capacity is in bytes.
struct KeyFault {
    std::string path;
    std::string found;
    std::string expected;
};
std::vector<KeyFault> checkKeys(const Scenario& scenario);

using ScenariosByVariant = std::map<std::string, Scenario>;  ///< the base under ""

/// Targets of objectives that the scenario does not have.
void checkObjectives(Reading& reading, const YamlNode& root, const Scenario& scenario);
/// Targets of claims that the variant they are about does not have.
void checkClaims(Reading& reading, const YamlNode& root, const Scenario& scenario,
                 const ScenariosByVariant& scenarios);
/// Places for components that no variant has.
void checkLayout(Reading& reading, const YamlNode& root, const ScenariosByVariant& scenarios);

}  // namespace headroom::model
