// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scenario.h"
#include "sim/analytic/time_law.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Where requests of a scenario are answered, and what the way there takes: the rules of
/// model/zone.h and of the simulation, as shares instead of draws.
namespace headroom::sim {

/// A zone and the share of requests that it gets.
struct ZoneShare {
    int zone;
    double share;
};

/// Zones by number; 0 is everywhere: nothing is paid to it or from it.
class Zones {
public:
    /// The scenario must outlive it.
    explicit Zones(const model::Scenario& scenario);

    int index(std::string_view name) const;
    /// Where requests for an operation of the component are answered that come from a zone. What
    /// is everywhere is where they come from. Shares sum to 1.
    std::vector<ZoneShare> of(const model::Component& component, std::string_view operation,
                              int from) const;
    /// The round trip, paid before a request arrives.
    TimeLaw trip(int from, int to) const;
    /// Targets of a balancer with several, by share; empty where it has one.
    std::vector<std::pair<std::string_view, double>> targetsOf(
        const model::LoadBalancerSpec& balancer, int from) const;

private:
    std::vector<ZoneShare> instancesOf(const model::Component& service, int from) const;
    std::vector<ZoneShare> copiesOf(const model::Component& component,
                                    const model::DatabaseSpec& database, std::string_view operation,
                                    int from) const;
    double distance(int from, int to) const;
    /// Each zone once; of those farther than the nearest, if only that counts, none.
    std::vector<ZoneShare> merged(const std::vector<ZoneShare>& all, int from,
                                  bool onlyNearest) const;

    const model::Scenario& scenario_;
    std::vector<std::string> names_{""};
};

}  // namespace headroom::sim
