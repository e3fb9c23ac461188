// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "model/quantity/distribution.h"
#include "model/quantity/quantity.h"

/// What a component does for one request: a list of steps, run in order.
namespace headroom::model {

struct Step;
using Steps = std::vector<Step>;

/// Needs a CPU (service, function) or the server held (station, database) for the drawn time.
struct Work {
    Distribution time;
};

/// Takes time without needing anything: `delay: 20 ms`.
struct Delay {
    Distribution time;
};

enum class Jitter : std::uint8_t { none, full };

/// Further attempts after a refusal, timeout or failure. Delay before attempt n+1 (n = 0, 1, …) is
/// min(cap, backoff · 2ⁿ); with full jitter it is drawn uniformly from 0 to that (Brooker, "Exponential
/// Backoff And Jitter", AWS Architecture Blog, 2015).
struct Retry {
    int attempts = 0;  ///< after the first try
    Duration backoff{};
    Duration cap = Duration::max();
    Jitter jitter = Jitter::none;
};

/// What the caller does when a call has failed for good.
struct OnError {
    enum class Kind : std::uint8_t { fail, ignore, steps };
    Kind kind = Kind::fail;
    Steps steps;  ///< for Kind::steps, run instead
};

/// Asks `to` for `operation` and waits for the answer. An edge of the architecture.
struct Call {
    std::string to;
    std::string operation;
    std::string keys;         ///< key class drawn here and carried to every tier behind; empty: none
    double probability = 1;   ///< 0 … 1
    double times = 1;         ///< how often in a row; a fraction is the chance of one more
    std::optional<Duration> timeout;  ///< per attempt
    bool cancel = false;      ///< a timed-out request is withdrawn instead of left running
    Retry retry;
    OnError onError;
};

/// A list of steps as one step; the way to put several into one branch.
struct Sequence {
    Steps steps;
};

/// Every entry of `branches` is a branch of its own; goes on when all have ended. `limit` branches at most
/// run at a time; 0 = no limit. Fails, after all branches have ended, if one has.
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
    std::variant<Work, Delay, Call, Sequence, Parallel, Choose> action;
};

struct Operation {
    std::string name;
    int priority = 0;  ///< under `discipline: priority`, smaller is served first
    std::optional<Bytes> request;  ///< size of what the caller sends
    std::optional<Bytes> answer;   ///< size of what it gets back
    Steps steps;
};

}  // namespace headroom::model
