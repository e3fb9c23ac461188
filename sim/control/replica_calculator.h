// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace headroom::sim {

/// One pod (instance) as the Horizontal Pod Autoscaler sees it, in whole units of the metric:
/// millicores, bytes, thousandths.
struct PodSample {
    enum class State : std::uint8_t {
        ready,
        unready,  ///< has a metric that is not believed yet: it started a moment ago
        pending,  ///< has not been placed: no metric
        missing,  ///< runs, but its metric did not arrive
        deleted,  ///< going or gone; does not count at all
    };
    State state = State::ready;
    std::int64_t usage = 0;
    std::int64_t request = 0;  ///< for utilisation: what 100 % is
};

/// How far a metric may be from its target, as a share of it, before anything is done.
struct ScalingTolerance {
    double up = 0.1;
    double down = 0.1;
    bool holds(double ratio) const { return ratio >= 1 - down && ratio <= 1 + up; }
};

/// How many replicas one metric asks for: the Kubernetes Horizontal Pod Autoscaler's
/// `desired = ceil(ready · metric / target)` with its tolerance and its caution about pods that are
/// not ready or whose metric is missing (kubernetes, pkg/controller/podautoscaler,
/// replica_calculator.go and metrics/utilization.go; Apache-2.0). Averages are truncated to whole
/// units, as there.
///
/// Unready pods are left out, and count as idle if the rest asks for more. Pods without a metric
/// count as idle if the rest asks for more, and as fully used (a plain metric: at the target) if it
/// asks for fewer. If what is counted in turns the direction round, or the result contradicts it,
/// nothing is done. Precondition of all: targets above 0.
class ReplicaCalculator {
public:
    struct Proposal {
        int replicas = 0;
        std::int64_t observed = 0;  ///< per cent, or the average value
    };

    explicit ReplicaCalculator(ScalingTolerance tolerance = {}) : tolerance_(tolerance) {}

    /// Utilisation as a share of what the pods requested; target in per cent. Nothing if no ready
    /// pod has a metric. Readiness is looked at for the CPU only (`believeUnready` for memory).
    std::optional<Proposal> byUtilisation(int current, const std::vector<PodSample>& pods,
                                          std::int64_t targetPercent,
                                          bool believeUnready = false) const;
    /// A metric of each pod (concurrency, requests per second …), its average against the target.
    std::optional<Proposal> byAverage(int current, const std::vector<PodSample>& pods,
                                      std::int64_t target) const;
    /// One value for all, which more replicas make smaller.
    Proposal byValue(int current, int ready, std::int64_t value, std::int64_t target) const;
    /// One value for all, shared out among the replicas.
    Proposal byValuePerReplica(int replicas, std::int64_t value, std::int64_t targetAverage) const;

private:
    /// What the metric says, by which pods are counted in and as what.
    struct Counted {
        double ratio = 0;
        std::int64_t observed = 0;
        int pods = 0;
    };
    template <class Measure>
    std::optional<Proposal> propose(int current, const std::vector<PodSample>& pods,
                                    bool believeUnready, const Measure& measure) const;

    ScalingTolerance tolerance_;
};

}  // namespace headroom::sim
