// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/document/rename.h"

#include "app/desktop/base/text.h"
#include "model/said.h"

#include <QRegularExpression>

#include <algorithm>
#include <functional>
#include <string_view>
#include <vector>

namespace headroom::desktop {

namespace {

using model::YamlNode;

struct Patch {
    std::size_t at, length;
    std::string by;
};

constexpr std::string_view kReferences[] = {"to", "origin", "entry", "scales"};
constexpr std::string_view kExpressions[] = {"objective", "of", "when"};

class Renaming {
public:
    Renaming(const std::string& text, const std::string& from, const std::string& to)
        : text_(text), from_(from), to_(to),
          inExpressions_(QStringLiteral("(?<![\\w.-])%1(?=\\.)").arg(QRegularExpression::escape(toQt(from)))) {}

    std::string applied(const YamlNode& root) {
        visit(root, {});
        std::ranges::sort(patches_, std::ranges::greater{}, &Patch::at);
        std::string result = text_;
        for (const Patch& patch : patches_) result.replace(patch.at, patch.length, patch.by);
        return result;
    }

private:
    void visit(const YamlNode& node, const std::vector<std::string>& path) {
        const std::string parent = path.empty() ? std::string() : path.back();
        if (!node.key.empty()) visitKey(node, path.size() > 1 ? path[path.size() - 2] : std::string());
        if (node.isScalar()) visitScalar(node, parent);
        for (const YamlNode& child : node.children) {
            std::vector<std::string> deeper = path;
            deeper.push_back(child.key.empty() ? parent : child.key);
            visit(child, deeper);
        }
    }

    void visitKey(const YamlNode& node, const std::string& mapping) {
        if (mapping == "components" || mapping == "layout") {
            if (node.key == from_) patchAt(node.keyPlace.offset, from_, to_);
        } else if (mapping == "set" && (node.key.starts_with(from_ + ".") || node.key.starts_with("components." + from_ + "."))) {
            patchAt(node.keyPlace.offset, from_, to_);
        }
    }

    void visitScalar(const YamlNode& node, const std::string& key) {
        const bool refers = std::ranges::find(kReferences, key) != std::end(kReferences) && node.text == from_;
        if (refers) patchAt(node.place.offset, from_, to_);
        if (key == "remove" && (node.text == from_ || node.text.starts_with(from_ + "."))) patchAt(node.place.offset, from_, to_);
        if (key == "remove" && node.text.starts_with("components." + from_)) patchAt(node.place.offset, from_, to_);
        if (std::ranges::find(kExpressions, key) != std::end(kExpressions)) patchExpression(node);
    }

    /// The first occurrence from here on: keys and scalars begin with it, or a quote or section stands before it.
    void patchAt(std::size_t offset, const std::string& found, const std::string& by) {
        const std::size_t at = text_.find(found, offset);
        if (at != std::string::npos) patches_.push_back({at, found.size(), by});
    }

    /// Expressions may be folded over lines, so that each occurrence is looked for in the text in turn.
    void patchExpression(const YamlNode& node) {
        std::size_t at = node.place.offset;
        for (auto matches = inExpressions_.globalMatch(toQt(node.text)); matches.hasNext(); matches.next()) {
            at = text_.find(from_ + ".", at);
            while (at != std::string::npos && at > 0 && isNameCharacter(text_[at - 1])) at = text_.find(from_ + ".", at + 1);
            if (at == std::string::npos) return;
            patches_.push_back({at, from_.size(), to_});
            at += from_.size();
        }
    }

    static bool isNameCharacter(char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-' || c == '.';
    }

    const std::string& text_;
    const std::string& from_;
    const std::string& to_;
    QRegularExpression inExpressions_;
    std::vector<Patch> patches_;
};

}  // namespace

model::Parsed<std::string> renamed(const std::string& text, const std::string& from, const std::string& to) {
    const model::YamlText yaml = model::parseYaml(text, {});
    if (!yaml.complete)
        return model::TextError{model::said("Window", "a text that is no YAML"),
                                model::said("Window", "one whose names can be told apart"), {}};
    return Renaming(text, from, to).applied(yaml.root);
}

void redirect(YamlNode& component, const QHash<QString, QString>& names) {
    for (YamlNode& child : component.children) {
        const bool refers = std::ranges::find(kReferences, child.key) != std::end(kReferences);
        if (refers && child.isScalar() && names.contains(toQt(child.text))) child.text = fromQt(names[toQt(child.text)]);
        redirect(child, names);
    }
}

}  // namespace headroom::desktop
