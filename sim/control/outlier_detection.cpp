// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/control/outlier_detection.h"

#include <algorithm>

namespace headroom::sim {

namespace {
constexpr SimTime kInterval = 10'000'000'000;
}  // namespace

OutlierDetection::OutlierDetection(const model::OutlierEjection& spec, std::size_t hosts)
    : spec_(spec), hosts_(hosts), count_(hosts) {}

std::size_t OutlierDetection::out(SimTime now) const {
    return static_cast<std::size_t>(std::count_if(
        hosts_.begin(), hosts_.end(), [&](const Host& host) { return now < host.outUntil; }));
}

int OutlierDetection::timesOut(SimTime now, const Host& host) const {
    const SimTime served = std::max<SimTime>(0, now - host.outUntil) / kInterval;
    return static_cast<int>(std::max<SimTime>(0, host.timesOut - served));
}

bool OutlierDetection::record(SimTime now, std::size_t index, bool failed) {
    Host& host = hosts_[index];
    host.failures = failed ? host.failures + 1 : 0;
    if (host.failures < spec_.errors || now < host.outUntil) return false;
    const std::size_t others = out(now);
    if (others > 0 &&
        static_cast<double>(others) >= spec_.atMost * static_cast<double>(count_) - 1e-9)
        return false;
    host.timesOut = timesOut(now, host) + 1;
    host.outUntil = now + std::min(spec_.base.count() * host.timesOut, spec_.longest.count());
    host.failures = 0;
    return true;
}

bool HealthState::probe(const model::HealthCheck& spec, bool succeeded) {
    contrary_ = succeeded == healthy_ ? 0 : contrary_ + 1;
    if (contrary_ < (healthy_ ? spec.fall : spec.rise)) return false;
    healthy_ = !healthy_;
    contrary_ = 0;
    return true;
}

}  // namespace headroom::sim
