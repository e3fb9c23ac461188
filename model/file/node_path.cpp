// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/node_path.h"

#include <algorithm>
#include <charconv>

namespace headroom::model {
namespace {

/// Takes `[12]` from the front of `text`.
std::optional<PathPart> takeIndex(std::string_view& text) {
    const std::size_t end = text.find(']');
    if (end == std::string_view::npos) return {};
    PathPart part;
    const char* last = text.data() + end;
    const auto [stop, problem] = std::from_chars(text.data() + 1, last, part.index);
    if (problem != std::errc{} || stop != last) return {};
    text.remove_prefix(end + 1);
    return part;
}

/// Takes `"api.instances"` from the front of `text`.
std::optional<PathPart> takeQuotedName(std::string_view& text) {
    const std::size_t end = text.find('"', 1);
    if (end == std::string_view::npos || end == 1) return {};
    PathPart part{.name = std::string(text.substr(1, end - 1))};
    text.remove_prefix(end + 1);
    return part;
}

std::optional<PathPart> takeName(std::string_view& text) {
    if (text.starts_with('"')) return takeQuotedName(text);
    const std::string_view name = text.substr(0, text.find_first_of(".["));
    if (name.empty()) return {};
    text.remove_prefix(name.size());
    return PathPart{.name = std::string(name)};
}

const YamlNode* nameOf(const YamlNode& entry) {
    const YamlNode* name = entry.find("name");
    return name && name->isScalar() ? name : nullptr;
}

using Children = std::vector<std::size_t>;

bool isNamed(const YamlNode& entry, const std::string& name) {
    const YamlNode* own = nameOf(entry);
    return own && own->text == name;
}

/// By which children the entry of that name is reached from a list: its own entries first, then
/// those of branches.
std::optional<Children> namedEntry(const YamlNode& node, const std::string& name) {
    const auto& children = node.children;
    const auto direct =
        std::ranges::find_if(children, [&](const YamlNode& c) { return isNamed(c, name); });
    if (node.isSequence() && direct != children.end()) {
        return Children{static_cast<std::size_t>(direct - children.begin())};
    }
    for (std::size_t i = 0; i < children.size(); ++i) {
        auto deeper = namedEntry(children[i], name);
        if (!deeper) continue;
        deeper->insert(deeper->begin(), i);
        return deeper;
    }
    return {};
}

std::optional<Children> keyed(const YamlNode& mapping, std::string_view key) {
    const auto it = std::ranges::find(mapping.children, key, &YamlNode::key);
    if (!mapping.isMapping() || it == mapping.children.end()) return {};
    return Children{static_cast<std::size_t>(it - mapping.children.begin())};
}

std::optional<Children> listed(const YamlNode& list, const PathPart& part) {
    if (!list.isSequence()) return {};
    if (!part.name.empty()) return namedEntry(list, part.name);
    return part.index < list.children.size() ? std::optional(Children{part.index}) : std::nullopt;
}

/// One part further; through `steps` where an operation, a branch or an alternative is a mapping
/// with them.
std::optional<Children> childrenTo(const YamlNode& node, const PathPart& part) {
    if (!node.isMapping()) return listed(node, part);
    if (auto direct = part.name.empty() ? std::nullopt : keyed(node, part.name)) return direct;
    const auto steps = keyed(node, "steps");
    if (!steps) return {};
    auto child = listed(node.children[steps->front()], part);
    if (child) child->insert(child->begin(), steps->front());
    return child;
}

void descend(PathWalk& walk, const Children& children) {
    for (const std::size_t child : children) {
        walk.children.push_back(child);
        walk.node = &walk.node->children[child];
    }
}

bool follow(PathWalk& walk, const PathPart& part) {
    const auto children = childrenTo(*walk.node, part);
    if (children) descend(walk, *children);
    return children.has_value();
}

PathWalk continueWalk(PathWalk walk, const NodePath& path) {
    for (const PathPart& part : path) {
        if (!follow(walk, part)) break;
        ++walk.matched;
    }
    return walk;
}

std::string nameText(const std::string& name) {
    return name.find_first_of(".[") == std::string::npos ? name : '"' + name + '"';
}

constexpr std::string_view kSections[] = {
    "headroom", "name",        "about",  "run",      "images",   "keys",   "components",
    "workload", "network",     "faults", "roll_out", "slos",     "alerts", "prices",
    "claims",   "assumptions", "tune",   "observed", "variants", "layout"};

/// Mappings whose keys are names that the author gives.
constexpr std::string_view kNamedSections[] = {"components", "operations", "keys",    "profiles",
                                               "variants",   "images",     "regions", "networks"};

bool holdsNames(const YamlNode& node) {
    return std::ranges::find(kNamedSections, node.key) != std::end(kNamedSections);
}

void addEntryNames(const YamlNode& node, std::vector<std::string>& names) {
    for (const YamlNode& child : node.children) {
        const YamlNode* name = nameOf(child);
        if (node.isSequence() && name) names.push_back(name->text);
        addEntryNames(child, names);
    }
}

}  // namespace

std::optional<NodePath> parsePath(std::string_view text) {
    NodePath path;
    bool afterDot = true;
    while (!text.empty()) {
        const bool index = text.front() == '[';
        if (index == afterDot) return {};
        auto part = index ? takeIndex(text) : takeName(text);
        if (!part) return {};
        path.push_back(std::move(*part));
        afterDot = text.starts_with('.');
        if (afterDot) text.remove_prefix(1);
    }
    if (path.empty() || afterDot) return {};
    return path;
}

std::string toText(const NodePath& path, std::size_t parts) {
    std::string text;
    for (std::size_t i = 0; i < std::min(parts, path.size()); ++i) {
        if (path[i].name.empty())
            text += "[" + std::to_string(path[i].index) + "]";
        else
            text += (text.empty() ? "" : ".") + nameText(path[i].name);
    }
    return text;
}

PathWalk walkAbsolute(const YamlNode& root, const NodePath& path) {
    return continueWalk({.node = &root, .children = {}}, path);
}

PathWalk walk(const YamlNode& root, const NodePath& path) {
    if (const auto components = keyed(root, "components")) {
        PathWalk start{.node = &root, .children = {}};
        descend(start, *components);
        PathWalk relative = continueWalk(std::move(start), path);
        if (relative.matched > 0) return relative;
    }
    return walkAbsolute(root, path);
}

YamlNode& nodeAt(YamlNode& root, const std::vector<std::size_t>& children) {
    YamlNode* node = &root;
    for (const std::size_t child : children) node = &node->children[child];
    return *node;
}

std::vector<std::string> sectionNames() { return {std::begin(kSections), std::end(kSections)}; }

bool canGrow(const NodePath& path, const PathWalk& reached) {
    const auto rest = path.begin() + static_cast<std::ptrdiff_t>(reached.matched);
    if (std::any_of(rest, path.end(), [](const PathPart& part) { return part.name.empty(); }))
        return false;
    if (!reached.node->isMapping() && !reached.node->isNull()) return false;
    if (reached.matched == 0)
        return std::ranges::find(kSections, rest->name) != std::end(kSections);
    return rest + 1 == path.end() || !holdsNames(*reached.node);
}

std::vector<std::string> namesUnder(const YamlNode& node) {
    std::vector<std::string> names = node.keys();
    const YamlNode* list = node.isMapping() ? node.find("steps") : &node;
    if (list && list->isSequence()) addEntryNames(*list, names);
    return names;
}

}  // namespace headroom::model
