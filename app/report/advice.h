// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "app/report/run_record.h"

namespace headroom::report {

/// Something worth trying against a bottleneck. A suggestion from the figures of one run, to be simulated before it
/// is believed.
struct Advice {
    std::string text;
    std::string setting;  ///< for `--set`: `db.servers=24`; empty where it is no matter of one setting
};

/// Most promising first; empty where nothing holds the run back.
std::vector<Advice> adviceFor(const RunRecord& run);

}  // namespace headroom::report
