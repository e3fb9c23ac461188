// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/article.h"
#include "app/report/pdf/paper.h"

#include <vector>

namespace headroom::report {

/// The pieces of one block, from the top down.
std::vector<Piece> piecesOf(const Block& block);

/// The lines of a text, each a piece of its own.
Piece textPiece(const QString& text, const QFont& font, QColor colour, double before,
                double indent = 0);

}  // namespace headroom::report
