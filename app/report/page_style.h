// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace headroom::report {

/// The style sheet of the page: light and dark schemes, narrow screens, print.
std::string_view pageStyle();

}  // namespace headroom::report
