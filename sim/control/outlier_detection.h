// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/load_balancer.h"
#include "sim/kernel/sim_time.h"

#include <cstdint>
#include <vector>

namespace headroom::sim {

/// Takes hosts that fail request after request out of a load balancer (Envoy's outlier detection,
/// "consecutive 5xx"): after `errors` failures in a row a host is out for `base` times the number
/// of times it has been out, `longest` at most; each interval of 10 s that it then serves
/// undisturbed takes one off that number. A host is taken out if none is out, or less than the
/// share `atMost`.
class OutlierDetection {
public:
    OutlierDetection(const model::OutlierEjection& spec, std::size_t hosts);

    /// The outcome of a request; true if that took the host out until backAt(host).
    bool record(SimTime now, std::size_t host, bool failed);
    SimTime backAt(std::size_t host) const { return hosts_[host].outUntil; }
    bool isOut(SimTime now, std::size_t host) const { return now < hosts_[host].outUntil; }
    /// A new instance in the place of the host.
    void reset(std::size_t host) { hosts_[host] = {}; }
    /// Hosts that there are at present, of which the share is reckoned.
    void setCount(std::size_t hosts) { count_ = hosts; }

private:
    struct Host {
        int failures = 0;  ///< in a row
        int timesOut = 0;
        SimTime outUntil = 0;
    };
    std::size_t out(SimTime now) const;
    int timesOut(SimTime now, const Host& host) const;

    model::OutlierEjection spec_;
    std::vector<Host> hosts_;
    std::size_t count_;
};

/// What a health check thinks of one host: out after `fall` failed probes in a row, in again after
/// `rise` that succeeded (HAProxy's `inter`, `fall`, `rise`).
class HealthState {
public:
    /// The outcome of a probe; true if it changed what is thought of the host.
    bool probe(const model::HealthCheck& spec, bool succeeded);
    bool isHealthy() const { return healthy_; }

private:
    bool healthy_ = true;
    int contrary_ = 0;  ///< probes in a row that speak against it
};

}  // namespace headroom::sim
