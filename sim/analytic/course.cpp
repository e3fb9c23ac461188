// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/analytic/course.h"

#include <algorithm>
#include <cmath>

namespace headroom::sim {

namespace {

TimeLaw mixedTime(const std::vector<std::pair<double, Course>>& alternatives) {
    std::vector<std::pair<double, TimeLaw>> times;
    for (const auto& [share, course] : alternatives)
        times.emplace_back(share * course.through, course.time);
    return TimeLaw::oneOf(times);
}

/// At most `limit` at a time, begun in order: the last ends a batch after most of the work is done.
TimeLaw limitedTime(const std::vector<TimeLaw>& times, std::size_t limit) {
    double sum = 0, variance = 0;
    for (const TimeLaw& time : times) {
        sum += time.mean();
        variance += time.variance();
    }
    const auto n = static_cast<double>(times.size()), l = static_cast<double>(limit);
    const std::vector<TimeLaw> last(times.end() - static_cast<std::ptrdiff_t>(limit), times.end());
    const double before = (n - l) / n;
    return TimeLaw::latestOf(last).plus(
        TimeLaw::gamma(sum * before / l, variance * before / (l * l)));
}

}  // namespace

bool LatestTime::isNear(const std::vector<TimeLaw>& times) const {
    constexpr double kNear = 5e-3;
    if (inputs_.size() != times.size()) return false;
    double scale = 0;
    for (const Input& input : inputs_) scale = std::max(scale, input.mean + input.deviation);
    for (std::size_t i = 0; i < times.size(); ++i)
        if (std::abs(times[i].mean() - inputs_[i].mean) > kNear * scale ||
            std::abs(std::sqrt(times[i].variance()) - inputs_[i].deviation) > kNear * scale)
            return false;
    return true;
}

TimeLaw LatestTime::of(const std::vector<TimeLaw>& times, int limit) {
    if (!isNear(times)) {
        inputs_.clear();
        for (const TimeLaw& time : times)
            inputs_.push_back({time.mean(), std::sqrt(time.variance())});
        const auto most = static_cast<std::size_t>(limit);
        found_ =
            limit > 0 && most < times.size() ? limitedTime(times, most) : TimeLaw::latestOf(times);
    }
    double before = 0, now = 0;
    for (std::size_t i = 0; i < times.size(); ++i) {
        before += inputs_[i].mean;
        now += times[i].mean();
    }
    return before > 0 ? found_.stretched(now / before) : found_;
}

Losses Losses::scaled(double factor) const {
    return {refused * factor, timeout * factor, failed * factor};
}

Losses& Losses::operator+=(const Losses& other) {
    refused += other.refused;
    timeout += other.timeout;
    failed += other.failed;
    return *this;
}

Course Course::of(const TimeLaw& delay) {
    Course course;
    course.time = delay;
    course.own = delay.mean();
    return course;
}

void Course::addWeighted(const Course& other, double weight) {
    losses += other.losses.scaled(weight);
    lostTime += weight * other.lostTime;
    own += weight * other.own;
    cpuWait += weight * other.cpuWait;
    slowed += weight * other.slowed;
    pieces += weight * other.pieces;
    work += weight * other.work;
    workSquared += weight * other.workSquared;
    for (const CallFlow& flow : other.calls) {
        const auto known = std::ranges::find(calls, flow.node, &CallFlow::node);
        if (known == calls.end()) {
            calls.push_back({flow.node, weight * flow.calls, weight * flow.standing});
        } else {
            known->calls += weight * flow.calls;
            known->standing += weight * flow.standing;
        }
    }
}

Course Course::then(const Course& next) const {
    Course both = *this;
    both.addWeighted(next, through);
    both.lostTime += through * (1 - next.through) * time.mean();
    both.through = through * next.through;
    both.time = time.plus(next.time);
    return both;
}

Course Course::repeated(double times) const {
    const int whole = static_cast<int>(std::floor(times));
    Course all;
    if (whole > 0) {
        // Runs that begin: 1 + s + s² + …; each lost one comes after all that went before it.
        double begun = 0, lateness = 0, share = 1;
        for (int i = 0; i < whole; ++i, share *= through) {
            begun += share;
            lateness += share * (1 - through) * i * time.mean();
        }
        all.addWeighted(*this, begun);
        all.lostTime += lateness;
        all.through = std::pow(through, whole);
        all.time = time.repeated(whole);
    }
    const double more = times - whole;
    return more > 0 ? all.then(oneOf({{more, *this}, {1 - more, Course()}})) : all;
}

Course Course::oneOf(const std::vector<std::pair<double, Course>>& alternatives) {
    Course mixed;
    mixed.through = 0;
    for (const auto& [share, course] : alternatives) {
        mixed.addWeighted(course, share);
        mixed.through += share * course.through;
    }
    mixed.time = mixedTime(alternatives);
    return mixed;
}

Course Course::caught(const Course& instead) const {
    const double lost = 1 - through;
    if (!(lost > 0)) return *this;
    Course rescue = Course::of(TimeLaw::constant(std::max(0.0, lostTime / lost))).then(instead);
    rescue.own = instead.own;
    Course mended = *this;
    mended.losses = {};
    mended.lostTime = 0;
    mended.addWeighted(rescue, lost);
    mended.through = through + lost * instead.through;
    mended.time = TimeLaw::oneOf({{through, time}, {lost * instead.through, rescue.time}});
    return mended;
}

Course Course::together(const std::vector<Course>& branches, int limit, LatestTime& latest) {
    Course all;
    std::vector<TimeLaw> times;
    const Course* longest = nullptr;
    for (const Course& branch : branches) {
        all.addWeighted(branch, 1);
        all.through *= branch.through;
        times.push_back(branch.time);
        if (!longest || branch.meanTime() > longest->meanTime()) longest = &branch;
    }
    if (!longest) return all;
    all.time = latest.of(times, limit);
    all.own = longest->own;
    const double lost = 1 - all.through, sum = all.losses.total();
    all.losses = all.losses.scaled(sum > 0 ? lost / sum : 0);
    all.lostTime = lost * all.time.mean();
    return all;
}

VisitLaw VisitLaw::of(const Course& course) {
    VisitLaw law;
    law.answered = course.time;
    law.success = course.through;
    law.losses = course.losses;
    law.here = {0, 0, course.losses.total()};
    law.lostTime = course.lostTime;
    law.own = course.own;
    law.holding = course.meanTime();
    law.holdingSquaredCv = course.time.squaredCv();
    law.course = course;
    return law;
}

VisitLaw VisitLaw::after(const TimeLaw& way) const {
    VisitLaw law = *this;
    if (!(way.mean() > 0)) return law;
    law.answered = way.plus(answered);
    law.lostTime += (1 - success) * way.mean();
    law.travelling += way.mean();
    law.own += way.mean();
    return law;
}

}  // namespace headroom::sim
