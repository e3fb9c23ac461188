// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/metric.h"
#include "model/scenario.h"
#include "sim/measure/estimate.h"

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "model/metric.h"
#include "model/price_book.h"
#include "model/scenario.h"
#include "sim/measure/estimate.h"

/// What a run found out: plain values, the same for the command line, the reports, the archive and
/// the window.
namespace headroom::sim {

/// Every figure of one target (workload, operation, component), by metric and statistic. Metrics
/// that are one number use Statistic::mean. Unknown or senseless ones are unknown.
class Figures {
public:
    Estimate& at(model::Metric metric, model::Statistic statistic = model::Statistic::mean) {
        return table_[index(metric, statistic)];
    }
    const Estimate& at(model::Metric metric,
                       model::Statistic statistic = model::Statistic::mean) const {
        return table_[index(metric, statistic)];
    }

private:
    static constexpr std::size_t kSlots =
        static_cast<std::size_t>(model::kTimeMetricCount) * model::kStatisticCount +
        (model::kMetricCount - model::kTimeMetricCount);
    static std::size_t index(model::Metric metric, model::Statistic statistic) {
        const auto m = static_cast<std::size_t>(metric);
        constexpr auto times = static_cast<std::size_t>(model::kTimeMetricCount);
        constexpr auto statistics = static_cast<std::size_t>(model::kStatisticCount);
        return m < times ? m * statistics + static_cast<std::size_t>(statistic)
                         : times * statistics + (m - times);
    }
    std::array<Estimate, kSlots> table_;
};

/// Visits that ended without an answer, by cause; mean over replications.
struct ErrorCounts {
    double refused = 0, timeout = 0, failed = 0;
};

/// Time that the visits of a component spent in calls to `callee`, in seconds per simulated second
/// (= visits of the caller that stand in such a call, on average).
struct CallShare {
    std::string callee;
    double standing = 0;
};

/// What is metered of a component besides its figures; averages over time and replications.
struct Usage {
    Estimate activeInstances;  ///< instances that hold at least one request
    Estimate activations;      ///< per second: instances that got a request after holding none
    Estimate held;             ///< requests that hold a slot
    Estimate busy;             ///< servers or CPUs
    Estimate billed;           ///< as `held`, with each request's time rounded up as it is paid for
};

struct TargetResult {
    std::string name;  ///< `api`, `feed`, `db.read`; the workload's is "workload"
    std::string type;  ///< component type; empty for workload and operations
    Figures figures;
    ErrorCounts errors;
    std::vector<CallShare> calls;  ///< components only
    Usage usage;                   ///< components only
};

/// One value per sample interval; NaN where nothing was there to measure. Mean over replications.
struct Series {
    std::string name;  ///< `api.utilisation`, `p95(workload.response_time)`
    model::Unit unit = model::Unit::count;
    std::vector<double> values;
};

/// Whose saturation holds the system back, and how that shows.
struct Bottleneck {
    std::string component;
    std::string why;           ///< a sentence with its figures
    Estimate utilisation;      ///< of its scarcest resource: servers, CPUs, slots or connections
    Estimate shareOfResponse;  ///< of the workload's mean response time, waiting charged down the
                               ///< chain of calls
    bool saturated = true;  ///< false: nothing is, and this is only where most of the time is spent
};

/// Simulated time.
struct TimeSpan {
    double fromSeconds = 0, toSeconds = 0;
    bool operator==(const TimeSpan&) const = default;
};

/// How fast an objective's error budget burns (sim/judge/error_budget.h).
struct ErrorBudget {
    double allowed = 0;        ///< share of events that may be bad
    double periodSeconds = 0;  ///< the objective's `over`; 30 days where it names none
    double burnRate = 0;       ///< error ratio over `allowed`: 1 spends it exactly in the period
    std::optional<double> exhaustedAfterSeconds;  ///< if it goes on like this; nothing: never
    std::vector<TimeSpan> pages, tickets;  ///< when the multi-window alerts fire, in the first replication
};

struct SloVerdict {
    std::string name;
    std::string objective;
    Estimate value;
    model::Unit unit = model::Unit::count;
    double threshold = 0;
    std::optional<bool> met;    ///< unknown if its figure is
    std::optional<double> errorBudgetLeft;  ///< 1 − error ratio / (1 − objective), for availability and error ratio
    std::optional<ErrorBudget> budget = std::nullopt;  ///< of the same objectives
};

/// What became of an alert. See sim/judge/alerts.h.
struct AlertResult {
    std::string name;
    std::string condition;  ///< as written
    model::Severity severity = model::Severity::warning;
    bool isKnown = false;   ///< false: its figure was never known, so that nothing can be said
    std::vector<TimeSpan> fired;           ///< in the first replication
    int replicationsFired = 0;             ///< in which it fired at all
    std::optional<double> shareOfTime;     ///< in which it was firing, mean over replications
};

struct ClaimVerdict {
    std::string says;
    std::string source;
    Estimate value;
    std::optional<model::Unit> unit;
    std::optional<bool> holds;  ///< unknown if it cannot be judged
    std::string why;            ///< the bound it was held against, or why it cannot be judged here
    bool cannotHold = false;  ///< `holds` is false whatever is simulated; `why` has the arithmetic
    std::string judgedBy =
        {};  ///< the runs of an audit that it took: "today, target at 400 k users"

