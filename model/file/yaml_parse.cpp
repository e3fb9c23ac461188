// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/source_extent.h"
#include "model/file/source_text.h"
#include "model/file/yaml_node.h"
#include "model/said.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>
#include <unordered_set>

namespace headroom::model {
namespace {

constexpr const char* kOpenQuote = HEADROOM_SAID("Model", "a quote that is never closed");
constexpr const char* kClosingQuote = HEADROOM_SAID("Model", "its closing quote");

/// Stops yaml-cpp; the reason has been reported.
struct Stop {};

/// Opening less closing parentheses.
long openParentheses(std::string_view text) {
    return std::ranges::count(text, '(') - std::ranges::count(text, ')');
}

bool isCut(const YamlNode& node) {
    return node.isScalar() && !node.quoted && openParentheses(node.text) > 0;
}

/// What stands after the comma of a value cut in two: an item of its own in a list, a key without
/// value in a mapping.
const std::string* continuation(const YamlNode& parent, const YamlNode& node) {
    if (parent.isMapping()) return node.isNull() ? &node.key : nullptr;
    return node.isScalar() && !node.quoted ? &node.text : nullptr;
}

/// Builds the tree from yaml-cpp's events, which know every place and, unlike its nodes, every
/// duplicate.
class TreeBuilder : public YAML::EventHandler {
public:
    TreeBuilder(std::string_view text, const std::string& fileName, YamlText& result)
        : text_(text),
          index_(text),
          mark_(byteOrderMarkLength(text)),
          fileName_(fileName),
          result_(result) {}

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (documents_++ == 0) return;
        error(placeOf(mark), said("Model", "a second document"),
              said("Model", "one document in a file"));
        throw Stop{};
    }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t) override {
        YamlNode node;
        node.place = placeOf(mark);
        add(std::move(node));
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
        YamlNode node;
        node.kind = YamlNode::Kind::broken;
        node.place = placeOf(mark);
        error(node.place, said("Model", "an alias (`*`)"),
              said("Model", "the value itself; a scenario has no anchors and aliases"));
        add(std::move(node));
    }
    void OnAnchor(const YAML::Mark& mark, const std::string& name) override {
        error(placeOf(mark), said("Model", "the anchor `&%1`", {name}),
              said("Model", "the value alone; a scenario has no anchors and aliases"));
    }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                  const std::string& value) override {
        YamlNode node = begin(YamlNode::Kind::scalar, mark, tag);
        node.text = value;
        node.quoted = tag != "?";
        checkQuote(node);
        add(std::move(node));
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                         YAML::EmitterStyle::value style) override {
        open(begin(YamlNode::Kind::sequence, mark, tag), style);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                    YAML::EmitterStyle::value style) override {
        open(begin(YamlNode::Kind::mapping, mark, tag), style);
    }
    void OnMapEnd() override { close(); }

    bool hasDocument() const { return documents_ > 0; }
    void syntaxError(const YAML::Exception& exception);

private:
    struct Frame {
        YamlNode node;
        bool hasKey = false;
        bool keyIsName = false;
        std::string key;
        Place keyPlace;
    };

    Place placeOf(const YAML::Mark& mark) const {
        return index_.placeAt(static_cast<std::size_t>(std::max(mark.pos, 0)) + mark_);
    }
    void error(const Place& place, std::string found, std::string expected) {
        result_.diagnostics.push_back({.file = fileName_,
                                       .line = place.line,
                                       .column = place.column,
                                       .path = {},
                                       .found = std::move(found),
                                       .expected = std::move(expected),
                                       .suggestion = {}});
    }
    YamlNode begin(YamlNode::Kind kind, const YAML::Mark& mark, const std::string& tag) {
        YamlNode node;
        node.kind = kind;
        node.place = placeOf(mark);
        if (!tag.empty() && tag != "?" && tag != "!")
            error(node.place, said("Model", "the tag `%1`", {tag}), said("Model", "no tag"));
        return node;
    }
    void open(YamlNode node, YAML::EmitterStyle::value style) {
        node.flow = style == YAML::EmitterStyle::Flow;
        if (stack_.size() >= static_cast<std::size_t>(kMaxDepth)) {
            error(node.place,
                  said("Model", "more than %1 levels of nesting", {std::to_string(kMaxDepth)}),
                  said("Model", "fewer"));
            throw Stop{};
        }
        stack_.push_back({.node = std::move(node), .key = {}, .keyPlace = {}});
    }
    void close() {
        YamlNode node = std::move(stack_.back().node);
        stack_.pop_back();
        if (node.flow) joinCutValues(node);
        if (node.isMapping()) dropForbiddenKeys(node);
        add(std::move(node));
    }
    void add(YamlNode node);
    static void addEntry(Frame& frame, YamlNode node);
    void takeKey(Frame& frame, const YamlNode& node);
    void checkQuote(const YamlNode& scalar);
    void joinCutValues(YamlNode& parent);
    void dropForbiddenKeys(YamlNode& mapping);

    std::string_view text_;
    LineIndex index_;
    std::size_t mark_;
    const std::string& fileName_;
    YamlText& result_;
    std::vector<Frame> stack_;
    int documents_ = 0;
    int nodes_ = 0;
};

