// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/file/diagnostic.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// The tree of a YAML text as plain values, with the place of every key and value. Variants are
/// applied to copies of it; each node keeps the place where it was written.
namespace headroom::model {

/// Where something stands in the file; line 0 means "not in the file" (it came from the command
/// line).
struct Place {
    int line = 0;            ///< from 1
    int column = 0;          ///< from 1, in characters
    std::size_t offset = 0;  ///< in bytes from the start of the text
    auto operator<=>(const Place&) const = default;
};

struct YamlNode {
    enum class Kind { null, scalar, sequence, mapping, broken };  // broken: already reported
    Kind kind = Kind::null;
    Place place;
    std::string text;     ///< of a scalar
    bool quoted = false;  ///< a scalar in quotes or a block scalar
    bool flow = false;    ///< a collection in { } or [ ]
    std::string key;      ///< of an entry of a mapping
    Place keyPlace;
    std::vector<YamlNode>
        children;  ///< items of a sequence, entries of a mapping in the order of the text

    bool isNull() const { return kind == Kind::null; }
    bool isScalar() const { return kind == Kind::scalar; }
    bool isSequence() const { return kind == Kind::sequence; }
    bool isMapping() const { return kind == Kind::mapping; }
    bool isBroken() const { return kind == Kind::broken; }
    /// Where a message points: an entry without a value stands at its key.
    const Place& messagePlace() const { return isNull() && !key.empty() ? keyPlace : place; }

    const YamlNode* find(std::string_view name) const;
    YamlNode* find(std::string_view name);
    std::vector<std::string> keys() const;
    /// What a message calls it: "`12`", "a list", "a mapping", "nothing".
    std::string describe() const;
};

/// The same kind, text, keys and children, wherever written. Quotes count only where they change
/// the meaning.
bool sameContent(const YamlNode& a, const YamlNode& b);

/// Limits that keep a hostile file from costing more than its size.
constexpr std::size_t kMaxFileBytes = 16u << 20;
constexpr int kMaxDepth = 64;
constexpr int kMaxNodes = 500'000;

/// Errors of the text as YAML, and what a scenario forbids of YAML: duplicate keys, anchors,
/// aliases, `<<`, tags, several documents, tabs as indentation, unquoted values that a comma cuts
/// in two. These are reported and read on; `complete` is false where the text is no YAML, and the
/// tree then is of no use.
struct YamlText {
    YamlNode root;
    bool complete = false;
    std::vector<Diagnostic> diagnostics;
};
YamlText parseYaml(std::string_view text, const std::string& fileName);

}  // namespace headroom::model
