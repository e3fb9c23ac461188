// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/window/main_window.h"
#include "tests/sanitizers/sanitized.h"

#include <QFile>
#include <QPointer>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

/// What the tests of the window share: settings and side files of their own, and a scenario that runs in a blink.
namespace headroom::desktop::test {

inline const QString kShop = QStringLiteral(HEADROOM_SOURCE_DIR "/tests/scenarios/good/small_shop.yaml");

inline QByteArray contentsOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A copy of the small shop with a short run, in a folder of its own.
inline QString shortShop(const QTemporaryDir& folder) {
    QByteArray text = contentsOf(kShop);
    text.replace("duration: 10 min", "duration: 1 min");
    text.replace("warm_up: 1 min", "warm_up: none");
    text.replace("range: 3 k..50 k", "range: 500..4 k");
    const QString path = folder.filePath(QStringLiteral("shop.yaml"));
    QFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    return written ? path : QString();
}

/// Settings and side files go to a place for tests.
inline void isolate() { QStandardPaths::setTestModeEnabled(true); }

/// Shows it and waits until it has the focus; asks for it where no window manager gives it, as under a bare Xvfb.
inline bool showActive(QWidget& window) {
    window.show();
    if (!QTest::qWaitForWindowExposed(&window)) return false;
    window.activateWindow();
    return QTest::qWaitForWindowActive(&window);
}

constexpr int kPatienceMs = kSanitized ? 1'200'000 : 120'000;

}  // namespace headroom::desktop::test
