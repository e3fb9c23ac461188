// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/design/component_item.h"

#include "app/desktop/base/icons.h"
#include "app/desktop/base/text.h"
#include "app/desktop/base/theme.h"
#include "app/desktop/design/component_catalogue.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QStyleOptionGraphicsItem>

#include <algorithm>
#include <cmath>

namespace headroom::desktop {

namespace {

constexpr double kRound = 7;
constexpr double kPort = 5;
constexpr double kPad = 10;
constexpr double kManyErrors = 0.005;
constexpr double kTooSmallToRead = 0.6;

/// A name that is too wide in two lines, broken at the `_`, `-` or `@` nearest to its middle.
QStringList linesOf(const QString& name, const QFontMetricsF& metrics, double room) {
    if (metrics.horizontalAdvance(name) <= room) return {name};
    qsizetype best = -1;
    for (qsizetype i = 1; i + 1 < name.size(); ++i)
        if (QStringLiteral("_-@").contains(name[i]) && (best < 0 || std::abs(2 * i - name.size()) < std::abs(2 * best - name.size()))) best = i;
    return best < 0 ? QStringList{name} : QStringList{name.left(best + 1), name.mid(best + 1)};
}

QFont nodeFont(double points, bool bold = false) {
    QFont font = QApplication::font();
    font.setPointSizeF(points);
    font.setBold(bold);
    return font;
}

}  // namespace

ComponentItem::ComponentItem(const DiagramNode& node) : node_(node) {
    setAcceptHoverEvents(true);
    setCacheMode(DeviceCoordinateCache);
    setZValue(2);
    setNode(node);
}

/// What only a variant has that is being rolled out is changed there, not here.
void ComponentItem::setNode(const DiagramNode& node) {
    node_ = node;
    GraphicsItemFlags flags = ItemSendsGeometryChanges | ItemIsFocusable;
    if (node_.only.isEmpty()) flags |= ItemIsMovable | ItemIsSelectable;
    setFlags(flags);
    describe();
    update();
}

void ComponentItem::setFigures(const ComponentFigures& figures, bool bottleneck) {
    figures_ = figures;
    bottleneck_ = bottleneck;
    describe();
    update();
}

void ComponentItem::setProblem(const QString& problem) {
    if (problem == problem_) return;
    problem_ = problem;
    describe();
    update();
}

void ComponentItem::setTwin(const RollOutTwin& twin) {
    if (!twin.exists() && !twin_.exists()) return;
    twin_ = twin;
    describe();
    update();
}

void ComponentItem::setTarget(bool target) {
    target_ = target;
    update();
}

void ComponentItem::setFaded(bool faded) {
    if (faded == faded_) return;
    faded_ = faded;
    setOpacity(faded ? 0.3 : 1);
}

void ComponentItem::describe() {
    QStringList lines{QStringLiteral("<b>%1</b> · %2").arg(node_.name.toHtmlEscaped(), kindName(node_.type))};
    if (!node_.about.isEmpty()) lines << node_.about.toHtmlEscaped();
    if (!node_.only.isEmpty()) lines << tr("Only in %1, which is being rolled out").arg(node_.only.toHtmlEscaped());
    if (!figureText(figures_).isEmpty()) lines << figureText(figures_);
    if (!std::isnan(figures_.load())) lines << tr("%1 busy").arg(valueText(figures_.load(), model::Unit::share));
    if (bottleneck_) lines << tr("holds the system back");
    if (twin_.exists()) {
        lines << tr("Roll-out: as in %1 for %2 of the traffic").arg(twin_.variant.toHtmlEscaped(), valueText(twin_.share, model::Unit::share));
        if (const QString there = figureText(twin_.figures); !there.isEmpty()) lines << tr("there: %1").arg(there);
    }
    if (!problem_.isEmpty()) lines << problem_.toHtmlEscaped();
    setToolTip(lines.join(QStringLiteral("<br>")));
}

QString ComponentItem::figureText(const ComponentFigures& figures) {
    if (std::isnan(figures.throughput)) return {};
    QString text = valueText(figures.throughput, model::Unit::perSecond);
    if (figures.errors > kManyErrors)
        return text + tr(" · %1 errors").arg(valueText(figures.errors, model::Unit::share));
    if (!std::isnan(figures.p95)) text += tr(" · p95 %1").arg(valueText(figures.p95, model::Unit::seconds));
    return text;
}

QRectF ComponentItem::boundingRect() const { return box().adjusted(-12, -14, 12, 12); }

QPainterPath ComponentItem::shape() const {
    QPainterPath path;
    path.addRoundedRect(box(), kRound, kRound);
    path.addEllipse(port(), kPort + 3, kPort + 3);
    return path;
}

bool ComponentItem::isOnPort(const QPointF& point) const {
    return QLineF(point, port()).length() <= kPort + 4;
}

void ComponentItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget*) {
    painter->setRenderHint(QPainter::Antialiasing);
    if (twin_.exists()) paintTwin(*painter);
    paintFrame(*painter);
    const double zoom = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    Q_UNUSED(option)
    if (zoom < kTooSmallToRead) {
        paintNameOnly(*painter);
    } else {
        paintText(*painter);
    }
    paintBar(*painter);
    paintBadge(*painter);
    paintTwinShare(*painter);
}

