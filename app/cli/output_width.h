// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace headroom::cli {

/// Columns that what is printed on standard output has: kColumns at most, 40 at least; on a narrower terminal those that
/// it has, and wherever it goes those that the environment's COLUMNS says. A pipe has kColumns.
std::size_t outputColumns();

}  // namespace headroom::cli
