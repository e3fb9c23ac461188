// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/file/map_reader.h"
#include "model/scenario.h"

#include <optional>
#include <string>

namespace headroom::model {

/// The number that stands at a path of the file as it is in a variant (empty: as it is being read):
/// a quantity, `1000 items`, the mean of a distribution, or `1000 every 10 s` as a rate.
Parsed<Expression> valueAtPath(Reading& reading, const std::string& variant, std::string_view path);
/// `bound` of a claim.
void readBound(MapReader& owner, const std::string& variant, const std::optional<Expression>& of,
               std::optional<Bound>& out);

}  // namespace headroom::model
