// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUndoCommand>

#include <string>

namespace headroom::desktop {

class ScenarioDocument;

/// One change of the text, kept as what differs.
class TextEdit : public QUndoCommand {
public:
    TextEdit(ScenarioDocument& document, const std::string& after, const QString& label, QString mergeKey);

    void undo() override;
    void redo() override;
    int id() const override { return mergeKey_.isEmpty() ? -1 : 1; }
    bool mergeWith(const QUndoCommand* next) override;

private:
    void setDifference(const std::string& before, const std::string& after);

    ScenarioDocument& document_;
    QString mergeKey_;
    std::size_t at_ = 0;
    std::string removed_, inserted_;
};

}  // namespace headroom::desktop
