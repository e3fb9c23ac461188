// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/file/reading.h"
#include "model/file/yaml_node.h"

#include <string>
#include <utility>
#include <vector>

/// Named changes to the tree of a scenario. Of each variant, first what it builds `on`, then its
/// `remove`, `add` and `set` are applied, in this order; the same readers then read the result.
namespace headroom::model {

/// The tree with the variant applied. What cannot be applied is an error at the variant's own line.
/// Of what it builds on, what `applied` is or builds on has been applied already.
YamlNode applyVariant(Reading& reading, const YamlNode& root, const std::string& variant,
                      const std::string& applied = {});

/// Whether a variant is another one, or builds on it.
bool isBuiltOn(const YamlNode& root, const std::string& variant, const std::string& other);

/// Puts a value at a path. The last name may be new, and so may be those between a component's (or
/// a section's) name and it; `value.place` is where errors point, and the key's place with it.
void setValue(Reading& reading, YamlNode& root, const std::string& path, YamlNode value);

}  // namespace headroom::model
