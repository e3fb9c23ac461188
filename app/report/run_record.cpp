// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/run_record.h"

#include "app/report/safe_text.h"
#include "app/report/value_text.h"
#include "model/said.h"

namespace headroom::report {

std::string variantOf(const RunRecord& run) {
    return run.scenario.variant.empty() ? model::said("Report", "base")
                                        : printable(run.scenario.variant);
}

std::string titleOf(const RunRecord& run) {
    const std::string load = loadText(loadOf(run.scenario));
    if (run.scenario.variant.empty()) return load;
    return model::said("Report", "%1 at %2", {printable(run.scenario.variant), load});
}

}  // namespace headroom::report
