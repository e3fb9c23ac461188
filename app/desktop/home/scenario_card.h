// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/design/diagram.h"

#include <QAbstractButton>

#include <vector>

namespace headroom::desktop {

/// Response time against load, both 0 … 1 on logarithmic scales over the scenario's range; empty: not computed yet.
struct CapacityCurve {
    struct Point {
        double load, time;
        bool held;  ///< every objective, by estimate
    };
    std::vector<Point> points;
    QString range;  ///< `30 000 to 500 000 users`
};

/// A scenario as a card: a small picture of its graph and of its capacity curve, its name, what it is about.
class ScenarioCard : public QAbstractButton {
    Q_OBJECT

public:
    ScenarioCard(const QString& name, QString about, Diagram diagram, QWidget* parent = nullptr);
    void setCurve(CapacityCurve curve);
    QSize sizeHint() const override { return {300, 262}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void paintGraph(QPainter& painter, const QRectF& box) const;
    void paintCurve(QPainter& painter, const QRectF& box) const;

    QString about_;
    Diagram diagram_;
    QHash<QString, QPointF> places_;
    CapacityCurve curve_;
    bool hovered_ = false;
};

}  // namespace headroom::desktop
