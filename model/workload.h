// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/client.h"
#include "model/quantity/distribution.h"

#include <optional>
#include <string>
#include <vector>

/// The traffic: who comes, how many, and what they do.
namespace headroom::model {

/// A level over time, linear between its points and constant before the first and after the last.
/// Two points at the same time are a jump. Users, or arrivals per second.
struct Schedule {
    struct Point {
        Duration at{};
        double level = 0;
        bool operator==(const Point&) const = default;
    };
    std::vector<Point> points;  ///< ascending in time, at least one

    static Schedule constant(double level) { return {{{Duration{}, level}}}; }
    bool isConstant() const;
    double at(Duration time) const;
    double peak() const;
    /// The same shape with every level multiplied.
    Schedule scaled(double factor) const;
    bool operator==(const Schedule&) const = default;
};

struct Arrivals {
    /// constant: evenly spaced. trace: at the times of a recording, which `rate` then describes a
    /// sample at a time.
    enum class Process { poisson, constant, trace };
    Process process = Process::poisson;
    Schedule rate;                     ///< per second
    std::vector<Duration> times = {};  ///< Process::trace: ascending, from the start of the run
};

struct Action {
    std::string operation;
    double weight = 1;
};

/// One way of using the system.
struct Profile {
    std::string name;
    double share = 1;                  ///< of users (closed) or of arrivals (open), 0 … 1
    Distribution think;                ///< closed only: between an answer and the next action
    std::vector<Action> actions;       ///< drawn by weight; empty if there is a journey
    std::vector<std::string> journey;  ///< done in order, then again; empty if there are actions
    std::string entry;                 ///< instead of the workload's; may be empty
    std::optional<Schedule> users;     ///< instead of a share of the workload's
    std::optional<Arrivals> arrivals;  ///< likewise
    double leaveAfterError = 0;        ///< closed: chance that a failed action ends the session
    std::string zone = {};             ///< where these users are; empty: everywhere
    std::vector<NetworkClass> networks = {};  ///< instead of those of the client that is the entry;
                                              ///< a single network is a class with share 1
};

struct Workload {
    std::string entry;
    std::optional<Schedule> users;     ///< closed population
    std::optional<Arrivals> arrivals;  ///< open stream
    bool startTogether = false;        ///< all begin with an action at once instead of thinking
    std::vector<Profile> profiles;     ///< at least one
    double rangeFrom = 30e3, rangeTo = 500e3;
};

}  // namespace headroom::model
