// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/article.h"
#include "app/report/pdf/paper.h"

#include <vector>

namespace headroom::report {

/// Wide drawings one below the other, others two in a row; as vectors.
std::vector<Piece> drawingPieces(const Drawings& drawings);

}  // namespace headroom::report
