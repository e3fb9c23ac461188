// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scenario.h"
#include "sim/analytic/solve.h"
#include "sim/result.h"

#include <functional>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

/// How far can we go? The largest load at which every objective holds, what gives way there, what
/// would give way next, and how it goes on beyond.
///
/// Theory brackets the limit by bisection (sim/analytic). Simulations then settle it: all with the
/// same random numbers, on loads that close in on the logarithm of the load, by the interpolated
/// root of the worst objective's room where both ends are known, in the manner of Pasupathy & Kim,
/// "The stochastic root-finding problem", ACM TOMACS 21 (2011) 3. Objectives are taken to hold up
/// to some load and not beyond it.
namespace headroom::sim {

struct CapacityOptions {
    int threads = 1;
    std::stop_token stop;
    /// Share of the work done, 0 … 1, and what is being done; may be empty.
    std::function<void(double, const std::string&)> progress = {};
    /// Each load near the limit as its simulation ends, on the calling thread; may be empty.
    std::function<void(double load, const RunResult& run)> simulated = {};
    int mostRuns = 8;         ///< simulations; 0: theory alone
    double precision = 0.02;  ///< relative width of the bracket to end with
    int curvePoints = 15;     ///< over the workload's range
    bool sensitivities = true;
    bool limitOnly = false;              ///< no curve, no mending, no sensitivities
    std::set<std::string> without = {};  ///< names of objectives that need not hold
};

/// One load, by theory and, where it was simulated, by a run.
struct CapacityPoint {
    double load = 0;
    Solution solve;
    std::optional<RunResult> run;
};

/// What gives way at a load.
struct Break {
    std::string objective;  ///< name; empty if none does
    std::string component;  ///< that holds the system back there; empty if none is known
    std::string why;
    double limit = 0;  ///< largest load that keeps every objective
};

/// The bottleneck enlarged, until something else gives way.
struct Mending {
    std::string what;  ///< "servers of db: 16 → 64"
    Break then;        ///< by theory
    /// A simulation a little below the new limit held every objective; unknown if there was none.
    std::optional<bool> confirmed;
};

/// What would change the limit: a number of the file, a tenth larger.
struct Sensitivity {
    std::string path;        ///< `api.instances`
    double limitChange = 0;  ///< relative, of the limit by theory
};

struct Capacity {
    bool perSecond = false;  ///< loads are arrivals per second, else users
    /// Unknown where objectives are missed at every load looked at, or at none.
    Estimate limit;
    bool simulated = false;    ///< the limit is that of simulations, else of theory
    double theoryLimit = 0;    ///< 0: none
    bool beyondRange = false;  ///< every objective holds at the largest load looked at
    Break first;
    std::vector<Mending> next;   ///< each with what gave way before it mended
    std::optional<double> knee;  ///< load with the most throughput for its response time
    /// Lowest load at which goodput is a tenth below the most that a lower load has.
    std::optional<double> collapse;
    std::vector<std::string> neverHeld;      ///< objectives missed at the smallest load already
    std::vector<CapacityPoint> curve;        ///< by load
    std::vector<Sensitivity> sensitivities;  ///< the strongest first
    int runs = 0;
    bool interrupted = false;
    std::vector<std::string> notes;
};

/// The load counts as `--users` does (model/file/overrides.h). Precondition: as of runExperiment.
Capacity findCapacity(const model::Scenario& scenario, const CapacityOptions& options);

}  // namespace headroom::sim
