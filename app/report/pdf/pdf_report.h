// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/article.h"

#include <string>

namespace headroom::report {

struct Pdf {
    std::string bytes;
    std::string problem;  ///< why there are none, in words
};

/// A4 pages: the first with the verdict and the contents, then the evidence with its drawings as
/// vectors; page numbers at the foot. Needs no display. Fails where there is no font, and in a
/// build without Qt Gui and Svg.
Pdf pdfOf(const Article& article);

}  // namespace headroom::report
