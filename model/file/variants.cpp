// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/variants.h"

#include "model/file/node_path.h"
#include "model/file/sections.h"
#include "model/said.h"

#include <algorithm>

namespace headroom::model {
namespace {

/// One path and value, and where a message about them stands.
struct Setting {
    const std::string& path;
    Item at;
};

std::vector<std::string> topNames(const YamlNode& root) {
    std::vector<std::string> names = namesIn(root).components;
    const auto sections = sectionNames();
    names.insert(names.end(), sections.begin(), sections.end());
    return names;
}

void unknownPath(Reading& reading, const Setting& setting, const NodePath& path,
                 const YamlNode& root, const PathWalk& reached) {
    const std::string known = toText(path, reached.matched);
    const auto candidates = known.empty() ? topNames(root) : namesUnder(*reached.node);
    std::string nearest = nearestName(path[reached.matched].name, candidates);
    if (!nearest.empty() && !known.empty()) nearest = known + "." + nearest;
    reading.errorAtKey(
        setting.at, said("Model", "the path %1", {quoted(setting.path)}),
        known.empty()
            ? said("Model", "a path that begins with a component or a section of the file")
            : said("Model", "the name of something under %1", {quoted(known)}),
        std::move(nearest));
}

YamlNode entryLike(const YamlNode& value, const std::string& key) {
    YamlNode entry;
    entry.kind = YamlNode::Kind::mapping;
    entry.place = value.place;
    entry.key = key;
    entry.keyPlace = value.keyPlace;
    return entry;
}

void grow(YamlNode& node, const NodePath& path, std::size_t from, YamlNode value) {
    node.kind = YamlNode::Kind::mapping;
    value.key = path[from].name;
    if (from + 1 == path.size()) {
        node.children.push_back(std::move(value));
        return;
    }
    node.children.push_back(entryLike(value, path[from].name));
    grow(node.children.back(), path, from + 1, std::move(value));
}

void replace(YamlNode& node, YamlNode value) {
    value.key = node.key;
    node = std::move(value);
}

std::optional<NodePath> readPath(Reading& reading, const Setting& setting) {
    auto path = parsePath(setting.path);
    if (!path)
        reading.errorAtKey(
            setting.at, quoted(setting.path),
            said("Model", "a path such as `api.instances` or `api.operations.feed[0].work`"));
    return path;
}

void setAt(Reading& reading, YamlNode& root, const Setting& setting, YamlNode value) {
    const auto path = readPath(reading, setting);
    if (!path) return;
    const PathWalk reached = walk(root, *path);
    if (reached.matched == path->size())
        return replace(nodeAt(root, reached.children), std::move(value));
    if (!canGrow(*path, reached)) return unknownPath(reading, setting, *path, root, reached);
    grow(nodeAt(root, reached.children), *path, reached.matched, std::move(value));
}

void removeAt(Reading& reading, YamlNode& root, const Setting& setting) {
    const auto path = readPath(reading, setting);
    if (!path) return;
    const PathWalk reached = walk(root, *path);
    if (reached.matched < path->size()) return unknownPath(reading, setting, *path, root, reached);
    std::vector<std::size_t> parent = reached.children;
    const std::size_t child = parent.back();
    parent.pop_back();
    auto& children = nodeAt(root, parent).children;
    children.erase(children.begin() + static_cast<std::ptrdiff_t>(child));
}

/// Mappings are merged, lists are appended to, new keys are added. What is there already is not
/// changed.
void merge(Reading& reading, YamlNode& into, const Item& addition) {
    for (const YamlNode& child : addition.node->children) {
        const Item item = entryOf(addition, child);
        YamlNode* existing = into.find(child.key);
        if (!existing) {
            into.children.push_back(child);
        } else if (existing->isMapping() && child.isMapping()) {
            merge(reading, *existing, item);
        } else if (existing->isSequence() && child.isSequence()) {
            existing->children.insert(existing->children.end(), child.children.begin(),
                                      child.children.end());
        } else if (existing->isNull()) {
            *existing = child;
        } else {
            reading.errorAtKey(
                item, said("Model", "`add` of %1, which is there already", {quoted(child.key)}),
                said("Model", "`set` for a new value"));
        }
    }
}

void applySet(Reading& reading, YamlNode& root, const Item& mapping) {
    if (!mapping.node->isMapping()) return;
    for (const YamlNode& child : mapping.node->children) {
        setAt(reading, root, {.path = child.key, .at = entryOf(mapping, child)}, child);
    }
}

void applyRemove(Reading& reading, YamlNode& root, const Item& list) {
    if (!list.node->isSequence()) return;
    for (std::size_t i = 0; i < list.node->children.size(); ++i) {
        const Item item = elementOf(list, i);
        std::string path;
        if (readText(reading, item, path)) removeAt(reading, root, {.path = path, .at = item});
    }
}

void applyOne(Reading& reading, YamlNode& root, const Item& written) {
    const YamlNode& variant = *written.node;
    if (const YamlNode* remove = variant.find("remove"))
        applyRemove(reading, root, entryOf(written, *remove));
    if (const YamlNode* add = variant.find("add"); add && add->isMapping())
        merge(reading, root, entryOf(written, *add));
    if (const YamlNode* set = variant.find("set")) applySet(reading, root, entryOf(written, *set));
}

/// From the one that is built on the base up to the variant; none where a variant is built on
/// itself.
std::vector<const YamlNode*> chainOf(Reading& reading, const YamlNode& variants,
                                     const std::string& name) {
    std::vector<const YamlNode*> chain;
    std::string next = name;
    while (const YamlNode* variant = variants.find(next)) {
        if (std::ranges::find(chain, variant) != chain.end()) {
            const Item item{chain.front(), "variants." + chain.front()->key};
            reading.errorAtKey(
                item, said("Model", "the variant %1, built on itself by `on`", {quoted(name)}),
                said("Model", "variants that build on the base in the end"));
            return {};
        }
        chain.push_back(variant);
        const YamlNode* on = variant->find("on");
        if (!on || !on->isScalar()) break;
        next = on->text;
    }
    std::ranges::reverse(chain);
    return chain;
}

}  // namespace

YamlNode applyVariant(Reading& reading, const YamlNode& root, const std::string& variant,
                      const std::string& applied) {
    YamlNode result = root;
    const YamlNode* variants = root.find("variants");
    if (!variants) return result;
    const auto there = chainOf(reading, *variants, applied);
    for (const YamlNode* written : chainOf(reading, *variants, variant)) {
        if (std::ranges::find(there, written) != there.end()) continue;
        applyOne(reading, result, {written, "variants." + written->key});
    }
    return result;
}

bool isBuiltOn(const YamlNode& root, const std::string& variant, const std::string& other) {
    const YamlNode* variants = root.find("variants");
    std::string next = variant;
    for (std::size_t steps = 0; variants && steps <= variants->children.size(); ++steps) {
        if (next == other) return !next.empty();
        const YamlNode* written = variants->find(next);
        const YamlNode* on = written ? written->find("on") : nullptr;
        if (!on || !on->isScalar()) return false;
        next = on->text;
    }
    return false;
}

void setValue(Reading& reading, YamlNode& root, const std::string& path, YamlNode value) {
    YamlNode at;
    at.place = value.place;
    setAt(reading, root, {.path = path, .at = {&at, path}}, std::move(value));
}

}  // namespace headroom::model
