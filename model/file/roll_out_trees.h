// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/file/reading.h"
#include "model/file/yaml_node.h"

#include <set>
#include <string>

/// The trees of the two sides of a roll-out, compared: they state alike what they write alike.
namespace headroom::model {

/// Components of both that are not written alike.
std::set<std::string> changedComponents(const YamlNode& base, const YamlNode& variant);

/// Errors, at `roll_out`'s own line: what the variant changes that both sides have to share
/// (traffic, faults, prices, what keys are), and a variant that changes nothing.
void checkSides(Reading& reading, const YamlNode& base, const YamlNode& variant);

}  // namespace headroom::model
