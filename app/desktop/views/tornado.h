// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <vector>

namespace headroom::desktop {

struct TornadoBar {
    QString name;       ///< `api.instances`
    double change = 0;  ///< relative
};

/// What moves the limit: a bar for each number of the file, the longest first, to the right where more of it helps.
class Tornado : public QWidget {
    Q_OBJECT

public:
    explicit Tornado(QWidget* parent = nullptr);
    void setBars(std::vector<TornadoBar> bars);
    const std::vector<TornadoBar>& bars() const { return bars_; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {300, sizeHint().height()}; }

Q_SIGNALS:
    void picked(const QString& name);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    int rowAt(const QPointF& point) const;
    QRectF rowOf(int row) const;
    void setCurrent(int row);
    void drawRow(QPainter& painter, int row, double nameWidth, double scale) const;

    std::vector<TornadoBar> bars_;
    int current_ = -1;
};

}  // namespace headroom::desktop
