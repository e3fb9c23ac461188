// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/instances.h"
#include "model/policy.h"
#include "model/quantity/distribution.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What a user holds, and the network between it and the system.
namespace headroom::model {

/// The network between a client and what it calls: each attempt pays one round trip, and the time
/// its request and answer take at the bandwidths where both size and bandwidth are given.
struct ClientNetwork {
    Distribution roundTrip;
    std::optional<Bandwidth> down, up;
};

/// A part of the users with a network of its own. A user (of a stream: a request) keeps its own.
struct NetworkClass {
    std::string name;  ///< `4g`
    double share = 0;  ///< of the client's users; all shares sum to 1
    ClientNetwork network;
};

/// Drawing a screen: each frame takes `work` on the device's UI thread. A frame over the budget is
/// late (`late_frames`), and takes as many refresh periods as it needs (`frame_rate`).
struct FrameBudget {
    Duration budget = std::chrono::microseconds(16'667);  ///< 60 frames a second
    Distribution work;
    std::optional<Distribution> each;  ///< besides, for each of `items` on the screen
    std::int64_t items = 1;
};

/// A part of the users loses the network from `at` for `lasting`, and comes back, each at a random
/// moment of `backOver` (0: all together). Meanwhile a user goes on thinking and acting; the first
/// `keeps` actions wait on the device and are all sent on coming back, the rest are lost (failed).
struct Offline {
    double share = 0;  ///< 0 … 1
    Duration at{};
    Duration lasting{};
    Duration backOver{};
    std::int64_t keeps = kUnlimited;
};

/// A pass-through. Operations that it has itself are pages and screens: their steps run on the
/// user's device, and each call they make pays the network. All others are handed to `to`.
struct ClientSpec {
    std::string to;
    std::optional<ClientNetwork> network;  ///< of all users; none if there are classes
    std::optional<Duration> timeout;       ///< of one attempt of a user's action
    bool cancel = false;
    Retry retry;
    std::vector<NetworkClass> networks;
    std::optional<Breaker> breaker;
    std::optional<Hedge> hedge;
    std::optional<Memory> memory;
    std::optional<FrameBudget> frame;
    std::optional<Offline> offline;
};

}  // namespace headroom::model
