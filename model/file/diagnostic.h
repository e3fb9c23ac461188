// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace headroom::model {

/// One thing wrong in a file a person wrote: where, what was found, what was expected, the nearest
/// right name.
struct Diagnostic {
    enum class Severity { error, warning };
    Severity severity = Severity::error;
    std::string file;
    int line = 0;      ///< from 1; 0: the file as a whole
    int column = 0;    ///< from 1, in characters
    std::string path;  ///< `components.api.concurrency`; may be empty
    std::string found;
    std::string expected;
    std::string suggestion;  ///< may be empty

    bool operator==(const Diagnostic&) const = default;
};

/// `shop.yaml:12:7: error: found `qeue`, expected a key of a service (did you mean `queue`?)`
std::string toText(const Diagnostic& diagnostic);
bool hasErrors(const std::vector<Diagnostic>& diagnostics);

/// The candidate nearest to `name` by edit distance (Damerau–Levenshtein), if near enough to be
/// meant; else empty.
std::string nearestName(const std::string& name, const std::vector<std::string>& candidates);

}  // namespace headroom::model
