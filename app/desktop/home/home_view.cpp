// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/home/home_view.h"

#include "app/desktop/base/icons.h"
#include "app/desktop/base/text.h"
#include "app/desktop/home/scenario_card.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace headroom::desktop {

namespace {

constexpr int kCardWidth = 300;

QLabel* heading(const QString& text) {
    auto* label = new QLabel(text);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() + 3);
    font.setBold(true);
    label->setFont(font);
    label->setContentsMargins(0, 12, 0, 4);
    return label;
}

QString text(const model::YamlNode& root, std::string_view key) {
    const model::YamlNode* node = root.find(key);
    return node ? toQt(node->text) : QString();
}

}  // namespace

HomeView::HomeView(QWidget* parent) : QWidget(parent), gallery_(new QGridLayout), recent_(new QVBoxLayout) {
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(28, 16, 28, 24);
    auto* buttons = new QHBoxLayout;
    const auto button = [&](const QString& symbol, const QString& label, auto signal) {
        auto* one = new QPushButton(icon(symbol), label);
        one->setMinimumHeight(34);
        connect(one, &QPushButton::clicked, this, signal);
        buttons->addWidget(one);
    };
    button(QStringLiteral("new"), tr("New from blank"), &HomeView::newAsked);
    button(QStringLiteral("open"), tr("Open …"), &HomeView::openAsked);
    button(QStringLiteral("data"), tr("Import measurements …"), &HomeView::dataAsked);
    buttons->addStretch(1);
    column->addLayout(buttons);
    column->addWidget(heading(tr("Systems to begin with")));
    gallery_->setSpacing(14);
    column->addLayout(gallery_);
    column->addWidget(heading(tr("Recent files")));
    column->addLayout(recent_);
    column->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(page);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    fillGallery();
    setRecent({});
}

void HomeView::fillGallery() {
    for (const QString& name : QDir(QStringLiteral(":/scenarios")).entryList()) {
        const QString path = QStringLiteral(":/scenarios/") + name;
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) continue;
        const model::YamlText yaml = model::parseYaml(file.readAll().toStdString(), fromQt(name));
        auto* card = new ScenarioCard(text(yaml.root, "name"), text(yaml.root, "about"), diagramOf(yaml.root));
        card->setObjectName(QStringLiteral("example:") + name);
        connect(card, &ScenarioCard::clicked, this, [this, path] { Q_EMIT exampleChosen(path); });
        cards_ << card;
    }
}

void HomeView::arrange() {
    const int columns = std::max(1, (width() - 56) / kCardWidth);
    if (columns == columns_) return;
    for (int i = 0; i < columns_; ++i) gallery_->setColumnStretch(i, 0);
    columns_ = columns;
    for (qsizetype i = 0; i < cards_.size(); ++i)
        gallery_->addWidget(cards_[i], static_cast<int>(i) / columns, static_cast<int>(i) % columns);
    for (int i = 0; i < columns; ++i) gallery_->setColumnStretch(i, 1);
}

void HomeView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void HomeView::setRecent(const QStringList& paths) {
    while (QLayoutItem* item = recent_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (paths.isEmpty()) recent_->addWidget(new QLabel(tr("Files that you open or save are listed here.")));
    for (const QString& path : paths) {
        auto* row = new QWidget;
        auto* line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        const bool there = QFileInfo::exists(path);
        auto* open = new QToolButton;
        open->setAutoRaise(true);
        open->setText(there ? QFileInfo(path).fileName() : tr("%1 – is gone").arg(QFileInfo(path).fileName()));
        open->setEnabled(there);
        open->setToolTip(path);
        connect(open, &QToolButton::clicked, this, [this, path] { Q_EMIT fileChosen(path); });
        auto* folder = new QLabel(QDir::toNativeSeparators(QFileInfo(path).absolutePath()));
        folder->setForegroundRole(QPalette::PlaceholderText);
        auto* forget = new QToolButton;
        forget->setAutoRaise(true);
        forget->setIcon(icon(QStringLiteral("close")));
        forget->setToolTip(tr("Forget %1").arg(QFileInfo(path).fileName()));
        forget->setAccessibleName(forget->toolTip());
        connect(forget, &QToolButton::clicked, this, [this, path] { Q_EMIT forgetAsked(path); });
        line->addWidget(open);
        line->addWidget(folder, 1);
        line->addWidget(forget);
        recent_->addWidget(row);
    }
}

}  // namespace headroom::desktop
