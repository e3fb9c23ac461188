// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/payload_reader.h"
#include "model/file/sections.h"
#include "model/said.h"

#include <algorithm>

namespace headroom::model {
namespace {

constexpr std::int64_t kMostReplications = 100'000;
constexpr std::int64_t kMostKeys = 4'000'000'000;
constexpr double kMostZipfExponent = 10;

void readWarmUp(Reading& reading, const Item& item, WarmUp& out) {
    const YamlNode& node = *item.node;
    if (node.isScalar() && (node.text == "auto" || node.text == "none")) {
        out.kind = node.text == "auto" ? WarmUp::Kind::automatic : WarmUp::Kind::none;
    } else if (node.isScalar() && !parseDuration(node.text)) {
        reading.error(item, node.describe(), said("Model", "`auto`, `none` or a duration"));
    } else if (readDuration(reading, item, out.time)) {
        out.kind = WarmUp::Kind::fixed;
    }
}

void readReplications(Reading& reading, const Item& item, Replications& out) {
    if (!item.node->isMapping()) {
        std::int64_t count = 0;
        if (readWhole(reading, item, count, {.least = 1, .most = kMostReplications})) {
            out.atMost = static_cast<int>(count);
        }
        return;
    }
    MapReader map(reading, item, "`replications`");
    double until = 0;
    const auto precision = map.require("until");
    if (precision && readShare(reading, *precision, until)) {
        if (until > 0)
            out.until = until;
        else
            reading.wrongKind(*precision, said("Model", "a share above 0 %"));
    }
    out.atMost = 50;
    map.whole("at_most", out.atMost, {.least = 2, .most = kMostReplications});
}

void readSeed(Reading& reading, const Item& item, std::uint64_t& out) {
    std::int64_t seed = 0;
    if (readWhole(reading, item, seed, {.least = 0, .most = std::int64_t{1} << 53})) {
        out = static_cast<std::uint64_t>(seed);
    }
}

void readConfidence(MapReader& map, double& out) {
    map.share("confidence", out);
    if (out > 0 && out < 1) return;
    map.reading().wrongKind(*map.get("confidence"),
                            said("Model", "a share above 0 % and below 100 %"));
}

void checkTimes(MapReader& map, const RunSettings& run) {
    if (run.warmUp.kind == WarmUp::Kind::fixed && run.warmUp.time >= run.duration) {
        map.reading().wrongKind(*map.get("warm_up"), said("Model", "less than the duration, %1",
                                                          {quoted(toText(run.duration))}));
    }
    const auto sample = map.get("sample");
    if (sample && run.sample > run.duration) {
        map.reading().wrongKind(
            *sample, said("Model", "at most the duration, %1", {quoted(toText(run.duration))}));
    }
}

std::optional<double> zipfExponent(const std::string& text) {
    if (!text.starts_with("zipf(") || !text.ends_with(')')) return {};
    const Parsed<Count> count = parseCount(std::string_view(text).substr(5, text.size() - 6));
    if (!count || !(count->value > 0) || count->value > kMostZipfExponent) return {};
    return count->value;
}

void readPopularity(Reading& reading, const Item& item, KeyClass& out) {
    const YamlNode& node = *item.node;
    if (node.isScalar() && node.text == "uniform") {
        out.popularity = KeyClass::Popularity::uniform;
    } else if (node.isScalar() && node.text == "own") {
        out.popularity = KeyClass::Popularity::own;
    } else if (const auto exponent = node.isScalar() ? zipfExponent(node.text) : std::nullopt) {
        out.popularity = KeyClass::Popularity::zipf;
        out.zipfExponent = *exponent;
    } else {
        reading.wrongKind(
            item,
            said("Model", "`uniform`, `own` or `zipf(0.9)`, an exponent above 0 and up to 10"));
    }
}

KeyClass readKeyClass(Reading& reading, const Item& item) {
    KeyClass keys;
    keys.name = item.node->key;
    checkName(reading, item, HEADROOM_SAID("Model", "a class of keys"));
    MapReader map(reading, item, HEADROOM_SAID("Model", "a class of keys"));
    if (const auto popularity = map.get("popularity")) readPopularity(reading, *popularity, keys);
    map.whole("count", keys.count, {.least = 1, .most = kMostKeys});
    std::optional<Bytes> size;
    readPayload(map, "size", size);
    if (size) keys.size = *size;
    map.whole("priority", keys.priority, {.least = -1'000'000, .most = 1'000'000});
    const bool own = keys.popularity == KeyClass::Popularity::own;
    if (!own) map.require("count");
    if (own && map.has("count")) {
        reading.errorAtKey(*map.get("count"), said("Model", "`count` beside `popularity: own`"),
                           said("Model", "no count; there is one key for each user"));
    }
    return keys;
}

}  // namespace

RunSettings readRun(Reading& reading, const Item& mapping) {
    RunSettings run;
    MapReader map(reading, mapping, "`run`");
    map.duration("duration", run.duration, Zero::forbidden);
    if (const auto warmUp = map.get("warm_up")) readWarmUp(reading, *warmUp, run.warmUp);
    map.duration("sample", run.sample, Zero::forbidden);
    if (const auto seed = map.get("seed")) readSeed(reading, *seed, run.seed);
    if (const auto replications = map.get("replications")) {
        readReplications(reading, *replications, run.replications);
    }
    readConfidence(map, run.confidence);
    checkTimes(map, run);
    run.sample = std::min(run.sample, run.duration);
    return run;
}

std::vector<KeyClass> readKeys(Reading& reading, const Item& mapping) {
    std::vector<KeyClass> keys;
    for (const Item& entry : namedEntries(
             reading, mapping, HEADROOM_SAID("Model", "classes of keys"), kMostKeyClasses)) {
        keys.push_back(readKeyClass(reading, entry));
    }
    return keys;
}

}  // namespace headroom::model
