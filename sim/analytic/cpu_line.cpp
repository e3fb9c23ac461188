// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/analytic/cpu_line.h"

#include <algorithm>

namespace headroom::sim {

CpuLine::Demand CpuLine::demandOf(const Network& network, const Place& place) {
    Demand demand;
    for (const int index : place.nodes) {
        const Node& node = network.node(index);
        const Course& course = node.law.course;
        const double rate = node.rate() * node.law.admitted;
        demand.visits += rate;
        demand.pieces += rate * course.pieces;
        demand.work += rate * course.work;
        demand.squares += rate * course.workSquared;
        demand.elsewhere += rate * std::max(0.0, course.meanTime() - course.cpuWait - course.work);
    }
    return demand;
}

LineQuestion CpuLine::questionOf(const Demand& demand) const {
    LineQuestion question;
    question.servers = cpus_;
    question.arrivalRate = demand.pieces;
    if (!(demand.pieces > 0 && demand.work > 0)) return question;
    question.holding = demand.work / demand.pieces;
    if (discipline_ == model::CpuDiscipline::fifo)
        question.squaredCv =
            std::max(0.0, demand.squares * demand.pieces / (demand.work * demand.work) - 1);
    return question;
}

void CpuLine::settle(const Network& network, const Place& place, const Instance& instance,
                     double weight) {
    const Demand demand = demandOf(network, place);
    LineQuestion question = questionOf(demand);
    busy_ = demand.work;
    question.arrivalRate *= instance.share;
    question.population = network.population() * instance.share;
    question.most = instance.population;
    // What else the CPUs do slows down what is left of them.
    if (background > 0 && background < cpus_) question.holding /= 1 - background / cpus_;
    if (demand.pieces > 0 && discipline_ == model::CpuDiscipline::fifo) {
        // Only the first piece of a visit comes as the visits do.
        const double first = std::min(1.0, demand.visits / demand.pieces);
        question.arrivalSquaredCv = first * instance.arrivalSquaredCv + (1 - first);
    }
    line_.settle(question, weight);
}

void CpuLine::settleFull(const Network& network, const Place& place, double requests,
                         double weight) {
    const Demand demand = demandOf(network, place);
    LineQuestion question = questionOf(demand);
    if (!(demand.pieces > 0)) return;
    question.population = requests;
    question.elsewhere = demand.elsewhere / demand.pieces;
    line_.settleWith(question, weight);
}

void CpuLine::impose(const Network& network, const Place& place, double wait, double utilisation) {
    const Demand demand = demandOf(network, place);
    busy_ = demand.work;
    const double pieces = demand.visits > 0 ? demand.pieces / demand.visits : 0;
    LineQuestion question = questionOf(demand);
    question.population = place.population;
    if (pieces > 0) line_.impose(question, wait / pieces, utilisation);
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
