// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace headroom::desktop {

/// Tells the desktop's notification service (org.freedesktop.Notifications); without one, nothing
/// happens. Does not wait.
void notifyDesktop(const QString& summary, const QString& body);

}  // namespace headroom::desktop
