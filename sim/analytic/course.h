// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/analytic/time_law.h"

#include <vector>

/// What happens to a request on its way: the algebra that the analytic model computes with. Times
/// of steps that follow each other are taken as independent.
namespace headroom::sim {

/// Requests that end without an answer, by what first caused it; shares of all that began.
struct Losses {
    double refused = 0, timeout = 0, failed = 0;

    double total() const { return refused + timeout + failed; }
    Losses scaled(double factor) const;
    Losses& operator+=(const Losses& other);
};

/// Calls made on the way, for one request that begins.
struct CallFlow {
    int node;         ///< the callee, see analytic/network.h
    double calls;     ///< attempts included
    double standing;  ///< time that the caller stands in them
};

/// When the last of several at once is over, which takes time to find: kept for times that are
/// nearly the same, and stretched as their sum is.
class LatestTime {
public:
    /// At most `limit` at a time; 0: no limit.
    TimeLaw of(const std::vector<TimeLaw>& times, int limit);

private:
    struct Input {
        double mean, deviation;
    };
    bool isNear(const std::vector<TimeLaw>& times) const;

    std::vector<Input> inputs_;
    TimeLaw found_;
};

/// Some steps of a request, from the first to the last.
struct Course {
    TimeLaw time;            ///< of those who get through
    double through = 1;      ///< share that does
    Losses losses;           ///< the rest
    double lostTime = 0;     ///< mean time until the loss × share of losses
    double own = 0;          ///< mean time not spent in calls, for one that begins
    double cpuWait = 0;      ///< likewise, waiting for a CPU
    double slowed = 0;       ///< likewise, more than the work where that is shared
    double pieces = 0;       ///< of work
    double work = 0;         ///< seconds of it
    double workSquared = 0;  ///< sum of the pieces' second moments
    std::vector<CallFlow> calls;

    /// Mean time of all that begin.
    double meanTime() const { return through * time.mean() + lostTime; }

    Course then(const Course& next) const;
    /// `times` in a row; a fraction is the chance of one more.
    Course repeated(double times) const;
    /// What comes is caught: those lost go on.
    Course caught(const Course& instead) const;
    static Course oneOf(const std::vector<std::pair<double, Course>>& alternatives);
    /// All at once, at most `limit` at a time (0: no limit); goes on when the last has ended.
    static Course together(const std::vector<Course>& branches, int limit, LatestTime& latest);
    static Course of(const TimeLaw& delay);

private:
    void addWeighted(const Course& other, double weight);
};

/// A visit of an operation of a component, as its caller sees it, and what it does inside.
struct VisitLaw {
    TimeLaw answered;       ///< response time of those answered
    double success = 1;     ///< share of them
    Losses losses;          ///< the others by root cause
    Losses here;            ///< the others by their outcome at this component
    double lostTime = 0;    ///< mean time of a lost visit × share of losses
    TimeLaw wait;           ///< of those answered: for a server, slot or connection
    double queueing = 0;    ///< mean time in the line, of all visits
    double travelling = 0;  ///< mean time on the way here, of all visits
    double own = 0;         ///< mean own time of those answered, waiting included
    double holding = 0;  ///< mean time that its server, slot or connection is held, if it got one
    double holdingSquaredCv = 1;
    double admitted = 1;  ///< share of visits that get one
    Course course;        ///< the steps of one that was admitted

    double meanTime() const { return success * answered.mean() + lostTime; }
    /// A visit that does not wait.
    static VisitLaw of(const Course& course);
    /// The same after a way that all visits pay; response and own time contain it.
    VisitLaw after(const TimeLaw& way) const;
};

}  // namespace headroom::sim
