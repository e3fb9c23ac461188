// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/exports.h"
#include "app/exchange/foreign_yaml.h"
#include "model/architecture.h"
#include "model/file/csv_table.h"
#include "model/file/price_book_file.h"
#include "model/file/scenario_file.h"
#include "model/file/scenario_writer.h"
#include "model/graph_text.h"
#include "model/metric.h"
#include "model/quantity/distribution.h"
#include "tests/fuzz/inputs.h"

#include <algorithm>

namespace headroom::test {

namespace {

constexpr const char* kFolder = HEADROOM_SOURCE_DIR "/tests/scenarios/good";
constexpr std::size_t kMostVariants = 2;
constexpr std::size_t kMostComponents = 40;  // a scenario of more is read, but not judged

void isYaml(const std::string& text, const char* what) {
    require(exchange::parseForeignYaml(text) ? true : false, std::string(what) + " is no YAML");
}

void exportAll(const model::Scenario& scenario) {
    model::dotText(scenario);
    model::graphMlText(scenario);
    isYaml(exchange::prometheusRules(scenario), "the rules for Prometheus");
    isYaml(exchange::openSlo(scenario), "the OpenSLO");
    isYaml(exchange::horizontalPodAutoscalers(scenario), "the autoscalers");
}

void judge(const model::Scenario& scenario) {
    if (scenario.components.size() > kMostComponents) return;
    exportAll(scenario);
    solveAndRun(scenario);
}

/// The writer changes one value and nothing else.
void edit(const model::ScenarioFile& file) {
    const auto renamed = model::withValue(file.text(), "name", "Renamed");
    require(renamed ? true : false, "a scenario's name cannot be changed");
    const model::ScenarioFile after(*renamed, "fuzzed.yaml", kFolder);
    const auto loaded = after.scenario();
    require(loaded.scenario && loaded.scenario->name == "Renamed", "a new name breaks the file");
}

template <typename Value>
void readsBack(const model::Parsed<Value>& value, model::Parsed<Value> (*parse)(std::string_view)) {
    if (!value) return;
    const std::string text = toText(*value);
    const auto again = parse(text);
    require(again && *again == *value, "`" + text + "` is read differently");
}

}  // namespace

void readScenarioBytes(std::string_view bytes) {
    const model::ScenarioFile file(std::string(bytes), "fuzzed.yaml", kFolder);
    for (const model::Diagnostic& diagnostic : file.diagnostics()) toText(diagnostic);
    model::withValue(bytes, "components.api.instances", "3");
    model::withItem(bytes, "slos", "p95(workload.response_time) < 1 s");
    model::withoutEntry(bytes, "workload");
    std::vector<std::string> variants{""};
    for (const auto& variant : file.variants())
        if (variants.size() <= kMostVariants) variants.push_back(variant.name);
    for (const std::string& variant : variants) {
        const auto loaded = file.scenario({variant, {}, {}, {}});
        require(loaded.scenario.has_value() != hasErrors(loaded.diagnostics),
                "a scenario beside errors, or neither");
        if (!loaded.scenario || !checkGraph(*loaded.scenario).empty()) continue;
        judge(*loaded.scenario);
        if (variant.empty()) edit(file);
    }
}

void checkProposal(const std::string& text) {
    const model::ScenarioFile file(text, "proposed.yaml", "");
    const auto loaded = file.scenario();
    std::string problems;
    for (const auto& diagnostic : loaded.diagnostics) problems += toText(diagnostic) + "\n";
    require(loaded.scenario && checkGraph(*loaded.scenario).empty(), "proposed with errors:\n" + problems);
}

void readPriceBookBytes(std::string_view bytes) {
    const auto loaded = model::readPriceBook(bytes, "fuzzed.yaml");
    for (const model::Diagnostic& diagnostic : loaded.diagnostics) toText(diagnostic);
    require(loaded.book.has_value() != hasErrors(loaded.diagnostics),
            "a price book beside errors, or neither");
}

void readTextBytes(std::string_view bytes) {
    readsBack(model::parseQuantity(bytes), model::parseQuantity);
    if (const auto law = model::parseDistribution(bytes)) {
        const auto again = model::parseDistribution(toText(*law));
        require(again && *again == *law, "`" + toText(*law) + "` is read differently");
    }
    readsBack(model::parseMetricRef(bytes), model::parseMetricRef);
    model::parseDuration(bytes);
    model::parseRate(bytes);
    model::parseBandwidth(bytes);
    model::parseBytes(bytes);
    model::parseShare(bytes);
    model::parseCount(bytes);
    model::parseMoney(bytes);
    model::parseObjective(bytes);
    model::parseExpression(bytes);
    model::parseCondition(bytes);
    model::parseTimestamp(bytes);
}

}  // namespace headroom::test
