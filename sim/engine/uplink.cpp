// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/engine/engine.h"

/// Answers that leave a CDN.
namespace headroom::sim {

void Engine::buildUplink(ComponentIndex component) {
    const auto* cdn = std::get_if<model::CdnSpec>(&program.components[component].spec->spec);
    if (!cdn || !cdn->bandwidth) return;
    uplinks_[component] = {static_cast<std::uint32_t>(sharings_.size()),
                           kNanosecondsPerSecond / cdn->bandwidth->bytesPerSecond};
    sharings_.emplace_back(1, uplinks_[component].sharing, component);
    meters_[component].capacity.add(0, 1);
}

bool Engine::transfer(VisitId id, std::uint32_t size) {
    Visit& v = visits[id];
    ++v.cursor;
    std::int64_t bytes = 0;
    if (size != kNone)
        bytes = program.sizes[size];
    else if (v.keyClass != kNoKey)
        bytes = program.scenario.keys[v.keyClass].size.count;
    meters_[componentOf(id)].egressBytes += static_cast<std::uint64_t>(bytes);
    const Uplink& uplink = uplinks_[componentOf(id)];
    if (uplink.sharing == kNone || bytes == 0) return true;
    const double time = static_cast<double>(bytes) * uplink.nanosecondsPerByte;
    sharings_[uplink.sharing].add(*this, id, static_cast<SimTime>(time + 0.5));
    return false;
}

}  // namespace headroom::sim
