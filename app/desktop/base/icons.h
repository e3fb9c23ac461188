// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>

class QPainter;
class QRectF;

/// Icons that follow the theme: drawn from outlines in the colour of the palette's text, at any size.
namespace headroom::desktop {

/// `resources/icons/NAME.svg`
QIcon icon(const QString& name);
/// The symbol of a component type, as reports draw it.
QIcon componentIcon(const QString& type);
void paintComponentIcon(QPainter& painter, const QRectF& box, const QString& type, const QColor& colour);
/// In colours, for windows and task bars.
QIcon applicationIcon();

}  // namespace headroom::desktop
