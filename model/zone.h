// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/quantity/distribution.h"

#include <string>
#include <string_view>
#include <vector>

/// Where components and users are, and how far it is from one place to another.
namespace headroom::model {

/// Zones that lie together: `eu: [eu-1, eu-2]`. A zone of no region is one by itself.
struct Region {
    std::string name;
    std::vector<std::string> zones;
};

/// A round trip between two places, each a zone or a region, in both directions alike.
struct ZoneDistance {
    std::string a, b;
    Distribution roundTrip;
};

/// Every call and send between components pays one round trip before it arrives: `withinZone`
/// where both are in one zone, `withinRegion` in two zones of one region, else that of the most
/// particular distance (zone–zone, zone–region, region–region). A component without a zone is
/// everywhere: nothing is paid to it or from it. With `zones` an instance is in one of them.
struct Network {
    Distribution withinZone;    ///< 0 by default
    Distribution withinRegion;  ///< between zones of one region; 0 by default
    std::vector<Region> regions;
    std::vector<ZoneDistance> between;

    /// Null for a zone of no region.
    const Region* regionOf(std::string_view zone) const;
    bool sameRegion(std::string_view a, std::string_view b) const;
    /// Null where the file gives none; then nothing is paid. Zones may be empty.
    const Distribution* roundTrip(std::string_view a, std::string_view b) const;
    bool isEmpty() const;
};

}  // namespace headroom::model
