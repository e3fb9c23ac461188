// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/diagnostic.h"

#include "model/said.h"

#include <algorithm>
#include <cstddef>

namespace headroom::model {
namespace {

std::string placeText(const Diagnostic& d) {
    if (d.line == 0) return d.file;
    return d.file + ":" + std::to_string(d.line) + ":" + std::to_string(d.column);
}

using Row = std::vector<std::size_t>;

/// One row of the optimal string alignment distance; `before` and `beforeThat` are the rows above
/// it.
Row nextRow(const std::string& a, const std::string& b, std::size_t i, const Row& before,
            const Row& beforeThat) {
    Row row(b.size() + 1, i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
        const std::size_t change = before[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        row[j] = std::min({before[j] + 1, row[j - 1] + 1, change});
        const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        if (swapped) row[j] = std::min(row[j], beforeThat[j - 2] + 1);
    }
    return row;
}

std::size_t editDistance(const std::string& a, const std::string& b) {
    Row beforeThat;
    Row before(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) before[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        Row row = nextRow(a, b, i, before, beforeThat);
        beforeThat = std::move(before);
        before = std::move(row);
    }
    return before.back();
}

/// A third of the letters may be wrong, one in a short name.
std::size_t tolerance(const std::string& name) { return std::max<std::size_t>(1, name.size() / 3); }

constexpr std::size_t kLongestName = 100;

}  // namespace

std::string toText(const Diagnostic& d) {
    std::string text = placeText(d);
    text += d.severity == Diagnostic::Severity::error ? ": error: " : ": warning: ";
    if (d.line == 0 && !d.path.empty()) text += d.path + ": ";
    if (d.expected.empty()) return text + d.found;
    if (d.suggestion.empty())
        return text + said("Model", "found %1, expected %2", {d.found, d.expected});
    return text + said("Model", "found %1, expected %2 (did you mean `%3`?)",
                       {d.found, d.expected, d.suggestion});
}

bool hasErrors(const std::vector<Diagnostic>& diagnostics) {
    return std::ranges::any_of(
        diagnostics, [](const Diagnostic& d) { return d.severity == Diagnostic::Severity::error; });
}

std::string nearestName(const std::string& name, const std::vector<std::string>& candidates) {
    if (name.size() > kLongestName) return {};
    std::string nearest;
    std::size_t least = tolerance(name) + 1;
    for (const std::string& candidate : candidates) {
        if (candidate.size() > kLongestName || candidate == name) continue;
        const std::size_t distance = editDistance(name, candidate);
        if (distance >= least || distance >= candidate.size()) continue;
        least = distance;
        nearest = candidate;
    }
    return nearest;
}

}  // namespace headroom::model
