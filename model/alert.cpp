// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alert.h"

#include <array>

namespace headroom::model {

std::string_view severityName(Severity severity) {
    constexpr std::array<std::string_view, 5> kNames = {"low", "medium", "high", "warning",
                                                        "critical"};
    return kNames[static_cast<std::size_t>(severity)];
}

}  // namespace headroom::model
