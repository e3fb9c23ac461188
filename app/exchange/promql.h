// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scenario.h"

#include <string>
#include <string_view>

/// Figures of a scenario as PromQL. Those under `observed.series` are asked for as it says; others
/// by the names under which a run's series are exported
/// (`headroom_response_time_seconds{target="api",statistic="p95"}`).
namespace headroom::exchange {

/// `1h`, `90s`, `500ms`: the largest unit that leaves whole numbers.
std::string promDuration(model::Duration duration);
/// In double quotes.
std::string promString(std::string_view text);
/// `0.001`: six significant digits.
std::string promNumber(double value);
/// For labels and annotations of rules, which are templates of Go: what stands in braces stays
/// text.
std::string templateText(std::string_view text);

class PromQl {
public:
    explicit PromQl(const model::Scenario& scenario) : scenario_(scenario) {}

    /// At this moment, without labels.
    std::string now(const model::MetricRef& metric) const;
    /// Its mean over the trailing window; of a `max`, the maximum.
    std::string over(const model::MetricRef& metric, model::Duration window) const;
    /// Preconditions: no `capacity` in it.
    std::string expression(const model::Expression& expression, model::Duration window) const;
    /// Whether the file says how production measures it.
    bool isObserved(const model::MetricRef& metric) const { return observed(metric) != nullptr; }

private:
    const model::ObservedSeries* observed(const model::MetricRef& metric) const;

    const model::Scenario& scenario_;
};

}  // namespace headroom::exchange
