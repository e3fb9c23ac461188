// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "app/report/safe_text.h"
#include "app/report/value_text.h"
#include "app/report/verdict.h"

namespace headroom::report {

namespace {

using Runs = std::vector<const RunRecord*>;

std::vector<Runs> byVariant(const std::vector<RunRecord>& runs) {
    std::vector<Runs> groups;
    for (const RunRecord& run : runs) {
        const auto same = [&run](const Runs& group) { return group.front()->scenario.variant == run.scenario.variant; };
        const auto group = std::ranges::find_if(groups, same);
        if (group == groups.end())
            groups.push_back({&run});
        else
            group->push_back(&run);
    }
    for (Runs& group : groups)
        std::ranges::stable_sort(group, {}, [](const RunRecord* run) { return loadOf(run->scenario).peak; });
    return groups;
}

bool holds(const RunRecord* run) {
    const Mark mark = markOf(run->result);
    return mark == Mark::good || mark == Mark::caution;
}

std::string firstMissed(const RunRecord& run) {
    for (const sim::SloVerdict& slo : run.result.slos)
        if (markOf(slo) == Mark::bad)
            return printable(slo.name) + " is missed with " + valueText(slo.value, slo.unit) + " (objective: " +
                   printable(slo.objective) + ")";
    return "an objective could not be judged";
}

std::string beyond(const RunRecord& run) {
    std::string text = "at " + loadText(loadOf(run.scenario)) + " " + firstMissed(run);
    if (const std::string_view limit = bottleneckOf(run.result); !limit.empty())
        text += ", held back by " + printable(limit);
    return text;
}

std::string sentenceOn(const Runs& group) {
    const std::string name = variantOf(*group.front());
    if (scoreOf(group.front()->result).total() == 0) return name + ": the scenario states no objective.";
    const auto firstFailure = std::ranges::find_if_not(group, holds);
    const std::string most = firstFailure == group.begin() ? "" : loadText(loadOf((*(firstFailure - 1))->scenario));
    if (firstFailure == group.end()) return name + " holds every objective at every load tried, up to " + most + ".";
    if (most.empty()) return name + " holds at no load tried: already " + beyond(**firstFailure) + ".";
    return name + " holds every objective up to " + most + "; " + beyond(**firstFailure) + ".";
}

}  // namespace

std::vector<std::string> overviewOf(const std::vector<RunRecord>& runs) {
    std::vector<std::string> sentences;
    for (const Runs& group : byVariant(runs)) sentences.push_back(sentenceOn(group));
    return sentences;
}

}  // namespace headroom::report
