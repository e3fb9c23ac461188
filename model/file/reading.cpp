// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/reading.h"

#include "model/file/sections.h"
#include "model/file/variants.h"
#include "model/said.h"

#include <algorithm>

namespace headroom::model {
namespace {

/// Where values without a place in the file come from.
const std::string kCommandLine = "--set";

}  // namespace

Item entryOf(const Item& parent, const YamlNode& child) {
    return {&child, parent.path.empty() ? child.key : parent.path + "." + child.key};
}

Item elementOf(const Item& sequence, std::size_t index) {
    return {&sequence.node->children[index], sequence.path + "[" + std::to_string(index) + "]"};
}

void Reading::errorAt(const Place& place, std::string path, std::string found, std::string expected,
                      std::string suggestion) {
    ++errors_;
    const std::string& file = place.line == 0 ? kCommandLine : fileName_;
    diagnostics_.push_back({.severity = Diagnostic::Severity::error,
                            .file = file,
                            .line = place.line,
                            .column = place.column,
                            .path = std::move(path),
                            .found = std::move(found),
                            .expected = std::move(expected),
                            .suggestion = std::move(suggestion)});
}

void Reading::error(const Item& item, std::string found, std::string expected,
                    std::string suggestion) {
    errorAt(item.node->messagePlace(), item.path, std::move(found), std::move(expected),
            std::move(suggestion));
}

void Reading::errorAtKey(const Item& item, std::string found, std::string expected,
                         std::string suggestion) {
    const YamlNode& node = *item.node;
    errorAt(node.key.empty() ? node.place : node.keyPlace, item.path, std::move(found),
            std::move(expected), std::move(suggestion));
}

void Reading::wrongKind(const Item& item, std::string expected) {
    if (!item.node->isBroken()) error(item, item.node->describe(), std::move(expected));
}

void Reading::textError(const Item& item, const TextError& textError) {
    error(item, textError.found, textError.expected, textError.suggestion);
}

void Reading::warning(const Item& item, std::string sentence) {
    const Place& place = item.node->key.empty() ? item.node->place : item.node->keyPlace;
    const std::string& file = place.line == 0 ? kCommandLine : fileName_;
    diagnostics_.push_back({.severity = Diagnostic::Severity::warning,
                            .file = file,
                            .line = place.line,
                            .column = place.column,
                            .path = item.path,
                            .found = std::move(sentence),
                            .expected = {},
                            .suggestion = {}});
}

void Reading::unsupported(const Item& item, const NotSimulated& row) {
    const bool isError = row.changesFigures && unsimulated_ == Unsimulated::refused;
    const std::string words = said("Model", row.words);
    if (!isError && std::ranges::find(notSimulated_, words) == notSimulated_.end())
        notSimulated_.push_back(words);
    if (unsimulated_ == Unsimulated::accepted) return;
    if (!isError)
        return warning(
            item, said("Model", "%1 is not used by this version of Headroom", {quoted(row.key)}));
    if (row.value == kAnyMapping)
        errorAtKey(item,
                   said("Model", "%1 as a mapping is not supported by this version of Headroom",
                        {quoted(row.key)}),
                   {});
    else if (row.value == kAnyList)
        errorAtKey(item,
                   said("Model", "%1 as a list is not supported by this version of Headroom",
                        {quoted(row.key)}),
                   {});
    else if (row.value.empty())
        errorAtKey(
            item,
            said("Model", "%1 is not supported by this version of Headroom", {quoted(row.key)}),
            {});
    else
        error(item,
              said("Model", "%1 is not supported by this version of Headroom", {quoted(row.value)}),
              {});
}

void Reading::report(Diagnostic diagnostic) {
    if (diagnostic.severity == Diagnostic::Severity::error) ++errors_;
    diagnostics_.push_back(std::move(diagnostic));
}

const YamlNode* Reading::tree(const std::string& variant) {
    if (variant.empty() || !base_) return current_;
    const auto [place, isNew] = trees_.try_emplace(variant);
    if (!isNew) return place->second.get();
    const auto& variants = names_.variants;
    if (std::ranges::find(variants, variant) == variants.end()) return nullptr;
    Reading own(fileName_, folder_, namesIn(*base_), unsimulated_);
    YamlNode applied = applyVariant(own, *base_, variant);
    if (own.errorCount() == 0) place->second = std::make_shared<const YamlNode>(std::move(applied));
    return place->second.get();
}

void Reading::expectName(const Item& item, const std::string& name, const std::string& expected,
                         const std::vector<std::string>& candidates) {
    if (isFull() || std::ranges::find(candidates, name) != candidates.end()) return;
    error(item, quoted(name), expected, nearestName(name, candidates));
}

std::string oneOf(const std::vector<std::string>& words) {
    if (words.empty()) return {};
    std::string list;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        if (i > 0) list += ", ";
        list += quoted(words[i]);
    }
    if (list.empty()) return quoted(words.back());
    return said("Model", "%1 or %2", {list, quoted(words.back())});
}

}  // namespace headroom::model
