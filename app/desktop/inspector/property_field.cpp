// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/inspector/property_field.h"

#include "app/desktop/base/icons.h"
#include "app/desktop/base/text.h"
#include "app/desktop/base/theme.h"
#include "app/desktop/design/design_commands.h"
#include "app/desktop/document/variant_path.h"
#include "app/desktop/inspector/field_value.h"
#include "app/desktop/window/problems_model.h"
#include "app/desktop/window/workspace.h"
#include "model/file/node_path.h"
#include "model/file/scenario_writer.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace headroom::desktop {

namespace {

QStringList names(const Workspace& workspace, std::string_view section) {
    QStringList all;
    if (const model::YamlNode* node = workspace.tree().find(section))
        for (const std::string& key : node->keys()) all << toQt(key);
    return all;
}

bool isChosen(FieldKind kind) {
    return kind == FieldKind::choice || kind == FieldKind::flag || kind == FieldKind::component || kind == FieldKind::keyClass;
}

}  // namespace

QString textAt(const Workspace& workspace, const QString& path) {
    const auto parts = model::parsePath(fromQt(path));
    if (!parts) return {};
    const auto walk = model::walkAbsolute(workspace.tree(), *parts);
    if (walk.matched < parts->size() || walk.node->isNull()) return {};
    return walk.node->isScalar() ? toQt(walk.node->text) : flowText(*walk.node);
}

PropertyField::PropertyField(Workspace& workspace, const FieldSpec& field, QString owner, QWidget* parent)
    : QWidget(parent), workspace_(workspace), field_(field), owner_(std::move(owner)), error_(new QLabel), reset_(new QToolButton) {
    setObjectName(path());
    buildEditor();
    editor()->setObjectName(QStringLiteral("editor:") + path());
    editor()->setAccessibleName(fieldLabel(field_.key));
    editor()->setAccessibleDescription(field_.description);
    editor()->setToolTip(field_.description);
    setFocusProxy(editor());
    error_->setWordWrap(true);
    error_->hide();
    reset_->setIcon(icon(QStringLiteral("reset")));
    reset_->setAutoRaise(true);
    reset_->setToolTip(tr("This variant's own value. Reset to that of what it builds on"));
    reset_->setAccessibleName(tr("Reset %1 to base").arg(fieldLabel(field_.key)));
    reset_->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(1);
    auto* row = new QHBoxLayout;
    row->addWidget(editor(), 1);
    row->addWidget(reset_);
    column->addLayout(row);
    column->addWidget(error_);
    connect(reset_, &QToolButton::clicked, this, [this] {
        const QString entry = overridingEntry(workspace_.document(), workspace_.variant(), path());
        workspace_.edit(tr("Reset %1 to base").arg(fieldLabel(field_.key)),
                        {[entry = fromQt(entry)](const std::string& text) { return model::withoutEntry(text, entry); }});
    });
    connect(&Theme::instance(), &Theme::changed, this, [this] { showError(error()); });
    refresh();
}

QWidget* PropertyField::editor() const { return choice_ ? static_cast<QWidget*>(choice_) : line_; }

void PropertyField::buildEditor() {
    if (!isChosen(field_.kind)) {
        line_ = new QLineEdit;
        line_->setPlaceholderText(field_.defaultText.isEmpty() ? (field_.required ? tr("required") : tr("none")) : field_.defaultText);
        connect(line_, &QLineEdit::editingFinished, this, [this] { commit(line_->text()); });
        line_->installEventFilter(this);
        return;
    }
    choice_ = new QComboBox;
    choice_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(choice_, &QComboBox::activated, this, [this](int index) { commit(choice_->itemData(index).toString()); });
}

QString PropertyField::shownChoice(const QString& value) {
    return value == u"true" ? tr("yes") : value == u"false" ? tr("no") : value;
}

/// While nothing is typed, undo and redo are those of the window.
bool PropertyField::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && line_->text() == shown_) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void PropertyField::fillChoices() {
    QStringList values = field_.choices;
    if (field_.kind == FieldKind::flag) values = {QStringLiteral("true"), QStringLiteral("false")};
    if (field_.kind == FieldKind::component) values = names(workspace_, "components");
    if (field_.kind == FieldKind::keyClass) values = names(workspace_, "keys");
    choice_->clear();
    choice_->addItem(field_.required ? tr("choose …") : field_.defaultText.isEmpty() ? tr("none") : tr("%1 (default)").arg(shownChoice(field_.defaultText)),
                     QString());
    for (const QString& one : values) {
        choice_->addItem(shownChoice(one), one);
    }
}

QString PropertyField::value() const { return choice_ ? choice_->currentData().toString() : line_->text(); }

QString PropertyField::error() const { return error_->isHidden() ? QString() : error_->text(); }

void PropertyField::refresh() {
    const QString now = textAt(workspace_, path());
    if (!refused_ || now != shown_) showValue(now);
    const bool own = !overridingEntry(workspace_.document(), workspace_.variant(), path()).isEmpty();
    reset_->setVisible(own);
    if (!refused_) showError(problem());
}

void PropertyField::showValue(const QString& text) {
    shown_ = text;
    refused_ = false;
    if (line_ != nullptr) {
        if (line_->text() != text) line_->setText(text);
        line_->setCursorPosition(0);
        return;
    }
    const QSignalBlocker quiet(choice_);
    fillChoices();
    const int found = choice_->findData(text);
    if (found < 0) choice_->addItem(text, text);
    choice_->setCurrentIndex(found < 0 ? choice_->count() - 1 : found);
}

QString PropertyField::problem() const {
    for (const model::Diagnostic& one : workspace_.document().diagnostics()) {
        const QString where = toQt(one.path);
        if (where == path() || where.startsWith(path() + u'.') || where.startsWith(path() + u'[')) return sentenceOf(one);
    }
    return {};
}

void PropertyField::showError(const QString& text) {
    error_->setText(text);
    error_->setStyleSheet(QStringLiteral("color: %1").arg(colours().bad.name()));
    error_->setVisible(!text.isEmpty());
    QPalette palette;
    if (!text.isEmpty()) palette.setColor(QPalette::Base, colours().badGround);
    editor()->setPalette(palette);
}

void PropertyField::commit(const QString& typed) {
    if (typed == shown_ && !refused_) return;
    const FieldInput input = readField(field_, typed);
    refused_ = !input.error.isEmpty();
    if (refused_) return showError(input.error);
    const QString label = tr("Change %1").arg(fieldLabel(field_.key));
    std::optional<model::TextError> failed;
    if (!input.yaml.isEmpty()) failed = workspace_.setValue(path(), input.yaml, label, QStringLiteral("field:") + path());
    else if (!shown_.isEmpty()) failed = workspace_.removeEntry(path(), label);
    refused_ = failed.has_value();
    if (failed) showError(errorText(*failed));
    else refresh();
}

}  // namespace headroom::desktop
