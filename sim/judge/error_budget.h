// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/judge/alert_timeline.h"

#include <array>
#include <optional>
#include <vector>

/// Error budgets and how fast they burn, after Google's Site Reliability Workbook, ch. 5 "Alerting
/// on SLOs" (sre.google/workbook/alerting-on-slos), as occurrences: bad events over all events.
namespace headroom::sim {

/// How many times faster than allowed errors come: 1 spends the budget exactly by the end of its
/// period. Precondition: 0 < allowed ≤ 1, the share of events that may be bad.
constexpr double burnRateOf(double errorRatio, double allowed) { return errorRatio / allowed; }

/// The burn rate that spends `share` of a period's budget within `window`: share · period / window.
constexpr double burnRateThreshold(double share, double period, double window) {
    return share * period / window;
}

/// Seconds until the whole budget of a period is spent at this burn rate; nothing if it never is.
std::optional<double> timeToExhaustion(double burnRate, double periodSeconds);

/// What somebody is told when both windows of a pair burn faster than the pair's threshold.
enum class BurnSeverity : std::uint8_t { page, ticket };

struct BurnWindow {
    BurnSeverity severity = BurnSeverity::page;
    double budgetShare = 0;   ///< of the period's budget, spent within the long window
    double longSeconds = 0;   ///< is enough burnt to matter?
    double shortSeconds = 0;  ///< does it still burn? A twelfth of the long one
};

/// The workbook's recommended parameters: over 30 days, burn rates of 14.4, 6, 3 and 1.
constexpr std::array<BurnWindow, 4> kBurnWindows{{
    {BurnSeverity::page, 0.02, 3600, 300},
    {BurnSeverity::page, 0.05, 6 * 3600, 1800},
    {BurnSeverity::ticket, 0.10, 86400, 7200},
    {BurnSeverity::ticket, 0.10, 3 * 86400, 6 * 3600},
}};

/// Events of one sample interval.
struct EventCounts {
    double bad = 0, all = 0;
};

/// The share of bad events in each trailing window, looked at after every interval. At the
/// beginning a window reaches back as far as there is anything; NaN where nothing happened in it.
std::vector<double> trailingErrorRatios(const std::vector<EventCounts>& intervals, SimTime step,
                                        double windowSeconds);

/// Whether somebody would be told, after every interval: both windows of some pair of this severity
/// burn faster than its threshold.
std::vector<bool> burnCondition(const std::vector<EventCounts>& intervals, SimTime step,
                                double allowed, double periodSeconds, BurnSeverity severity);

}  // namespace headroom::sim
