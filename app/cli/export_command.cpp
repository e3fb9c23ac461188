// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/export_command.h"

#include "app/cli/console.h"
#include "app/cli/output_file.h"
#include "app/cli/study_input.h"
#include "app/exchange/exports.h"
#include "model/graph_text.h"

#include <algorithm>
#include <array>

namespace headroom::cli {

namespace {

constexpr const char* kFooter =
    "Formats:\n"
    "  dot               the architecture for Graphviz\n"
    "  graphml           the architecture for yEd, Gephi, NetworkX\n"
    "  prometheus-rules  recording and alerting rules from objectives and alerts (2.42 or later)\n"
    "  openslo           the objectives as OpenSLO v1\n"
    "  hpa               the autoscalers as HorizontalPodAutoscalers (autoscaling/v2)\n"
    "\n"
    "Examples:\n"
    "  headroom export shop.yaml --as dot | dot -Tsvg > shop.svg\n"
    "  headroom export shop.yaml --as prometheus-rules --out rules.yml && promtool check rules "
    "rules.yml\n"
    "  headroom export shop.yaml --variant target --as hpa --out hpa.yaml\n"
    "\n"
    "Figures that the file says how to ask for, under `observed.series`, are asked for so in "
    "rules\n"
    "and OpenSLO; others by the names that `headroom run --openmetrics` writes.";

struct Format {
    const char* name;
    std::string (*text)(const model::Scenario&);
    const char* needs;  ///< what the file must have for it to be anything
};

constexpr std::array<Format, 5> kFormats{{
    {"dot", model::dotText, ""},
    {"graphml", model::graphMlText, ""},
    {"prometheus-rules", exchange::prometheusRules, "`slos` or `alerts`"},
    {"openslo", exchange::openSlo, "`slos`"},
    {"hpa", exchange::horizontalPodAutoscalers,
     "a component of `type: autoscaler` with `kind: hpa`"},
}};

std::string namesOfFormats() {
    std::string names;
    for (const Format& format : kFormats)
        names += (names.empty() ? "`" : ", `") + std::string(format.name) + "`";
    return names;
}

bool isAnything(const Format& format, const model::Scenario& scenario) {
    const std::string name = format.name;
    if (name == "prometheus-rules") return !scenario.slos.empty() || !scenario.alerts.empty();
    if (name == "openslo") return !scenario.slos.empty();
    return name != "hpa" || !exchange::horizontalPodAutoscalers(scenario).empty();
}

}  // namespace

ExportCommand::ExportCommand(CLI::App& app)
    : command_(app.add_subcommand("export", "Write a scenario in the formats of other tools")) {
    command_->add_option("FILE", options_.file, "Scenario file (YAML)")
        ->required()
        ->option_text(" ");
    command_
        ->add_option("--as", format_, "What to write: dot, graphml, prometheus-rules, openslo, hpa")
        ->option_text("FORMAT")
        ->required();
    command_->add_option("--out", output_, "Into this file; without it, to standard output")
        ->option_text("OUT");
    command_
        ->add_option("--variant", options_.variant, "Variant of the scenario; without it, the base")
        ->option_text("NAME");
    addSetOption(*command_, options_);
    command_->footer(kFooter);
}

ExitCode ExportCommand::execute() const {
    const auto format =
        std::ranges::find_if(kFormats, [this](const Format& one) { return format_ == one.name; });
    if (format == kFormats.end()) {
        printError("headroom export: --as: found `" + format_ + "`, expected one of " +
                   namesOfFormats());
        return ExitCode::badInput;
    }
    const std::optional<StudyInput> input = readStudyInput("export", options_);
    if (!input) return ExitCode::badInput;
    const model::Scenario& scenario = input->scenarios.front();
    if (!isAnything(*format, scenario)) {
        printError("headroom export: found nothing to write as " + format_ + " in `" +
                   options_.file + "`, expected " + format->needs);
        return ExitCode::badInput;
    }
    const std::string text = format->text(scenario);
    if (output_.empty()) return printOutput(text) ? ExitCode::done : ExitCode::unfinished;
    if (const auto problem = writeFile(output_, text)) {
        printError("headroom: " + *problem);
        return ExitCode::unfinished;
    }
    return ExitCode::done;
}

}  // namespace headroom::cli
