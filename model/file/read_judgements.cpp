// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/bound_reader.h"
#include "model/file/quantity_reader.h"
#include "model/file/sections.h"
#include "model/said.h"

#include <algorithm>

namespace headroom::model {
namespace {

std::string variantName() { return said("Model", "the name of a variant"); }

/// Calls `readOne` for each entry of a list. `expected`: "a list of claims".
template <typename T>
std::vector<T> readList(Reading& reading, const Item& list, const std::string& expected,
                        T (*readOne)(Reading&, const Item&)) {
    std::vector<T> values;
    if (!list.node->isSequence()) {
        reading.wrongKind(list, expected);
        return values;
    }
    for (std::size_t i = 0; i < list.node->children.size(); ++i) {
        values.push_back(readOne(reading, elementOf(list, i)));
    }
    return values;
}

Slo readSlo(Reading& reading, const Item& item) {
    Slo slo;
    MapReader map(reading, item, HEADROOM_SAID("Model", "an objective"));
    map.text("name", slo.name);
    map.duration("over", slo.over);
    std::string text;
    const auto entry = map.require("objective");
    if (!entry || !readText(reading, *entry, text)) return slo;
    if (const auto objective = parseObjective(text))
        slo.objective = *objective;
    else
        reading.textError(*entry, objective.error());
    if (slo.name.empty()) slo.name = text;
    return slo;
}

void checkSloNames(Reading& reading, const Item& list, const std::vector<Slo>& slos) {
    for (auto slo = slos.begin(); slo != slos.end(); ++slo) {
        if (std::find_if(slos.begin(), slo, [&](const Slo& s) { return s.name == slo->name; }) ==
            slo)
            continue;
        reading.error(elementOf(list, static_cast<std::size_t>(slo - slos.begin())),
                      said("Model", "%1 as the name of a second objective", {quoted(slo->name)}),
                      said("Model", "a name of its own"));
    }
}

/// A bound on the figure of `of`, in its unit where it has one.
std::optional<double> readBound(Reading& reading, const Item& item,
                                const std::optional<Expression>& of) {
    return readQuantityOf(reading, item, of ? unitOf(*of) : std::nullopt);
}

void readBetween(Reading& reading, const Item& item, Claim& claim) {
    if (!item.node->isSequence() || item.node->children.size() != 2) {
        reading.wrongKind(item, said("Model", "two bounds, such as [3 s, 10 s]"));
        return;
    }
    claim.above = readBound(reading, elementOf(item, 0), claim.of);
    claim.below = readBound(reading, elementOf(item, 1), claim.of);
    if (claim.above && claim.below && *claim.above >= *claim.below) {
        reading.error(item, said("Model", "a lower bound that is not below the upper"),
                      said("Model", "[lower, upper]"));
    }
}

void readOf(MapReader& map, Claim& claim) {
    const auto entry = map.get("of");
    if (!entry || !readText(map.reading(), *entry, claim.ofText)) return;
    if (const auto expression = parseExpression(claim.ofText))
        claim.of = *expression;
    else
        map.reading().textError(*entry, expression.error());
}

void readBounds(MapReader& map, Claim& claim) {
    Reading& reading = map.reading();
    const auto between = map.get("between");
    const auto above = map.get("above");
    const auto below = map.get("below");
    if (between) readBetween(reading, *between, claim);
    if (above) claim.above = readBound(reading, *above, claim.of);
    if (below) claim.below = readBound(reading, *below, claim.of);
    const int bounds = (between ? 1 : 0) + (above || below ? 1 : 0);
    if (bounds > 1)
        reading.errorAtKey(*between, said("Model", "`between` beside `above` or `below`"),
                           said("Model", "one of them"));
    if (!map.isMapping()) return;
    if (map.has("of") && bounds == 0) {
        reading.error(map.item(), said("Model", "a claim without bounds"),
                      said("Model", "`between`, `above` or `below`"));
    }
    if (!map.has("of") && bounds > 0)
        reading.error(map.item(), said("Model", "a claim with bounds and without `of`"), "`of`");
}

Claim readClaim(Reading& reading, const Item& item) {
    Claim claim;
    MapReader map(reading, item, HEADROOM_SAID("Model", "a claim"));
    map.requireText("says", claim.says);
    map.text("source", claim.source);
    readOf(map, claim);
    readBounds(map, claim);
    map.reference("in", claim.variant, variantName(), reading.names().variants);
    double users = 0;
    const auto entry = map.get("users");
    if (entry && readCount(reading, *entry, users, Zero::forbidden)) claim.users = users;
    readBound(map, claim.variant, claim.of, claim.bound);
    return claim;
}

Assumption readAssumption(Reading& reading, const Item& item) {
    Assumption assumption;
    MapReader map(reading, item, HEADROOM_SAID("Model", "an assumption"));
    map.requireText("says", assumption.says);
    map.text("why", assumption.why);
    map.flag("fitted", assumption.fitted);
    map.reference("in", assumption.variant, variantName(), reading.names().variants);
    const auto parameter = map.get("parameter");
    if (!parameter || !readText(reading, *parameter, assumption.parameter)) return assumption;
    const auto value = valueAtPath(reading, assumption.variant, assumption.parameter);
    if (!value) reading.textError(*parameter, value.error());
    return assumption;
}

bool readCoordinate(Reading& reading, const Item& item, double& out) {
    const Parsed<Count> number =
        item.node->isScalar() ? parseCount(item.node->text) : Parsed<Count>(TextError{});
    if (!number) {
        reading.wrongKind(item, said("Model", "a number"));
        return false;
    }
    out = number->value;
    return true;
}

std::optional<Position> readPosition(Reading& reading, const Item& item) {
    if (!item.node->isSequence() || item.node->children.size() != 2) {
        reading.wrongKind(item, said("Model", "a position such as [320, 140]"));
        return {};
    }
    Position position;
    const bool x = readCoordinate(reading, elementOf(item, 0), position.x);
    const bool y = readCoordinate(reading, elementOf(item, 1), position.y);
    return x && y ? std::optional(position) : std::nullopt;
}

void checkIsMapping(MapReader& map, std::string_view key) {
    const auto entry = map.get(key);
    if (entry && !entry->node->isMapping())
        map.reading().wrongKind(*entry, said("Model", "a mapping"));
}

void checkRemove(MapReader& map) {
    const auto entry = map.get("remove");
    if (entry && !entry->node->isSequence())
        map.reading().wrongKind(*entry, said("Model", "a list of paths"));
}

VariantInfo readVariant(Reading& reading, const Item& item) {
    VariantInfo variant;
    variant.name = item.node->key;
    checkName(reading, item, HEADROOM_SAID("Model", "a variant"));
    MapReader map(reading, item, HEADROOM_SAID("Model", "a variant"));
    map.text("about", variant.about);
    map.reference("on", variant.on, variantName(), reading.names().variants);
    checkIsMapping(map, "set");
    checkIsMapping(map, "add");
    checkRemove(map);
    return variant;
}

}  // namespace

std::vector<Slo> readSlos(Reading& reading, const Item& list) {
    std::vector<Slo> slos = readList(reading, list, said("Model", "a list of objectives"), readSlo);
    checkSloNames(reading, list, slos);
    return slos;
}

std::vector<Claim> readClaims(Reading& reading, const Item& list) {
    return readList(reading, list, said("Model", "a list of claims"), readClaim);
}

std::vector<Assumption> readAssumptions(Reading& reading, const Item& list) {
    return readList(reading, list, said("Model", "a list of assumptions"), readAssumption);
}

std::map<std::string, Position> readLayout(Reading& reading, const Item& mapping) {
    std::map<std::string, Position> layout;
    for (const Item& entry :
         namedEntries(reading, mapping, HEADROOM_SAID("Model", "positions"), kMostComponents)) {
        if (const auto position = readPosition(reading, entry)) layout[entry.node->key] = *position;
    }
    return layout;
}

std::vector<VariantInfo> readVariants(Reading& reading, const Item& mapping) {
    std::vector<VariantInfo> variants;
    for (const Item& entry :
         namedEntries(reading, mapping, HEADROOM_SAID("Model", "variants"), kMostVariants)) {
        variants.push_back(readVariant(reading, entry));
    }
    return variants;
}

}  // namespace headroom::model
