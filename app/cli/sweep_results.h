// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

/// The file that keeps what a sweep has finished: one line of JSON for each point, only ever
/// appended to, and on the disk before the next point is written. Its first line says what is swept;
/// a broken last line is what an interrupted program leaves, and is cut off.
namespace headroom::cli {

class SweepResults {
public:
    SweepResults() = default;  ///< keeps nothing
    ~SweepResults();
    SweepResults(const SweepResults&) = delete;
    SweepResults& operator=(const SweepResults&) = delete;

    /// Opens or creates; `fingerprint` tells one sweep from another. Why that failed, or nothing.
    std::optional<std::string> open(const std::string& path, const std::string& fingerprint);
    /// By name of the point.
    const std::map<std::string, nlohmann::ordered_json>& finished() const { return finished_; }
    /// Why it could not be kept, or nothing.
    std::optional<std::string> add(const std::string& point, const nlohmann::ordered_json& run);

private:
    std::optional<std::string> readLines(const std::string& text, const std::string& fingerprint);
    std::optional<std::string> append(const std::string& line);

    std::string path_;
    int file_ = -1;
    std::map<std::string, nlohmann::ordered_json> finished_;
};

/// FNV-1a, 64 bits, as hexadecimal digits: the same on every machine.
std::string fingerprintOf(std::string_view text);

}  // namespace headroom::cli