void ComponentItem::paintFrame(QPainter& painter) const {
    const Colours& c = colours();
    QPen pen(isSelected() ? c.accent : bottleneck_ ? c.bad : hovered_ ? c.quiet : c.line, isSelected() || bottleneck_ ? 2.5 : 1.2);
    if (!node_.only.isEmpty()) pen = QPen(bottleneck_ ? c.bad : c.accent, bottleneck_ ? 2.5 : 1.2, Qt::DashLine);
    if (target_) pen = QPen(c.good, 3, Qt::DashLine);
    painter.setPen(pen);
    painter.setBrush(target_ ? c.goodGround : c.base);
    painter.drawRoundedRect(box(), kRound, kRound);
    if (!node_.only.isEmpty() || (!hovered_ && !isSelected())) return;
    painter.setPen(QPen(c.accent, 1.5));
    painter.setBrush(c.base);
    painter.drawEllipse(port(), kPort, kPort);
}

void ComponentItem::paintText(QPainter& painter) const {
    const Colours& c = colours();
    const QRectF inner = box().adjusted(kPad, 8, -kPad, -8);
    paintComponentIcon(painter, {inner.topLeft(), QSizeF(20, 20)}, node_.type, c.text);
    painter.setFont(nodeFont(10, true));
    painter.setPen(c.text);
    const QRectF nameBox(inner.left() + 27, inner.top() - 1, inner.width() - 27, 22);
    painter.drawText(nameBox, Qt::AlignVCenter,
                     QFontMetricsF(painter.font()).elidedText(node_.name, Qt::ElideMiddle, nameBox.width()));
    painter.setFont(nodeFont(8));
    painter.setPen(figures_.errors > kManyErrors ? c.bad : c.quiet);
    const QString figure = figureText(figures_);
    const QRectF figureBox(inner.left(), inner.top() + 23, inner.width(), 16);
    painter.drawText(figureBox, Qt::AlignVCenter,
                     QFontMetricsF(painter.font()).elidedText(figure.isEmpty() ? kindName(node_.type) : figure, Qt::ElideRight,
                                                             figureBox.width()));
}

/// Seen from afar: the symbol, and the name as large as it fits.
void ComponentItem::paintNameOnly(QPainter& painter) const {
    paintComponentIcon(painter, {box().left() + kPad, box().top() + 10, 30, 30}, node_.type, colours().text);
    QFont font = nodeFont(15, true);
    const QRectF room = box().adjusted(44, 2, -4, -20);
    const QStringList lines = linesOf(node_.name, QFontMetricsF(font), room.width());
    const auto widest = [&] {
        double width = 0;
        for (const QString& line : lines) width = std::max(width, QFontMetricsF(font).horizontalAdvance(line));
        return width;
    };
    while (font.pointSizeF() > 9 && widest() > room.width()) font.setPointSizeF(font.pointSizeF() - 1);
    QStringList shown;
    for (const QString& line : lines) shown << QFontMetricsF(font).elidedText(line, Qt::ElideMiddle, room.width());
    painter.setFont(font);
    painter.setPen(colours().text);
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft, shown.join(u'\n'));
}

