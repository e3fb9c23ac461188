// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import/file_import.h"

#include <filesystem>

namespace headroom::import {

ImportOutcome importFile(archive::Archive& archive, const FileImport& what,
                         const std::function<bool(double)>& goesOn) {
    ImportOutcome outcome{0, what.path, std::string(formatWord(what.format)), {}, {}, {}};
    outcome.id = archive.begin({0, what.path, outcome.kind, what.importedMs, 0, false});
    SeriesSink sink([&](const auto& parts) { archive.append(outcome.id, parts); }, what.renamings);
    LineReader lines(what.path, outcome.bad);
    std::error_code problem;
    const auto size = static_cast<double>(std::filesystem::file_size(what.path, problem));
    bool stopped = false;
    const auto asked = [&] {
        stopped =
            stopped || !goesOn(!problem && size > 0
                                   ? std::min(1.0, static_cast<double>(lines.bytesRead()) / size)
                                   : 0);
        return !stopped;
    };
    Reading reading{lines, sink, outcome.bad, what.intervalMs, what.mapping, asked, {}};
    readFile(what.format, reading);
    outcome.notes = reading.notes;
    outcome.series = sink.summary();
    if (stopped)
        outcome.state = ImportOutcome::State::stopped;
    else if (!lines.isWhole())
        outcome.state = ImportOutcome::State::brokenOff;
    else
        archive.finish(outcome.id, outcome.bad.count());
    return outcome;
}

}  // namespace headroom::import
