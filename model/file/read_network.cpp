// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/sections.h"
#include "model/said.h"

#include <algorithm>
#include <set>

namespace headroom::model {
namespace {

constexpr std::size_t kMostRegions = 1000;
constexpr std::size_t kMostDistances = 10'000;

bool contains(const std::vector<std::string>& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

Region readRegion(Reading& reading, const Item& item) {
    checkName(reading, item, HEADROOM_SAID("Model", "a region"));
    Region region{item.node->key, readTexts(reading, item, HEADROOM_SAID("Model", "zones"))};
    if (contains(reading.names().zones, region.name))
        reading.errorAtKey(item,
                           said("Model", "%1, which is a zone, as a region", {quoted(region.name)}),
                           said("Model", "a name of its own"));
    if (item.node->isSequence() && region.zones.empty())
        reading.error(item, said("Model", "a region without zones"),
                      said("Model", "a list of zones"));
    return region;
}

void readRegions(MapReader& map, std::vector<Region>& regions) {
    Reading& reading = map.reading();
    const auto entry = map.get("regions");
    if (!entry) return;
    std::set<std::string> seen;
    for (const Item& item :
         namedEntries(reading, *entry, HEADROOM_SAID("Model", "regions"), kMostRegions)) {
        regions.push_back(readRegion(reading, item));
        for (std::size_t i = 0; i < regions.back().zones.size(); ++i) {
            const std::string& zone = regions.back().zones[i];
            if (!seen.insert(zone).second)
                reading.error(elementOf(item, i),
                              said("Model", "%1 in a second region", {quoted(zone)}),
                              said("Model", "each zone in one region"));
        }
    }
}

/// Names may have hyphens, so that `eu-1-us-1` is read as the two places that there are.
void readDistance(Reading& reading, const Item& item, std::vector<ZoneDistance>& out) {
    std::vector<std::string> places = reading.names().zones;
    places.insert(places.end(), reading.names().regions.begin(), reading.names().regions.end());
    const std::string& text = item.node->key;
    std::optional<ZoneDistance> distance;
    for (std::size_t at = text.find('-'); at != std::string::npos; at = text.find('-', at + 1)) {
        if (contains(places, text.substr(0, at)) && contains(places, text.substr(at + 1)))
            distance = ZoneDistance{text.substr(0, at), text.substr(at + 1), {}};
    }
    const bool isNew = distance && std::ranges::none_of(out, [&](const ZoneDistance& d) {
                           return (d.a == distance->a && d.b == distance->b) ||
                                  (d.a == distance->b && d.b == distance->a);
                       });
    if (!distance)
        reading.errorAtKey(item, quoted(text),
                           said("Model", "two zones or regions with a hyphen between them, of %1",
                                {oneOf(places)}));
    else if (distance->a == distance->b)
        reading.errorAtKey(item, said("Model", "%1, the same twice", {quoted(text)}),
                           said("Model", "two places; `within_zone` is for one"));
    else if (!isNew)
        reading.errorAtKey(item, said("Model", "%1 for the second time", {quoted(text)}),
                           said("Model", "each pair once"));
    if (!distance) return;
    readDistribution(reading, item, distance->roundTrip);
    out.push_back(*distance);
}

}  // namespace

Network readNetwork(Reading& reading, const Item& mapping) {
    Network network;
    MapReader map(reading, mapping, HEADROOM_SAID("Model", "a network"));
    map.distribution("within_zone", network.withinZone);
    map.distribution("within_region", network.withinRegion);
    readRegions(map, network.regions);
    const auto between = map.get("between");
    if (!between) return network;
    for (const Item& item :
         namedEntries(reading, *between, HEADROOM_SAID("Model", "round trips"), kMostDistances))
        readDistance(reading, item, network.between);
    return network;
}

}  // namespace headroom::model
