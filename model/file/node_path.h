// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/file/yaml_node.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Paths into a scenario: `api.operations.feed[1].call.to`. Names are keys (in double quotes where
/// they hold a dot or bracket: `variants.big.set."api.instances"`), or the `name:` of an entry of a list, also of one that stands deeper in its branches; `[i]` is an index from 0. A
/// path begins in `components`, and if there is no such component, at the top of the file. The
/// steps of an operation stand under its name, also where it is written as a mapping with `steps`.
namespace headroom::model {

struct PathPart {
    std::string name;  ///< empty: an index
    std::size_t index = 0;
    bool operator==(const PathPart&) const = default;
};
using NodePath = std::vector<PathPart>;

/// Nothing if the text is no path.
std::optional<NodePath> parsePath(std::string_view text);
std::string toText(const NodePath& path, std::size_t parts);

/// As far as a path leads.
struct PathWalk {
    const YamlNode* node = nullptr;     ///< the last one reached
    std::vector<std::size_t> children;  ///< by which child of each node it is reached
    std::size_t matched = 0;  ///< parts that lead there; all of them if the path leads to `node`
};
PathWalk walk(const YamlNode& root, const NodePath& path);
/// As `walk`, from the top of the file only.
PathWalk walkAbsolute(const YamlNode& root, const NodePath& path);
/// The node that a walk leads to, for change.
YamlNode& nodeAt(YamlNode& root, const std::vector<std::size_t>& children);

/// True if what is left of the path can be made where the walk has ended: keys that are not there
/// yet. A name that the author gives (of a component, an operation …) can be the last part, but
/// cannot be gone into before it is there.
bool canGrow(const NodePath& path, const PathWalk& reached);
/// The keys of the top of the file.
std::vector<std::string> sectionNames();
/// What could stand after `node`: its keys, or the names of its entries and of those in their
/// branches.
std::vector<std::string> namesUnder(const YamlNode& node);

}  // namespace headroom::model
