// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/verdict.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/report/safe_text.h"
#include "app/report/value_text.h"

namespace headroom::report {

namespace {

using model::Metric;

std::string plural(int count, std::string_view noun) {
    return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

// "a", "a and b", "a, b and 3 more"
std::string listed(const std::vector<std::string>& items, std::size_t most = 3) {
    std::string text;
    const bool cut = items.size() > most;
    const std::size_t shown = cut ? most - 1 : items.size();
    for (std::size_t i = 0; i < shown; ++i) {
        if (i > 0) text += !cut && i + 1 == shown ? " and " : ", ";
        text += items[i];
    }
    if (cut) text += " and " + std::to_string(items.size() - shown) + " more";
    return text;
}

std::string figureOf(const sim::SloVerdict& slo) {
    return printable(slo.name) + " is " + estimateText(slo.value, slo.unit) + " (objective: " + printable(slo.objective) + ")";
}

std::vector<std::string> missedObjectives(const sim::RunResult& result) {
    std::vector<std::string> texts;
    for (const sim::SloVerdict& slo : result.slos)
        if (markOf(slo) == Mark::bad) texts.push_back(figureOf(slo));
    return texts;
}

std::string heldSentence(const Score& score, const std::string& where) {
    if (score.total() == 1) return "The objective holds at " + where + ".";
    return "All " + std::to_string(score.total()) + " objectives hold at " + where + ".";
}

std::string missedSentence(const sim::RunResult& result, const Score& score, const std::string& where) {
    const std::string count = score.total() == 1
                                  ? "The objective is missed"
                                  : std::to_string(score.missed) + " of " + plural(score.total(), "objective") +
                                        (score.missed == 1 ? " is missed" : " are missed");
    return count + " at " + where + ": " + listed(missedObjectives(result)) + ".";
}

std::string unknownSentence(const Score& score) {
    return plural(score.unknown, "objective") + " could not be judged, because " +
           (score.unknown == 1 ? "its figure is" : "their figures are") + " not known.";
}

std::string objectivesSentence(const RunRecord& run) {
    const Score score = scoreOf(run.result);
    const std::string where = loadText(loadOf(run.scenario));
    if (score.total() == 0) return "The scenario states no objective, so nothing is judged at " + where + ".";
    if (score.missed > 0) {
        const std::string missed = missedSentence(run.result, score, where);
        return score.unknown > 0 ? missed + " " + unknownSentence(score) : missed;
    }
    return score.unknown > 0 ? unknownSentence(score) : heldSentence(score, where);
}

std::string busiestText(const sim::RunResult& result) {
    const sim::TargetResult* busiest = busiestOf(result);
    if (busiest == nullptr) return "nothing in it can run out";
    return "the busiest part is " + printable(busiest->name) + ", " +
           valueText(busiest->figures.at(Metric::utilisation), model::Unit::share) + " busy";
}

std::string relaxedSentence(const sim::RunResult& result) {
    if (result.bottlenecks.empty()) return "Nothing is saturated: " + busiestText(result) + ".";
    const sim::Bottleneck& most = result.bottlenecks.front();
    return "Nothing is saturated: " + busiestText(result) + ". Most of the response time, " +
           valueText(most.shareOfResponse, model::Unit::share) + ", is spent in " + printable(most.component) + ".";
}

// ` First the line of api grew, from 3 min on, at 12 000 users.`
std::string growthSentence(const sim::RunResult& result) {
    if (!result.growsFirst) return {};
    const sim::FirstGrowth& growth = *result.growsFirst;
    std::string text = " First to grow was the line of " + printable(growth.component) + ", from " +
                       timeSpanText(growth.fromSeconds) + " on";
    if (growth.users) text += ", at " + countText(std::round(*growth.users)) + " users";
    return text + ".";
}

std::string limitSentence(const sim::RunResult& result) {
    if (bottleneckOf(result).empty()) return relaxedSentence(result);
    const sim::Bottleneck& first = result.bottlenecks.front();
    return printable(first.component) + " holds it back: " + printable(first.why) + "." + growthSentence(result);
}

std::string costSentence(const RunRecord& run) {
    const sim::Estimate& cost = run.result.costPerMonth;
    if (!cost.value) return "Cost is not known: no component has a price.";
    const auto priced = [](const model::Component& component) { return component.price.has_value(); };
    const auto withPrice = std::ranges::count_if(run.scenario.components, priced);
    std::string text = "It costs " + estimateText(cost, model::Unit::usd) + " a month";
    if (run.result.costPerThousandUsers.value)
        text += ", " + valueText(run.result.costPerThousandUsers, model::Unit::usd) + " for each 1,000 users";
    if (withPrice < std::ssize(run.scenario.components))
        text += ", counting the " + plural(static_cast<int>(withPrice), "component") + " that have a price";
    return text + ".";
}

std::string interruptedNote(const RunRecord& run) {
    return "Stopped before its end: " + plural(run.result.replications, "replication") + " of up to " +
           std::to_string(run.scenario.run.replications.atMost) + ", " + timeSpanText(run.result.simulatedSeconds) +
           " of simulated time each. The figures are of what was finished.";
}

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

std::string_view sloWord(Mark mark) {
    switch (mark) {
        case Mark::good: return "held";
        case Mark::caution: return "held, close";
        case Mark::bad: return "missed";
        case Mark::unknown: return "not known";
    }
    return "not known";
}

Mark markOf(const sim::ClaimVerdict& claim) {
    if (!claim.holds) return Mark::unknown;
    return *claim.holds ? Mark::good : Mark::bad;
}

std::string_view claimWord(const sim::ClaimVerdict& claim) {
    if (claim.cannotHold) return "cannot hold";
    if (!claim.holds) return "cannot be judged";
    return *claim.holds ? "holds" : "does not hold";
}

std::string claimsSentence(const std::vector<sim::ClaimVerdict>& claims) {
    if (claims.empty()) return {};
    std::string text;
    for (const auto& [word, one, more] : {std::array{"holds", "holds", "hold"},
                                          {"does not hold", "does not hold", "do not hold"},
                                          {"cannot hold", "cannot hold", "cannot hold"},
                                          {"cannot be judged", "cannot be judged", "cannot be judged"}}) {
        const auto count = std::ranges::count_if(claims, [w = std::string_view(word)](const auto& claim) {
            return claimWord(claim) == w;
        });
        if (count == 0) continue;
        text += (text.empty() ? ": " : ", ") + std::to_string(count) + " " + (count == 1 ? one : more);
    }
    return plural(static_cast<int>(claims.size()), "claim") + text + ".";
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
    return {markOf(run.result), objectivesSentence(run), limitSentence(run.result), costSentence(run)};
}

std::vector<std::string> notesOf(const RunRecord& run) {
    std::vector<std::string> notes;
    for (const std::string& broken : run.result.brokenInvariants)
        notes.push_back("These figures cannot be trusted, the simulation contradicts itself: " + broken);
    if (run.result.interrupted) notes.push_back(interruptedNote(run));
    notes.insert(notes.end(), run.result.notes.begin(), run.result.notes.end());
    for (const std::string& part : run.scenario.notSimulated) notes.push_back("Not simulated: " + part);
    for (std::string& note : notes) note = printable(note);
    return notes;
}

}  // namespace headroom::report
