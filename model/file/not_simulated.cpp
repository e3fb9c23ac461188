// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/not_simulated.h"

#include "model/said.h"

#include <algorithm>
#include <array>

namespace headroom::model {
namespace {

constexpr auto kRows = std::to_array<NotSimulated>({
    {"a scenario", "observed", "", HEADROOM_SAID("Model", "production's metrics, which are not read"), false},
});

bool matches(const NotSimulated& row, std::string_view mapping, std::string_view key,
             std::string_view value) {
    return row.mapping == mapping && row.key == key && (row.value.empty() || row.value == value);
}

}  // namespace

std::span<const NotSimulated> notSimulated() { return kRows; }

const NotSimulated* findNotSimulated(std::string_view mapping, std::string_view key,
                                     std::string_view value) {
    const auto row = std::ranges::find_if(
        kRows, [&](const NotSimulated& r) { return matches(r, mapping, key, value); });
    return row == kRows.end() ? nullptr : &*row;
}

}  // namespace headroom::model
