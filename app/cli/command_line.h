// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace headroom::cli {

/// The whole program: reads the arguments, does what they say, returns the exit code.
int runProgram(int argc, char** argv);

}  // namespace headroom::cli
