// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/pdf/paper.h"
#include "app/report/table.h"

#include <vector>

namespace headroom::report {

/// The head and a piece for each row; the head comes again on every page. Columns of high rank are
/// left out where the page is too narrow.
std::vector<Piece> tablePieces(Table table);

}  // namespace headroom::report
