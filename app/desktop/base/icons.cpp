// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/base/icons.h"

#include "app/desktop/base/theme.h"
#include "app/desktop/base/text.h"
#include "app/report/component_icon.h"

#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace headroom::desktop {

namespace {

void paintSvg(QPainter& painter, const QRectF& box, QByteArray svg, const QColor& colour) {
    svg.replace("currentColor", colour.name().toLatin1());
    QSvgRenderer renderer(svg);
    renderer.render(&painter, box);
}

class OutlineEngine : public QIconEngine {
public:
    explicit OutlineEngine(QByteArray svg) : svg_(std::move(svg)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
        Q_UNUSED(state)
        const Colours& c = colours();
        QColor colour = mode == QIcon::Disabled ? c.quiet : c.text;
        if (mode == QIcon::Selected) colour = c.onAccent;
        if (mode == QIcon::Disabled) painter->setOpacity(0.45);
        paintSvg(*painter, rect, svg_, colour);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    QIconEngine* clone() const override { return new OutlineEngine(*this); }

private:
    QByteArray svg_;
};

QByteArray componentSvg(const QString& type) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 20 20\"><path d=\"" +
           QByteArray::fromStdString(std::string(report::iconPathOf(fromQt(type)))) +
           "\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\" stroke-linecap=\"round\" "
           "stroke-linejoin=\"round\"/></svg>";
}

}  // namespace

QIcon icon(const QString& name) {
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    return file.open(QIODevice::ReadOnly) ? QIcon(new OutlineEngine(file.readAll())) : QIcon();
}

QIcon componentIcon(const QString& type) { return QIcon(new OutlineEngine(componentSvg(type))); }

void paintComponentIcon(QPainter& painter, const QRectF& box, const QString& type, const QColor& colour) {
    static QHash<QString, QByteArray> outlines;
    QByteArray& svg = outlines[type];
    if (svg.isEmpty()) svg = componentSvg(type);
    paintSvg(painter, box, svg, colour);
}

QIcon applicationIcon() { return QIcon(QStringLiteral(":/icons/headroom.svg")); }

}  // namespace headroom::desktop
