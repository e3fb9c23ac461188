// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/quantity/parsed.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// YAML that other tools wrote: several documents, anchors, aliases and `<<` are allowed, which a
/// scenario forbids. Nothing in it is trusted: size, depth and the number of values are bounded,
/// copies that aliases make included.
namespace headroom::exchange {

struct ForeignYaml {
    enum class Kind { null, scalar, sequence, mapping };
    Kind kind = Kind::null;
    int line = 0;          ///< from 1
    std::string text;      ///< of a scalar
    bool quoted = false;   ///< a scalar in quotes, or a block scalar
    std::string key;       ///< of an entry of a mapping
    std::size_t size = 1;  ///< values in it, itself included
    std::vector<ForeignYaml> children;

    bool isNull() const { return kind == Kind::null; }
    bool isScalar() const { return kind == Kind::scalar; }
    bool isSequence() const { return kind == Kind::sequence; }
    bool isMapping() const { return kind == Kind::mapping; }
    /// The entry of a mapping; nullptr if there is none or this is no mapping.
    const ForeignYaml* find(std::string_view name) const;
    /// `spec.template.spec`, entry by entry.
    const ForeignYaml* at(std::string_view path) const;
    /// The text at a path; empty if there is none.
    std::string_view textAt(std::string_view path) const;
};

constexpr std::size_t kMostForeignBytes = 8u << 20;
constexpr std::size_t kMostForeignValues = 200'000;
constexpr std::size_t kMostForeignDepth = 64;

/// The documents of a text, empty ones left out. Errors name the line: text that is no YAML, more
/// than the bounds above, a key that is no text or stands twice.
model::Parsed<std::vector<ForeignYaml>> parseForeignYaml(std::string_view text);

}  // namespace headroom::exchange
