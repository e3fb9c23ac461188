// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGraphicsView>

namespace headroom::desktop {

/// Looks at the canvas: wheel zooms at the pointer, a touchpad scrolls and pinches, middle or space drag pans, arrows nudge.
class CanvasView : public QGraphicsView {
    Q_OBJECT

public:
    explicit CanvasView(QGraphicsScene* scene, QWidget* parent = nullptr);

    void zoomBy(double factor);
    void zoomToActual();
    void fit();
    double zoom() const { return transform().m11(); }

Q_SIGNALS:
    void viewChanged();
    void nudged(const QPointF& by);
    void activated();           ///< double click or Enter on something

protected:
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool viewportEvent(QEvent* event) override;
    void drawBackground(QPainter* painter, const QRectF& rect) override;

private:
    bool panning_ = false, space_ = false, fitted_ = true;
    QPoint panFrom_;
};

}  // namespace headroom::desktop
