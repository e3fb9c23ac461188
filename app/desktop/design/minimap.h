// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace headroom::desktop {

class ArchitectureScene;
class CanvasView;

/// The whole canvas in a corner, with a frame around what is in view; a click goes there.
class Minimap : public QWidget {
    Q_OBJECT

public:
    Minimap(ArchitectureScene& scene, CanvasView& view);
    void place();
    /// Not shown at all, if not wanted.
    void setWanted(bool wanted);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    QTransform toScene() const;
    void refresh();

    ArchitectureScene& scene_;
    CanvasView& view_;
    bool wanted_ = true;
};

}  // namespace headroom::desktop