void TreeBuilder::add(YamlNode node) {
    if (++nodes_ > kMaxNodes) {
        error(node.place, said("Model", "more than %1 values", {std::to_string(kMaxNodes)}),
              said("Model", "fewer"));
        throw Stop{};
    }
    if (stack_.empty()) {
        result_.root = std::move(node);
        return;
    }
    Frame& frame = stack_.back();
    if (frame.node.isSequence()) {
        frame.node.children.push_back(std::move(node));
    } else if (frame.hasKey) {
        addEntry(frame, std::move(node));
    } else {
        takeKey(frame, node);
    }
}

void TreeBuilder::addEntry(Frame& frame, YamlNode node) {
    frame.hasKey = false;
    if (!frame.keyIsName) return;
    node.key = std::move(frame.key);
    node.keyPlace = frame.keyPlace;
    frame.node.children.push_back(std::move(node));
}

void TreeBuilder::takeKey(Frame& frame, const YamlNode& node) {
    frame.hasKey = true;
    frame.keyIsName = node.isScalar() && !node.text.empty();
    frame.key = node.text;
    frame.keyPlace = node.place;
    if (!frame.keyIsName)
        error(node.place, said("Model", "%1 as a key", {node.describe()}), said("Model", "a name"));
}

/// yaml-cpp takes the end of the file for the closing quote.
void TreeBuilder::checkQuote(const YamlNode& scalar) {
    const char quote = scalar.place.offset < text_.size() ? text_[scalar.place.offset] : ' ';
    if (!scalar.quoted || (quote != '"' && quote != '\'')) return;
    if (SourceExtent(text_).isClosed(scalar)) return;
    error(scalar.place, said("Model", kOpenQuote), said("Model", kClosingQuote));
    throw Stop{};
}

/// `{work: exp(1 s, 2 s)}` is two entries to YAML, `work: exp(1 s` and `2 s)`: says so, and reads
/// what was meant.
void TreeBuilder::joinCutValues(YamlNode& parent) {
    auto& children = parent.children;
    for (std::size_t i = 0; i < children.size(); ++i) {
        if (!isCut(children[i])) continue;
        std::size_t end = i + 1;
        for (; end < children.size() && openParentheses(children[i].text) > 0; ++end) {
            const std::string* rest = continuation(parent, children[end]);
            if (!rest) break;
            children[i].text += ", " + *rest;
        }
        error(children[i].place, said("Model", "%1 without quotes", {children[i].describe()}),
              said("Model", "quotes around a value with a comma inside { } or [ ]"));
        const auto first = children.begin() + static_cast<std::ptrdiff_t>(i) + 1;
        children.erase(first, children.begin() + static_cast<std::ptrdiff_t>(end));
    }
}