    /// What `--gate` fails on.
    bool missed() const { return holds == false; }
};

/// One of the parts that make up the health of a system.
struct HealthPart {
    std::string name;   ///< `objectives`, `errors`, `headroom`, `alerts`
    double weight = 0;  ///< all weights sum to 1
    std::optional<double> score;  ///< 0 … 1; unknown parts are left out of the sum
    std::string why;
};

/// Formula and parts: sim/judge/health.h.
struct Health {
    std::optional<double> score;  ///< 0 … 100
    std::vector<HealthPart> parts;
};

/// One meter of a component: what it costs in a month. See sim/judge/cost.h.
struct CostLine {
    std::string product;      ///< of the price book; empty: the scenario's own price
    model::PriceMeter meter{};
    Estimate units;           ///< in a month
    Estimate usd;             ///< in a month
    std::string source, date; ///< of the price
    bool weak = false;        ///< its source is not the provider's list
};

struct ComponentCost {
    std::string component;
    Estimate perMonth;
    std::vector<CostLine> lines = {};
};

/// The waiting line that began to grow first, where the load or the system changes over time.
struct FirstGrowth {
    std::string component;
    double fromSeconds = 0;       ///< since then it did not shrink back before its peak
    double peak = 0;              ///< visits waiting at most
    std::optional<double> users;  ///< at that time
};

/// How the users' actions got over a fault.
struct Recovery {
    std::string fault;            ///< as written: `kill 1 instance of api`
    double from = 0;              ///< seconds
    std::optional<double> until;  ///< when the fault was over, if it lasts
    Estimate recoveredAt;         ///< seconds; unknown unless every replication recovered
    Estimate timeToRecover;       ///< from `from` on; 0 where nothing went wrong
    int recovered = 0;            ///< replications that did
    Estimate errors;              ///< actions that failed from `from` until then, or to the end
};

struct RunResult {
    std::string scenario;
    std::string variant;  ///< empty: the base
    std::uint64_t seed = 0;
    int replications = 0;
    double confidence = 0.95;
    double simulatedSeconds = 0;
    double warmUpSeconds = 0;
    double sampleSeconds = 0;
    bool stationary = false;   ///< whether a warm-up could be cut
    std::uint64_t events = 0;  ///< over all replications
    std::uint64_t visits = 0;
    double wallSeconds = 0;             ///< set by whoever has a clock
    std::uint64_t peakMemoryBytes = 0;  ///< likewise
    bool interrupted = false;  ///< asked to stop: fewer replications than wanted, or a shorter one
    std::string stopped;  ///< why the engine gave up before the end of the run; empty if it did not

    double users = 0;       ///< mean over the measured time; 0 for an open workload
    double unfinished = 0;  ///< actions still open at the end, mean over replications
    TargetResult workload;
    std::vector<TargetResult> operations;  ///< the users' actions, by operation
    std::vector<TargetResult> components;  ///< in the order of the file
    std::vector<TargetResult>
        componentOperations;  ///< `db.read`, where an objective or claim names it
    std::vector<Series> series;

    std::vector<Bottleneck> bottlenecks;
    std::vector<SloVerdict> slos;
    std::vector<Recovery> recoveries;  ///< one for each fault that struck
    std::vector<AlertResult> alerts;
    Health health;
    std::vector<ClaimVerdict> claims;
    std::optional<FirstGrowth> growsFirst;
    Estimate costPerMonth;      ///< USD; unknown if nothing has a price
    Estimate costPerThousandUsers;  ///< USD a month; unknown of an open workload
    std::vector<ComponentCost> costByComponent;
    std::vector<std::string> notes;
    std::vector<std::string> brokenInvariants;  ///< empty unless the engine is wrong

    /// The target that an objective names: `workload`, a component, or `component.operation`; null
    /// if none.
    const TargetResult* target(const model::MetricRef& ref) const;
    Estimate figure(const model::MetricRef& ref) const;
};

}  // namespace headroom::sim
