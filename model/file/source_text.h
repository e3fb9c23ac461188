// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/file/yaml_node.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// The text of a file as bytes and lines.
namespace headroom::model {

/// Finds the line and column of a byte. Columns count characters, so that editors and people agree
/// with them.
class LineIndex {
public:
    explicit LineIndex(std::string_view text);
    /// Offsets beyond the end are those of the end.
    Place placeAt(std::size_t offset) const;

private:
    std::size_t charactersBefore(std::size_t offset) const;

    std::string_view text_;
    std::vector<std::size_t> lines_;       ///< where they begin
    std::vector<std::size_t> characters_;  ///< before every so many bytes
};

/// What makes a text unreadable before YAML is asked: size, bytes that are no UTF-8, control
/// characters, tabs as indentation. At most one diagnostic of each kind.
std::vector<Diagnostic> checkSourceText(std::string_view text, const std::string& fileName);

/// The length of a byte order mark at the start of the text: 0 or 3.
std::size_t byteOrderMarkLength(std::string_view text);

}  // namespace headroom::model
