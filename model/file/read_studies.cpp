// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/node_path.h"
#include "model/file/sections.h"
#include "model/said.h"

#include <cmath>

namespace headroom::model {
namespace {

constexpr std::size_t kMostTunables = 100;

RollOut::Stage readStage(Reading& reading, const Item& item) {
    RollOut::Stage stage;
    MapReader map(reading, item, HEADROOM_SAID("Model", "a step of a roll-out"));
    for (const char* key : {"at", "share"}) map.require(key);
    map.duration("at", stage.at);
    map.share("share", stage.share);
    return stage;
}

void readStages(MapReader& map, std::vector<RollOut::Stage>& stages) {
    Reading& reading = map.reading();
    const auto entry = map.require("steps");
    if (!entry) return;
    if (!entry->node->isSequence() || entry->node->children.empty())
        return reading.wrongKind(*entry, said("Model", "a list of {at, share}"));
    for (std::size_t i = 0; i < entry->node->children.size(); ++i) {
        const Item item = elementOf(*entry, i);
        stages.push_back(readStage(reading, item));
        if (i > 0 && stages[i].at <= stages[i - 1].at)
            reading.error(item, said("Model", "a step at %1", {quoted(toText(stages[i].at))}),
                          said("Model", "a time after the step before"));
    }
}

bool isWhole(double value) { return value == std::floor(value) && value >= 0 && value <= 1e9; }

/// `[4, 64]`
void readBetween(Reading& reading, const Item& item, Tunable& tunable) {
    const auto& children = item.node->children;
    double ends[2] = {0, 0};
    bool fits = item.node->isSequence() && children.size() == 2;
    for (std::size_t i = 0; fits && i < 2; ++i) {
        const auto count =
            children[i].isScalar() ? parseCount(children[i].text) : Parsed<Count>(TextError{});
        fits = count && isWhole(count->value);
        if (fits) ends[i] = count->value;
    }
    if (!fits || ends[0] >= ends[1])
        return reading.wrongKind(item, said("Model", "two whole numbers, such as [4, 64]"));
    tunable.from = ends[0];
    tunable.to = ends[1];
}

void readValues(Reading& reading, const Item& item, Tunable& tunable) {
    tunable.values = readTexts(reading, item, HEADROOM_SAID("Model", "values"));
    if (item.node->isSequence() && tunable.values.size() < 2)
        reading.error(item, said("Model", "fewer than two values"),
                      said("Model", "a choice of values"));
}

/// The path has to lead to a value that is there, so that what it is now is known.
void checkTunablePath(Reading& reading, const Item& item, const YamlNode& root) {
    const auto path = parsePath(item.node->key);
    if (!path)
        return reading.errorAtKey(item, quoted(item.node->key),
                                  said("Model", "a path such as `api.instances`"));
    const PathWalk reached = walk(root, *path);
    if (reached.matched < path->size() || !reached.node->isScalar())
        reading.errorAtKey(item, said("Model", "the path %1", {quoted(item.node->key)}),
                           said("Model", "a path that leads to a value of the file"));
}

Tunable readTunable(Reading& reading, const Item& item, const YamlNode& root) {
    Tunable tunable{.path = item.node->key, .values = {}, .from = {}, .to = {}};
    checkTunablePath(reading, item, root);
    MapReader map(reading, item, HEADROOM_SAID("Model", "a parameter of `tune`"));
    const auto between = map.get("between");
    const auto values = map.get("values");
    if (between) readBetween(reading, *between, tunable);
    if (values) readValues(reading, *values, tunable);
    if (map.isMapping() && between.has_value() == values.has_value())
        reading.errorAtKey(item,
                           between ? said("Model", "`values` beside `between`")
                                   : said("Model", "a parameter without `between` and `values`"),
                           said("Model", "one of them"));
    return tunable;
}

void readSeries(Reading& reading, const Item& item, std::vector<ObservedSeries>& out) {
    ObservedSeries series;
    const auto metric = parseMetricRef(item.node->key);
    if (!metric)
        return reading.errorAtKey(item, metric.error().found, metric.error().expected,
                                  metric.error().suggestion);
    series.metric = *metric;
    if (readText(reading, item, series.query)) out.push_back(std::move(series));
}

}  // namespace

RollOut readRollOut(Reading& reading, const Item& mapping) {
    RollOut rollOut;
    MapReader map(reading, mapping, HEADROOM_SAID("Model", "a roll-out"));
    map.require("variant");
    map.reference("variant", rollOut.variant, said("Model", "the name of a variant"),
                  reading.names().variants);
    readStages(map, rollOut.stages);
    return rollOut;
}

std::vector<Tunable> readTune(Reading& reading, const Item& mapping, const YamlNode& root) {
    std::vector<Tunable> tunables;
    for (const Item& item :
         namedEntries(reading, mapping, HEADROOM_SAID("Model", "parameters"), kMostTunables))
        tunables.push_back(readTunable(reading, item, root));
    return tunables;
}

Observed readObserved(Reading& reading, const Item& mapping) {
    Observed observed;
    MapReader map(reading, mapping, "`observed`");
    map.text("prometheus", observed.prometheus);
    if (const auto series = map.get("series")) {
        for (const Item& item :
             namedEntries(reading, *series, HEADROOM_SAID("Model", "queries of metrics"), 1000))
            readSeries(reading, item, observed.series);
    }
    return observed;
}

}  // namespace headroom::model
