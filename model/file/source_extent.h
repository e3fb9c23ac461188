// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/file/yaml_node.h"

#include <cstddef>
#include <string_view>

/// Where things of a YAML tree end in its text. The parser tells only where they begin.
namespace headroom::model {

class SourceExtent {
public:
    explicit SourceExtent(std::string_view text) : text_(text) {}

    /// Behind the last byte of a value. For an entry without a value: behind its colon, or its key
    /// where it has none.
    std::size_t endOf(const YamlNode& node) const;
    /// Where an entry begins: at its key, or at the `-` of an item of a block list.
    std::size_t beginOf(const YamlNode& entry) const;
    /// Behind the colon of an entry's key.
    std::size_t colonEnd(const YamlNode& entry) const;
    /// True for an entry whose value is not written.
    bool isUnwritten(const YamlNode& node) const;

    /// True unless the text ends before the scalar's closing quote.
    bool isClosed(const YamlNode& quoted) const;

    std::size_t lineBegin(std::size_t offset) const;
    /// Behind the line's end mark.
    std::size_t nextLine(std::size_t offset) const;
    /// The first byte from `offset` on that is no blank.
    std::size_t skipBlanks(std::size_t offset) const;
    /// As `skipBlanks`, over ends of lines and comments too.
    std::size_t skipSpace(std::size_t offset) const;
    std::string_view endOfLineMark() const;

private:
    char at(std::size_t offset) const { return offset < text_.size() ? text_[offset] : '\0'; }
    std::size_t scalarEnd(std::size_t begin, std::string_view value, const YamlNode& node) const;
    std::size_t quotedEnd(std::size_t begin) const;
    std::size_t plainEnd(std::size_t begin, std::string_view value) const;
    std::size_t blockScalarEnd(const YamlNode& node) const;
    std::size_t flowEnd(const YamlNode& node) const;
    std::size_t keyEnd(const YamlNode& entry) const;

    std::string_view text_;
};

}  // namespace headroom::model
