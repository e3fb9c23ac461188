// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/engine/alert_watch.h"

#include <algorithm>
#include <cmath>

namespace headroom::sim {

std::size_t intervalsOf(model::Duration window, const model::RunSettings& run) {
    const double intervals = model::toSeconds(window) / model::toSeconds(run.sample);
    return static_cast<std::size_t>(std::max(1.0, std::round(intervals)));
}

void forEachMetric(const model::Expression& expression,
                   const std::function<void(const model::MetricRef&)>& visit) {
    if (expression.kind == model::Expression::Kind::metric) visit(expression.metric);
    for (const model::Expression& operand : expression.operands) forEachMetric(operand, visit);
}

std::vector<TrailingQuantile> trailingFor(const model::Scenario& scenario, std::string_view target,
                                          std::string_view operation) {
    std::vector<TrailingQuantile> all;
    for (const model::Alert& alert : scenario.alerts) {
        if (alert.burn) continue;
        const std::size_t intervals = intervalsOf(alert.window, scenario.run);
        forEachMetric(alert.left, [&](const model::MetricRef& ref) {
            if (ref.target != target || ref.operation != operation) return;
            if (!isTime(ref.metric) || ref.statistic == model::Statistic::mean) return;
            const auto same = [&](const TrailingQuantile& other) {
                return other.isOf(ref.metric, ref.statistic, intervals);
            };
            if (std::ranges::none_of(all, same))
                all.emplace_back(ref.metric, ref.statistic, intervals);
        });
    }
    return all;
}

}  // namespace headroom::sim
