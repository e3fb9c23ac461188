// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace headroom::cli {

/// The scenario files that come with the program, ascending: in share/headroom/scenarios beside the program's folder,
/// or in scenarios beside the folder it was built in. None if there are no such folders.
std::vector<std::string> shippedScenarios();

/// The file of the scenario that comes with the program as `name`: `talowa`, without a folder and an ending.
std::optional<std::string> shippedScenario(const std::string& name);
/// Whether `text` could be such a name: neither a folder nor an ending in it.
bool isScenarioName(const std::string& text);
/// Their names, ascending.
std::vector<std::string> shippedNames();

}  // namespace headroom::cli
