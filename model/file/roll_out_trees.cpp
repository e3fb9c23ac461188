// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/roll_out_trees.h"

#include "model/said.h"

#include <algorithm>

namespace headroom::model {
namespace {

bool isAlike(const YamlNode* a, const YamlNode* b) {
    if (!a || !b) return a == b;
    return sameContent(*a, *b);
}

/// A class of keys that both have, but not alike; empty if there is none.
std::string changedKeys(const YamlNode& base, const YamlNode& variant) {
    const YamlNode *before = base.find("keys"), *after = variant.find("keys");
    if (!before) return {};
    for (const YamlNode& keys : before->children)
        if (!after || !isAlike(&keys, after->find(keys.key))) return keys.key;
    return {};
}

}  // namespace

std::set<std::string> changedComponents(const YamlNode& base, const YamlNode& variant) {
    std::set<std::string> changed;
    const YamlNode *before = base.find("components"), *after = variant.find("components");
    if (!before || !after) return changed;
    for (const YamlNode& component : before->children) {
        const YamlNode* other = after->find(component.key);
        if (other && !isAlike(&component, other)) changed.insert(component.key);
    }
    return changed;
}

void checkSides(Reading& reading, const YamlNode& base, const YamlNode& variant) {
    const YamlNode* rollOut = base.find("roll_out");
    const YamlNode* name = rollOut ? rollOut->find("variant") : nullptr;
    if (!name) return;
    const Item item{name, "roll_out.variant"};
    const auto report = [&](const std::string& what) {
        reading.error(
            item, said("Model", "%1, which changes `%2`", {name->describe(), what}),
            said("Model", "a variant that changes components: both sides share everything else"));
    };
    for (const char* section : {"workload", "network", "faults", "images", "prices"})
        if (!isAlike(base.find(section), variant.find(section))) report(section);
    if (const std::string keys = changedKeys(base, variant); !keys.empty()) report("keys." + keys);
    if (isAlike(base.find("components"), variant.find("components")))
        reading.error(item, said("Model", "%1, which changes no component", {name->describe()}),
                      said("Model", "a variant that adds components or changes their settings"));
}

}  // namespace headroom::model
