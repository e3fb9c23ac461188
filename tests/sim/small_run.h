// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scenario.h"
#include "sim/measure/replication_result.h"

#include <functional>
#include <string>
#include <string_view>

/// Scenarios of a few lines whose outcome can be worked out by hand.
namespace headroom::test {

/// The scenario of a file made of `head` and `body`. Throws std::runtime_error with the diagnostics
/// if it has errors.
model::Scenario scenarioOf(const std::string& text);

/// Ten arrivals, at 1 s, 2 s … 10 s, of operation x at component app.
extern const std::string kTenArrivals;
/// `users` who all ask app for x at time 0, and not again.
std::string crowd(int users);

/// One replication of a scenario, uncut. Totals are over the whole run.
class SmallRun {
public:
    /// `body`: the file but for `headroom`, `name` and `run`. Intervals are one second.
    explicit SmallRun(const std::string& body, int seconds = 30, std::uint64_t seed = 1);
    /// The scenario with something changed.
    using Change = std::function<void(model::Scenario&)>;
    SmallRun(const std::string& body, int seconds, const Change& change, std::uint64_t seed = 1);

    /// Throws std::out_of_range for a component that is not there. `workload` is one.
    const sim::TargetLog& log(std::string_view component) const;
    sim::IntervalCounts total(std::string_view component) const;
    /// Of a user's action, by operation.
    sim::IntervalCounts action(std::string_view operation) const;
    /// Of a group of caches.
    sim::IntervalCounts group(std::string_view name) const;
    const sim::ReplicationResult& result() const { return result_; }

private:
    sim::ReplicationResult result_;
};

}  // namespace headroom::test
