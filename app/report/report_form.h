// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/article.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace headroom::report {

enum class ReportForm : std::uint8_t { html, markdown, pdf };

/// By the ending of a file's name: `.html`, `.md`, `.pdf`; nothing for others.
std::optional<ReportForm> reportFormOf(std::string_view fileName);

struct ReportText {
    std::string bytes;
    std::string problem;  ///< why there are none, in words
};
ReportText reportText(const Article& article, ReportForm form);

}  // namespace headroom::report
