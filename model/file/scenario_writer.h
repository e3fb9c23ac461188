// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/quantity/parsed.h"

#include <string>
#include <string_view>

/// Changes a scenario's text without touching what was not edited: comments, order, blank lines and
/// spelling stay. (yaml-cpp keeps no comments, so the writer patches the source by the places the
/// parser gives.)
namespace headroom::model {

/// The text with the value at `path` (`components.api.instances`,
/// `components.api.operations.feed.count`, `slos[0].objective`) replaced by `value`, a YAML value
/// on one line. A key that is missing is added at the end of its mapping, in the style (block or
/// flow) and indentation of its siblings. Errors: the text is not YAML, the path leads nowhere, the
/// value is not YAML.
Parsed<std::string> withValue(std::string_view text, std::string_view path, std::string_view value);

/// The text with `item`, a YAML value on one line, as a further last item of the list at `path`, in
/// the style of its siblings. A list that is missing is made. Errors: as of `withValue`, and there
/// is something else than a list.
Parsed<std::string> withItem(std::string_view text, std::string_view path, std::string_view item);

/// The text without the entry at `path`, and without comments that stand on its own lines only.
Parsed<std::string> withoutEntry(std::string_view text, std::string_view path);

}  // namespace headroom::model
