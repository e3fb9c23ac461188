// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/study/notes.h"

#include "sim/judge/objectives.h"
#include "sim/study/precision.h"

#include <cmath>

namespace headroom::sim {

namespace {

using model::Metric;
using model::Unit;

constexpr double kUnfinishedThatMatters = 0.01;
/// So many answers leave ten above the 99.9th percentile.
constexpr double kAnswersForP999 = 10'000;

using Notes = std::vector<std::string>;

std::string number(double value) { return model::formatValue(value, Unit::count); }
std::string share(double value) { return model::formatValue(value, Unit::share); }
std::string time(double value) { return model::formatValue(value, Unit::seconds); }

double sumOverMeasured(const RunResult& result, Replications replications,
                       std::uint64_t IntervalCounts::*member) {
    double sum = 0;
    const auto first =
        static_cast<std::size_t>(std::llround(result.warmUpSeconds / result.sampleSeconds));
    for (const ReplicationResult& r : replications)
        for (std::size_t i = first; i < r.workload.intervals.size(); ++i)
            sum += static_cast<double>(r.workload.intervals[i].*member);
    return sum;
}

void noteEnding(const model::Scenario& scenario, Replications replications, const RunResult& result,
                Notes& notes) {
    for (const ReplicationResult& r : replications)
        if (!r.stopped.empty())
            notes.push_back("Replication " + std::to_string(r.replication + 1) +
                            " was given up: " + r.stopped + ".");
    if (!result.interrupted) return;
    const std::string planned = std::to_string(scenario.run.replications.atMost);
    if (replications.empty())
        notes.push_back(
            "Interrupted before the first sample interval had ended; there are no figures.");
    else if (replications.front().interrupted)
        notes.push_back("Interrupted in the first replication: the figures are of its first " +
                        time(result.simulatedSeconds) + ".");
    else
        notes.push_back("Interrupted: the figures are of the " +
                        std::to_string(replications.size()) + " of at most " + planned +
                        " replications that were finished.");
}

void noteThinData(Replications replications, const RunResult& result, Notes& notes) {
    const double answered = sumOverMeasured(result, replications, &IntervalCounts::answered);
    if (answered == 0)
        notes.push_back(
            "No action of the users was answered in the measured time: there are no response "
            "times.");
    else if (answered < kAnswersForP999)
        notes.push_back("Only " + number(answered) + " actions were answered, fewer than the " +
                        number(kAnswersForP999) +
                        " that a 99.9th percentile needs; do not rely on it.");
    double begun = 0;
    for (const ReplicationResult& r : replications)
        for (const IntervalCounts& c : r.workload.intervals) begun += static_cast<double>(c.begun);
    const double unfinished = result.unfinished * static_cast<double>(replications.size());
    if (begun > 0 && unfinished > kUnfinishedThatMatters * begun)
        notes.push_back(share(unfinished / begun) +
                        " of the actions were still open when the run ended and are in no "
                        "figure; the slowest ones are missing.");
}

void noteIntervals(const model::Scenario& scenario, const RunResult& result, Notes& notes) {
    if (result.replications == 1)
        notes.push_back(
            result.stationary
                ? "One replication: intervals come from batch means, and quantiles have none."
                : "One replication of a run that is not steady: its figures have no intervals.");
    const std::optional<double>& until = scenario.run.replications.until;
    if (!until || result.interrupted) return;
    const Precision least = leastPrecise(scenario, result);
    if (least.relative <= *until) return;
    const std::string reached = std::isfinite(least.relative)
                                    ? "is known to ± " + share(least.relative) + " only"
                                    : "has no interval";
    notes.push_back("After " + std::to_string(result.replications) + " replications " +
                    model::toText(least.metric) + " " + reached + "; asked for were ± " +
                    share(*until) + ".");
}

}  // namespace

Notes notesOn(const model::Scenario& scenario, Replications replications, const RunResult& result) {
    Notes notes;
    noteEnding(scenario, replications, result, notes);
    if (!replications.empty()) {
        noteThinData(replications, result, notes);
        noteIntervals(scenario, result, notes);
    }
    if (!hasErrorObjective(scenario))
        notes.push_back(
            "No objective bounds the errors that users see; verdicts assume workload.error_ratio "
            "< " +
            share(kAssumedErrorRatio) + ".");
    for (const std::string& part : scenario.notSimulated) notes.push_back("Not simulated: " + part);
    return notes;
}

}  // namespace headroom::sim
