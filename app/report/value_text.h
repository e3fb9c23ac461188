// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/metric.h"
#include "model/scenario.h"
#include "sim/measure/estimate.h"

/// Figures as people read them; the same words on the terminal and on the page, in the language of
/// model/said.h.
namespace headroom::report {

/// What stands for a figure that is not known.
inline constexpr std::string_view kUnknown = "–";

/// `182 ms`; `–` if unknown.
std::string valueText(const sim::Estimate& estimate, model::Unit unit);
/// `182 ms ± 4 ms`: the half-width in the value's unit and to the value's last digit, or to its own first digit
/// where that is smaller. Without a half-width the value alone; `–` if unknown.
std::string estimateText(const sim::Estimate& estimate, model::Unit unit);
/// `182 ms ± 4`, for narrow tables.
std::string shortEstimateText(const sim::Estimate& estimate, model::Unit unit);

/// `30 000`, with thin spaces; at most one decimal below 1000.
std::string countText(double count);
/// `10 min`, `90 s`, `2 h 5 min`.
std::string timeSpanText(double seconds);
/// `12.4 MB`.
std::string bytesText(double bytes);

/// A unit to show a group of values in: shown = value / scale.
struct DisplayUnit {
    std::string suffix;  ///< ` ms`, with the space that goes before it; empty for counts
    double scale = 1;
};
/// The unit in which a value as large as `magnitude` reads best.
DisplayUnit displayUnitFor(double magnitude, model::Unit unit);

/// The load a scenario puts on: users, or arrivals per second where all its traffic is open.
struct Load {
    double peak = 0;
    bool open = false;
    bool varies = false;
};
Load loadOf(const model::Scenario& scenario);
/// `30 000 users`, `up to 400 000 users`, `120 arrivals/s`.
std::string loadText(const Load& load);

/// A component's type in words: `load balancer` for `load_balancer`.
std::string typeText(std::string_view type);
/// `mean`, `p95`.
std::string statisticText(model::Statistic statistic);

}  // namespace headroom::report
