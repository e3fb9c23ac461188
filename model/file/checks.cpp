// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/checks.h"

#include "model/architecture.h"
#include "model/file/node_path.h"

namespace headroom::model {
namespace {

/// Reports a fault at the part of the file that its path leads to, or as near as there is one.
void place(Reading& reading, const YamlNode& root, const std::string& path,
           const std::string& found, const std::string& expected,
           const std::string& suggestion = {}) {
    const auto parts = parsePath(path);
    const PathWalk reached = walkAbsolute(root, parts ? *parts : NodePath{});
    const Item item{reached.node, path};
    if (reached.node->isScalar())
        reading.error(item, found, expected, suggestion);
    else
        reading.errorAtKey(item, found, expected, suggestion);
}

}  // namespace

void checkArchitecture(Reading& reading, const YamlNode& root, const Scenario& scenario) {
    const auto graphFaults = checkGraph(scenario);
    for (const GraphFault& fault : graphFaults)
        place(reading, root, fault.path, fault.found, fault.expected, fault.suggestion);
    if (!graphFaults.empty()) return;
    for (const RequestFault& fault : checkRequests(scenario))
        place(reading, root, fault.path, fault.found, fault.expected);
}

}  // namespace headroom::model
