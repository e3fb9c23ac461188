// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/zone.h"

#include <algorithm>

namespace headroom::model {
namespace {

/// How particularly a place names a zone: 2 for the zone itself, 1 for its region, 0 not at all.
int nearness(const Network& network, std::string_view place, std::string_view zone) {
    if (place == zone) return 2;
    const Region* region = network.regionOf(zone);
    return region && region->name == place ? 1 : 0;
}

int match(int first, int second) { return first > 0 && second > 0 ? first + second : 0; }

}  // namespace

const Region* Network::regionOf(std::string_view zone) const {
    const auto found = std::ranges::find_if(regions, [&](const Region& region) {
        return std::ranges::find(region.zones, zone) != region.zones.end();
    });
    return found == regions.end() ? nullptr : &*found;
}

bool Network::sameRegion(std::string_view a, std::string_view b) const {
    const Region* region = regionOf(a);
    return a == b || (region && region == regionOf(b));
}

const Distribution* Network::roundTrip(std::string_view a, std::string_view b) const {
    if (a.empty() || b.empty()) return nullptr;
    if (a == b) return &withinZone;
    const Distribution* best = nullptr;
    int nearest = 0;
    for (const ZoneDistance& distance : between) {
        const int straight = match(nearness(*this, distance.a, a), nearness(*this, distance.b, b));
        const int back = match(nearness(*this, distance.a, b), nearness(*this, distance.b, a));
        const int near = std::max(straight, back);
        if (near > nearest) best = &distance.roundTrip;
        nearest = std::max(near, nearest);
    }
    if (best) return best;
    return sameRegion(a, b) ? &withinRegion : nullptr;
}

bool Network::isEmpty() const {
    return withinZone.isZero() && withinRegion.isZero() && regions.empty() && between.empty();
}

}  // namespace headroom::model
