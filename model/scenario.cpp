// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scenario.h"

#include <algorithm>
#include <set>

namespace headroom::model {
namespace {

void addZones(const Component& component, std::set<std::string>& zones) {
    zones.insert(component.zone);
    zones.insert(component.zones.begin(), component.zones.end());
    if (const auto* database = std::get_if<DatabaseSpec>(&component.spec)) {
        for (const Replica& replica : database->replicas) zones.insert(replica.zone);
    }
}

}  // namespace

const Component* Scenario::component(std::string_view componentName) const {
    const auto found = std::ranges::find(components, componentName, &Component::name);
    return found == components.end() ? nullptr : &*found;
}

const KeyClass* Scenario::keyClass(std::string_view keyClassName) const {
    const auto found = std::ranges::find(keys, keyClassName, &KeyClass::name);
    return found == keys.end() ? nullptr : &*found;
}

std::vector<std::string> Scenario::zones() const {
    std::set<std::string> zones;
    for (const Component& component : components) addZones(component, zones);
    for (const Profile& profile : workload.profiles) zones.insert(profile.zone);
    for (const Region& region : network.regions)
        zones.insert(region.zones.begin(), region.zones.end());
    zones.erase("");
    return {zones.begin(), zones.end()};
}

std::vector<std::string> Scenario::cacheGroups() const {
    std::vector<std::string> groups;
    for (const Component& component : components) {
        const CacheTier* tier = cacheTierOf(component.spec);
        if (!tier || tier->group.empty()) continue;
        if (std::ranges::find(groups, tier->group) == groups.end()) groups.push_back(tier->group);
    }
    return groups;
}

}  // namespace headroom::model
