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

/// A request, by the path of the call or action that makes it, that a cache or pool on its way
/// cannot take: without a key for real keys, of a class of keys without size for a capacity in
/// bytes, from no instance for `scope: instance`.
struct RequestFault {
    std::string path;
    std::string found;
    std::string expected;
};
std::vector<RequestFault> checkRequests(const Scenario& scenario);

using ScenariosByVariant = std::map<std::string, Scenario>;  ///< the base under ""

/// Faults of what is not there, or cannot have them.
void checkFaults(Reading& reading, const YamlNode& root, const Scenario& scenario);
/// Autoscalers of what cannot be scaled, or of what another one scales; metrics they cannot have.
void checkAutoscalers(Reading& reading, const YamlNode& root, const Scenario& scenario);
/// Operations whose end shall drop entries of caches.
void checkInvalidations(Reading& reading, const YamlNode& root, const Scenario& scenario);

/// A metric of what the scenario does not have.
void checkMetricRef(Reading& reading, const Item& item, const MetricRef& metric,
                    const Scenario& scenario);
/// Targets of objectives that the scenario does not have.
void checkObjectives(Reading& reading, const YamlNode& root, const Scenario& scenario);
/// Targets of alerts that the scenario does not have, and objectives that none of it is about.
void checkAlerts(Reading& reading, const YamlNode& root, const Scenario& scenario);
/// Targets of observed figures that no variant has.
void checkObserved(Reading& reading, const YamlNode& root, const Scenario& scenario,
                   const ScenariosByVariant& scenarios);
/// Products that the price book does not have.
void checkProducts(Reading& reading, const YamlNode& root, const Scenario& scenario);
/// Targets of claims that the variant they are about does not have.
void checkClaims(Reading& reading, const YamlNode& root, const Scenario& scenario,
                 const ScenariosByVariant& scenarios);
/// Places for components that no variant has.
void checkLayout(Reading& reading, const YamlNode& root, const ScenariosByVariant& scenarios);

}  // namespace headroom::model
