// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/analytic/network.h"

namespace headroom::sim {

namespace {

class StepCourses {
public:
    StepCourses(const Network& network, const Node& node, const WorkTime& work)
        : network_(network), node_(node), work_(work) {}

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
            taken = TimeLaw::gamma(taken.mean(),
                                   work_.sharedSquaredCv * taken.mean() * taken.mean());
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
        const int callee = network_.calleeOf({call.to, call.operation, call.keys, call.items}, node_);
        if (callee < 0) return {};
        Course once = callWith({call.timeout, call.retry}, callee, network_.node(callee).law);
        if (call.onError.kind == model::OnError::Kind::ignore) once = once.caught({});
        if (call.onError.kind == model::OnError::Kind::steps)
            once = once.caught(of(call.onError.steps));
        const Course all = once.repeated(call.times);
        if (call.probability >= 1) return all;
        return Course::oneOf({{call.probability, all}, {1 - call.probability, Course()}});
    }

    // Nobody waits for it.
    Course of(const model::Send& send) const {
        const int callee =
            network_.calleeOf({send.to, send.operation, send.keys, send.items}, node_);
        Course course;
        if (callee >= 0) course.calls.push_back({callee, send.probability * send.times, 0});
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
        return Course::together(branches, parallel.limit);
    }

    const Network& network_;
    const Node& node_;
    const WorkTime& work_;
};

}  // namespace

Course courseOf(const Network& network, const Node& node, const WorkTime& work) {
    if (!node.steps) return {};
    return StepCourses(network, node, work).of(node.steps->steps);
}

Course forwardCourse(const Network& network, const Node& node, const Patience& patience) {
    if (node.forwards.empty()) return {};
    if (node.forwards.size() == 1) {
        const int to = node.forwards.front().node;
        return callWith(patience, to, network.node(to).law);
    }
    std::vector<std::pair<double, Course>> alternatives;
    for (const Forward& forward : node.forwards)
        alternatives.emplace_back(
            forward.share, callWith(patience, forward.node, network.node(forward.node).law));
    return Course::oneOf(alternatives);
}

}  // namespace headroom::sim
