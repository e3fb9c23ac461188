// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/archive.h"
#include "app/archive/database.h"

#include <QTemporaryDir>

#include <cmath>
#include <string>

/// What tests of the archive file into it.
namespace headroom::archive {

inline Run someRun(int number) {
    Run run;
    run.scenario = "A small shop";
    run.scenarioText = "headroom: 1\nname: A small shop\n";
    run.file = "shop.yaml";
    run.variant = "target";
    run.load = 1000.0 * number;
    run.seed = "18446744073709551615";
    run.version = "0.1.0";
    run.command = "headroom run shop.yaml";
    run.finishedMs = 1'700'000'000'000 + number;
    run.sampleSeconds = 5;
    run.result = "{\"scenario\": \"A small shop\"}\n";
    return run;
}

inline std::vector<Series> someSeries(int number, std::size_t points = 100) {
    Series series{{"p95(api.response_time)", {}, model::Unit::seconds}, {}};
    for (std::size_t i = 0; i < points; ++i)
        series.points.push_back({static_cast<std::int64_t>(i) * 5000, std::sin(static_cast<double>(i) + number)});
    return {series, {{"workload.throughput", {{"operation", "feed"}}, model::Unit::perSecond}, series.points}};
}

inline std::string pathIn(const QTemporaryDir& folder) { return folder.filePath("archive.sqlite").toStdString(); }

inline std::string integrity(const std::string& path) {
    Database database(path, false);
    Statement check = database.prepare("PRAGMA integrity_check");
    return check.step() ? check.text(0) : "nothing";
}

}  // namespace headroom::archive
