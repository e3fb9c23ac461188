// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/load_scenarios.h"

#include "app/cli/scenario_input.h"

#include <algorithm>

namespace headroom::cli {

namespace {

class ScenarioLoader {
public:
    ScenarioLoader(const RunOptions& options, const model::ScenarioFile& file) : options_(options), file_(file) {}

    std::optional<std::vector<model::Scenario>> load(const RunPlan& plan) {
        if (!printer_.print(file_.diagnostics())) return std::nullopt;
        std::vector<model::Scenario> scenarios;
        bool good = true;
        for (const LoadPoint& point : plan.points) {
            model::LoadedScenario loaded = file_.scenario({nameOf(point.variant), plan.set, point.users, plan.peak});
            good = printer_.print(inTermsOfOptions(std::move(loaded.diagnostics))) && good;
            if (loaded.scenario) scenarios.push_back(std::move(*loaded.scenario));
        }
        if (!good) return std::nullopt;
        return scenarios;
    }

private:
    // `base` is how every output calls the base, so it is understood as well.
    std::string nameOf(const std::string& variant) const {
        const bool isVariant = std::ranges::find(file_.variants(), variant, &model::VariantInfo::name) != file_.variants().end();
        return variant == "base" && !isVariant ? "" : variant;
    }

    std::vector<model::Diagnostic> inTermsOfOptions(std::vector<model::Diagnostic> diagnostics) const {
        for (model::Diagnostic& diagnostic : diagnostics)
            if (diagnostic.file == "--set") diagnostic.file = optionOfSetting(options_, diagnostic.path);
        return diagnostics;
    }

    const RunOptions& options_;
    const model::ScenarioFile& file_;
    DiagnosticPrinter printer_;
};

}  // namespace

std::optional<std::vector<model::Scenario>> loadScenarios(const model::ScenarioFile& file, const RunPlan& plan,
                                                          const RunOptions& options) {
    return ScenarioLoader(options, file).load(plan);
}

}  // namespace headroom::cli
