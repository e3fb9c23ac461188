// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/document/text_edit.h"

#include "app/desktop/document/scenario_document.h"

#include <algorithm>

namespace headroom::desktop {

TextEdit::TextEdit(ScenarioDocument& document, const std::string& after, const QString& label, QString mergeKey)
    : QUndoCommand(label), document_(document), mergeKey_(std::move(mergeKey)) {
    setDifference(document.text(), after);
}

void TextEdit::setDifference(const std::string& before, const std::string& after) {
    const auto [left, right] = std::ranges::mismatch(before, after);
    at_ = static_cast<std::size_t>(left - before.begin());
    const std::size_t shorter = std::min(before.size(), after.size()) - at_;
    std::size_t common = 0;
    while (common < shorter && before[before.size() - 1 - common] == after[after.size() - 1 - common]) ++common;
    removed_ = before.substr(at_, before.size() - at_ - common);
    inserted_ = after.substr(at_, after.size() - at_ - common);
}

void TextEdit::undo() {
    std::string text = document_.text();
    document_.setText(text.replace(at_, inserted_.size(), removed_));
}

void TextEdit::redo() {
    std::string text = document_.text();
    document_.setText(text.replace(at_, removed_.size(), inserted_));
}

/// Both become the change from before the first to after the second, over all that either touches.
bool TextEdit::mergeWith(const QUndoCommand* other) {
    const auto* next = dynamic_cast<const TextEdit*>(other);
    if (next == nullptr || next->mergeKey_ != mergeKey_) return false;
    const std::string& after = document_.text();
    std::string between = after;
    between.replace(next->at_, next->inserted_.size(), next->removed_);
    std::string before = between;
    before.replace(at_, inserted_.size(), removed_);
    setDifference(before, after);
    setObsolete(removed_.empty() && inserted_.empty());
    return true;
}

}  // namespace headroom::desktop
