// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/file/diagnostic.h"
#include "model/workload.h"

#include <optional>
#include <vector>

/// Loads of the command line in place of the file's.
namespace headroom::model {

/// Makes the load constant at `users` in sum: the closed population, or, in arrivals per second,
/// the streams where no profile is closed. Where profiles have loads of their own, each keeps its
/// part of the whole at its highest. The diagnostic, if any, has file `--users`.
std::optional<Diagnostic> makeConstant(Workload& workload, double users);

/// Scales the same loads by one factor, so that their sum peaks at `peak`. File `--peak`.
std::optional<Diagnostic> scaleToPeak(Workload& workload, double peak);

}  // namespace headroom::model
