// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/document/line_diff.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <sstream>

namespace headroom::desktop {

namespace {

using Lines = std::vector<std::string>;
using Kind = DiffLine::Kind;

constexpr std::size_t kMostCells = 16'000'000;

Lines linesOf(const std::string& text) {
    Lines lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(std::move(line));
    return lines;
}

/// Lengths of the longest common subsequences of what is left from (i, j) on.
class CommonLengths {
public:
    CommonLengths(std::span<const std::string> before, std::span<const std::string> after)
        : width_(after.size() + 1), lengths_((before.size() + 1) * width_, 0) {
        for (std::size_t i = before.size(); i-- > 0;)
            for (std::size_t j = after.size(); j-- > 0;)
                cell(i, j) = before[i] == after[j] ? cell(i + 1, j + 1) + 1
                                                   : std::max(cell(i + 1, j), cell(i, j + 1));
    }
    std::uint32_t at(std::size_t i, std::size_t j) const { return lengths_[i * width_ + j]; }

private:
    std::uint32_t& cell(std::size_t i, std::size_t j) { return lengths_[i * width_ + j]; }

    std::size_t width_;
    std::vector<std::uint32_t> lengths_;
};

void addAll(std::vector<DiffLine>& diff, Kind kind, std::span<const std::string> lines) {
    for (const std::string& line : lines) diff.push_back({kind, line});
}

void addChanged(std::vector<DiffLine>& diff, std::span<const std::string> before,
                std::span<const std::string> after) {
    std::size_t i = 0, j = 0;
    if (before.size() * after.size() <= kMostCells) {
        const CommonLengths common(before, after);
        while (i < before.size() && j < after.size()) {
            if (before[i] == after[j]) {
                diff.push_back({Kind::same, before[i]});
                ++i, ++j;
            } else if (common.at(i + 1, j) >= common.at(i, j + 1)) {
                diff.push_back({Kind::removed, before[i++]});
            } else {
                diff.push_back({Kind::added, after[j++]});
            }
        }
    }
    addAll(diff, Kind::removed, before.subspan(i));
    addAll(diff, Kind::added, after.subspan(j));
}

}  // namespace

std::vector<DiffLine> lineDiff(const std::string& before, const std::string& after) {
    const Lines old = linesOf(before), fresh = linesOf(after);
    const std::size_t shorter = std::min(old.size(), fresh.size());
    std::size_t head = 0, tail = 0;
    while (head < shorter && old[head] == fresh[head]) ++head;
    while (tail < shorter - head && old[old.size() - 1 - tail] == fresh[fresh.size() - 1 - tail])
        ++tail;
    std::vector<DiffLine> diff;
    const std::span<const std::string> was(old), is(fresh);
    addAll(diff, Kind::same, was.first(head));
    addChanged(diff, was.subspan(head, old.size() - head - tail),
               is.subspan(head, fresh.size() - head - tail));
    addAll(diff, Kind::same, was.last(tail));
    return diff;
}

}  // namespace headroom::desktop
