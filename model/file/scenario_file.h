// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/file/diagnostic.h"
#include "model/file/not_simulated.h"
#include "model/scenario.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// A scenario file: its text, and the scenarios it stands for. Nothing is half-loaded: there is a
/// Scenario only if there is no error.
namespace headroom::model {

/// What the command line (or a slider) changes on top of a variant.
struct Overrides {
    std::string variant;  ///< empty: the base
    std::vector<std::pair<std::string, std::string>>
        set;  ///< path, value as written: {"api.instances", "8"}
    std::optional<double>
        users;  ///< makes the load constant (users; arrivals per second where the workload is open)
    std::optional<double> peak;  ///< scales the schedule to this peak
};

struct LoadedScenario {
    std::optional<Scenario> scenario;
    std::vector<Diagnostic> diagnostics;  ///< warnings may stand beside a scenario; errors never
};

class ScenarioFile {
public:
    /// `name` is what diagnostics call the file; `folder` is where `empirical(file)` may read (the
    /// scenario's own). What is not simulated is an error; accepted, it is a note of the scenario,
    /// for those who want to look at it and not to run it.
    ScenarioFile(std::string text, std::string name, std::string folder,
                 Unsimulated unsimulated = Unsimulated::refused);
    ~ScenarioFile();
    ScenarioFile(ScenarioFile&&) noexcept;
    ScenarioFile& operator=(ScenarioFile&&) noexcept;

    /// Errors of the file itself and of every variant in it.
    const std::vector<Diagnostic>& diagnostics() const;
    const std::string& text() const;
    const std::vector<VariantInfo>& variants() const;

    /// The scenario with variant and overrides applied. Errors in overrides are reported with file
    /// `--set`,
    /// `--variant`, line 0.
    LoadedScenario scenario(const Overrides& overrides = {}) const;

private:
    struct Tree;
    std::unique_ptr<Tree> tree_;
};

}  // namespace headroom::model
