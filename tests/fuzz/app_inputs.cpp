// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/drafts.h"
#include "app/import/importing.h"
#include "app/import/prometheus_client.h"
#include "app/import/traces.h"
#include "model/file/csv_table.h"
#include "model/file/sample_folder.h"
#include "tests/fuzz/inputs.h"

#include <sys/mman.h>
#include <unistd.h>

namespace headroom::test {

namespace {

/// Bytes as a file without a disk.
class FileInMemory {
public:
    explicit FileInMemory(std::string_view bytes) : descriptor_(memfd_create("fuzzed", MFD_CLOEXEC)) {
        require(descriptor_ >= 0 &&
                    write(descriptor_, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()),
                "no file in memory");
    }
    ~FileInMemory() { close(descriptor_); }
    FileInMemory(const FileInMemory&) = delete;
    FileInMemory& operator=(const FileInMemory&) = delete;
    std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

private:
    int descriptor_;
};

void importAs(import::Format format, const std::string& path, const import::CsvMapping& mapping = {}) {
    std::vector<archive::Series> all;
    import::BadLines bad;
    import::LineReader lines(path, bad);
    import::SeriesSink sink([&](const std::vector<archive::Series>& part) {
        all.insert(all.end(), part.begin(), part.end());
    });
    import::Reading reading{lines, sink, bad, 10'000, mapping, [] { return true; }, {}};
    import::readFile(format, reading);
    require(bad.count() >= static_cast<std::int64_t>(bad.first().size()), "bad lines not counted");
    useSeries(std::move(all));
}

}  // namespace

void readCsvBytes(std::string_view bytes) {
    if (const auto table = model::parseCsv(bytes))
        for (const auto& row : table->rows)
            require(row.size() == table->names.size(), "a row of another length");
    model::parseSamples(bytes);
    import::parseMapping(std::string(bytes));
    const FileInMemory file(bytes);
    import::formatOf(file.path());
    const auto mapping = import::guessMapping(file.path());
    if (!mapping) return;
    const auto again = import::parseMapping(import::toText(*mapping));
    require(!again || again->columns.size() == mapping->columns.size(), "a mapping is read differently");
    importAs(import::Format::csv, file.path(), *mapping);
}

void readOpenMetricsBytes(std::string_view bytes) {
    const FileInMemory file(bytes);
    import::formatOf(file.path());
    importAs(import::Format::openmetrics, file.path());
}

void readPrometheusBytes(std::string_view bytes) {
    auto answer = import::parseRangeAnswer(
        QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size())));
    if (answer.error.empty()) useSeries(std::move(answer.series));
}

void readK6Bytes(std::string_view bytes) {
    const FileInMemory file(bytes);
    import::formatOf(file.path());
    importAs(bytes.starts_with('{') ? import::Format::k6Json : import::Format::k6Csv, file.path());
}

void readLocustBytes(std::string_view bytes) {
    importAs(import::Format::locust, FileInMemory(bytes).path());
}

void readJmeterBytes(std::string_view bytes) {
    const FileInMemory file(bytes);
    importAs(bytes.starts_with('<') ? import::Format::jmeterXml : import::Format::jmeter, file.path());
}

void readGatlingBytes(std::string_view bytes) {
    const FileInMemory file(bytes);
    const bool binary = !bytes.empty() && bytes.front() == '\0';
    importAs(binary ? import::Format::gatlingBinary : import::Format::gatling, file.path());
}

void readTraceBytes(std::string_view bytes) {
    const FileInMemory file(bytes);
    import::isTraceFile(file.path());
    import::ServiceGraph graph;
    std::int64_t bad = 0;
    import::readTraces(file.path(), [&](import::Span span) { graph.add(std::move(span)); }, bad);
    if (const auto scenario = graph.scenario("fuzzed")) checkProposal(*scenario);
}

void readManifestBytes(std::string_view bytes) {
    exchange::looksLikeManifest(bytes);
    const auto draft = exchange::draftOf({{"fuzzed.yaml", std::string(bytes)}}, "Fuzzed");
    if (draft) checkProposal(*draft);
}

}  // namespace headroom::test
