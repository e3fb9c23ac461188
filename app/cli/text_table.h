// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "app/cli/output_width.h"
#include "app/report/table.h"

#include <string>

namespace headroom::cli {

/// The table as lines of at most `width` columns, with its header and without its caption. Where it is too wide, the
/// columns of the highest rank go first, then texts are broken into lines, then names and headers are shortened. Figures
/// are never cut: where they have no room next to each other, each row becomes a record with a line for each column.
std::string tableText(report::Table table, const Style& style, std::size_t width = outputColumns());

}  // namespace headroom::cli
