// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/screenshot_options.h"

namespace headroom::desktop {

/// Renders every view of the window, in light and dark, on what is computed for the purpose. Returns the exit code.
int takeScreenshots(const ScreenshotOptions& options);

}  // namespace headroom::desktop
