// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/quantity/distribution.h"

#include <string>
#include <string_view>
#include <vector>

namespace headroom::model {

/// Reads the files that a scenario names, which stay under its folder: no absolute name, no `..`,
/// no link that leads out of it.
///
/// A file of `empirical(file.csv)` has a value a line, the first column where there are several
/// (split at `,` or `;`). Values are durations with units, `20 ms`; or bare numbers under a first
/// line that names their unit: `ns`, `us`, `ms`, `s` or `seconds`.
class SampleFolder {
public:
    explicit SampleFolder(std::string folder) : folder_(std::move(folder)) {}
    /// Lives no longer than this.
    SampleSource source() { return {.load = load, .context = this}; }
    Parsed<std::vector<double>> read(const std::string& file) const;
    /// What a file of the folder holds, at most 16 MiB of it. `what`: "a CSV file".
    Parsed<std::string> text(const std::string& file, std::string_view what) const;

private:
    static Parsed<std::vector<double>> load(void* context, const std::string& file);
    std::string folder_;
};

/// The values in seconds of a file's text.
Parsed<std::vector<double>> parseSamples(std::string_view text);

}  // namespace headroom::model