/// Fills from left to right; beyond 70 % in another colour, beyond 90 % hatched too.
void ComponentItem::paintBar(QPainter& painter) const {
    const double load = figures_.load();
    if (std::isnan(load)) return;
    const Colours& c = colours();
    const QRectF trough(box().left() + kPad, box().bottom() - 17, box().width() - 2 * kPad - 40, 8);
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.trough);
    painter.drawRoundedRect(trough, 3, 3);
    QRectF filled = trough;
    filled.setWidth(std::max(3.0, trough.width() * std::clamp(load, 0.0, 1.0)));
    painter.setBrush(Theme::instance().loadColour(load));
    painter.drawRoundedRect(filled, 3, 3);
    if (load > 0.9) {
        painter.setBrush(QBrush(c.base, Qt::BDiagPattern));
        painter.drawRoundedRect(filled, 3, 3);
    }
    painter.setFont(nodeFont(8));
    painter.setPen(load > 0.9 ? c.bad : c.quiet);
    painter.drawText(QRectF(trough.right() + 2, trough.top() - 5, 40, 18), Qt::AlignVCenter | Qt::AlignRight,
                     valueText(load, model::Unit::share));
}

void ComponentItem::paintBadge(QPainter& painter) const {
    if (problem_.isEmpty()) return;
    const QPointF centre = box().topRight() + QPointF(-2, 2);
    painter.setPen(QPen(colours().base, 2));
    painter.setBrush(colours().bad);
    painter.drawEllipse(centre, 9, 9);
    painter.setPen(colours().base);
    painter.setFont(nodeFont(9, true));
    painter.drawText(QRectF(centre - QPointF(9, 9), QSizeF(18, 18)), Qt::AlignCenter, QStringLiteral("!"));
}

/// A second frame behind the first, as far as the twin serves.
void ComponentItem::paintTwin(QPainter& painter) const {
    constexpr double kBehind = 6;
    painter.setPen(QPen(colours().accent, 1.2, twin_.share > 0 ? Qt::SolidLine : Qt::DashLine));
    painter.setBrush(colours().raised);
    painter.drawRoundedRect(box().translated(kBehind, kBehind), kRound, kRound);
}

void ComponentItem::paintTwinShare(QPainter& painter) const {
    const QString text = node_.only.isEmpty() ? twin_.text() : node_.only;
    if (text.isEmpty()) return;
    painter.setFont(nodeFont(8, true));
    const double width = std::min(QFontMetricsF(painter.font()).horizontalAdvance(text) + 14, kNodeWidth - 2 * kPad);
    const QRectF pill(box().left() + kPad, box().top() - 9, width, 17);
    painter.setPen(QPen(colours().accent, 1.2));
    painter.setBrush(colours().base);
    painter.drawRoundedRect(pill, 8, 8);
    painter.setPen(colours().text);
    painter.drawText(pill, Qt::AlignCenter, QFontMetricsF(painter.font()).elidedText(text, Qt::ElideMiddle, width - 8));
}

QVariant ComponentItem::itemChange(GraphicsItemChange change, const QVariant& value) {
    if (change == ItemPositionHasChanged) Q_EMIT moved();
    if (change == ItemSelectedHasChanged) update();
    return QGraphicsObject::itemChange(change, value);
}

void ComponentItem::hoverEnterEvent(QGraphicsSceneHoverEvent*) {
    hovered_ = true;
    update();
}

void ComponentItem::hoverLeaveEvent(QGraphicsSceneHoverEvent*) {
    hovered_ = false;
    update();
}

}  // namespace headroom::desktop
