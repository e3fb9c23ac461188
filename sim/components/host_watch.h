// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/components/instance.h"
#include "sim/control/outlier_detection.h"

#include <optional>
#include <vector>

namespace headroom::sim {

/// What a load balancer thinks of those behind it, by its health checks and by the answers that
/// come through it. Hosts are the instances of one service, or the components that it chooses
/// among.
///
/// Without health checks it knows at once who is there. With them it goes on asking one that has
/// died until `fall` probes have failed, and asks it again after `rise` have succeeded; one that
/// comes for the first time, or has been scaled in before, is announced and asked at once.
class HostWatch {
public:
    HostWatch(const model::LoadBalancerSpec& spec, std::size_t hosts);

    const std::optional<model::HealthCheck>& health() const { return health_; }
    /// Whether requests go to the host, who is in this state now.
    bool takes(std::size_t host, InstanceState state, SimTime now);
    void onProbe(std::size_t host, InstanceState state, bool answered);
    void onAnswer(std::size_t host, bool failed, SimTime now);

private:
    struct Host {
        bool isKnown = false;
        HealthState health;
    };
    void look(Host& host, InstanceState state);

    std::optional<model::HealthCheck> health_;
    std::vector<Host> hosts_;
    std::optional<OutlierDetection> outliers_;
    std::int64_t known_ = 0;
};

}  // namespace headroom::sim
