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

constexpr QSize kSwatch(26, 10);  // with room before the name

/// A piece of the line as it is drawn: its dashes, the circle of a point that was computed for itself, the diamond of one
/// that was measured.
QIcon swatch(const QPen& line, const ChartLine& data) {
    constexpr double kSharp = 2, kReach = 3.6;
    QPixmap pixmap(kSwatch * kSharp);
    pixmap.setDevicePixelRatio(kSharp);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    constexpr double kLength = 22;
    const QPointF middle(kLength / 2, kSwatch.height() / 2.0);
    QPen pen = line;
    pen.setCosmetic(false);  // as wide as in the chart, whatever the pixmap's scale
    pen.setCapStyle(Qt::FlatCap);
    painter.setPen(pen);
    painter.drawLine(QPointF(0, middle.y()), QPointF(kLength, middle.y()));
    painter.setPen(QPen(line.color(), 1.2));
    painter.setBrush(data.measured ? colours().base : line.color());
    if (data.measured)
        painter.drawPolygon(QPolygonF({middle - QPointF(0, kReach), middle + QPointF(kReach, 0),
                                       middle + QPointF(0, kReach), middle - QPointF(kReach, 0)}));
    else if (data.marked)
        painter.drawEllipse(middle, 2.6, 2.6);
    return pixmap;
}

}  // namespace

Chart::Chart(QWidget* parent) : QWidget(parent), head_(new QHBoxLayout), title_(new QLabel), legend_(new QWidget), plot_(new Plot) {
    QFont font = title_->font();
    font.setBold(true);
    title_->setFont(font);
    head_->setContentsMargins(10, 4, 6, 0);
    head_->setSpacing(0);
    head_->addWidget(title_);
    head_->addStretch(1);
    head_->addWidget(legend_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 2, 1, 2);
    column->setSpacing(0);
    column->addLayout(head_);
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
        const auto line = static_cast<std::size_t>(i);
        button->setIcon(swatch(plot_->penOf(line), plot_->data().lines[line]));
        button->setIconSize(kSwatch);
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
    arrangeHead();
}

/// The legend goes under the title where both do not fit beside each other.
void Chart::arrangeHead() {
    constexpr int kApart = 40;
    const bool beside = title_->sizeHint().width() + legend_->sizeHint().width() + kApart <= width();
    head_->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    head_->setAlignment(legend_, beside ? Qt::AlignRight : Qt::AlignLeft);
}

void Chart::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrangeHead();
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
