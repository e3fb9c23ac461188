// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace headroom::desktop {

/// Renders every view of the window on a shipped system, computed for the purpose, in light and dark:
/// `--screenshots DIR [SCENARIO [DURATION [WIDTHxHEIGHT]]]`. Returns the exit code.
int takeScreenshots(const QStringList& arguments);

}  // namespace headroom::desktop
