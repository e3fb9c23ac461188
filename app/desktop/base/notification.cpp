// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/base/notification.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QStringList>
#include <QVariantMap>

namespace headroom::desktop {

void notifyDesktop(const QString& summary, const QString& body) {
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) return;
    constexpr int kAsTheDesktopLikes = -1;
    QDBusMessage message = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.Notifications"),
        QStringLiteral("/org/freedesktop/Notifications"),
        QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("Notify"));
    message << QCoreApplication::applicationName() << 0U << QStringLiteral("headroom") << summary
            << body.toHtmlEscaped() << QStringList() << QVariantMap() << kAsTheDesktopLikes;
    bus.send(message);
}

}  // namespace headroom::desktop
