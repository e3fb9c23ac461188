// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/autoscaler.h"

namespace headroom::model {
namespace {

using namespace std::chrono_literals;

void addHpaDefaults(AutoscalerSpec& spec) {
    spec.every = 15s;
    spec.up.policies = {{ScalingPolicy::Kind::instances, 4, 15s},
                        {ScalingPolicy::Kind::share, 1, 15s}};
    spec.down.stabilisation = 300s;
    spec.down.policies = {{ScalingPolicy::Kind::share, 1, 15s}};
    spec.metrics = {{ScalingMetric::Kind::cpu, 0.8, {}, true}};
}

void addKpaDefaults(AutoscalerSpec& spec) {
    spec.every = 2s;
    spec.minInstances = 0;
    spec.metrics = {{ScalingMetric::Kind::concurrency, 100, {}, true}};
}

void addTargetDefaults(AutoscalerSpec& spec) {
    spec.every = 1min;
    spec.metrics = {{ScalingMetric::Kind::cpu, 0.6, {}, true}};
    spec.up.tolerance = spec.down.tolerance = 0;
}

}  // namespace

AutoscalerSpec autoscalerDefaults(AutoscalerKind kind) {
    AutoscalerSpec spec;
    spec.kind = kind;
    switch (kind) {
        case AutoscalerKind::hpa: addHpaDefaults(spec); break;
        case AutoscalerKind::kpa: addKpaDefaults(spec); break;
        case AutoscalerKind::target: addTargetDefaults(spec); break;
    }
    return spec;
}

}  // namespace headroom::model
