// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/policy.h"
#include "model/quantity/distribution.h"
#include "model/quantity/quantity.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// What a component does for one request: a list of steps, run in order.
namespace headroom::model {

struct Step;
using Steps = std::vector<Step>;

/// Needs a CPU (service, function, gateway) or the server held (station, database) for the drawn
/// time. On a client it is work of the user's own device. A request for n items (`items` of a call,
/// or a batch) takes time + n draws of `each`.
struct Work {
    Distribution time;
    std::optional<Distribution> each = std::nullopt;
};

/// Takes time without needing anything: `delay: 20 ms`.
struct Delay {
    Distribution time;
};

/// What the caller does when a call has failed for good.
struct OnError {
    enum class Kind : std::uint8_t { fail, ignore, steps };
    Kind kind = Kind::fail;
    Steps steps;  ///< for Kind::steps, run instead
};

/// Asks `to` for `operation` and waits for the answer. An edge of the architecture.
/// The policies act in this order, from the outside in: collapse, batch, retry (with its budget),
/// then for each attempt breaker, bulkhead, hedge, timeout.
struct Call {
    std::string to;
    std::string operation;
    std::string keys;        ///< key class drawn here and carried to every tier behind; empty: none
    double probability = 1;  ///< 0 … 1
    double times = 1;        ///< how often in a row; a fraction is the chance of one more
    std::optional<Duration> timeout;  ///< per attempt
    bool cancel = false;              ///< a timed-out request is withdrawn instead of left running
    Retry retry;
    OnError onError;
    std::int64_t items = 1;  ///< things that one request is about: a read of 100 documents
    std::optional<Breaker> breaker = std::nullopt;
    std::optional<Hedge> hedge = std::nullopt;
    std::optional<Bulkhead> bulkhead = std::nullopt;
    std::optional<Collapse> collapse = std::nullopt;
    std::optional<Batch> batch = std::nullopt;
};

/// Asks `to` for `operation` and goes on at once; how that ends is counted there and nowhere else.
/// Where it is a queue with `overflow: block`, the sender waits until there is room.
struct Send {
    std::string to;
    std::string operation;
    std::string keys;        ///< as of a call; a queue with partitions takes the partition from it
    double probability = 1;  ///< 0 … 1
    double times = 1;        ///< as of a call
    std::int64_t items = 1;  ///< messages of this one send that stay together
};

/// Records how long after the request's start at this component this point is reached: what a
/// page load shows, as `p95(browser.home.first_paint)`.
struct Mark {
    enum class Point : std::uint8_t { firstPaint, largestPaint };
    Point point = Point::firstPaint;
};

/// In a gateway: hands the message to open connections, `receivers` of them (a fraction is the
/// chance of one more; at most as many as are open). Each takes a CPU for `work`, and is with its
/// receiver `network` later: that ends the `delivery_time` of the message. The step ends with the
/// last `work`.
struct Push {
    double receivers = 1;
    Distribution work;
    Distribution network;
};

/// A list of steps as one step; the way to put several into one branch.
struct Sequence {
    Steps steps;
};

/// Every entry of `branches` is a branch of its own; goes on when all have ended. `limit` branches
/// at most run at a time; 0 = no limit. Fails, after all branches have ended, if one has.
struct Parallel {
    int limit = 0;
    Steps branches;
};

/// One of the alternatives by share; with shares below 100 % in sum, the rest does nothing.
struct Choose {
    struct Alternative {
        double share = 0;  ///< 0 … 1
        Steps steps;
    };
    std::vector<Alternative> alternatives;
};

struct Step {
    std::string name;  ///< may be empty; paths address a step by it, else by its index
    std::variant<Work, Delay, Call, Sequence, Parallel, Choose, Send, Mark, Push> action;
};

struct Operation {
    std::string name;
    int priority = 0;              ///< under `discipline: priority`; smaller is served first
    std::optional<Bytes> request;  ///< size of what the caller sends
    std::optional<Bytes> answer;   ///< size of what it gets back
    Steps steps;
};

}  // namespace headroom::model
