// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/audit_command.h"

#include "app/cli/audit_runs.h"
#include "app/cli/console.h"
#include "app/cli/interruption.h"
#include "app/cli/load_scenarios.h"
#include "app/cli/output_file.h"
#include "app/cli/progress_bar.h"
#include "app/cli/report_files.h"
#include "app/cli/run_points.h"
#include "app/cli/scenario_input.h"
#include "app/cli/shipped_scenarios.h"
#include "app/cli/summary.h"
#include "app/report/audit.h"
#include "app/report/articles.h"
#include "app/report/json.h"
#include "app/report/junit.h"

#include <algorithm>
#include <optional>

namespace headroom::cli {

namespace {

using report::Audit;

/// A file that is ready to be audited.
struct Prepared {
    model::ScenarioFile file;
    std::string path, name;
    std::vector<model::Claim> claims;
    AuditPlan plan;
    std::vector<std::pair<std::string, std::string>> settings;
    std::vector<model::Scenario> scenarios;
};

std::optional<Prepared> prepare(const std::string& path, const RunOptions& options, const RunPlan& settings) {
    std::optional<model::ScenarioFile> file = readScenarioFile(path);
    if (!file) return std::nullopt;
    RunPlan base{{LoadPoint{}}, settings.set, std::nullopt};
    const auto first = loadScenarios(*file, base, options);
    if (!first) return std::nullopt;
    std::vector<model::Claim> claims = first->front().claims;
    AuditPlan plan(*file, claims);
    RunPlan runs{{}, settings.set, std::nullopt};
    for (const sim::ClaimPoint& point : plan.runs()) runs.points.push_back({point.variant, point.users});
    auto scenarios = loadScenarios(*file, runs, options);
    if (!scenarios) return std::nullopt;
    return Prepared{std::move(*file), path,           first->front().name, std::move(claims),
                    std::move(plan),  settings.set,   std::move(*scenarios)};
}

Audit audited(Prepared prepared, const std::string& commandLine, int threads, bool searches,
              std::stop_token stop, ProgressBar& bar) {
    Audit audit{prepared.name, {{HEADROOM_VERSION, commandLine, prepared.path, prepared.file.text()}, {}}};
    audit.document.runs = runPoints(std::move(prepared.scenarios), threads, stop, bar);
    AuditCapacities capacities;
    if (searches)
        capacities = capacitiesOf(prepared.file, prepared.claims, prepared.settings, threads, stop, bar);
    audit.document.audit = judgeByRuns(prepared.claims, prepared.plan, audit.document.runs,
                                       searches ? &capacities : nullptr);
    bar.clear();
    return audit;
}

bool noProblem(const std::optional<std::string>& problem) {
    if (problem) printError("headroom: " + *problem);
    return !problem;
}

bool canWrite(const RunOptions& options) {
    const bool json = options.json.empty() || options.printsJson() || noProblem(whyNotWritable(options.json));
    return canWriteReports(options) && json;
}

bool write(const RunOptions& options, const std::vector<Audit>& audits) {
    bool good = true;
    if (!options.json.empty() && !options.printsJson())
        good = noProblem(writeFile(options.json, report::jsonText(report::auditJson(audits))));
    return writeReports(options, [&] { return auditArticle(audits.front()); }, [&] { return junitOf(audits); }) && good;
}

/// What is known of one file, as soon as it is.
bool printOne(const RunOptions& options, const Audit& audit, bool first) {
    if (options.printsJson() || options.quiet) return true;
    return printOutput((first ? "" : "\n") + auditSummary(audit, Style::forOutput(options.noColor)));
}

bool printAll(const RunOptions& options, const std::vector<Audit>& audits) {
    if (options.printsJson()) return printOutput(report::jsonText(report::auditJson(audits)));
    if (options.quiet || audits.size() < 2) return true;
    return printOutput(auditOverviewSummary(audits, Style::forOutput(options.noColor)));
}

bool isMissed(const Audit& audit) {
    return std::ranges::any_of(audit.claims(), [](const sim::ClaimVerdict& claim) { return claim.missed(); });
}

ExitCode outcome(const RunOptions& options, const std::vector<Audit>& audits) {
    for (const Audit& audit : audits)
        if (std::ranges::any_of(audit.document.runs, isUnfinished)) return ExitCode::unfinished;
    return options.gate && std::ranges::any_of(audits, isMissed) ? ExitCode::missed : ExitCode::done;
}

std::optional<std::string> misuse(const AuditOptions& options) {
    if (options.all == !options.files.empty()) return "name the scenario files, or --all of those that are shipped";
    if (!options.run.report.empty() && (options.all || options.files.size() > 1))
        return "--report is of one FILE";
    return std::nullopt;
}

}  // namespace

AuditCommand::AuditCommand(CLI::App& app, std::vector<std::string> arguments)
    : command_(app.add_subcommand("audit", "Hold the claims of documents against what the model gives")),
      arguments_(std::move(arguments)) {
    addAuditOptions(*command_, options_);
}

ExitCode AuditCommand::execute() const {
    const auto badUsage = [](const std::string& why) {
        printError("headroom audit: " + why);
        return ExitCode::badInput;
    };
    if (const auto why = misuse(options_)) return badUsage(*why);
    const model::Parsed<RunPlan> settings = planOf(options_.run);
    if (!settings) return badUsage(settings.error().found + ", expected " + settings.error().expected);
    const std::vector<std::string> files = options_.all ? shippedScenarios() : options_.files;
    if (files.empty()) return badUsage("there are no shipped scenarios beside this program");
    std::vector<Prepared> prepared;
    for (const std::string& file : files) {
        std::optional<Prepared> one = prepare(file, options_.run, *settings);
        if (!one) return ExitCode::badInput;
        prepared.push_back(std::move(*one));
    }

    const Interruption interruption;
    if (!canWrite(options_.run)) return ExitCode::unfinished;
    std::vector<Audit> audits;
    bool printed = true;
    for (Prepared& one : prepared) {
        ProgressBar bar(errorIsTerminal() && !options_.run.quiet);
        audits.push_back(audited(std::move(one), commandLineOf(arguments_), threadsOf(options_.run),
                                 !options_.noSearch, interruption.token(), bar));
        printed = printOne(options_.run, audits.back(), audits.size() == 1) && printed;
    }
    const bool written = write(options_.run, audits);
    printed = printAll(options_.run, audits) && printed;
    if (interruption.happened()) return ExitCode::interrupted;
    return written && printed ? outcome(options_.run, audits) : ExitCode::unfinished;
}

}  // namespace headroom::cli
