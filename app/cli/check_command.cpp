// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/check_command.h"

#include "app/cli/console.h"
#include "app/cli/scenario_input.h"
#include "app/report/safe_text.h"

namespace headroom::cli {

namespace {

std::string counted(std::size_t count, const std::string& noun) {
    return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

constexpr std::size_t kMostNamed = 4;  // it is one line

std::string contentsOf(const model::Scenario& scenario) {
    std::string text = scenario.name + ": " + counted(scenario.components.size(), "component") + ", " +
                       counted(scenario.workload.profiles.size(), "profile") + ", " +
                       counted(scenario.slos.size(), "objective") + ", " + counted(scenario.claims.size(), "claim");
    std::string names;
    for (const model::VariantInfo& variant : scenario.variants) names += (names.empty() ? "" : ", ") + variant.name;
    if (names.empty()) return text;
    text += ", " + counted(scenario.variants.size(), "variant");
    return scenario.variants.size() <= kMostNamed ? text + " (" + names + ")" : text;
}

bool check(const std::string& path, std::string& read) {
    const std::optional<model::ScenarioFile> file = readScenarioFile(path);
    if (!file) return false;
    DiagnosticPrinter printer;
    if (!printer.print(file->diagnostics())) return false;
    const model::LoadedScenario base = file->scenario();
    if (!printer.print(base.diagnostics)) return false;
    read += report::printable(path + ": no errors. " + contentsOf(*base.scenario)) + "\n";
    return true;
}

}  // namespace

CheckCommand::CheckCommand(CLI::App& app)
    : command_(app.add_subcommand("check", "Read scenario files and print everything that is wrong in them")) {
    command_->add_option("FILE", files_, "Scenario files (YAML)")->required()->option_text("...");
    command_->footer(
        "Every error names its place, what was found and what was expected.\n"
        "\n"
        "Examples:\n"
        "  headroom check shop.yaml\n"
        "  headroom check scenarios/*.yaml");
}

ExitCode CheckCommand::execute() const {
    bool good = true;
    std::string read;
    for (const std::string& file : files_) good = check(file, read) && good;
    if (!printOutput(read)) return ExitCode::unfinished;
    return good ? ExitCode::done : ExitCode::badInput;
}

}  // namespace headroom::cli
