// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/study/notes.h"

#include "model/said.h"
#include "sim/judge/objectives.h"
#include "sim/study/precision.h"

#include <cmath>

namespace headroom::sim {

namespace {

using model::Metric;
using model::said;
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
            notes.push_back(said("Simulation", "Replication %1 was given up: %2.",
                                 {std::to_string(r.replication + 1), r.stopped}));
    if (!result.interrupted) return;
    const std::string planned = std::to_string(scenario.run.replications.atMost);
    if (replications.empty())
        notes.push_back(said("Simulation",
                             "Interrupted before the first sample interval had ended; there are no "
                             "figures."));
    else if (replications.front().interrupted)
        notes.push_back(said("Simulation",
                             "Interrupted in the first replication: the figures are of its first "
                             "%1.",
                             {time(result.simulatedSeconds)}));
    else
        notes.push_back(said("Simulation",
                             "Interrupted: the figures are of the %1 of at most %2 replications "
                             "that were finished.",
                             {std::to_string(replications.size()), planned}));
}

void noteThinData(Replications replications, const RunResult& result, Notes& notes) {
    const double answered = sumOverMeasured(result, replications, &IntervalCounts::answered);
    if (answered == 0)
        notes.push_back(said("Simulation",
                             "No action of the users was answered in the measured time: there are "
                             "no response times."));
    else if (answered < kAnswersForP999)
        notes.push_back(said("Simulation",
                             "Only %1 actions were answered, fewer than the %2 that a 99.9th "
                             "percentile needs; do not rely on it.",
                             {number(answered), number(kAnswersForP999)}));
    double begun = 0;
    for (const ReplicationResult& r : replications)
        for (const IntervalCounts& c : r.workload.intervals) begun += static_cast<double>(c.begun);
    const double unfinished = result.unfinished * static_cast<double>(replications.size());
    if (begun > 0 && unfinished > kUnfinishedThatMatters * begun)
        notes.push_back(said("Simulation",
                             "%1 of the actions were still open when the run ended and are in no "
                             "figure; the slowest ones are missing.",
                             {share(unfinished / begun)}));
}

void noteIntervals(const model::Scenario& scenario, const RunResult& result, Notes& notes) {
    if (result.replications == 1)
        notes.push_back(
            result.stationary
                ? said("Simulation",
                       "One replication: intervals come from batch means, and quantiles have none.")
                : said("Simulation",
                       "One replication of a run that is not steady: its figures have no "
                       "intervals."));
    const std::optional<double>& until = scenario.run.replications.until;
    if (!until || result.interrupted) return;
    const Precision least = leastPrecise(scenario, result);
    if (least.relative <= *until) return;
    const std::string done = std::to_string(result.replications);
    notes.push_back(
        std::isfinite(least.relative)
            ? said("Simulation",
                   "After %1 replications %2 is known to ± %3 only; asked for were ± %4.",
                   {done, model::toText(least.metric), share(least.relative), share(*until)})
            : said("Simulation", "After %1 replications %2 has no interval; asked for were ± %3.",
                   {done, model::toText(least.metric), share(*until)}));
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
        notes.push_back(said("Simulation",
                             "No objective bounds the errors that users see; verdicts assume "
                             "workload.error_ratio < %1.",
                             {share(kAssumedErrorRatio)}));
    for (const std::string& part : scenario.notSimulated)
        notes.push_back(said("Simulation", "Not simulated: %1", {part}));
    return notes;
}

}  // namespace headroom::sim
