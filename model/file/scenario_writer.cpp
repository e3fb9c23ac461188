// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/scenario_writer.h"

#include "model/file/node_path.h"
#include "model/file/reading.h"
#include "model/file/source_extent.h"
#include "model/file/source_text.h"
#include "model/file/yaml_node.h"
#include "model/said.h"

#include <algorithm>

namespace headroom::model {
namespace {

using Outcome = Parsed<std::string>;

TextError failure(std::string found, std::string expected, std::string suggestion = {}) {
    return {.found = std::move(found),
            .expected = std::move(expected),
            .suggestion = std::move(suggestion)};
}

/// A value as it is to be written, and what it means.
struct NewValue {
    std::string text;
    YamlNode node;
};

Parsed<NewValue> parseValue(std::string_view value) {
    const TextError wrong = failure(
        quoted(value),
        said("Model", "a YAML value on one line, with quotes around text with `: ` or ` #`"));
    if (value.find('\n') != std::string_view::npos) return wrong;
    YamlText parsed = parseYaml(value, {});
    const bool block = !parsed.root.children.empty() && !parsed.root.flow;
    if (!parsed.complete || !parsed.diagnostics.empty() || block) return wrong;
    const SourceExtent source(value);
    const std::size_t begin = parsed.root.place.offset;
    if (parsed.root.isNull() && source.isUnwritten(parsed.root)) return wrong;
    std::string text(value.substr(begin, source.endOf(parsed.root) - begin));
    return NewValue{std::move(text), std::move(parsed.root)};
}

std::string singleQuoted(std::string_view text) {
    std::string result = "'";
    for (const char c : text) result += c == '\'' ? std::string("''") : std::string(1, c);
    return result + "'";
}

/// As it has to be written inside { } or [ ], where a comma or bracket of plain text would end it.
std::string flowText(const NewValue& value) {
    const bool plain = value.node.isScalar() && !value.node.quoted;
    return plain && value.text.find_first_of(",[]{}") != std::string::npos
               ? singleQuoted(value.text)
               : value.text;
}

/// A key, in quotes where it would end early.
std::string keyText(const std::string& name) {
    return name.find_first_of("[]{},:#") == std::string::npos ? name : singleQuoted(name);
}

/// `{b: {c: value}}` for the names from `from` on.
std::string nested(const NodePath& path, std::size_t from, const NewValue& value) {
    std::string text;
    for (std::size_t i = from; i < path.size(); ++i)
        text.append("{").append(keyText(path[i].name)).append(": ");
    return text + flowText(value) + std::string(path.size() - from, '}');
}

YamlNode nestedNode(const NodePath& path, std::size_t from, const YamlNode& value) {
    YamlNode node = value;
    for (std::size_t i = path.size(); i-- > from;) {
        node.key = path[i].name;
        YamlNode outer;
        outer.kind = YamlNode::Kind::mapping;
        outer.children.push_back(std::move(node));
        node = std::move(outer);
    }
    return node;
}

/// What stands from `begin` to `end` gives way to `by`.
struct Patch {
    std::size_t begin, end;
    std::string by;
};

std::string patched(std::string_view text, std::vector<Patch> patches) {
    std::ranges::sort(patches, std::ranges::greater{}, &Patch::begin);
    std::string result(text);
    for (const Patch& patch : patches)
        result.replace(patch.begin, patch.end - patch.begin, patch.by);
    return result;
}

/// A text with its tree, the path that was asked for, and how far it leads.
class Editor {
public:
    Editor(std::string_view text, std::string_view path)
        : text_(text), source_(text), pathText_(path), tree_(parseYaml(text, {})) {}

    Outcome withValue(std::string_view value);
    Outcome withItem(std::string_view item);
    Outcome withoutEntry();

private:
    std::optional<TextError> find();
    TextError noSuchPath() const;
    const YamlNode& parent() const;
    bool isInFlow() const;
    /// The text, if it reads as the tree that was meant.
    Outcome checked(const YamlNode& meant) const;

    void replace(std::size_t begin, std::size_t end, std::string by) {
        patches_.push_back({begin, end, std::move(by)});
    }
    void replaceValue(const YamlNode& node, const std::string& value);
    void replaceBlock(const YamlNode& node, const std::string& value);
    void addEntry(const YamlNode& mapping, const NodePath& path, const NewValue& value);
    void addLine(const YamlNode& mapping, const std::string& entry);
    void addItemLine(const YamlNode& list, const std::string& item);
    void removeWithLines(std::size_t begin, std::size_t end);
    void removeFromFlow(const YamlNode& list, std::size_t index);
    void removeFromBlock(const YamlNode& entry);

