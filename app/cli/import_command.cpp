// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/import_command.h"

#include "app/cli/archive_access.h"
#include "app/cli/console.h"
#include "app/cli/import_tables.h"
#include "app/cli/input_file.h"
#include "app/cli/interruption.h"
#include "app/cli/output_file.h"
#include "app/cli/progress_bar.h"
#include "app/import/traces.h"
#include "app/report/json.h"
#include "model/quantity/quantity.h"

#include <filesystem>

namespace headroom::cli {

namespace {

using archive::Archive;

constexpr const char* kFooter =
    "SOURCE is a file: OpenMetrics or Prometheus text, CSV (also of Grafana), results of k6 (csv, json),\n"
    "Locust (_stats_history.csv), JMeter (csv, xml) or Gatling (simulation.log). Any of them may be\n"
    "packed by gzip (k6: csv.gz).\n"
    "Single requests become series of throughput, errors and response times.\n"
    "A first scenario is made of traces (OTLP or Jaeger JSON), and of manifests: docker-compose,\n"
    "Kubernetes (Deployment, StatefulSet, Service, Ingress, HorizontalPodAutoscaler) and OpenSLO,\n"
    "several files of one system together; `-` reads them from standard input.\n"
    "\n"
    "Examples:\n"
    "  headroom import results.jtl\n"
    "  headroom import metrics.csv                    # shows how the columns are understood\n"
    "  headroom import metrics.csv --yes\n"
    "  headroom import metrics.csv --write-mapping m.json; headroom import metrics.csv --mapping m.json\n"
    "  headroom import node.om --as 'node_load1{job=\"db\"}=db.load'\n"
    "  headroom import --list\n"
    "  headroom import traces.json --propose shop.yaml\n"
    "  headroom import compose.yaml --propose shop.yaml\n"
    "  headroom import deployments.yaml hpa.yaml slos.yaml --propose shop.yaml\n"
    "  kubectl get deploy,svc,ingress,hpa -o yaml | headroom import - --propose shop.yaml\n"
    "\n"
    "  headroom import https://prometheus.example --scenario shop.yaml --from '1 day'\n"
    "  headroom import http://localhost:9090 --query 'workload.throughput=sum(rate(requests_total[1m]))'\n"
    "\n"
    "Credentials for a server are read from HEADROOM_PROMETHEUS_TOKEN, or HEADROOM_PROMETHEUS_USER and\n"
    "HEADROOM_PROMETHEUS_PASSWORD; HEADROOM_PROMETHEUS_CA names a file of further authorities.\n"
    "Lines that cannot be read are counted, named with their number and left out.";

bool refuse(const std::string& found, const std::string& expected) {
    printError("headroom import: found " + found + ", expected " + expected);
    return false;
}

std::optional<std::int64_t> intervalOf(const std::string& text) {
    if (text.empty()) return 10'000;
    const auto every = model::parseDuration(text);
    const auto ms = every ? std::chrono::duration_cast<std::chrono::milliseconds>(*every).count() : 0;
    if (ms >= 1 && ms <= 86'400'000) return ms;
    refuse("--every " + text, "a time from 1 ms to 1 day, such as `10 s`");
    return std::nullopt;
}

std::optional<std::vector<import::Renaming>> renamingsOf(const std::vector<std::string>& texts) {
    std::vector<import::Renaming> renamings;
    for (const std::string& text : texts) {
        const auto renaming = import::parseRenaming(text);
        if (!renaming) {
            refuse("--as " + text, "`NAME=NAME`, either with labels as in `requests{route=\"/feed\"}`");
            return std::nullopt;
        }
        renamings.push_back(*renaming);
    }
    return renamings;
}

}  // namespace

ImportCommand::ImportCommand(CLI::App& app)
    : command_(app.add_subcommand("import", "Bring metrics into the archive; draft a scenario of traces or manifests")) {
    command_->add_option("SOURCE", options_.source, "A file, or the address of a Prometheus server")->option_text(" ");
    command_->add_option("MORE", options_.more, "Further manifests of the same system")->option_text(" ");
    command_->add_option("--as", options_.renamings, "Call a series differently; may be repeated")->option_text("NAME=NAME")->allow_extra_args(false);
    command_->add_option("--every", options_.every, "Gather single requests in intervals of this length (10 s)")->option_text("TIME");
    command_->add_flag("--yes", options_.yes, "Take the columns of a CSV file as they are guessed");
    command_->add_option("--mapping", options_.mapping, "Which column of a CSV file is what (JSON)")->option_text("FILE");
    command_->add_option("--write-mapping", options_.writeMapping, "Write the guess there, to be edited; imports nothing")->option_text("FILE");
    command_->add_option("--propose", options_.propose, "Write the scenario that they propose there; without it, it is printed")->option_text("OUT.yaml");
    const std::string group = "Of a Prometheus server";
    command_->add_option("--scenario", options_.scenario, "Ask what `observed` in it says")->option_text("FILE")->group(group);
    command_->add_option("--query", options_.queries, "Ask this; may be repeated")->option_text("METRIC=PROMQL")->allow_extra_args(false)->group(group);
    command_->add_option("--from", options_.from, "Since when: a time, or how long ago (1 h)")->option_text("TIME")->group(group);
    command_->add_option("--until", options_.until, "Until when (now)")->option_text("TIME")->group(group);
    command_->add_option("--step", options_.step, "From value to value (15 s)")->option_text("TIME")->group(group);
    command_->add_option("--resume", options_.resume, "Go on with an import that was broken off")->option_text("ID")->group(group);
    addArchiveOption(*command_, options_.archive);
    command_->add_flag("--list", options_.list, "What was imported before");
    command_->add_option("--delete", options_.remove, "Delete an import")->option_text("ID");
    command_->add_option("--json", options_.json, "What was read as JSON; `-` prints it and nothing else")->option_text("OUT");
    command_->add_flag("--quiet", options_.quiet, "No summary and no progress bar");
    command_->add_flag("--no-color", options_.noColor, "No colour on a terminal (as NO_COLOR=1)");
    command_->footer(kFooter);
}

ExitCode ImportCommand::execute() const {
    if (options_.list)
        return withArchive("import", options_.archive, Archive::Open::existing, [&](Archive& archive) { return list(archive); });
    if (options_.remove > 0)
        return withArchive("import", options_.archive, Archive::Open::existing, [&](Archive& archive) {
            archive.deleteImport(options_.remove);
            return printOutput("Deleted: 1\n") ? ExitCode::done : ExitCode::unfinished;
        });
    if (isManifest()) return manifests();
    if (!options_.more.empty()) {
        refuse("several files, of which `" + options_.source + "` is no manifest", "one SOURCE, or manifests of compose, Kubernetes or OpenSLO");
        return ExitCode::badInput;
    }
    if (isServer()) return server();
    if (!options_.source.empty()) return file();
    refuse("no SOURCE", "a file, the address of a Prometheus server, or --scenario with `observed`");
    return ExitCode::badInput;
}

ExitCode ImportCommand::list(Archive& archive) const {
    const auto imports = archive.imports();
    if (options_.json == "-")
        return printOutput(report::jsonText(importsJson(imports))) ? ExitCode::done : ExitCode::unfinished;
    return printOutput(importsText(imports, Style::forOutput(options_.noColor))) ? ExitCode::done : ExitCode::unfinished;
}

std::optional<import::CsvMapping> ImportCommand::confirmedMapping(ExitCode& code) const {
    code = ExitCode::badInput;
    if (!options_.mapping.empty()) {
        std::string why;
        const auto text = contentOf(options_.mapping, why);
        if (!text) return printError(options_.mapping + ": error: cannot be read: " + why), std::nullopt;
        const auto mapping = import::parseMapping(*text);
        if (mapping) return *mapping;
        printError(options_.mapping + ": error: found " + mapping.error().found + ", expected " + mapping.error().expected);
        return std::nullopt;
    }
    const auto guess = import::guessMapping(options_.source);
    if (!guess) {
        printError(options_.source + ": error: found " + guess.error().found + ", expected " + guess.error().expected);
        return std::nullopt;
    }
    if (!options_.writeMapping.empty()) {
        const auto problem = writeFile(options_.writeMapping, import::toText(*guess));
        if (problem) printError("headroom import: " + *problem);
        code = problem ? ExitCode::unfinished : ExitCode::done;
        return std::nullopt;
    }
    if (options_.yes) return *guess;
    printOutput(mappingText(*guess, Style::forOutput(options_.noColor)));
    refuse("columns that are only guessed", "--yes if this is right; else --write-mapping FILE, edit it, and --mapping FILE");
    return std::nullopt;
}

ExitCode ImportCommand::traces() const {
    import::ServiceGraph graph;
    std::int64_t bad = 0;
    const std::string broken = import::readTraces(options_.source, [&](import::Span span) { graph.add(std::move(span)); }, bad);
    if (!broken.empty()) printError(options_.source + ": warning: reading broke off: " + broken);
    if (bad > 0) printError(options_.source + ": warning: spans left out that have no id or no times: " + std::to_string(bad));
    if (graph.leftOut() > 0) printError(options_.source + ": warning: spans left out beyond the first 2 million: " + std::to_string(graph.leftOut()));
    const auto scenario = graph.scenario(std::filesystem::path(options_.source).stem().string());
    if (!scenario) {
        printError(options_.source + ": error: found " + scenario.error().found + ", expected " + scenario.error().expected);
        return ExitCode::badInput;
    }
    if (options_.propose.empty()) return printOutput(*scenario) ? ExitCode::done : ExitCode::unfinished;
    if (const auto problem = writeFile(options_.propose, *scenario)) return printError("headroom import: " + *problem), ExitCode::unfinished;
    return ExitCode::done;
}

ExitCode ImportCommand::file() const {
    if (import::isTraceFile(options_.source)) return traces();
    const auto format = import::formatOf(options_.source);
    if (!format) {
        printError(options_.source + ": error: found " + format.error().found + ", expected " + format.error().expected);
        return ExitCode::badInput;
    }
    ExitCode code = ExitCode::done;
    std::optional<import::CsvMapping> mapping = import::CsvMapping{};
    if (*format == import::Format::csv) mapping = confirmedMapping(code);
    if (!mapping) return code;
    return withArchive("import", options_.archive, Archive::Open::orNew, [&](Archive& archive) { return into(archive, *format, *mapping); });
}

ExitCode ImportCommand::into(Archive& archive, import::Format format, const import::CsvMapping& mapping) const {
    const auto renamings = renamingsOf(options_.renamings);
    const auto interval = intervalOf(options_.every);
    if (!renamings || !interval) return ExitCode::badInput;

    const Interruption interruption;
    ImportOutcome outcome;
    {
        ProgressBar bar(errorIsTerminal() && !options_.quiet);
        outcome = import::importFile(archive, {options_.source, format, mapping, *renamings, *interval, nowMs()}, [&](double share) {
            bar.update(options_.source, share);
            return !interruption.happened();
        });
    }
    printBadLines(options_.source, outcome.bad);
    if (outcome.state == ImportOutcome::State::stopped) return ExitCode::interrupted;
    if (outcome.state == ImportOutcome::State::brokenOff) {
        printError(options_.source + ": error: reading broke off");
        return ExitCode::unfinished;
    }
    return handOver(outcome);
}

ExitCode ImportCommand::handOver(const ImportOutcome& outcome) const {
    const std::string json = report::jsonText(importJson(outcome));
    if (options_.json == "-") return printOutput(json) ? ExitCode::done : ExitCode::unfinished;
    if (!options_.json.empty())
        if (const auto problem = writeFile(options_.json, json)) return printError("headroom import: " + *problem), ExitCode::unfinished;
    if (!options_.quiet && !printOutput(importText(outcome, Style::forOutput(options_.noColor)))) return ExitCode::unfinished;
    return outcome.series.empty() ? ExitCode::badInput : ExitCode::done;
}

}  // namespace headroom::cli
