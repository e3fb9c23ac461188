// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/archive_access.h"

#include "app/archive/filed_run.h"
#include "app/cli/console.h"

#include <QDateTime>

namespace headroom::cli {

namespace {

using archive::Archive;
using archive::ArchiveError;

std::optional<std::string> pathOf(const std::string& given) {
    return given.empty() ? archive::defaultArchive() : std::optional(given);
}

ExitCode codeOf(ArchiveError::Kind kind) {
    return kind == ArchiveError::Kind::failed ? ExitCode::unfinished : ExitCode::badInput;
}

}  // namespace

void addArchiveOption(CLI::App& command, std::string& archive) {
    command.add_option("--archive", archive, "File of the archive; without it, the user's")->option_text("FILE");
}

std::int64_t nowMs() { return QDateTime::currentMSecsSinceEpoch(); }

std::string timeText(std::int64_t ms) {
    return QDateTime::fromMSecsSinceEpoch(ms).toString(QStringLiteral("yyyy-MM-dd HH:mm")).toStdString();
}

bool fileRuns(const RunOptions& options, const report::Document& document) {
    if (options.noArchive) return true;
    const std::optional<std::string> path = pathOf(options.archive);
    if (!path) return true;
    try {
        Archive archive(*path);
        const std::int64_t now = nowMs();
        for (const report::RunRecord& run : document.runs)
            archive.add(archive::runOf(run, document.provenance, now), archive::seriesOf(run.result));
        return true;
    } catch (const ArchiveError& error) {
        printError("headroom: the run is not in the archive `" + *path + "`: " + error.what());
        return options.archive.empty();
    }
}

ExitCode withArchive(const std::string& command, const std::string& given, Archive::Open open,
                     const std::function<ExitCode(Archive&)>& use) {
    const std::optional<std::string> path = pathOf(given);
    if (!path) {
        printError("headroom " + command + ": HEADROOM_ARCHIVE is empty, so that no archive is kept; name one by --archive");
        return ExitCode::badInput;
    }
    try {
        Archive archive(*path, open);
        return use(archive);
    } catch (const ArchiveError& error) {
        printError("headroom " + command + ": archive `" + *path + "`: " + error.what());
        return codeOf(error.kind());
    }
}

}  // namespace headroom::cli
