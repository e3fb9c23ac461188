// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/safe_text.h"
#include "app/report/value_text.h"
#include "app/report/verdict.h"
#include "model/said.h"

#include <algorithm>

namespace headroom::report {

namespace {

using model::said;

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
    const std::string load = loadText(loadOf(run.scenario));
    for (const sim::SloVerdict& slo : run.result.slos)
        if (markOf(slo) == Mark::bad)
            return said("Report", "at %1 %2 is missed with %3 (objective: %4)",
                        {load, printable(slo.name), valueText(slo.value, slo.unit),
                         printable(slo.objective)});
    return said("Report", "at %1 an objective could not be judged", {load});
}

std::string beyond(const RunRecord& run) {
    const std::string text = firstMissed(run);
    const std::string_view limit = bottleneckOf(run.result);
    return limit.empty() ? text : said("Report", "%1, held back by %2", {text, printable(limit)});
}

std::string sentenceOn(const Runs& group) {
    const std::string name = variantOf(*group.front());
    if (scoreOf(group.front()->result).total() == 0)
        return said("Report", "%1: the scenario states no objective.", {name});
    const auto firstFailure = std::ranges::find_if_not(group, holds);
    if (firstFailure == group.begin())
        return said("Report", "%1 holds at no load tried: already %2.",
                    {name, beyond(**firstFailure)});
    Load peak = loadOf((*(firstFailure - 1))->scenario);
    peak.varies = false;  // the sentence says "up to" itself
    const std::string most = loadText(peak);
    if (firstFailure == group.end())
        return said("Report", "%1 holds every objective at every load tried, up to %2.",
                    {name, most});
    return said("Report", "%1 holds every objective up to %2; %3.",
                {name, most, beyond(**firstFailure)});
}

}  // namespace

std::vector<std::string> overviewOf(const std::vector<RunRecord>& runs) {
    std::vector<std::string> sentences;
    for (const Runs& group : byVariant(runs)) sentences.push_back(sentenceOn(group));
    return sentences;
}

}  // namespace headroom::report
