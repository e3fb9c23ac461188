// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/study/objective_margin.h"

#include "sim/infinity.h"

#include <algorithm>
#include <cmath>

namespace headroom::sim {

namespace {

/// Positive where it holds. Whether `<` or `>` is asked for follows from the verdict.
double roomOf(const SloVerdict& slo) {
    if (!slo.value.value || !slo.met) return -kInfinite;
    const double value = *slo.value.value;
    if (!(value > 0) || !(slo.threshold > 0)) return *slo.met ? kInfinite : -kInfinite;
    const double apart = std::abs(std::log(slo.threshold / value));
    return *slo.met ? apart : -apart;
}

bool isClose(const SloVerdict& slo) {
    return slo.value.value && slo.value.halfWidth &&
           std::abs(*slo.value.value - slo.threshold) < *slo.value.halfWidth;
}

}  // namespace

Margin marginOf(const std::vector<SloVerdict>& slos, const std::set<std::string>& without) {
    Margin margin;
    margin.room = kInfinite;
    for (std::size_t i = 0; i < slos.size(); ++i) {
        if (without.contains(slos[i].name)) continue;
        const double room = roomOf(slos[i]);
        margin.held = margin.held && slos[i].met.value_or(false);
        if (margin.worst >= 0 && room >= margin.room) continue;
        margin.worst = static_cast<int>(i);
        margin.room = room;
        margin.close = isClose(slos[i]);
    }
    return margin;
}

bool isDecided(const std::vector<SloVerdict>& slos, const std::set<std::string>& without) {
    bool anyClose = false;
    for (const SloVerdict& slo : slos) {
        if (without.contains(slo.name)) continue;
        const bool close = isClose(slo);
        if (!close && !slo.met.value_or(false)) return true;
        anyClose = anyClose || close;
    }
    return !anyClose;
}

}  // namespace headroom::sim
