// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/window/finder.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPixmap>
#include <QTimer>
#include <QVBoxLayout>

namespace headroom::desktop {

namespace {

constexpr int kRowHeight = 28, kIconSize = 18;

/// So that names stand below each other, whether they have a symbol or not.
QIcon blank() {
    QPixmap nothing(kIconSize, kIconSize);
    nothing.fill(Qt::transparent);
    return nothing;
}

/// All words of the text, in any order.
bool matches(const QString& name, const QString& text) {
    for (const QString& word : text.split(u' ', Qt::SkipEmptyParts))
        if (!name.contains(word, Qt::CaseInsensitive)) return false;
    return true;
}

}  // namespace

Finder::Finder(QList<Entry> entries, QWidget* parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint), entries_(std::move(entries)), field_(new QLineEdit), list_(new QListWidget) {
    setObjectName(QStringLiteral("finder"));
    setWindowTitle(tr("Find"));
    setAttribute(Qt::WA_DeleteOnClose);
    field_->setPlaceholderText(tr("Component, command or variant"));
    field_->setAccessibleName(tr("Find"));
    field_->setClearButtonEnabled(true);
    list_->setFrameShape(QFrame::NoFrame);
    list_->setIconSize({kIconSize, kIconSize});
    list_->setAccessibleName(tr("Found"));
    setStyleSheet(QStringLiteral("#finder { border: 1px solid palette(mid); }"));
    auto* column = new QVBoxLayout(this);
    column->addWidget(field_);
    column->addWidget(list_);
    resize(520, 360);
    if (parent != nullptr) move(parent->mapToGlobal(QPoint((parent->width() - width()) / 2, 80)));
    field_->installEventFilter(this);
    connect(field_, &QLineEdit::textChanged, this, &Finder::filter);
    connect(field_, &QLineEdit::returnPressed, this, &Finder::choose);
    connect(list_, &QListWidget::itemActivated, this, &Finder::choose);
    connect(list_, &QListWidget::itemClicked, this, &Finder::choose);
    filter({});
}

void Finder::filter(const QString& text) {
    list_->clear();
    for (qsizetype i = 0; i < entries_.size(); ++i) {
        if (!matches(entries_[i].name + u' ' + entries_[i].kind, text)) continue;
        auto* item = new QListWidgetItem(entries_[i].icon, entries_[i].name + QStringLiteral("    ") + entries_[i].kind, list_);
        item->setData(Qt::UserRole, i);
        item->setSizeHint({1, kRowHeight});
        if (entries_[i].icon.isNull()) item->setIcon(blank());
    }
    list_->setCurrentRow(0);
}

int Finder::found() const { return list_->count(); }

void Finder::choose() {
    const QListWidgetItem* item = list_->currentItem();
    if (item == nullptr) return;
    const auto act = entries_[item->data(Qt::UserRole).toLongLong()].act;
    accept();
    if (act) QTimer::singleShot(0, parent(), act);
}

bool Finder::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const bool down = key == Qt::Key_Down;
        if (down || key == Qt::Key_Up) {
            const int to = list_->currentRow() + (down ? 1 : -1);
            if (to >= 0 && to < list_->count()) list_->setCurrentRow(to);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

}  // namespace headroom::desktop
