// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/instances.h"
#include "model/policy.h"
#include "model/quantity/distribution.h"

#include <cstdint>
#include <optional>
#include <string>

/// Long-lived connections between clients and the system, such as WebSockets.
namespace headroom::model {

/// Every connected client sends one `every` so often, first at a random phase; it takes a CPU for
/// `work`. RFC 6455 pings; 30 s is usual, below the idle timeouts of proxies (60 s).
struct Heartbeat {
    Duration every = std::chrono::seconds(30);
    Distribution work;
};

/// How clients come back when their connection is lost: each after min(cap, backoff · 2ⁿ), with
/// full jitter drawn from 0 to that, for attempt n = 0, 1, … All of them at once with `jitter:
/// none`.
struct Reconnect {
    Duration backoff = std::chrono::seconds(1);
    Duration cap = std::chrono::seconds(30);
    Jitter jitter = Jitter::full;
};

/// Each user whose requests come this way holds a connection to one instance from its first request
/// on (at the start: from the start), for `session` at most. An operation that the gateway has is
/// done there, as a service does (CPUs, one line for each instance); every other is passed on to
/// `to`. A request without an open connection connects first. Sticky: a user's next connection
/// prefers the instance of the last one while that has room; otherwise the one with the fewest.
/// One connection more than `capacity` at all instances is refused.
/// When an instance is lost, its connections are, and their users reconnect.
struct GatewaySpec {
    std::string to;  ///< empty: it only pushes
    int instances = 1;
    std::int64_t capacity = 10'000;  ///< connections of one instance
    int cpus = 1;                    ///< of one instance
    Distribution connect;            ///< CPU time to accept a connection: handshake, authentication
    Bytes perConnection{20'000};   ///< memory; 10 – 20 KB and kernel buffers (published servers)
    std::optional<Memory> memory;  ///< of an instance, besides connections
    std::optional<Heartbeat> heartbeat;
    std::optional<Distribution>
        session;  ///< how long a connection lives; absent: for the whole run
    Reconnect reconnect;
    bool sticky = true;
    Distribution startUp;
    Duration drain = std::chrono::seconds(30);  ///< an instance scaled in asks its clients to move
};

}  // namespace headroom::model
