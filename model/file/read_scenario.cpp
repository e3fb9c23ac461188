// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/architecture.h"
#include "model/file/checks.h"
#include "model/file/node_path.h"
#include "model/file/payload_reader.h"
#include "model/file/sections.h"
#include "model/said.h"

#include <algorithm>

namespace headroom::model {
namespace {

void readVersion(MapReader& map) {
    const auto entry = map.require("headroom");
    if (entry && !(entry->node->isScalar() && entry->node->text == "1")) {
        map.reading().wrongKind(*entry, said("Model", "`1`, the version of the format"));
    }
}

/// The name of the file, without folder and ending.
std::string stem(const std::string& fileName) {
    const std::size_t slash = fileName.find_last_of('/');
    std::string name = slash == std::string::npos ? fileName : fileName.substr(slash + 1);
    return name.substr(0, name.find_last_of('.'));
}

void readArchitecture(MapReader& map, Scenario& scenario) {
    Reading& reading = map.reading();
    if (const auto images = map.section("images")) scenario.images = readImages(reading, *images);
    if (const auto keys = map.section("keys")) scenario.keys = readKeys(reading, *keys);
    if (const auto components = map.require("components"))
        scenario.components = readComponents(reading, *components);
    if (const auto workload = map.require("workload"))
        scenario.workload = readWorkload(reading, *workload);
    if (const auto network = map.section("network"))
        scenario.network = readNetwork(reading, *network);
    if (const auto faults = map.section("faults")) scenario.faults = readFaults(reading, *faults);
}

/// What needs the whole architecture, and an architecture that is sound.
void checkWhole(Reading& reading, const YamlNode& root, Scenario& scenario) {
    checkArchitecture(reading, root, scenario);
    checkFaults(reading, root, scenario);
    checkAutoscalers(reading, root, scenario);
    checkInvalidations(reading, root, scenario);
    checkProducts(reading, root, scenario);
    std::ranges::stable_sort(scenario.faults, {}, &Fault::at);
}

void readStudies(MapReader& map, Scenario& scenario, const YamlNode& root) {
    Reading& reading = map.reading();
    if (const auto rollOut = map.section("roll_out"))
        scenario.rollOut = readRollOut(reading, *rollOut);
    if (const auto tune = map.section("tune")) scenario.tune = readTune(reading, *tune, root);
    if (const auto observed = map.section("observed"))
        scenario.observed = readObserved(reading, *observed);
}

void readJudgements(MapReader& map, Scenario& scenario) {
    Reading& reading = map.reading();
    if (const auto slos = map.section("slos")) scenario.slos = readSlos(reading, *slos);
    if (const auto alerts = map.section("alerts")) scenario.alerts = readAlerts(reading, *alerts);
    if (const auto prices = map.section("prices")) scenario.prices = readPrices(reading, *prices);
    if (const auto claims = map.section("claims")) scenario.claims = readClaims(reading, *claims);
    if (const auto list = map.section("assumptions"))
        scenario.assumptions = readAssumptions(reading, *list);
    if (const auto variants = map.section("variants"))
        scenario.variants = readVariants(reading, *variants);
    if (const auto layout = map.section("layout")) scenario.layout = readLayout(reading, *layout);
}

}  // namespace

Scenario readScenario(Reading& reading, const YamlNode& root) {
    Scenario scenario;
    scenario.name = stem(reading.fileName());
    const Item whole{&root, ""};
    MapReader map(reading, whole, HEADROOM_SAID("Model", "a scenario"));
    readVersion(map);
    map.text("name", scenario.name);
    map.text("about", scenario.about);
    if (const auto run = map.section("run")) scenario.run = readRun(reading, *run);
    reading.setHorizon(scenario.run.duration);
    const std::size_t before = reading.errorCount();
    readArchitecture(map, scenario);
    const bool sound = reading.errorCount() == before && map.isMapping();
    readJudgements(map, scenario);
    readStudies(map, scenario, root);
    if (sound) checkWhole(reading, root, scenario);
    return scenario;
}

}  // namespace headroom::model
