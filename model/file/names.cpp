// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/sections.h"

#include <algorithm>
#include <set>

namespace headroom::model {
namespace {

std::vector<std::string> keysOf(const YamlNode& root, std::string_view section, std::size_t most) {
    const YamlNode* node = root.find(section);
    std::vector<std::string> keys = node ? node->keys() : std::vector<std::string>{};
    keys.resize(std::min(keys.size(), most));
    return keys;
}

void addText(const YamlNode* node, std::set<std::string>& texts) {
    if (node && node->isScalar()) texts.insert(node->text);
}

void addTexts(const YamlNode* list, std::set<std::string>& texts) {
    if (!list || !list->isSequence()) return;
    for (const YamlNode& child : list->children) addText(&child, texts);
}

/// The zone of everything in a mapping or list, and that of its `replicas`.
void addZonesIn(const YamlNode* group, std::set<std::string>& zones) {
    if (!group) return;
    for (const YamlNode& child : group->children) {
        addText(child.find("zone"), zones);
        addTexts(child.find("zones"), zones);
        addZonesIn(child.find("replicas"), zones);
    }
}

const YamlNode* regionsIn(const YamlNode& root) {
    const YamlNode* network = root.find("network");
    return network ? network->find("regions") : nullptr;
}

std::vector<std::string> zonesIn(const YamlNode& root) {
    std::set<std::string> zones;
    addZonesIn(root.find("components"), zones);
    if (const YamlNode* workload = root.find("workload"))
        addZonesIn(workload->find("profiles"), zones);
    if (const YamlNode* regions = regionsIn(root)) {
        for (const YamlNode& region : regions->children) addTexts(&region, zones);
    }
    return {zones.begin(), zones.end()};
}

}  // namespace

Names namesIn(const YamlNode& root) {
    const YamlNode* regions = regionsIn(root);
    return {.components = keysOf(root, "components", kMostComponents),
            .keys = keysOf(root, "keys", kMostKeyClasses),
            .variants = keysOf(root, "variants", kMostVariants),
            .zones = zonesIn(root),
            .regions = regions ? regions->keys() : std::vector<std::string>{}};
}

}  // namespace headroom::model
