// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/article.h"
#include "app/report/run_record.h"

#include <string>

namespace headroom::report {

/// One self-contained page, without script and without anything fetched. It follows the reader's
/// light or dark scheme and prints.
std::string htmlOf(const Article& article);

/// Of one run, or of several with an overview before them.
std::string htmlPage(const Document& document);

}  // namespace headroom::report