    std::string_view text_;
    std::vector<Patch> patches_;
    SourceExtent source_;
    std::string pathText_;
    YamlText tree_;
    NodePath path_;
    PathWalk reached_;
};

TextError Editor::noSuchPath() const {
    const PathPart& missing = path_[reached_.matched];
    return failure(said("Model", "the path %1", {quoted(pathText_)}),
                   said("Model", "a path that leads to something"),
                   nearestName(missing.name, namesUnder(*reached_.node)));
}

std::optional<TextError> Editor::find() {
    if (!tree_.complete) {
        const Diagnostic& first = tree_.diagnostics.front();
        return failure(said("Model", "%1 in line %2", {first.found, std::to_string(first.line)}),
                       first.expected);
    }
    const auto path = parsePath(pathText_);
    if (!path)
        return failure(quoted(pathText_),
                       said("Model", "a path such as `components.api.instances`"));
    path_ = *path;
    reached_ = walk(tree_.root, path_);
    return {};
}

const YamlNode& Editor::parent() const {
    const YamlNode* node = &tree_.root;
    for (std::size_t i = 0; i + 1 < reached_.children.size(); ++i)
        node = &node->children[reached_.children[i]];
    return *node;
}

bool Editor::isInFlow() const {
    const YamlNode* node = &tree_.root;
    for (const std::size_t child : reached_.children) {
        if (node->flow) return true;
        node = &node->children[child];
    }
    return false;
}

Outcome Editor::checked(const YamlNode& meant) const {
    std::string text = patched(text_, patches_);
    const YamlText result = parseYaml(text, {});
    if (result.complete && sameContent(result.root, meant)) return text;
    return failure(said("Model", "a place that cannot be changed by itself"),
                   said("Model", "to be changed in the text"));
}

void Editor::replaceValue(const YamlNode& node, const std::string& value) {
    const bool block = (node.isMapping() || node.isSequence()) && !node.flow;
    const bool ownLine =
        source_.lineBegin(node.place.offset) > source_.lineBegin(node.keyPlace.offset);
    if (source_.isUnwritten(node)) {
        const std::size_t end = source_.endOf(node);
        const bool follows = node.key.empty() || (end > 0 && text_[end - 1] == ':');
        replace(end, end, (end == 0 ? "" : follows ? " " : ": ") + value);
    } else if (block && !node.key.empty() && ownLine) {
        replaceBlock(node, value);
    } else {
        replace(node.place.offset, source_.endOf(node), value);
    }
}

/// The lines of the block go; the value stands behind the colon, before a comment that is there.
void Editor::replaceBlock(const YamlNode& node, const std::string& value) {
    const std::size_t colon = source_.colonEnd(node);
    replace(source_.lineBegin(node.place.offset), source_.nextLine(source_.endOf(node)), "");
    replace(colon, colon, " " + value);
}

void Editor::addLine(const YamlNode& mapping, const std::string& entry) {
    const std::size_t first = mapping.children.front().keyPlace.offset;
    const std::size_t indent = first - source_.lineBegin(first) -
                               (source_.lineBegin(first) == 0 ? byteOrderMarkLength(text_) : 0);
    const std::string line = std::string(indent, ' ') + entry;
    const std::string mark(source_.endOfLineMark());
    const std::size_t at = source_.nextLine(source_.endOf(mapping));
    const bool ended = at > 0 && text_[at - 1] == '\n';
    replace(at, at, ended ? line + mark : mark + line);
}

void Editor::addEntry(const YamlNode& mapping, const NodePath& path, const NewValue& value) {
    const std::size_t from = reached_.matched;
    const std::string name = keyText(path[from].name);
    const bool deep = from + 1 < path.size();
    if (mapping.children.empty()) {
        replaceValue(mapping, nested(path, from, value));
    } else if (mapping.flow) {
        const std::size_t end = source_.endOf(mapping.children.back());
        replace(end, end,
                ", " + name + ": " + (deep ? nested(path, from + 1, value) : flowText(value)));
    } else {
        addLine(mapping, name + ": " + (deep ? nested(path, from + 1, value) : value.text));
    }
}

Outcome Editor::withValue(std::string_view valueText) {
    if (auto error = find()) return *error;
    const Parsed<NewValue> value = parseValue(valueText);
    if (!value) return value.error();
    YamlNode meant = tree_.root;
    YamlNode& target = nodeAt(meant, reached_.children);
    const YamlNode& node = *reached_.node;
    if (reached_.matched == path_.size()) {
        YamlNode replacement = value->node;
        replacement.key = node.key;
        target = std::move(replacement);
        replaceValue(node, isInFlow() ? flowText(*value) : value->text);
        return checked(meant);
    }
    if (!canGrow(path_, reached_)) return noSuchPath();
    YamlNode addition = nestedNode(path_, reached_.matched, value->node);
    target.kind = YamlNode::Kind::mapping;
    target.children.push_back(std::move(addition.children.front()));
    addEntry(node, path_, *value);
    return checked(meant);
}

/// Under the dash of the first item.
void Editor::addItemLine(const YamlNode& list, const std::string& item) {
    const std::size_t dash = source_.beginOf(list.children.front());
    const std::size_t line = source_.lineBegin(dash);
    const std::string mark(source_.endOfLineMark());
    const std::size_t at = source_.nextLine(source_.endOf(list));
    const std::string entry = std::string(dash - line, ' ') + "- " + item;
    const bool ended = at > 0 && text_[at - 1] == '\n';
    replace(at, at, ended ? entry + mark : mark + entry);
}

Outcome Editor::withItem(std::string_view itemText) {
    if (auto error = find()) return *error;
    const Parsed<NewValue> item = parseValue(itemText);
    if (!item) return item.error();
    const YamlNode& list = *reached_.node;
    const bool there = reached_.matched == path_.size();
    if (!there || list.isNull() || (list.isSequence() && list.children.empty()))
        return withValue("[" + flowText(*item) + "]");
    if (!list.isSequence()) return failure(list.describe(), said("Model", "a list"));
    YamlNode meant = tree_.root;
    nodeAt(meant, reached_.children).children.push_back(item->node);
    const std::size_t end = source_.endOf(list.children.back());
    if (list.flow)
        replace(end, end, ", " + flowText(*item));
    else
        addItemLine(list, item->text);
    return checked(meant);
}

/// An entry that has its lines to itself takes them along.
void Editor::removeWithLines(std::size_t begin, std::size_t end) {
    const std::size_t line = source_.lineBegin(begin);
    const std::size_t rest = source_.skipBlanks(end);
    const bool lastOfLine =
        rest == text_.size() || text_[rest] == '\n' || text_[rest] == '\r' || text_[rest] == '#';
    if (source_.skipBlanks(line) == begin && lastOfLine)
        replace(line, source_.nextLine(rest), "");
    else
        replace(begin, lastOfLine ? end : rest, "");
}

/// With the comma before the last entry, or behind any other.
void Editor::removeFromFlow(const YamlNode& list, std::size_t index) {
    const YamlNode& entry = list.children[index];
    const std::size_t begin = entry.key.empty() ? entry.place.offset : entry.keyPlace.offset;
    const std::size_t end = source_.endOf(entry);
    const std::size_t after = source_.skipSpace(end);
    const bool followed = after < text_.size() && text_[after] == ',';
    if (!followed && index > 0) {
        const std::size_t comma = source_.skipSpace(source_.endOf(list.children[index - 1]));
        replace(comma, comma + 1, "");
        const std::size_t blanks = source_.skipBlanks(comma + 1);
        if (blanks == begin) return replace(comma + 1, end, "");
    }
    removeWithLines(begin, followed ? after + 1 : end);
}

void Editor::removeFromBlock(const YamlNode& entry) {
    const std::size_t begin = source_.beginOf(entry);
    const std::size_t line = source_.lineBegin(begin);
    const std::size_t next = source_.nextLine(source_.endOf(entry));
    // The first entry behind a `-` leaves the dash to the next one.
    const bool ownLine = source_.skipBlanks(line) == begin;
    if (ownLine)
        replace(line, next, "");
    else
        replace(begin, source_.skipBlanks(next), "");
}

Outcome Editor::withoutEntry() {
    if (auto error = find()) return *error;
    if (reached_.matched < path_.size()) return noSuchPath();
    YamlNode meant = tree_.root;
    std::vector<std::size_t> way = reached_.children;
    const std::size_t index = way.back();
    way.pop_back();
    auto& siblings = nodeAt(meant, way).children;
    siblings.erase(siblings.begin() + static_cast<std::ptrdiff_t>(index));
    const YamlNode& list = parent();
    if (list.flow)
        removeFromFlow(list, index);
    else if (list.children.size() > 1)
        removeFromBlock(list.children[index]);
    else
        replaceValue(list, list.isMapping() ? "{}" : "[]");
    return checked(meant);
}

}  // namespace

Parsed<std::string> withValue(std::string_view text, std::string_view path,
                              std::string_view value) {
    return Editor(text, path).withValue(value);
}

Parsed<std::string> withItem(std::string_view text, std::string_view path, std::string_view item) {
    return Editor(text, path).withItem(item);
}

Parsed<std::string> withoutEntry(std::string_view text, std::string_view path) {
    return Editor(text, path).withoutEntry();
}

}  // namespace headroom::model
