// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace headroom::desktop {

/// What `headroom --screenshots` is asked for.
struct ScreenshotOptions {
    QString folder;
    QString scenario;  ///< a file; empty: TALOWA
    QString duration = QStringLiteral("3 min");  ///< of the run that is shown
    QSize size{1360, 860};                       ///< of the window
    QString language;                            ///< such as `de`; empty: the system's
    QStringList views;                           ///< beginnings of pictures' names; empty: all

    bool wants(const QString& picture) const;
};

struct ScreenshotArguments {
    std::optional<ScreenshotOptions> options;  ///< empty: nothing to render
    QString message;    ///< what was wrong, or the help that was asked for
    bool failed = false;
};

/// Reads what stands after `--screenshots`. Asks for no display.
ScreenshotArguments readScreenshotArguments(const QStringList& arguments);

}  // namespace headroom::desktop
