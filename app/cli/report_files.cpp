// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/report_files.h"

#include "app/cli/console.h"
#include "app/cli/output_file.h"
#include "app/report/report_form.h"
#include "app/report/shell_text.h"

namespace headroom::cli {

namespace {

bool noProblem(const std::optional<std::string>& problem) {
    if (problem) printError("headroom: " + *problem);
    return !problem;
}

bool writeReport(const RunOptions& options, const report::Article& article) {
    const report::ReportText text = reportText(article, *report::reportFormOf(options.report));
    if (text.problem.empty()) return noProblem(writeFile(options.report, text.bytes));
    printError("headroom: cannot write `" + options.report + "`: " + text.problem);
    return false;
}

// Fonts, say, may be missing, which is better known before than after.
bool canMakeReport(const RunOptions& options) {
    const std::string problem =
        reportText(report::Article{}, *report::reportFormOf(options.report)).problem;
    if (!problem.empty()) printError("headroom: cannot write `" + options.report + "`: " + problem);
    return problem.empty();
}

}  // namespace

void addReportOptions(CLI::App& command, RunOptions& options) {
    const std::string group = "What comes out";
    command
        .add_option("--report", options.report,
                    "A page with charts, Markdown, or PDF, by the name's ending")
        ->option_text("OUT.html|.md|.pdf")
        ->group(group);
    command
        .add_option("--junit", options.junit,
                    "Objectives and claims as test cases, for a CI server")
        ->option_text("OUT.xml")
        ->group(group);
}

std::optional<model::TextError> checkReport(const RunOptions& options) {
    if (options.report.empty() || report::reportFormOf(options.report)) return std::nullopt;
    return model::TextError{"--report: found `" + options.report + "`",
                            "a name that ends in `.html`, `.md` or `.pdf`; figures for programs "
                            "come with --json and --csv",
                            ""};
}

bool canWriteReports(const RunOptions& options) {
    const bool junit = options.junit.empty() || noProblem(whyNotWritable(options.junit));
    if (options.report.empty()) return junit;
    return noProblem(whyNotWritable(options.report)) && canMakeReport(options) && junit;
}

bool writeReports(const RunOptions& options, const std::function<report::Article()>& article,
                  const std::function<std::string()>& junit) {
    const bool written = options.report.empty() || writeReport(options, article());
    return (options.junit.empty() || noProblem(writeFile(options.junit, junit()))) && written;
}

std::string commandLineOf(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "headroom");
    return report::shellLine(arguments);
}

}  // namespace headroom::cli
