// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace headroom::desktop {

struct DiffLine {
    enum class Kind { same, removed, added } kind = Kind::same;
    std::string text;  ///< without its line break
    bool operator==(const DiffLine&) const = default;
};

/// What makes `after` of `before`, line by line: the fewest removed and added lines (a longest
/// common subsequence), removed ones before added ones. Beyond a few thousand changed lines all
/// between the first and the last difference counts as changed.
std::vector<DiffLine> lineDiff(const std::string& before, const std::string& after);

}  // namespace headroom::desktop