void TreeBuilder::dropForbiddenKeys(YamlNode& mapping) {
    std::unordered_set<std::string> seen;
    std::erase_if(mapping.children, [&](const YamlNode& child) {
        if (child.key == "<<") {
            error(child.keyPlace, said("Model", "the merge key `<<`"),
                  said("Model", "the entries themselves"));
            return true;
        }
        if (seen.insert(child.key).second) return false;
        error(child.keyPlace, said("Model", "`%1` a second time", {child.key}),
              said("Model", "each key once"));
        return true;
    });
}

/// yaml-cpp's words for what people do most often, in ours.
struct SyntaxWords {
    std::string_view theirs;
    const char* found;
    const char* expected;
};
const SyntaxWords kSyntaxWords[] = {
    {YAML::ErrorMsg::MAP_VALUE, HEADROOM_SAID("Model", "a `:` where no value can begin"),
     HEADROOM_SAID("Model", "one `key: value` on a line, or quotes around the text")},
    {YAML::ErrorMsg::MAP_KEY, HEADROOM_SAID("Model", "a key where none can begin"),
     HEADROOM_SAID("Model", "one `key: value` on a line")},
    {YAML::ErrorMsg::UNKNOWN_TOKEN, HEADROOM_SAID("Model", "a character that cannot begin a value"),
     HEADROOM_SAID("Model", "quotes around the text")},
    {YAML::ErrorMsg::END_OF_MAP,
     HEADROOM_SAID("Model", "an entry that is out of line with those above it"),
     HEADROOM_SAID("Model", "the same indentation")},
    {YAML::ErrorMsg::END_OF_SEQ,
     HEADROOM_SAID("Model", "an item that is out of line with those above it"),
     HEADROOM_SAID("Model", "the same indentation")},
    {YAML::ErrorMsg::END_OF_MAP_FLOW, HEADROOM_SAID("Model", "`{` without its `}`"),
     HEADROOM_SAID("Model", "`}`, and quotes around text with { } [ ] or a comma")},
    {YAML::ErrorMsg::END_OF_SEQ_FLOW, HEADROOM_SAID("Model", "`[` without its `]`"),
     HEADROOM_SAID("Model", "`]`, and quotes around text with { } [ ] or a comma")},
    {YAML::ErrorMsg::FLOW_END, HEADROOM_SAID("Model", "`}` or `]` that closes nothing"),
     HEADROOM_SAID("Model", "the bracket that opens it")},
    {YAML::ErrorMsg::EOF_IN_SCALAR, kOpenQuote, kClosingQuote},
    {YAML::ErrorMsg::BLOCK_ENTRY, HEADROOM_SAID("Model", "a `-` where no item can begin"),
     HEADROOM_SAID("Model", "items each on a line of its own")},
    {YAML::ErrorMsg::UNKNOWN_ANCHOR, HEADROOM_SAID("Model", "an alias (`*`)"),
     HEADROOM_SAID("Model", "the value itself, or quotes around the text")},
};

void TreeBuilder::syntaxError(const YAML::Exception& exception) {
    const auto* words = std::ranges::find(kSyntaxWords, exception.msg, &SyntaxWords::theirs);
    // A bracket that is never closed is noticed at the end of the file; where it was opened is what
    // helps.
    const bool unclosed =
        exception.msg.find("flow not found") != std::string::npos && !stack_.empty();
    const Place place = unclosed ? stack_.back().node.place : placeOf(exception.mark);
    if (words != std::end(kSyntaxWords)) {
        error(place, said("Model", words->found), said("Model", words->expected));
    } else {
        error(place, said("Model", "what is not YAML (%1)", {exception.msg}), "YAML");
    }
}

/// True if the text is YAML to its end.
bool build(std::istream& stream, TreeBuilder& builder) {
    try {
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(builder)) {
        }
        return true;
    } catch (const Stop&) {
        return false;
    } catch (const YAML::Exception& exception) {
        builder.syntaxError(exception);
        return false;
    }
}

}  // namespace

YamlText parseYaml(std::string_view text, const std::string& fileName) {
    YamlText result;
    result.diagnostics = checkSourceText(text, fileName);
    if (hasErrors(result.diagnostics)) return result;
    TreeBuilder builder(text, fileName, result);
    std::istringstream stream{std::string(text)};
    result.complete = build(stream, builder);
    return result;
}

}  // namespace headroom::model
