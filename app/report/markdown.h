// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/article.h"

#include <string>
#include <string_view>

namespace headroom::report {

/// GitHub and GitLab flavoured Markdown, fit for a merge request: the first page open, the evidence
/// folded away under its headings. Drawings are left out; what they show is in the tables.
std::string markdownOf(const Article& article);

/// Text that stays text: no markup, link, mention or reference comes of it.
std::string markdownText(std::string_view text);

}  // namespace headroom::report
