// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/components/host_watch.h"

namespace headroom::sim {

HostWatch::HostWatch(const model::LoadBalancerSpec& spec, std::size_t hosts)
    : health_(spec.health), hosts_(hosts) {
    if (spec.ejection) outliers_.emplace(*spec.ejection, hosts);
}

// Announced while it is there, and until it is taken away for good.
void HostWatch::look(Host& host, InstanceState state) {
    const bool isThere = state == InstanceState::ready;
    const bool isGone = state == InstanceState::absent || state == InstanceState::draining;
    if (host.isKnown ? !isGone : !isThere) return;
    host = {isThere, HealthState()};
    known_ += isThere ? 1 : -1;
    if (!outliers_) return;
    outliers_->reset(static_cast<std::size_t>(&host - hosts_.data()));
    outliers_->setCount(static_cast<std::size_t>(known_));
}

bool HostWatch::takes(std::size_t number, InstanceState state, SimTime now) {
    Host& host = hosts_[number];
    look(host, state);
    if (!host.isKnown || !host.health.isHealthy()) return false;
    if (!health_ && state != InstanceState::ready) return false;
    return !outliers_ || !outliers_->isOut(now, number);
}

void HostWatch::onProbe(std::size_t number, InstanceState state, bool answered) {
    Host& host = hosts_[number];
    look(host, state);
    if (host.isKnown) host.health.probe(*health_, answered);
}

void HostWatch::onAnswer(std::size_t host, bool failed, SimTime now) {
    if (outliers_ && hosts_[host].isKnown) outliers_->record(now, host, failed);
}

}  // namespace headroom::sim
