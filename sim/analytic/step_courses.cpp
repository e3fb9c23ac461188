// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/analytic/client_way.h"
#include "sim/analytic/network.h"

#include <algorithm>

namespace headroom::sim {

namespace {

/// A call of one of several nodes, by share, each after `way`, which is the caller's own time.
Course callOfOne(const Network& network, const std::vector<Forward>& callees,
                 const Patience& patience, const TimeLaw& way) {
    std::vector<std::pair<double, Course>> alternatives;
    for (const Forward& callee : callees) {
        const VisitLaw& law = network.node(callee.node).law;
        Course course = callWith(patience, callee.node, way.mean() > 0 ? law.after(way) : law);
        CallFlow& flow = course.calls.front();
        flow.standing = std::max(0.0, flow.standing - flow.calls * way.mean());
        alternatives.emplace_back(callee.share, std::move(course));
    }
    if (alternatives.empty()) return {};
    return alternatives.size() == 1 ? alternatives.front().second : Course::oneOf(alternatives);
}

class StepCourses {
public:
    StepCourses(const Network& network, const Node& node, const WorkTime& work,
                const model::ClientNetwork* over)
        : network_(network), node_(node), work_(work), over_(over) {}

    Course of(const model::Steps& steps) const {
        Course course;
        for (const model::Step& step : steps) course = course.then(of(step));
        return course;
    }

    Course of(const model::Step& step) const {
        return std::visit([this](const auto& action) { return of(action); }, step.action);
    }

private:
    Course of(const model::Work& work) const {
        TimeLaw law = TimeLaw::of(work.time);
        if (work.each)
            law = law.plus(TimeLaw::of(*work.each).repeated(static_cast<int>(node_.items)));
        return of(law);
    }

    Course of(const TimeLaw& law) const {
        if (!(law.mean() > 0)) return {};
        TimeLaw taken = law.stretched(work_.stretch);
        if (work_.sharedSquaredCv >= 0 && work_.stretch > 1)
            taken =
                TimeLaw::gamma(taken.mean(), work_.sharedSquaredCv * taken.mean() * taken.mean());
        Course course = Course::of(work_.wait.plus(taken));
        course.cpuWait = work_.wait.mean();
        course.slowed = taken.mean() - law.mean();
        course.pieces = 1;
        course.work = law.mean();
        course.workSquared = law.variance() + law.mean() * law.mean();
        return course;
    }

    Course of(const model::Delay& delay) const { return Course::of(TimeLaw::of(delay.time)); }
    Course of(const model::Sequence& sequence) const { return of(sequence.steps); }

    Course of(const model::Call& call) const {
        const Asked asked{call.to, call.operation, call.keys, call.items};
        TimeLaw way;
        if (over_) way = wayOver(*over_, network_.scenario, asked);
        Course once =
            callOfOne(network_, network_.calleesOf(asked, node_), {call.timeout, call.retry}, way);
        if (call.onError.kind == model::OnError::Kind::ignore) once = once.caught({});
        if (call.onError.kind == model::OnError::Kind::steps)
            once = once.caught(of(call.onError.steps));
        const Course all = once.repeated(call.times);
        if (call.probability >= 1) return all;
        return Course::oneOf({{call.probability, all}, {1 - call.probability, Course()}});
    }

    // Nobody waits for it.
    Course of(const model::Send& send) const {
        Course course;
        for (const Forward& callee :
             network_.calleesOf({send.to, send.operation, send.keys, send.items}, node_))
            course.calls.push_back({callee.node, callee.share * send.probability * send.times, 0});
        return course;
    }

    static Course of(const model::Mark&) { return {}; }

    // One piece of work for each receiver, one after the other.
    Course of(const model::Push& push) const {
        const TimeLaw work = TimeLaw::of(push.work);
        Course one = of(work), all;
        const double n = push.receivers;
        all.time = TimeLaw::gamma(n * one.time.mean(), n * one.time.variance());
        all.own = n * one.own;
        all.cpuWait = n * one.cpuWait;
        all.slowed = n * one.slowed;
        all.pieces = n * one.pieces;
        all.work = n * one.work;
        all.workSquared = n * one.workSquared;
        return all;
    }

    Course of(const model::Choose& choose) const {
        std::vector<std::pair<double, Course>> alternatives;
        double rest = 1;
        for (const auto& alternative : choose.alternatives) {
            alternatives.emplace_back(alternative.share, of(alternative.steps));
            rest -= alternative.share;
        }
        if (rest > 0) alternatives.emplace_back(rest, Course());
        return Course::oneOf(alternatives);
    }

    Course of(const model::Parallel& parallel) const {
        std::vector<Course> branches;
        for (const model::Step& branch : parallel.branches) branches.push_back(of(branch));
        return Course::together(branches, parallel.limit, network_.latest(node_, parallel, over_));
    }

    const Network& network_;
    const Node& node_;
    const WorkTime& work_;
    const model::ClientNetwork* over_;
};

}  // namespace

Course courseOf(const Network& network, const Node& node, const WorkTime& work,
                const model::ClientNetwork* over) {
    if (!node.steps) return {};
    return StepCourses(network, node, work, over).of(node.steps->steps);
}

Course forwardCourse(const Network& network, const Node& node, const Patience& patience) {
    return callOfOne(network, node.forwards, patience, {});
}

}  // namespace headroom::sim
