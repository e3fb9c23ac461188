// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/file/map_reader.h"
#include "model/scenario.h"

/// More is no architecture that anybody wrote, and would only cost time.
constexpr std::size_t kMostComponents = 2000;
constexpr std::size_t kMostKeyClasses = 64;
constexpr std::size_t kMostVariants = 100;

/// The readers of the file's sections, one source file each. They report what is wrong and read on;
/// the values are of use only if there was no error.
namespace headroom::model {

std::vector<Operation> readOperations(Reading& reading, const Item& mapping);

std::vector<Component> readComponents(Reading& reading, const Item& mapping);

RunSettings readRun(Reading& reading, const Item& mapping);
std::vector<KeyClass> readKeys(Reading& reading, const Item& mapping);

Workload readWorkload(Reading& reading, const Item& mapping);
/// `30 k`, `{ramp: …}`, `{steps: […]}`, in users.
std::optional<Schedule> readUsers(Reading& reading, const Item& item);
/// `poisson(100/s)`, `constant(100/s)`, `100/s`, `{ramp: …}`, `{steps: […]}`.
std::optional<Arrivals> readArrivals(Reading& reading, const Item& item);

Network readNetwork(Reading& reading, const Item& mapping);
/// In the order of the file.
std::vector<Fault> readFaults(Reading& reading, const Item& list);

std::vector<Alert> readAlerts(Reading& reading, const Item& list);
PriceSettings readPrices(Reading& reading, const Item& mapping);
RollOut readRollOut(Reading& reading, const Item& mapping);
/// `root`: the tree that paths lead into.
std::vector<Tunable> readTune(Reading& reading, const Item& mapping, const YamlNode& root);
Observed readObserved(Reading& reading, const Item& mapping);

std::vector<Slo> readSlos(Reading& reading, const Item& list);
std::vector<Claim> readClaims(Reading& reading, const Item& list);
std::vector<Assumption> readAssumptions(Reading& reading, const Item& list);
std::map<std::string, Position> readLayout(Reading& reading, const Item& mapping);
std::vector<VariantInfo> readVariants(Reading& reading, const Item& mapping);

/// The whole file, and what can be judged only when all of it is known.
Scenario readScenario(Reading& reading, const YamlNode& root);
/// Names at the top of the file, as far as they can be made out.
Names namesIn(const YamlNode& root);

}  // namespace headroom::model
