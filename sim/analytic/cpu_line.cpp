// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/analytic/cpu_line.h"

#include <algorithm>

namespace headroom::sim {

void CpuLine::settle(const Network& network, const Place& place, const Instance& instance,
                     double weight) {
    double visits = 0, pieces = 0, work = 0, squares = 0;
    for (const int index : place.nodes) {
        const Node& node = network.node(index);
        const double rate = node.rate() * node.law.admitted;
        visits += rate;
        pieces += rate * node.law.course.pieces;
        work += rate * node.law.course.work;
        squares += rate * node.law.course.workSquared;
    }
    busy_ = work;
    LineQuestion question;
    question.servers = cpus_;
    question.arrivalRate = pieces * instance.share;
    if (pieces > 0 && work > 0) {
        question.holding = work / pieces;
        question.squaredCv = std::max(0.0, squares * pieces / (work * work) - 1);
        // Only the first piece of a visit comes as the visits do.
        const double first = std::min(1.0, visits / pieces);
        question.arrivalSquaredCv = first * instance.arrivalSquaredCv + (1 - first);
    }
    if (discipline_ == model::CpuDiscipline::ps) question.squaredCv = question.arrivalSquaredCv = 1;
    question.population = instance.population;
    line_.settle(question, weight);
}

WorkTime CpuLine::workTime() const {
    LineAnswer answer = line_.answer();
    answer.wait *= waitFactor;
    if (discipline_ == model::CpuDiscipline::fifo) return {answer.waitLaw(), 1, -1};
    const double work = line_.question().holding;
    const double rho = std::min(answer.utilisation, 1.0);
    return {{}, work > 0 ? 1 + answer.wait / work : 1, (2 + rho) / (2 - rho)};
}

}  // namespace headroom::sim
