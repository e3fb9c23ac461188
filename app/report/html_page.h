// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "app/report/run_record.h"

namespace headroom::report {

/// One self-contained page, without script and without anything fetched: of one run, or of several with an overview
/// before them. First the verdict, the limit and what to try; then figures, charts and the architecture; then what is
/// needed to judge it and to run it again. It follows the reader's light or dark scheme and prints.
std::string htmlPage(const Document& document);

}  // namespace headroom::report
