// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/result.h"

#include <algorithm>

namespace headroom::sim {

namespace {
const TargetResult* named(const std::vector<TargetResult>& targets, const std::string& name) {
    const auto found = std::ranges::find(targets, name, &TargetResult::name);
    return found == targets.end() ? nullptr : &*found;
}
}  // namespace

const TargetResult* RunResult::target(const model::MetricRef& ref) const {
    if (ref.target == "workload")
        return ref.operation.empty() ? &workload : named(operations, ref.operation);
    return ref.operation.empty() ? named(components, ref.target)
                                 : named(componentOperations, ref.target + "." + ref.operation);
}

Estimate RunResult::figure(const model::MetricRef& ref) const {
    const TargetResult* found = target(ref);
    return found ? found->figures.at(ref.metric, ref.statistic) : Estimate{};
}

}  // namespace headroom::sim
