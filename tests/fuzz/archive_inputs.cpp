// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/filed_run.h"
#include "app/import/measured_import.h"
#include "app/import/open_metrics.h"
#include "app/import/series_sink.h"
#include "tests/fuzz/inputs.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace headroom::test {

namespace {

/// A folder that goes away.
class Folder {
public:
    Folder() {
        std::string name = std::filesystem::temp_directory_path() / "headroom-XXXXXX";
        require(mkdtemp(name.data()) != nullptr, "no folder for temporary files");
        path_ = name;
    }
    ~Folder() {
        std::error_code none;
        std::filesystem::remove_all(path_, none);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::filesystem::path path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace

void useSeries(std::vector<archive::Series> series) {
    for (const archive::Series& one : series) {
        const archive::Labels back = archive::labelsFromText(archive::labelsText(one.key.labels));
        require(back.size() <= one.key.labels.size(), "labels that nobody gave");
        import::toText(one.key);
    }
    import::openMetricsText(series, 0);
    import::measuredFrom(std::move(series), {});
}

void readArchiveBytes(std::string_view bytes) {
    const Folder folder;
    const std::string path = folder.path() / "archive.sqlite";
    std::ofstream(path, std::ios::binary) << bytes;
    try {
        archive::Archive archive(path, archive::Archive::Open::existing);
        for (const archive::Run& listed : archive.runs(20)) {
            const archive::Run run = archive.run(listed.id);
            const auto series = archive.seriesOfRun(run.id);
            archive::figuresOf(run);
            archive::jsonOf(run, series);
            archive::seriesCsvOf(run, series);
        }
        for (const archive::Import& import : archive.imports()) {
            archive.fetches(import.id);
            useSeries(archive.seriesOfImport(import.id));
        }
        archive.deleteRunsBefore(1);
    } catch (const archive::ArchiveError& error) {
        require(*error.what() != '\0', "an error without words");
    }
}

}  // namespace headroom::test
