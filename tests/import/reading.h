// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/import/importing.h"

#include <QFile>
#include <QTemporaryDir>

#include <map>

/// Files read without an archive.
namespace headroom::import {

struct Read {
    std::map<std::string, std::vector<Point>> series;  ///< by their text: `workload.throughput{operation="feed"}`
    BadLines bad;
    std::size_t mostHeld = 0;  ///< points handed on at once
};

inline Read readAll(const std::string& path, Format format, const CsvMapping& mapping = {}, std::int64_t intervalMs = 10'000,
                    std::vector<Renaming> renamings = {}) {
    Read read;
    SeriesSink sink(
        [&](const std::vector<Series>& parts) {
            std::size_t held = 0;
            for (const Series& part : parts) {
                auto& points = read.series[toText(part.key)];
                points.insert(points.end(), part.points.begin(), part.points.end());
                held += part.points.size();
            }
            read.mostHeld = std::max(read.mostHeld, held);
        },
        std::move(renamings));
    LineReader lines(path, read.bad);
    Reading reading{lines, sink, read.bad, intervalMs, mapping, [] { return true; }, {}};
    readFile(format, reading);
    return read;
}

/// A file that lives as long as this.
class TextFile {
public:
    explicit TextFile(const QByteArray& text) {
        QFile file(folder_.filePath("input"));
        if (file.open(QIODevice::WriteOnly)) file.write(text);
    }
    std::string path() const { return folder_.filePath("input").toStdString(); }

private:
    QTemporaryDir folder_;
};

inline QString dataFile(const QString& name) {
    const QByteArray folder = qgetenv("HEADROOM_DATA");
    return (folder.isEmpty() ? QStringLiteral(HEADROOM_SOURCE_DIR "/../shared/data") : QString::fromUtf8(folder)) + "/" + name;
}

inline double sumOf(const std::vector<Point>& points) {
    double sum = 0;
    for (const Point& point : points) sum += point.value;
    return sum;
}

}  // namespace headroom::import
