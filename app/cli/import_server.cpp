// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/archive_access.h"
#include "app/cli/console.h"
#include "app/cli/import_command.h"
#include "app/cli/interruption.h"
#include "app/cli/progress_bar.h"
#include "app/cli/scenario_input.h"
#include "app/import/prometheus_fetch.h"
#include "app/report/shell_text.h"
#include "model/file/csv_table.h"
#include "model/quantity/quantity.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <memory>

/// `headroom import http://…`: from a Prometheus server.
namespace headroom::cli {

namespace {

using archive::Archive;

std::nullopt_t refuse(const std::string& option, const std::string& found, const std::string& expected) {
    printError("headroom import: " + option + ": found " + found + ", expected " + expected);
    return std::nullopt;
}

std::int64_t msOf(model::Duration time) { return std::chrono::duration_cast<std::chrono::milliseconds>(time).count(); }

// A moment, or how long ago.
std::optional<std::int64_t> momentOf(const std::string& option, const std::string& text, std::int64_t now, std::int64_t otherwise) {
    if (text.empty()) return otherwise;
    const auto seconds = model::parseTimestamp(text);
    if (const auto moment = seconds ? archive::momentOf(*seconds * 1000) : std::nullopt) return moment;
    if (const auto ago = model::parseDuration(text)) return now - msOf(*ago);
    return refuse(option, "`" + text + "`", "a time such as `2026-11-21 14:00:00` (UTC), or how long ago, such as `1 h`");
}

std::optional<model::Observed> observedOf(const std::string& path) {
    const auto file = readScenarioFile(path);
    if (!file) return std::nullopt;
    DiagnosticPrinter printer;
    if (!printer.print(file->diagnostics())) return std::nullopt;
    const auto loaded = file->scenario();
    if (!printer.print(loaded.diagnostics) || !loaded.scenario) return std::nullopt;
    return loaded.scenario->observed;
}

bool addQuery(const std::string& text, model::Observed& observed) {
    const auto query = import::parseQuery(text);
    if (!query) return refuse("--query", query.error().found, query.error().expected), false;
    observed.series.push_back(*query);
    return true;
}

}  // namespace

bool ImportCommand::isServer() const {
    return options_.resume > 0 || !options_.scenario.empty() || options_.source.starts_with("http://") ||
           options_.source.starts_with("https://");
}

ExitCode ImportCommand::server() const {
    if (options_.resume > 0)
        return withArchive("import", options_.archive, Archive::Open::existing, [&](Archive& archive) {
            const archive::Import import = archive.import(options_.resume);
            const auto fetches = archive.fetches(import.id);
            if (import.complete || fetches.empty())
                return refuse("--resume", "an import that is complete or of a file", "one of a server that was broken off"), ExitCode::badInput;
            return fetch(archive, import.source, fetches);
        });
    std::optional<model::Observed> observed = model::Observed{};
    if (!options_.scenario.empty()) observed = observedOf(options_.scenario);
    if (!observed) return ExitCode::badInput;
    if (!options_.source.empty()) observed->prometheus = options_.source;
    for (const std::string& query : options_.queries)
        if (!addQuery(query, *observed)) return ExitCode::badInput;
    if (observed->series.empty() || observed->prometheus.empty()) {
        refuse("what to ask", observed->series.empty() ? "no query" : "no server", "`observed` with `prometheus` and `series`, or SOURCE and --query");
        return ExitCode::badInput;
    }
    const std::int64_t now = nowMs();
    const auto from = momentOf("--from", options_.from, now, now - 3'600'000), until = momentOf("--until", options_.until, now, now);
    if (!from || !until) return ExitCode::badInput;
    const auto step = model::parseDuration(options_.step.empty() ? "15 s" : options_.step);
    if (!step || msOf(*step) < 1 || *from > *until)
        return refuse("--step, --from, --until", "a step of nothing or an end before the start", "a step of 1 ms or more, and `from` before `until`"), ExitCode::badInput;
    return withArchive("import", options_.archive, Archive::Open::orNew, [&](Archive& archive) {
        return fetch(archive, observed->prometheus, import::fetchesOf(*observed, *from, *until, msOf(*step)));
    });
}

ExitCode ImportCommand::fetch(Archive& archive, const std::string& address, std::vector<archive::Fetch> fetches) const {
    const import::Credentials credentials = import::Credentials::fromEnvironment();
    const auto url = import::parseServer(address, credentials);
    if (!url) return refuse("the server", url.error().found, url.error().expected), ExitCode::badInput;
    // A file that somebody else wrote shall not say where credentials go.
    const bool isNamed = options_.source == address;
    if (credentials.areSet() && !isNamed)
        return refuse("the server", "credentials in the environment for " + address + ", which a file names",
                      "its address on the command line, if they are for it"), ExitCode::badInput;
    if (!isNamed && !options_.quiet) printError("headroom import: asks " + address + ", which a file names");

    int argc = 0;
    std::unique_ptr<QCoreApplication> application;  // for the event loop that the network needs
    if (!QCoreApplication::instance()) application = std::make_unique<QCoreApplication>(argc, nullptr);
    ImportOutcome outcome{options_.resume, address, "prometheus", {}, {}, {}};
    if (outcome.id == 0) {
        outcome.id = archive.begin({0, address, outcome.kind, nowMs(), 0, false});
        for (const archive::Fetch& fetch : fetches) archive.append(outcome.id, {}, fetch);
    }
    const Interruption interruption;
    std::string problem;
    {
        ProgressBar bar(errorIsTerminal() && !options_.quiet);
        import::PrometheusClient client(*url, credentials);
        import::FetchOptions how;
        how.goesOn = [&] { return !interruption.happened(); };
        how.progress = [&](double share) { bar.update(address, share); };
        problem = fetchInto(archive, outcome.id, std::move(fetches), client, how);
    }
    if (!problem.empty()) {
        printError("headroom import: " + address + ": " + problem);
        printError("Go on by: headroom import " + report::shellQuoted(address) + " --resume " + std::to_string(outcome.id));
        return interruption.happened() ? ExitCode::interrupted : ExitCode::unfinished;
    }
    archive.finish(outcome.id, 0);
    for (const archive::Series& series : archive.seriesOfImport(outcome.id)) {
        const auto [first, last] = std::minmax_element(series.points.begin(), series.points.end(), [](const auto& a, const auto& b) { return a.ms < b.ms; });
        if (first != series.points.end()) outcome.series.push_back({series.key, static_cast<std::int64_t>(series.points.size()), first->ms, last->ms});
    }
    return handOver(outcome);
}

}  // namespace headroom::cli
