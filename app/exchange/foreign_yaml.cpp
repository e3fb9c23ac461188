// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/foreign_yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <sstream>

namespace headroom::exchange {

namespace {

using model::TextError;

TextError errorAt(int line, const std::string& found, const std::string& expected) {
    return {found + " in line " + std::to_string(line), expected, ""};
}

/// Stops yaml-cpp.
struct Stop {
    TextError why;
};

class Builder : public YAML::EventHandler {
public:
    explicit Builder(std::size_t bytes) : mostRead_(2 * bytes + 2) {}

    std::vector<ForeignYaml> documents;

    void OnDocumentStart(const YAML::Mark&) override { anchored_.clear(); }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        add(valueAt(mark, ForeignYaml::Kind::null), anchor);
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        const auto found = anchored_.find(anchor);
        // An alias of what is not finished yet would lead into itself.
        if (found == anchored_.end())
            throw Stop{errorAt(mark.line + 1, "an alias of what it stands in", "another value")};
        count(found->second.size, mark.line + 1);
        ForeignYaml copy = found->second;
        copy.line = mark.line + 1;
        place(std::move(copy));
    }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& text) override {
        ForeignYaml value = valueAt(mark, ForeignYaml::Kind::scalar);
        value.text = text;
        value.quoted = tag == "!";
        add(std::move(value), anchor);
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        open(valueAt(mark, ForeignYaml::Kind::sequence), anchor);
    }
    void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        open(valueAt(mark, ForeignYaml::Kind::mapping), anchor);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapEnd() override { close(); }

private:
    struct Frame {
        ForeignYaml value;
        YAML::anchor_t anchor = 0;
        std::optional<std::string> key;
        std::set<std::string> keys;
    };

    static ForeignYaml valueAt(const YAML::Mark& mark, ForeignYaml::Kind kind) {
        ForeignYaml value;
        value.kind = kind;
        value.line = mark.line + 1;
        return value;
    }

    void count(std::size_t values, int line) {
        values_ += values;
        if (values_ > kMostForeignValues)
            throw Stop{errorAt(line,
                               "more than " + std::to_string(kMostForeignValues) +
                                   " values, copies by aliases included,",
                               "a smaller file")};
    }

    void open(ForeignYaml value, YAML::anchor_t anchor) {
        if (stack_.size() >= kMostForeignDepth)
            throw Stop{errorAt(
                value.line, "more than " + std::to_string(kMostForeignDepth) + " levels", "fewer")};
        stack_.push_back({std::move(value), anchor, {}, {}});
    }

    void close() {
        Frame frame = std::move(stack_.back());
        stack_.pop_back();
        if (frame.value.isMapping()) merge(frame);
        for (const ForeignYaml& child : frame.value.children) frame.value.size += child.size;
        add(std::move(frame.value), frame.anchor);
    }

    // The entries of `<<` stand in for those that the mapping has not itself.
    static void merge(Frame& frame) {
        auto& entries = frame.value.children;
        const auto merged = std::ranges::find(entries, "<<", &ForeignYaml::key);
        if (merged == entries.end()) return;
        const ForeignYaml others = std::move(*merged);
        entries.erase(merged);
        const auto take = [&](const ForeignYaml& other) {
            for (const ForeignYaml& entry : other.children)
                if (other.isMapping() && frame.keys.insert(entry.key).second)
                    entries.push_back(entry);
        };
        if (others.isMapping()) take(others);
        if (others.isSequence())
            for (const ForeignYaml& other : others.children) take(other);
    }

    void add(ForeignYaml value, YAML::anchor_t anchor) {
        // yaml-cpp 0.7 finds empty values without end in some text that is not YAML.
        if (++read_ > mostRead_) throw Stop{errorAt(value.line, "what is not YAML", "YAML")};
        count(1, value.line);
        if (anchor != 0) {
            count(value.size, value.line);
            anchored_[anchor] = value;
        }
        place(std::move(value));
    }

    void place(ForeignYaml value) {
        if (stack_.empty()) {
            if (!value.isNull()) documents.push_back(std::move(value));
            return;
        }
        Frame& frame = stack_.back();
        if (frame.value.isSequence()) {
            frame.value.children.push_back(std::move(value));
        } else if (frame.key) {
            value.key = std::move(*frame.key);
            frame.key.reset();
            frame.value.children.push_back(std::move(value));
        } else {
            takeKey(frame, value);
        }
    }

    static void takeKey(Frame& frame, const ForeignYaml& value) {
        if (!value.isScalar()) throw Stop{errorAt(value.line, "a key that is no text", "a name")};
        if (!frame.keys.insert(value.text).second)
            throw Stop{errorAt(value.line, "`" + value.text + "` a second time", "each key once")};
        frame.key = value.text;
    }

    std::vector<Frame> stack_;
    std::map<YAML::anchor_t, ForeignYaml> anchored_;
    std::size_t values_ = 0;    ///< with copies by aliases
    std::size_t read_ = 0;
    std::size_t mostRead_;  ///< a byte makes two at most, as `? ` does: a key and its value
};

}  // namespace

const ForeignYaml* ForeignYaml::find(std::string_view name) const {
    if (!isMapping()) return nullptr;
    const auto found = std::ranges::find(children, name, &ForeignYaml::key);
    return found == children.end() ? nullptr : &*found;
}

const ForeignYaml* ForeignYaml::at(std::string_view path) const {
    const ForeignYaml* value = this;
    while (value != nullptr && !path.empty()) {
        const std::size_t dot = std::min(path.find('.'), path.size());
        value = value->find(path.substr(0, dot));
        path.remove_prefix(std::min(dot + 1, path.size()));
    }
    return value;
}

std::string_view ForeignYaml::textAt(std::string_view path) const {
    const ForeignYaml* value = at(path);
    return value != nullptr && value->isScalar() ? std::string_view(value->text)
                                                 : std::string_view();
}

model::Parsed<std::vector<ForeignYaml>> parseForeignYaml(std::string_view text) {
    if (text.size() > kMostForeignBytes)
        return TextError{"more than 8 MiB", "a smaller file, such as that of one system", ""};
    if (text.find('\0') != std::string_view::npos) return TextError{"binary data", "YAML", ""};
    Builder builder(text.size());
    std::istringstream stream{std::string(text)};
    try {
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(builder)) {
        }
    } catch (const Stop& stop) {
        return stop.why;
    } catch (const YAML::Exception& exception) {
        return errorAt(exception.mark.line + 1, "what is not YAML (" + exception.msg + ")", "YAML");
    }
    return std::move(builder.documents);
}

}  // namespace headroom::exchange
