// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QApplication;

/// The application with the window.
namespace headroom::desktop {

/// Whether these arguments ask for the window: none, a file alone, or `--screenshots DIR`. Everything else is the command
/// line's.
bool wantsWindow(int argc, char** argv);

/// Runs until the window is closed; returns the exit code. 3 where there is no display.
int runDesktop(int argc, char** argv);

/// Names, icon, theme and translation, as every application object of ours needs them.
void prepare(QApplication& application);

}  // namespace headroom::desktop
