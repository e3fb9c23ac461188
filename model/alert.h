// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/metric.h"

#include <cstdint>
#include <optional>
#include <string>

/// What an on-call engineer would be woken by.
namespace headroom::model {

enum class Severity : std::uint8_t { low, medium, high, warning, critical };
std::string_view severityName(Severity severity);

/// The error budget of an objective burns: over `window` and over `shortWindow` at more than `rate`
/// times the even rate (error ratio / (1 − objective)). SRE Workbook, "Alerting on SLOs":
/// 14.4 over 1 h and 5 min, 6 over 6 h and 30 min, 3 over 1 day and 2 h, 1 over 3 days and 6 h.
struct BurnRate {
    std::string slo;  ///< its name
    double rate = 14.4;
    std::optional<Duration> shortWindow;  ///< absent: a twelfth of `window`
};

/// Evaluated each `sample`. `left` over the trailing `window` is on the wrong side of the
/// threshold: pending; for `holdFor` without a break: firing, at once with 0 s. It stops when the
/// condition has been false for `keepFiringFor`. A figure that is unknown in the window makes no
/// alert. The semantics are those of Prometheus (rules/alerting.go).
struct Alert {
    std::string name;
    std::string text;          ///< `when`, as written
    Expression left;           ///< no `capacity`, no variants; unused with `burn`
    bool below = false;        ///< fires when left < threshold, else when left > threshold
    double threshold = 0;      ///< base units
    std::optional<Unit> unit;  ///< of the threshold, as written
    Duration holdFor{};
    Duration window = std::chrono::minutes(1);
    Duration keepFiringFor{};
    Severity severity = Severity::warning;
    std::optional<BurnRate> burn;  ///< instead of a condition
};

}  // namespace headroom::model
