// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/file/scenario_file.h"

#include <optional>
#include <set>
#include <string>

/// Scenario files as the commands read them.
namespace headroom::cli {

/// Prints diagnostics on standard error, each once.
class DiagnosticPrinter {
public:
    /// False if there is an error among them.
    bool print(const std::vector<model::Diagnostic>& diagnostics);

private:
    std::set<std::string> printed_;
};

/// The file of this path, or the scenario that comes with the program under this name; nothing if it cannot be read at
/// all; why is then on standard error. What is wrong in it is not printed.
std::optional<model::ScenarioFile> readScenarioFile(const std::string& given);

}  // namespace headroom::cli
