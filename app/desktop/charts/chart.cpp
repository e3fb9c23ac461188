// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/charts/chart.h"

#include "app/desktop/base/theme.h"
#include "app/desktop/charts/plot.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace headroom::desktop {

namespace {

/// Measured ones have a diamond.
QIcon swatch(const QColor& colour, bool measured) {
    QPixmap pixmap(24, 24);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    if (measured) {
        painter.drawRect(QRectF(1, 11, 22, 2));
        painter.drawPolygon(QPolygonF({QPointF(12, 4), QPointF(20, 12), QPointF(12, 20), QPointF(4, 12)}));
    } else {
        painter.drawRoundedRect(QRectF(2, 9, 20, 6), 3, 3);
    }
    return pixmap;
}

}  // namespace

Chart::Chart(QWidget* parent) : QWidget(parent), title_(new QLabel), legend_(new QWidget), plot_(new Plot) {
    QFont font = title_->font();
    font.setBold(true);
    title_->setFont(font);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(10, 4, 6, 0);
    head->addWidget(title_);
    head->addStretch(1);
    head->addWidget(legend_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 2, 1, 2);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(plot_, 1);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto* copy = new QAction(this);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(copy, &QAction::triggered, this, &Chart::copyImage);
    addAction(copy);
    connect(&Theme::instance(), &Theme::changed, this, &Chart::showLegend);
}

void Chart::setLink(ChartLink* link) { plot_->setLink(link); }

void Chart::setData(ChartData shown) {
    QStringList names;
    for (const ChartLine& line : shown.lines) names << line.name;
    title_->setText(shown.title);
    setToolTip(shown.about);
    plot_->setData(std::move(shown));
    if (names == names_) return;
    names_ = names;
    showLegend();
}

void Chart::showLegend() {
    delete legend_->layout();
    qDeleteAll(legend_->findChildren<QToolButton*>());
    auto* row = new QHBoxLayout(legend_);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    for (qsizetype i = 0; i < names_.size(); ++i) {
        auto* button = new QToolButton;
        button->setAutoRaise(true);
        button->setCheckable(true);
        button->setChecked(!hidden_.contains(names_[i]));
        button->setText(names_[i]);
        button->setIcon(swatch(plot_->colourOf(static_cast<std::size_t>(i)), plot_->data().lines[static_cast<std::size_t>(i)].measured));
        button->setIconSize({12, 12});
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setToolTip(tr("Show or hide %1").arg(names_[i]));
        button->setStyleSheet(QStringLiteral("QToolButton { border: 0; padding: 1px 3px; background: transparent; color: %1; }"
                                             "QToolButton:!checked { color: %2; }"
                                             "QToolButton:focus { border: 1px solid %3; }")
                                  .arg(colours().text.name(), colours().quiet.name(), colours().accent.name()));
        QFont font = button->font();
        font.setPointSizeF(font.pointSizeF() - 1);
        button->setFont(font);
        connect(button, &QToolButton::toggled, this, [this, name = names_[i]](bool shown) {
            if (shown) hidden_.remove(name);
            else hidden_.insert(name);
            plot_->setHidden(hidden_);
        });
        connect(button, &QToolButton::toggled, button, [button](bool shown) {
            QFont struck = button->font();
            struck.setStrikeOut(!shown);
            button->setFont(struck);
        });
        row->addWidget(button);
    }
}

void Chart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colours().line);
    painter.setBrush(colours().base);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

QImage Chart::image() { return grab().toImage(); }

void Chart::copyImage() { QGuiApplication::clipboard()->setImage(image()); }

void Chart::copyData() { QGuiApplication::clipboard()->setText(csvOf(plot_->data())); }

void Chart::saveImage() {
    const QString path = QFileDialog::getSaveFileName(this, tr("Save chart"), plot_->data().title + QStringLiteral(".png"), tr("Images (*.png)"));
    if (!path.isEmpty()) image().save(path);
}

void Chart::contextMenuEvent(QContextMenuEvent* event) {
    QMenu menu(this);
    menu.addAction(tr("Copy image"), this, &Chart::copyImage);
    menu.addAction(tr("Copy data as CSV"), this, &Chart::copyData);
    menu.addAction(tr("Save image …"), this, &Chart::saveImage);
    menu.addSeparator();
    menu.addAction(tr("Show everything"), plot_, &Plot::resetZoom);
    menu.exec(event->globalPos());
}

}  // namespace headroom::desktop
