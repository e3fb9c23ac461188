// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace headroom::cli {

/// What scripts rely on.
enum class ExitCode {
    done = 0,
    missed = 1,      ///< `--gate`, and an objective or a claim is missed
    badInput = 2,    ///< bad usage, or errors in the scenario
    unfinished = 3,  ///< could not finish: output not writable, out of memory, the engine gave up
    interrupted = 130,
};

}  // namespace headroom::cli
