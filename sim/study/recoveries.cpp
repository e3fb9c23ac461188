// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/study/recoveries.h"

#include <algorithm>
#include <cmath>

namespace headroom::sim {

namespace {

constexpr double kUsualSeconds = 120;
constexpr double kCalmSeconds = 60;
constexpr std::size_t kFewestCalm = 3;
constexpr double kMoreErrors = 0.01;
constexpr double kSlower = 1.25;

using Intervals = std::vector<IntervalCounts>;

double errorsOf(const IntervalCounts& c) {
    return static_cast<double>(c.refused + c.timedOut + c.failed);
}
double errorRatio(const IntervalCounts& c) {
    const double ended = static_cast<double>(c.answered) + errorsOf(c);
    return ended > 0 ? errorsOf(c) / ended : 0;
}
double meanResponse(const IntervalCounts& c) {
    return c.answered > 0 ? c.responseSum / static_cast<double>(c.answered) : 0;
}

/// The worst of what is usual.
struct Usual {
    double errorRatio = 0;
    double response = 0;

    bool isBad(const IntervalCounts& c) const {
        if (c.answered == 0) return errorsOf(c) > 0 || c.inSystemArea > 0;
        return errorRatio + kMoreErrors < sim::errorRatio(c) ||
               meanResponse(c) > response * kSlower;
    }
};

Usual usualBefore(const Intervals& intervals, std::size_t end, double sample) {
    const auto window = static_cast<std::size_t>(std::ceil(kUsualSeconds / sample));
    Usual usual;
    for (std::size_t i = end > window ? end - window : 0; i < end; ++i) {
        usual.errorRatio = std::max(usual.errorRatio, errorRatio(intervals[i]));
        usual.response = std::max(usual.response, meanResponse(intervals[i]));
    }
    return usual;
}

/// One fault in one replication.
struct Course {
    std::size_t from, over;                ///< intervals in which it began and ended
    std::optional<std::size_t> recovered;  ///< the first of the calm ones
    double errors = 0;                     ///< until then, or to the end
};

Course courseOf(const Intervals& intervals, std::size_t from, std::size_t over, const Usual& usual,
                double sample) {
    const std::size_t calm =
        std::max(kFewestCalm, static_cast<std::size_t>(std::ceil(kCalmSeconds / sample)));
    Course course{from, over, std::nullopt, 0};
    std::size_t begin = from;
    for (std::size_t i = from; i < intervals.size(); ++i) {
        if (usual.isBad(intervals[i])) begin = i + 1;
        if (i + 1 < std::max(over + calm, begin + calm)) continue;
        course.recovered = begin;
        break;
    }
    for (std::size_t i = from; i < course.recovered.value_or(intervals.size()); ++i)
        course.errors += errorsOf(intervals[i]);
    return course;
}

std::size_t intervalAt(model::Duration time, double sample, std::size_t count) {
    return std::min(static_cast<std::size_t>(model::toSeconds(time) / sample), count - 1);
}

}  // namespace

std::vector<Recovery> findRecoveries(const model::Scenario& scenario, Replications replications) {
    std::vector<Recovery> recoveries;
    const std::size_t count = commonIntervals(replications);
    if (count == 0) return recoveries;
    const double sample = seconds(replications.front().sample);
    for (const model::Fault& fault : scenario.faults) {
        const double from = model::toSeconds(fault.at);
        if (from >= sample * static_cast<double>(count)) continue;
        Recovery recovery;
        recovery.fault = fault.text;
        recovery.from = from;
        if (fault.lasting) recovery.until = model::toSeconds(fault.at + *fault.lasting);
        std::vector<double> times, errors;
        for (const ReplicationResult& r : replications) {
            const Intervals& intervals = r.workload.intervals;
            const std::size_t first = intervalAt(scenario.faults.front().at, sample, count);
            const std::size_t over =
                intervalAt(fault.at + fault.lasting.value_or(model::Duration{}), sample, count);
            const Course course = courseOf(intervals, intervalAt(fault.at, sample, count), over,
                                           usualBefore(intervals, first, sample), sample);
            errors.push_back(course.errors);
            if (course.recovered)
                times.push_back(std::max(from, static_cast<double>(*course.recovered) * sample));
        }
        recovery.recovered = static_cast<int>(times.size());
        if (times.size() == replications.size()) {
            recovery.recoveredAt = meanWithInterval(times, scenario.run.confidence);
            for (double& time : times) time -= from;
            recovery.timeToRecover = meanWithInterval(times, scenario.run.confidence);
        }
        recovery.errors = meanWithInterval(errors, scenario.run.confidence);
        recoveries.push_back(recovery);
    }
    return recoveries;
}

}  // namespace headroom::sim
