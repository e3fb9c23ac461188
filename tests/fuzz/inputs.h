// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/series.h"
#include "model/scenario.h"

#include <string>
#include <string_view>
#include <vector>

/// What Headroom does with bytes from outside, by the kind of file, for fuzzers and for the test
/// that replays what they found. Whatever the bytes are, each returns within seconds, by values
/// that say what is wrong. What must hold all the same is checked: `Broken` tells that it does not.
namespace headroom::test {

struct Broken {
    std::string what;
};

/// Throws Broken.
void require(bool holds, const std::string& what);

struct HostileInput {
    std::string_view name;  ///< of its folder in tests/fuzz/corpus
    void (*read)(std::string_view bytes);
};
const std::vector<HostileInput>& hostileInputs();
/// Precondition: there is one of this name.
const HostileInput& hostileInput(std::string_view name);

// model_inputs.cpp
/// A scenario is read with its variants, judged by queueing theory, run for a moment, edited and
/// exported.
void readScenarioBytes(std::string_view bytes);
/// Queueing theory's answer, and three simulated seconds with the engine's own checks. Precondition: no errors.
void solveAndRun(const model::Scenario& scenario);  // judged_inputs.cpp
/// A proposal of ours, which must be a scenario without errors.
void checkProposal(const std::string& text);
void readPriceBookBytes(std::string_view bytes);
/// Quantities, laws, metrics, objectives and expressions: what was understood reads back.
void readTextBytes(std::string_view bytes);

// app_inputs.cpp
void readCsvBytes(std::string_view bytes);
void readOpenMetricsBytes(std::string_view bytes);
void readPrometheusBytes(std::string_view bytes);
void readK6Bytes(std::string_view bytes);
void readLocustBytes(std::string_view bytes);
void readJmeterBytes(std::string_view bytes);
void readGatlingBytes(std::string_view bytes);
void readTraceBytes(std::string_view bytes);
/// Compose, Kubernetes and OpenSLO.
void readManifestBytes(std::string_view bytes);
// archive_inputs.cpp
void useSeries(std::vector<archive::Series> series);
void readArchiveBytes(std::string_view bytes);

}  // namespace headroom::test
