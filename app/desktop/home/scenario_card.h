// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/design/diagram.h"

#include <QAbstractButton>

namespace headroom::desktop {

/// A scenario as a card: a small picture of its graph, its name, what it is about.
class ScenarioCard : public QAbstractButton {
    Q_OBJECT

public:
    ScenarioCard(const QString& name, QString about, Diagram diagram, QWidget* parent = nullptr);
    QSize sizeHint() const override { return {300, 236}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void paintGraph(QPainter& painter, const QRectF& box) const;

    QString about_;
    Diagram diagram_;
    QHash<QString, QPointF> places_;
    bool hovered_ = false;
};

}  // namespace headroom::desktop
