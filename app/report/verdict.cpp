// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/verdict.h"

#include "app/report/safe_text.h"
#include "app/report/value_text.h"
#include "model/said.h"

#include <algorithm>
#include <cmath>

namespace headroom::report {

namespace {

using model::Metric;
using model::said;

// "a", "a and b", "a, b and c", "a, b and 3 more"
std::string listed(const std::vector<std::string>& items) {
    constexpr std::size_t kMost = 3;
    const std::size_t shown = items.size() > kMost ? kMost - 1 : items.size();
    std::string text;
    for (std::size_t i = 0; i < shown; ++i) {
        const bool last = i + 1 == items.size();
        if (i == 0)
            text = items[i];
        else
            text = last ? said("Report", "%1 and %2", {text, items[i]}) : text + ", " + items[i];
    }
    return shown < items.size()
               ? said("Report", "%1 and %2 more", {text, std::to_string(items.size() - shown)})
               : text;
}

std::string figureOf(const sim::SloVerdict& slo) {
    return said("Report", "%1 is %2 (objective: %3)",
                {printable(slo.name), estimateText(slo.value, slo.unit), printable(slo.objective)});
}

std::vector<std::string> missedObjectives(const sim::RunResult& result) {
    std::vector<std::string> texts;
    for (const sim::SloVerdict& slo : result.slos)
        if (markOf(slo) == Mark::bad) texts.push_back(figureOf(slo));
    return texts;
}

std::string heldSentence(const Score& score, const std::string& where) {
    if (score.total() == 1) return said("Report", "The objective holds at %1.", {where});
    return said("Report", "All %1 objectives hold at %2.", {std::to_string(score.total()), where});
}

std::string missedSentence(const sim::RunResult& result, const Score& score, const std::string& where) {
    const std::string which = listed(missedObjectives(result));
    if (score.total() == 1)
        return said("Report", "The objective is missed at %1: %2.", {where, which});
    const char* words = score.missed == 1
                            ? HEADROOM_SAID("Report", "%1 of %2 objectives is missed at %3: %4.")
                            : HEADROOM_SAID("Report", "%1 of %2 objectives are missed at %3: %4.");
    return said("Report", words,
                {std::to_string(score.missed), std::to_string(score.total()), where, which});
}

std::string unknownSentence(const Score& score) {
    const char* words =
        score.unknown == 1
            ? HEADROOM_SAID("Report",
                            "%1 objective could not be judged, because its figure is not known.")
            : HEADROOM_SAID(
                  "Report",
                  "%1 objectives could not be judged, because their figures are not known.");
    return said("Report", words, {std::to_string(score.unknown)});
}

std::string objectivesSentence(const RunRecord& run) {
    const Score score = scoreOf(run.result);
    const std::string where = loadText(loadOf(run.scenario));
    if (score.total() == 0)
        return said("Report", "The scenario states no objective, so nothing is judged at %1.",
                    {where});
    if (score.missed > 0) {
        const std::string missed = missedSentence(run.result, score, where);
        return score.unknown > 0 ? missed + " " + unknownSentence(score) : missed;
    }
    return score.unknown > 0 ? unknownSentence(score) : heldSentence(score, where);
}

std::string busiestSentence(const sim::RunResult& result) {
    const sim::TargetResult* busiest = busiestOf(result);
    if (busiest == nullptr)
        return said("Report", "Nothing is saturated: nothing in it can run out.");
    return said("Report", "Nothing is saturated: the busiest part is %1, %2 busy.",
                {printable(busiest->name),
                 valueText(busiest->figures.at(Metric::utilisation), model::Unit::share)});
}

std::string relaxedSentences(const sim::RunResult& result) {
    if (result.bottlenecks.empty()) return busiestSentence(result);
    const sim::Bottleneck& most = result.bottlenecks.front();
    return busiestSentence(result) + " " +
           said("Report", "Most of the response time, %1, is spent in %2.",
                {valueText(most.shareOfResponse, model::Unit::share), printable(most.component)});
}

std::string growthSentence(const sim::FirstGrowth& growth) {
    const std::string component = printable(growth.component),
                      from = timeSpanText(growth.fromSeconds);
    if (!growth.users)
        return said("Report", "First to grow was the line of %1, from %2 on.", {component, from});
    return said("Report", "First to grow was the line of %1, from %2 on, at %3 users.",
                {component, from, countText(std::round(*growth.users))});
}

std::string limitSentences(const sim::RunResult& result) {
    if (bottleneckOf(result).empty()) return relaxedSentences(result);
    const sim::Bottleneck& first = result.bottlenecks.front();
    const std::string limit =
        said("Report", "%1 holds it back: %2.", {printable(first.component), printable(first.why)});
    return result.growsFirst ? limit + " " + growthSentence(*result.growsFirst) : limit;
}

std::string costSentence(const RunRecord& run) {
    const sim::Estimate& cost = run.result.costPerMonth;
    if (!cost.value) return said("Report", "Cost is not known: no component has a price.");
    const auto priced = [](const model::Component& component) { return component.price.has_value(); };
    const auto withPrice = std::ranges::count_if(run.scenario.components, priced);
    const std::string perMonth = estimateText(cost, model::Unit::usd);
    const sim::Estimate& each = run.result.costPerThousandUsers;
    const std::string text = each.value
                                 ? said("Report", "It costs %1 a month, %2 for each 1,000 users",
                                        {perMonth, valueText(each, model::Unit::usd)})
                                 : said("Report", "It costs %1 a month", {perMonth});
    if (withPrice == std::ssize(run.scenario.components)) return text + ".";
    const char* words =
        withPrice == 1
            ? HEADROOM_SAID("Report", "%1, counting the %2 component that have a price.")
            : HEADROOM_SAID("Report", "%1, counting the %2 components that have a price.");
    return said("Report", words, {text, std::to_string(withPrice)});
}

std::string interruptedNote(const RunRecord& run) {
    const char* words =
        run.result.replications == 1
            ? HEADROOM_SAID(
                  "Report",
                  "Stopped before its end: %1 replication of up to %2, %3 of simulated time each. "
                  "The figures are of what was finished.")
            : HEADROOM_SAID(
                  "Report",
                  "Stopped before its end: %1 replications of up to %2, %3 of simulated time each. "
                  "The figures are of what was finished.");
    return said("Report", words,
                {std::to_string(run.result.replications),
                 std::to_string(run.scenario.run.replications.atMost),
                 timeSpanText(run.result.simulatedSeconds)});
}

// A claim's word in the published form, and a clause on how many claims it is of.
struct ClaimCount {
    std::string_view word;
    const char *one, *more;
};
constexpr ClaimCount kClaimCounts[] = {
    {"holds", HEADROOM_SAID("Report", "%1 holds"), HEADROOM_SAID("Report", "%1 hold")},
    {"does not hold", HEADROOM_SAID("Report", "%1 does not hold"),
     HEADROOM_SAID("Report", "%1 do not hold")},
    {"cannot hold", HEADROOM_SAID("Report", "%1 cannot hold"),
     HEADROOM_SAID("Report", "%1 cannot hold")},
    {"cannot be judged", HEADROOM_SAID("Report", "%1 cannot be judged"),
     HEADROOM_SAID("Report", "%1 cannot be judged")}};

}  // namespace

std::string_view glyphOf(Mark mark) {
    switch (mark) {
        case Mark::good: return "●";
        case Mark::caution: return "▲";
        case Mark::bad: return "■";
        case Mark::unknown: return "○";
    }
    return "○";
}

Mark markOf(const sim::SloVerdict& slo) {
    if (!slo.met || !slo.value.value) return Mark::unknown;
    if (!*slo.met) return Mark::bad;
    const bool close = slo.value.halfWidth && std::abs(*slo.value.value - slo.threshold) < *slo.value.halfWidth;
    return close ? Mark::caution : Mark::good;
}

std::string sloText(Mark mark) {
    switch (mark) {
        case Mark::good: return said("Report", "held");
        case Mark::caution: return said("Report", "held, close");
        case Mark::bad: return said("Report", "missed");
        case Mark::unknown: break;
    }
    return said("Report", "not known");
}

Mark markOf(const sim::ClaimVerdict& claim) {
    if (!claim.holds) return Mark::unknown;
    return *claim.holds ? Mark::good : Mark::bad;
}

const char* claimWord(const sim::ClaimVerdict& claim) {
    if (claim.cannotHold) return HEADROOM_SAID("Report", "cannot hold");
    if (!claim.holds) return HEADROOM_SAID("Report", "cannot be judged");
    return *claim.holds ? HEADROOM_SAID("Report", "holds")
                        : HEADROOM_SAID("Report", "does not hold");
}

std::string claimText(const sim::ClaimVerdict& claim) { return said("Report", claimWord(claim)); }

std::string claimsSentence(const std::vector<sim::ClaimVerdict>& claims) {
    if (claims.empty()) return {};
    std::string counts;
    for (const ClaimCount& kind : kClaimCounts) {
        const auto count = std::ranges::count_if(
            claims, [&kind](const auto& claim) { return claimWord(claim) == kind.word; });
        if (count == 0) continue;
        counts += (counts.empty() ? "" : ", ") +
                  said("Report", count == 1 ? kind.one : kind.more, {std::to_string(count)});
    }
    const char* words = claims.size() == 1 ? HEADROOM_SAID("Report", "%1 claim: %2.")
                                           : HEADROOM_SAID("Report", "%1 claims: %2.");
    return said("Report", words, {std::to_string(claims.size()), counts});
}

Score scoreOf(const sim::RunResult& result) {
    Score score;
    for (const sim::SloVerdict& slo : result.slos) {
        const Mark mark = markOf(slo);
        ++(mark == Mark::unknown ? score.unknown : mark == Mark::bad ? score.missed : score.held);
    }
    return score;
}

Mark markOf(const sim::RunResult& result) {
    const Score score = scoreOf(result);
    if (score.missed > 0) return Mark::bad;
    if (score.unknown > 0 || score.total() == 0) return Mark::unknown;
    const bool close = std::ranges::any_of(result.slos, [](const auto& slo) { return markOf(slo) == Mark::caution; });
    return close ? Mark::caution : Mark::good;
}

std::string_view bottleneckOf(const sim::RunResult& result) {
    const bool saturated = !result.bottlenecks.empty() && result.bottlenecks.front().saturated;
    return saturated ? std::string_view(result.bottlenecks.front().component) : std::string_view{};
}

const sim::TargetResult* busiestOf(const sim::RunResult& result) {
    const sim::TargetResult* busiest = nullptr;
    double most = -1;
    for (const sim::TargetResult& component : result.components) {
        const double busy = component.figures.at(Metric::utilisation).value.value_or(-1);
        if (busy <= most) continue;
        most = busy;
        busiest = &component;
    }
    return busiest;
}

Verdict verdictOf(const RunRecord& run) {
    return {markOf(run.result), objectivesSentence(run), limitSentences(run.result),
            costSentence(run)};
}

std::vector<std::string> notesOf(const RunRecord& run) {
    std::vector<std::string> notes;
    for (const std::string& broken : run.result.brokenInvariants)
        notes.push_back(
            said("Report", "These figures cannot be trusted, the simulation contradicts itself: %1",
                 {broken}));
    if (run.result.interrupted) notes.push_back(interruptedNote(run));
    notes.insert(notes.end(), run.result.notes.begin(), run.result.notes.end());
    for (std::string& note : notes) note = printable(note);
    return notes;
}

}  // namespace headroom::report
