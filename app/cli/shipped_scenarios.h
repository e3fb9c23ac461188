// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace headroom::cli {

/// The scenario files that come with the program, ascending: in share/headroom/scenarios beside the program's folder,
/// or in scenarios beside the folder it was built in. None if there are no such folders.
std::vector<std::string> shippedScenarios();

}  // namespace headroom::cli
