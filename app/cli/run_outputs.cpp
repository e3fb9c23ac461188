// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run_outputs.h"

#include "app/archive/filed_run.h"
#include "app/cli/archive_access.h"
#include "app/cli/console.h"
#include "app/cli/output_file.h"
#include "app/cli/report_files.h"
#include "app/cli/summary.h"
#include "app/import/open_metrics.h"
#include "app/report/articles.h"
#include "app/report/csv.h"
#include "app/report/json.h"
#include "app/report/junit.h"

namespace headroom::cli {

namespace {

using report::Document;

std::string inFolder(const std::string& folder, const std::string& name) {
    return folder.ends_with('/') ? folder + name : folder + "/" + name;
}

bool noProblem(const std::optional<std::string>& problem) {
    if (problem) printError("headroom: " + *problem);
    return !problem;
}

std::string jsonOf(const Document& document, bool severalPoints) {
    return report::jsonText(severalPoints ? pointsJson(document) : runJson(document.runs.front()));
}

// Several runs are told apart by the labels of their points.
std::string openMetricsOf(const Document& document) {
    const bool several = document.runs.size() > 1;
    std::vector<archive::Series> all;
    double longest = 0;
    for (const report::RunRecord& run : document.runs) {
        longest = std::max(longest, run.result.simulatedSeconds);
        for (archive::Series& series : archive::seriesOf(run.result)) {
            if (several) series.key.labels["point"] = titleOf(run);
            all.push_back(std::move(series));
        }
    }
    return import::openMetricsText(all, nowMs() - static_cast<std::int64_t>(longest * 1000));
}

}  // namespace

bool canWriteOutputs(const RunOptions& options) {
    bool good = options.json.empty() || options.printsJson() || noProblem(whyNotWritable(options.json));
    good = canWriteReports(options) && good;
    good = (options.openmetrics.empty() || noProblem(whyNotWritable(options.openmetrics))) && good;
    if (options.csv.empty()) return good;
    return noProblem(makeFolder(options.csv)) && noProblem(whyNotWritable(inFolder(options.csv, "figures.csv"))) &&
           noProblem(whyNotWritable(inFolder(options.csv, "series.csv"))) && good;
}

bool writeOutputs(const RunOptions& options, const Document& document) {
    const bool several = !options.at.empty();
    bool good = true;
    if (!options.json.empty() && !options.printsJson())
        good = noProblem(writeFile(options.json, jsonOf(document, several))) && good;
    good = writeReports(options, [&] { return runArticle(document); }, [&] { return junitOf(document); }) && good;
    if (!options.openmetrics.empty()) good = noProblem(writeFile(options.openmetrics, openMetricsOf(document))) && good;
    if (options.csv.empty()) return good;
    good = noProblem(writeFile(inFolder(options.csv, "figures.csv"), figuresCsv(document))) && good;
    return noProblem(writeFile(inFolder(options.csv, "series.csv"), seriesCsv(document))) && good;
}

bool printResults(const RunOptions& options, const Document& document) {
    const bool several = !options.at.empty();
    if (options.printsJson()) return printOutput(jsonOf(document, several));
    if (options.quiet) return true;
    const Style style = Style::forOutput(options.noColor);
    return printOutput(several ? pointsSummary(document.runs, style) : runSummary(document.runs.front(), style));
}

}  // namespace headroom::cli
