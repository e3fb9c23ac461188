// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"

#ifdef HEADROOM_DESKTOP
#include "app/desktop/desktop.h"
#endif

int main(int argc, char** argv) {
#ifdef HEADROOM_DESKTOP
    if (headroom::desktop::wantsWindow(argc, argv)) return headroom::desktop::runDesktop(argc, argv);
#endif
    return headroom::cli::runProgram(argc, argv);
}
