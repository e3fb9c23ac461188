// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/run_record.h"

#include "app/report/safe_text.h"
#include "app/report/value_text.h"

namespace headroom::report {

std::string variantOf(const RunRecord& run) {
    return run.scenario.variant.empty() ? "base" : printable(run.scenario.variant);
}

std::string titleOf(const RunRecord& run) {
    const std::string load = loadText(loadOf(run.scenario));
    return run.scenario.variant.empty() ? load : printable(run.scenario.variant) + " at " + load;
}

}  // namespace headroom::report
