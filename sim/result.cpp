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
    if (!ref.operation.empty()) return named(componentOperations, ref.target + "." + ref.operation);
    const TargetResult* component = named(components, ref.target);
    return component ? component : named(componentOperations, ref.target);  // a group of caches
}

Estimate RunResult::figure(const model::MetricRef& ref) const {
    const TargetResult* found = target(ref);
    return found ? found->figures.at(ref.metric, ref.statistic) : Estimate{};
}

}  // namespace headroom::sim
