// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/design/minimap.h"

#include "app/desktop/base/theme.h"
#include "app/desktop/design/architecture_scene.h"
#include "app/desktop/design/canvas_view.h"
#include "app/desktop/design/component_item.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace headroom::desktop {

namespace {
constexpr QSize kSize(190, 110);
constexpr int kMargin = 10;
}  // namespace

Minimap::Minimap(ArchitectureScene& scene, CanvasView& view) : QWidget(&view), scene_(scene), view_(view) {
    setFixedSize(kSize);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Overview"));
    connect(&view, &CanvasView::viewChanged, this, &Minimap::refresh);
    connect(&scene, &QGraphicsScene::changed, this, [this] { update(); });
}

void Minimap::place() { move(view_.width() - width() - kMargin, view_.height() - height() - kMargin); }

void Minimap::setWanted(bool wanted) {
    wanted_ = wanted;
    refresh();
}

void Minimap::refresh() {
    place();
    const QRectF all = scene_.itemsBoundingRect();
    const QRectF seen = view_.mapToScene(view_.viewport()->rect()).boundingRect();
    setVisible(wanted_ && scene_.components().size() > 1 && !seen.contains(all));
    update();
}

QTransform Minimap::toScene() const {
    const QRectF all = scene_.itemsBoundingRect();
    const double scale = std::max(all.width() / (width() - 12), all.height() / (height() - 12));
    QTransform transform;
    transform.translate(all.center().x(), all.center().y());
    transform.scale(scale, scale);
    transform.translate(-width() / 2.0, -height() / 2.0);
    return transform;
}

void Minimap::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ground = colours().base;
    ground.setAlpha(235);
    painter.setPen(colours().line);
    painter.setBrush(ground);
    painter.drawRoundedRect(rect().adjusted(0, 0, -1, -1), 5, 5);
    const QTransform fromScene = toScene().inverted();
    painter.setPen(Qt::NoPen);
    for (const ComponentItem* item : scene_.components()) {
        painter.setBrush(item->isSelected() ? colours().accent : colours().quiet);
        painter.drawRect(fromScene.mapRect(ComponentItem::box().translated(item->pos())));
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colours().accent, 1.5));
    painter.drawRect(fromScene.mapRect(view_.mapToScene(view_.viewport()->rect()).boundingRect()));
}

void Minimap::mousePressEvent(QMouseEvent* event) { view_.centerOn(toScene().map(event->position())); }

void Minimap::mouseMoveEvent(QMouseEvent* event) { view_.centerOn(toScene().map(event->position())); }

}  // namespace headroom::desktop
