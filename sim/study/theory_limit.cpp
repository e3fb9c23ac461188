// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/study/theory_limit.h"

#include "model/file/overrides.h"

#include <cassert>
#include <cmath>

namespace headroom::sim {

model::Scenario withLoad(const model::Scenario& scenario, double load) {
    model::Scenario loaded = scenario;
    const auto problem = model::makeConstant(loaded.workload, load);
    assert(!problem);
    static_cast<void>(problem);
    return loaded;
}

TheoryMargin theoryMargin(const model::Scenario& scenario, double load,
                          const std::set<std::string>& without) {
    TheoryMargin result{solve(withLoad(scenario, load)), {}};
    result.margin = marginOf(result.solution.result.slos, without);
    if (!result.solution.saturated.empty()) result.margin.held = false;
    return result;
}

std::optional<double> theoryLimit(const model::Scenario& scenario, double low, double high,
                                  const std::set<std::string>& without) {
    constexpr double kClose = 1e-3;
    if (!theoryMargin(scenario, low, without).margin.held) return std::nullopt;
    // Upwards: what holds is solved faster than what does not.
    for (double factor = 1.1;; factor = std::min(4.0, factor * factor)) {
        const double next = std::min(high, low * factor);
        if (!theoryMargin(scenario, next, without).margin.held) {
            high = next;
            break;
        }
        if (next >= high) return high;
        low = next;
    }
    while (high / low > 1 + kClose) {
        const double middle = std::sqrt(low * high);
        (theoryMargin(scenario, middle, without).margin.held ? low : high) = middle;
    }
    return std::sqrt(low * high);
}

}  // namespace headroom::sim
