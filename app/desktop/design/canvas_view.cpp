// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/design/canvas_view.h"

#include "app/desktop/base/theme.h"

#include <QInputDevice>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace headroom::desktop {

namespace {
constexpr double kLeast = 0.1, kMost = 3;
constexpr double kNudge = 10, kBigNudge = 50;
}  // namespace

CanvasView::CanvasView(QGraphicsScene* scene, QWidget* parent) : QGraphicsView(scene, parent) {
    setObjectName(QStringLiteral("canvas"));
    setRenderHint(QPainter::Antialiasing);
    setDragMode(RubberBandDrag);
    setTransformationAnchor(AnchorUnderMouse);
    setViewportUpdateMode(SmartViewportUpdate);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(NoFrame);
    setAccessibleName(tr("Architecture"));
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        resetCachedContent();
        viewport()->update();
    });
}

void CanvasView::zoomBy(double factor) {
    const double to = std::clamp(zoom() * factor, kLeast, kMost);
    scale(to / zoom(), to / zoom());
    fitted_ = false;
    Q_EMIT viewChanged();
}

void CanvasView::zoomToActual() { zoomBy(1 / zoom()); }

void CanvasView::fit() {
    const QRectF all = scene()->itemsBoundingRect().adjusted(-16, -16, 16, 16);
    if (all.isEmpty()) return;
    fitInView(all, Qt::KeepAspectRatio);
    if (zoom() > 1.25) scale(1.25 / zoom(), 1.25 / zoom());
    centerOn(all.center());
    fitted_ = true;
    Q_EMIT viewChanged();
}

void CanvasView::wheelEvent(QWheelEvent* event) {
    const bool touchpad = event->device() && event->device()->type() == QInputDevice::DeviceType::TouchPad;
    if (touchpad && !(event->modifiers() & Qt::ControlModifier)) {
        const QPoint by = event->pixelDelta().isNull() ? event->angleDelta() / 2 : event->pixelDelta();
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - by.x());
        verticalScrollBar()->setValue(verticalScrollBar()->value() - by.y());
    } else {
        zoomBy(std::pow(1.0015, event->angleDelta().y()));
    }
    event->accept();
}

bool CanvasView::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::NativeGesture) {
        auto* gesture = static_cast<QNativeGestureEvent*>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            zoomBy(1 + gesture->value());
            return true;
        }
    }
    return QGraphicsView::viewportEvent(event);
}

void CanvasView::mousePressEvent(QMouseEvent* event) {
    panning_ = event->button() == Qt::MiddleButton || (space_ && event->button() == Qt::LeftButton);
    if (!panning_) return QGraphicsView::mousePressEvent(event);
    panFrom_ = event->pos();
    viewport()->setCursor(Qt::ClosedHandCursor);
}

void CanvasView::mouseMoveEvent(QMouseEvent* event) {
    if (!panning_) return QGraphicsView::mouseMoveEvent(event);
    const QPoint by = event->pos() - panFrom_;
    panFrom_ = event->pos();
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - by.x());
    verticalScrollBar()->setValue(verticalScrollBar()->value() - by.y());
    fitted_ = false;
}

void CanvasView::mouseReleaseEvent(QMouseEvent* event) {
    if (!panning_) return QGraphicsView::mouseReleaseEvent(event);
    panning_ = false;
    viewport()->setCursor(space_ ? Qt::OpenHandCursor : Qt::ArrowCursor);
}

void CanvasView::mouseDoubleClickEvent(QMouseEvent* event) {
    QGraphicsView::mouseDoubleClickEvent(event);
    if (itemAt(event->pos()) != nullptr) Q_EMIT activated();
}

void CanvasView::keyPressEvent(QKeyEvent* event) {
    const double step = event->modifiers() & Qt::ShiftModifier ? kBigNudge : kNudge;
    switch (event->key()) {
        case Qt::Key_Left: return Q_EMIT nudged({-step, 0});
        case Qt::Key_Right: return Q_EMIT nudged({step, 0});
        case Qt::Key_Up: return Q_EMIT nudged({0, -step});
        case Qt::Key_Down: return Q_EMIT nudged({0, step});
        case Qt::Key_Return:
        case Qt::Key_Enter: return Q_EMIT activated();
        case Qt::Key_Space:
            space_ = true;
            setDragMode(NoDrag);
            return;
        default: QGraphicsView::keyPressEvent(event);
    }
}

void CanvasView::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Space || event->isAutoRepeat()) return QGraphicsView::keyReleaseEvent(event);
    space_ = false;
    setDragMode(RubberBandDrag);
}

void CanvasView::resizeEvent(QResizeEvent* event) {
    QGraphicsView::resizeEvent(event);
    if (fitted_) fit();
    Q_EMIT viewChanged();
}

void CanvasView::scrollContentsBy(int dx, int dy) {
    QGraphicsView::scrollContentsBy(dx, dy);
    Q_EMIT viewChanged();
}

void CanvasView::drawBackground(QPainter* painter, const QRectF& rect) {
    painter->fillRect(rect, colours().window);
    constexpr double kDots = 40;
    if (zoom() < 0.5) return;
    painter->setPen(QPen(colours().line, 1.4));
    for (double x = std::floor(rect.left() / kDots) * kDots; x < rect.right(); x += kDots)
        for (double y = std::floor(rect.top() / kDots) * kDots; y < rect.bottom(); y += kDots) painter->drawPoint(QPointF(x, y));
}

}  // namespace headroom::desktop
