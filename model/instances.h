// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/policy.h"
#include "model/quantity/distribution.h"

#include <cstdint>
#include <optional>

/// What runs in instances: services and functions.
namespace headroom::model {

enum class CpuDiscipline : std::uint8_t { fifo, ps };

/// Of one instance: base + perRequest · requests held + bytes of its in-process caches. Over the
/// limit it is killed, fails what it holds, and is back after its start-up. Of a client: base +
/// bytes of the user's caches; over the limit it drops `cleanUp` of its entries, the least recently
/// used.
struct Memory {
    Bytes base{};
    Bytes perRequest{};
    std::optional<Bytes> limit;
    double cleanUp = 0.5;  ///< clients only, 0 … 1, above 0
};

struct ServiceSpec {
    int instances = 1;                      ///< at the start; an autoscaler may change it
    std::int64_t concurrency = kUnlimited;  ///< slots of one instance
    int cpus = 1;                           ///< of one instance
    CpuDiscipline cpuDiscipline = CpuDiscipline::fifo;
    std::int64_t queue =
        kUnlimited;  ///< waiting for a slot at one instance (`line: shared`: at all)
    bool sharedLine = false;
    std::optional<Memory> memory;
    /// From the decision to start an instance (or to replace a killed one) until it takes requests.
    Distribution startUp;
    /// An instance that is scaled in takes no more requests and finishes those it holds; what is
    /// left after this is failed. Kubernetes' terminationGracePeriodSeconds.
    Duration drain = std::chrono::seconds(30);
};

/// At most `count` instances are started in any `every`, refilled continuously: AWS Lambda's 1000
/// every 10 s.
struct StartRate {
    double count = 1000;
    Duration every = std::chrono::seconds(10);
};

/// What a platform keeps besides, for the load that it measures: the greater of
/// ceil(CPUs in use / cpus / cpu) and ceil(requests held / concurrency / concurrency), both
/// averaged over `window`, within min … max. Cloud Run, "About instance autoscaling in Cloud Run
/// services".
struct FunctionTargets {
    double cpu = 0.6;          ///< 0 … 1, above 0
    double concurrency = 0.6;  ///< 0 … 1, above 0
    Duration window = std::chrono::minutes(1);
    Duration every = std::chrono::seconds(5);
};

/// Serverless: instances come with the load (each after a cold start) and go after `keepAlive`
/// idle.
struct FunctionSpec {
    std::int64_t concurrency = 1;
    int cpus = 1;
    CpuDiscipline cpuDiscipline = CpuDiscipline::fifo;
    int minInstances = 0;
    int maxInstances = 100;
    Duration keepAlive = std::chrono::minutes(15);
    Distribution coldStart;
    std::optional<Duration>
        pending;  ///< longest wait for a slot; absent: max(3.5 × mean cold start, 10 s)
    std::int64_t queue = kUnlimited;
    std::optional<Memory> memory;     ///< `memory: 256 MB` is its limit, the size that is paid for
    std::optional<StartRate> starts;  ///< absent: as many at once as are asked for
    std::optional<FunctionTargets> scaling;  ///< absent: instances come only when a request waits
};

/// Whether what its instances use is known, and counts; a mere size is paid for.
inline bool countsMemory(const FunctionSpec& function) {
    return function.memory && function.memory->base.count + function.memory->perRequest.count > 0;
}

}  // namespace headroom::model
