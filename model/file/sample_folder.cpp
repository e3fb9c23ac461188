// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/sample_folder.h"

#include "model/file/yaml_node.h"
#include "model/quantity/number_text.h"
#include "model/said.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>

namespace headroom::model {
namespace {

namespace fs = std::filesystem;

struct ColumnUnit {
    std::string_view name;
    double seconds;
};
constexpr ColumnUnit kColumnUnits[] = {
    {"ns", 1e-9}, {"us", 1e-6}, {"ms", 1e-3}, {"s", 1}, {"seconds", 1}};

/// Not `quoted(file)`: that would find std::quoted.
std::string named(std::string_view file) { return quoted(file); }

std::string_view firstColumn(std::string_view line) {
    return trimmed(line.substr(0, line.find_first_of(",;\r")));
}

/// The unit that the first line gives to bare numbers.
std::optional<double> unitOfHeader(std::string_view cell) {
    const auto* unit = std::ranges::find(kColumnUnits, cell, &ColumnUnit::name);
    if (unit == std::end(kColumnUnits)) return {};
    return unit->seconds;
}

std::optional<double> sampleValue(std::string_view cell, std::optional<double> unit) {
    if (unit) {
        const Parsed<double> number = parseNumber(cell);
        return number ? std::optional(*number * *unit) : std::nullopt;
    }
    const Parsed<Duration> duration = parseDuration(cell);
    return duration ? std::optional(toSeconds(*duration)) : std::nullopt;
}

TextError badSample(std::string_view cell, std::size_t line) {
    return {.found = said("Model", "%1 in line %2 of the measured values",
                          {quoted(cell), std::to_string(line)}),
            .expected = said(
                "Model",
                "a duration such as `20 ms`, or a number under a first line `ms` or `seconds`"),
            .suggestion = {}};
}

/// True if `file` is `folder` or below it, links resolved.
bool isBelow(const fs::path& file, const fs::path& folder) {
    const auto [end, rest] = std::mismatch(folder.begin(), folder.end(), file.begin(), file.end());
    return end == folder.end();
}

bool leavesFolder(const fs::path& name) {
    return name.is_absolute() || std::ranges::find(name, fs::path("..")) != name.end();
}

TextError outside(const std::string& file) {
    return {.found = said("Model", "the file %1", {named(file)}),
            .expected = said("Model", "a file in the scenario's folder or below it"),
            .suggestion = {}};
}

TextError unreadable(const std::string& file, std::string_view what) {
    return {.found = said("Model", "no readable file %1", {named(file)}),
            .expected = std::string(what),
            .suggestion = {}};
}

Parsed<std::string> readText(const fs::path& path, const std::string& file, std::string_view what) {
    std::error_code problem;
    const bool regular = fs::is_regular_file(path, problem);
    std::ifstream stream(path, std::ios::binary);
    if (!regular || !stream) return unreadable(file, what);
    if (fs::file_size(path, problem) > kMaxFileBytes || problem) {
        return TextError{.found = said("Model", "the file %1 of more than 16 MiB", {named(file)}),
                         .expected = said("Model", "at most 16 MiB"),
                         .suggestion = {}};
    }
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

}  // namespace

Parsed<std::vector<double>> parseSamples(std::string_view text) {
    std::vector<double> values;
    std::optional<double> unit;
    for (std::size_t line = 1; !text.empty(); ++line) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view cell = firstColumn(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (cell.empty()) continue;
        if (line == 1 && (unit = unitOfHeader(cell))) continue;
        const auto value = sampleValue(cell, unit);
        if (!value) return badSample(cell, line);
        values.push_back(*value);
    }
    if (values.empty()) {
        return TextError{.found = said("Model", "a file without values"),
                         .expected = said("Model", "a column of durations"),
                         .suggestion = {}};
    }
    return values;
}

Parsed<std::string> SampleFolder::text(const std::string& file, std::string_view what) const {
    if (leavesFolder(file)) return outside(file);
    std::error_code problem;
    const fs::path folder = fs::canonical(folder_.empty() ? "." : folder_, problem);
    if (problem) return unreadable(file, what);
    const fs::path path = fs::canonical(folder / file, problem);
    if (problem) return unreadable(file, what);
    if (!isBelow(path, folder)) return outside(file);
    return readText(path, file, what);
}

Parsed<std::vector<double>> SampleFolder::read(const std::string& file) const {
    const auto content = text(file, said("Model", "a CSV file with a column of durations"));
    if (!content) return content.error();
    return parseSamples(*content);
}

Parsed<std::vector<double>> SampleFolder::load(void* context, const std::string& file) {
    return static_cast<SampleFolder*>(context)->read(file);
}

}  // namespace headroom::model
