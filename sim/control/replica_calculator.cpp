// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/control/replica_calculator.h"

#include <algorithm>
#include <cmath>

namespace headroom::sim {

namespace {

/// How pods without a metric of their own are counted in.
enum class Assume : std::uint8_t { leaveOut, idle, full };

struct Assumptions {
    Assume missing = Assume::leaveOut;
    Assume unready = Assume::leaveOut;
};

bool isUnready(const PodSample& pod, bool believeUnready) {
    return pod.state == PodSample::State::pending ||
           (pod.state == PodSample::State::unready && !believeUnready);
}

/// Calls use(usage, request) for every pod that counts.
template <class Use>
void forEach(const std::vector<PodSample>& pods, bool believeUnready, Assumptions assume,
             std::int64_t full, const Use& use) {
    for (const PodSample& pod : pods) {
        if (pod.state == PodSample::State::deleted) continue;
        const bool missing = pod.state == PodSample::State::missing;
        if (!missing && !isUnready(pod, believeUnready)) {
            use(pod.usage, pod.request);
            continue;
        }
        const Assume as = missing ? assume.missing : assume.unready;
        if (as == Assume::leaveOut) continue;
        use(as == Assume::idle ? 0 : full, pod.request);
    }
}

int roundedUp(double replicas) { return static_cast<int>(std::ceil(replicas)); }

}  // namespace

template <class Measure>
std::optional<ReplicaCalculator::Proposal> ReplicaCalculator::propose(
    int current, const std::vector<PodSample>& pods, bool believeUnready,
    const Measure& measure) const {
    const Counted now = measure(Assumptions{});
    if (now.pods == 0) return std::nullopt;
    const bool anyMissing = std::any_of(pods.begin(), pods.end(), [](const PodSample& pod) {
        return pod.state == PodSample::State::missing;
    });
    const bool anyUnready = std::any_of(pods.begin(), pods.end(), [&](const PodSample& pod) {
        return isUnready(pod, believeUnready);
    });
    const bool countUnready = anyUnready && now.ratio > 1;
    const Proposal hold{current, now.observed};
    if (!anyMissing && !countUnready)
        return tolerance_.holds(now.ratio)
                   ? hold
                   : Proposal{roundedUp(now.ratio * now.pods), now.observed};
    Assumptions cautious;
    if (now.ratio != 1) cautious.missing = now.ratio < 1 ? Assume::full : Assume::idle;
    if (countUnready) cautious.unready = Assume::idle;
    const Counted then = measure(cautious);
    if (tolerance_.holds(then.ratio) || (now.ratio < 1) != (then.ratio < 1)) return hold;
    const int replicas = roundedUp(then.ratio * then.pods);
    if (then.ratio < 1 ? replicas > current : replicas < current) return hold;
    return Proposal{replicas, now.observed};
}

std::optional<ReplicaCalculator::Proposal> ReplicaCalculator::byUtilisation(
    int current, const std::vector<PodSample>& pods, std::int64_t targetPercent,
    bool believeUnready) const {
    return propose(current, pods, believeUnready, [&](Assumptions assume) {
        std::int64_t usage = 0, request = 0;
        int count = 0;
        // A pod assumed to be fully used is so at 100 % of its request, or at the target above it.
        const auto add = [&](std::int64_t used, std::int64_t requested) {
            usage += used < 0 ? requested * std::max<std::int64_t>(100, targetPercent) / 100 : used;
            request += requested;
            ++count;
        };
        forEach(pods, believeUnready, assume, -1, add);
        const std::int64_t percent = request == 0 ? 0 : usage * 100 / request;
        return Counted{static_cast<double>(percent) / static_cast<double>(targetPercent), percent,
                       count};
    });
}

std::optional<ReplicaCalculator::Proposal> ReplicaCalculator::byAverage(
    int current, const std::vector<PodSample>& pods, std::int64_t target) const {
    return propose(current, pods, true, [&](Assumptions assume) {
        std::int64_t sum = 0;
        int count = 0;
        forEach(pods, true, assume, target, [&](std::int64_t used, std::int64_t) {
            sum += used;
            ++count;
        });
        const std::int64_t average = count == 0 ? 0 : sum / count;
        return Counted{static_cast<double>(average) / static_cast<double>(target), average, count};
    });
}

ReplicaCalculator::Proposal ReplicaCalculator::byValue(int current, int ready, std::int64_t value,
                                                       std::int64_t target) const {
    const double ratio = static_cast<double>(value) / static_cast<double>(target);
    if (current == 0) return {roundedUp(ratio), value};
    if (tolerance_.holds(ratio)) return {current, value};
    return {roundedUp(ratio * ready), value};
}

ReplicaCalculator::Proposal ReplicaCalculator::byValuePerReplica(int replicas, std::int64_t value,
                                                                 std::int64_t targetAverage) const {
    const auto all = static_cast<double>(value);
    const auto each = static_cast<double>(targetAverage);
    const auto average =
        replicas == 0 ? value : static_cast<std::int64_t>(std::ceil(all / replicas));
    if (replicas > 0 && tolerance_.holds(all / (each * replicas))) return {replicas, average};
    return {roundedUp(all / each), average};
}

}  // namespace headroom::sim
