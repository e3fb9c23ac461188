// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/analytic/component_model.h"

namespace headroom::sim {

/// The CPUs of one of several like instances, which the requests inside it need for their work.
class CpuLine {
public:
    CpuLine(int cpus, model::CpuDiscipline discipline) : cpus_(cpus), discipline_(discipline) {}

    struct Instance {
        double share = 1;       ///< of the place's visits that this instance gets
        double population = 0;  ///< requests that may be inside
        double arrivalSquaredCv = 1;
    };
    void settle(const Network& network, const Place& place, const Instance& instance,
                double weight);
    /// An instance that always holds as many requests: who leaves is replaced at once.
    void settleFull(const Network& network, const Place& place, double requests, double weight);
    /// The wait of a visit, all its pieces together, as found elsewhere.
    void impose(const Network& network, const Place& place, double wait, double utilisation);
    WorkTime workTime() const;
    /// CPUs kept busy by the whole place.
    double busy() const { return busy_; }
    bool saturated() const { return line_.saturated(); }
    /// Multiplies the wait that chance brings: a policy better or worse than the one line has.
    double waitFactor = 1;
    /// CPU seconds a second of one instance that no visit asks for.
    double background = 0;

private:
    /// What the visits of a place ask its CPUs for, per second.
    struct Demand {
        double visits = 0, pieces = 0, work = 0, squares = 0;
        double elsewhere = 0;  ///< time of the visits without work and the wait for a CPU
    };
    static Demand demandOf(const Network& network, const Place& place);
    LineQuestion questionOf(const Demand& demand) const;

    int cpus_;
    model::CpuDiscipline discipline_;
    LineState line_;
    double busy_ = 0;
};

}  // namespace headroom::sim
