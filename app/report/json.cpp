// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/json.h"

#include <cmath>
#include <span>

#include "app/report/judgement_tables.h"
#include "app/report/theory.h"
#include "app/report/verdict.h"

namespace headroom::report {

namespace {

using Json = nlohmann::ordered_json;
using model::Metric;
using model::Statistic;

constexpr int kFormatVersion = 1;
constexpr Statistic kEveryStatistic[] = {Statistic::mean, Statistic::p50, Statistic::p90, Statistic::p95,
                                         Statistic::p99,  Statistic::p999, Statistic::max};
constexpr Statistic kMeanAndP95[] = {Statistic::mean, Statistic::p95};

Json number(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }
Json number(const std::optional<double>& value) { return value ? number(*value) : Json(nullptr); }
Json truth(const std::optional<bool>& value) { return value ? Json(*value) : Json(nullptr); }
Json textOrNull(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json figure(const sim::Estimate& estimate) {
    return {{"value", number(estimate.value)}, {"half_width", number(estimate.halfWidth)}};
}

Json times(const sim::Figures& figures, Metric metric, std::span<const Statistic> statistics) {
    Json json = Json::object();
    for (const Statistic statistic : statistics)
        json[std::string(statisticName(statistic))] = figure(figures.at(metric, statistic));
    return json;
}

Json workloadJson(const RunRecord& run) {
    const sim::Figures& figures = run.result.workload.figures;
    return {{"users", run.result.users > 0 ? number(run.result.users) : Json(nullptr)},
            {"throughput", figure(figures.at(Metric::throughput))},
            {"error_ratio", figure(figures.at(Metric::errorRatio))},
            {"availability", figure(figures.at(Metric::availability))},
            {"response_time", times(figures, Metric::responseTime, kEveryStatistic)}};
}

Json operationsJson(const sim::RunResult& result) {
    Json json = Json::object();
    for (const sim::TargetResult& operation : result.operations)
        json[operation.name] = {
            {"throughput", figure(operation.figures.at(Metric::throughput))},
            {"error_ratio", figure(operation.figures.at(Metric::errorRatio))},
            {"response_time", times(operation.figures, Metric::responseTime, kEveryStatistic)}};
    return json;
}

sim::Estimate costOf(const sim::RunResult& result, const std::string& component) {
    for (const sim::ComponentCost& cost : result.costByComponent)
        if (cost.component == component) return cost.perMonth;
    return {};
}

Json errorsJson(const sim::ErrorCounts& errors) {
    return {{"refused", number(errors.refused)}, {"timeout", number(errors.timeout)}, {"failed", number(errors.failed)}};
}

Json componentJson(const sim::RunResult& result, const sim::TargetResult& component) {
    const sim::Figures& figures = component.figures;
    return {{"type", component.type},
            {"throughput", figure(figures.at(Metric::throughput))},
            {"utilisation", figure(figures.at(Metric::utilisation))},
            {"queue_length", figure(figures.at(Metric::queueLength))},
            {"in_system", figure(figures.at(Metric::inSystem))},
            {"wait", times(figures, Metric::wait, kMeanAndP95)},
            {"response_time", times(figures, Metric::responseTime, kMeanAndP95)},
            {"error_ratio", figure(figures.at(Metric::errorRatio))},
            {"errors", errorsJson(component.errors)},
            {"hit_ratio", figure(figures.at(Metric::hitRatio))},
            {"instances", figure(figures.at(Metric::instances))},
            {"cold_starts", figure(figures.at(Metric::coldStarts))},
            {"memory", figure(figures.at(Metric::memory))},
            {"cost_per_month", figure(costOf(result, component.name))},
            {"arrival_rate", figure(figures.at(Metric::arrivalRate))},
            {"own_time", times(figures, Metric::ownTime, kMeanAndP95)},
            {"cpu_wait", times(figures, Metric::cpuWait, kMeanAndP95)},
            {"occupancy", figure(figures.at(Metric::occupancy))},
            {"connections", figure(figures.at(Metric::connections))},
            {"delivery_time", times(figures, Metric::deliveryTime, kMeanAndP95)},
            {"lag", figure(figures.at(Metric::lag))},
            {"egress", figure(figures.at(Metric::egress))},
            {"stale_ratio", figure(figures.at(Metric::staleRatio))},
            {"first_paint", times(figures, Metric::firstPaint, kMeanAndP95)},
            {"largest_paint", times(figures, Metric::largestPaint, kMeanAndP95)},
            {"late_frames", figure(figures.at(Metric::lateFrames))},
            {"frame_rate", figure(figures.at(Metric::frameRate))}};
}

Json componentsJson(const sim::RunResult& result) {
    Json json = Json::object();
    for (const sim::TargetResult& component : result.components)
        json[component.name] = componentJson(result, component);
    return json;
}

Json bottlenecksJson(const sim::RunResult& result) {
    Json json = Json::array();
    for (const sim::Bottleneck& bottleneck : result.bottlenecks)
        json.push_back({{"component", bottleneck.component},
                        {"why", bottleneck.why},
                        {"utilisation", figure(bottleneck.utilisation)},
                        {"share_of_response", figure(bottleneck.shareOfResponse)}});
    return json;
}

Json spansJson(const std::vector<sim::TimeSpan>& spans) {
    Json json = Json::array();
    for (const sim::TimeSpan& span : spans) json.push_back({{"from_s", number(span.fromSeconds)}, {"to_s", number(span.toSeconds)}});
    return json;
}

Json budgetJson(const std::optional<sim::ErrorBudget>& budget) {
    if (!budget) return nullptr;
    return {{"allowed", number(budget->allowed)},
            {"period_s", number(budget->periodSeconds)},
            {"burn_rate", number(budget->burnRate)},
            {"exhausted_after_s", number(budget->exhaustedAfterSeconds)},
            {"pages", spansJson(budget->pages)},
            {"tickets", spansJson(budget->tickets)}};
}

Json alertsJson(const sim::RunResult& result) {
    Json json = Json::array();
    for (const sim::AlertResult& alert : result.alerts)
        json.push_back({{"name", alert.name},
                        {"severity", severityName(alert.severity)},
                        {"fired", alert.isKnown ? spansJson(alert.fired) : Json(nullptr)},
                        {"when", alert.condition},
                        {"replications_fired", alert.replicationsFired},
                        {"share_of_time", number(alert.shareOfTime)}});
    return json;
}

Json healthJson(const sim::Health& health) {
    Json parts = Json::array();
    for (const sim::HealthPart& part : health.parts)
        parts.push_back({{"name", part.name}, {"weight", number(part.weight)}, {"score", number(part.score)}, {"why", part.why}});
    return {{"score", number(health.score)}, {"formula", healthFormula(health)}, {"parts", std::move(parts)}};
}

Json growthJson(const std::optional<sim::FirstGrowth>& growth) {
    if (!growth) return nullptr;
    return {{"component", growth->component},
            {"from_s", number(growth->fromSeconds)},
            {"peak", number(growth->peak)},
            {"users", number(growth->users)}};
}

Json slosJson(const sim::RunResult& result) {
    Json json = Json::array();
    for (const sim::SloVerdict& slo : result.slos)
        json.push_back({{"name", slo.name},
                        {"objective", slo.objective},
                        {"value", figure(slo.value)},
                        {"met", truth(slo.met)},
                        {"error_budget_left", number(slo.errorBudgetLeft)},
                        {"error_budget", budgetJson(slo.budget)}});
    return json;
}

Json recoveriesJson(const sim::RunResult& result) {
    Json json = Json::array();
    for (const sim::Recovery& recovery : result.recoveries)
        json.push_back({{"fault", recovery.fault},
                        {"from_s", number(recovery.from)},
                        {"until_s", number(recovery.until)},
                        {"recovered_at_s", figure(recovery.recoveredAt)},
                        {"time_to_recover_s", figure(recovery.timeToRecover)},
                        {"recovered_replications", recovery.recovered},
                        {"errors", figure(recovery.errors)}});
    return json;
}

Json costJson(const sim::RunResult& result) {
    Json parts = Json::object();
    for (const sim::ComponentCost& cost : result.costByComponent) parts[cost.component] = figure(cost.perMonth);
    Json meters = Json::array();
    for (const sim::ComponentCost& cost : result.costByComponent)
        for (const sim::CostLine& line : cost.lines)
            meters.push_back({{"component", cost.component},
                              {"product", textOrNull(line.product)},
                              {"meter", meterName(line.meter)},
                              {"units", figure(line.units)},
                              {"per_month", figure(line.usd)},
                              {"source", line.source},
                              {"date", textOrNull(line.date)},
                              {"weak", line.weak}});
    return {{"per_month", figure(result.costPerMonth)},
            {"by_component", std::move(parts)},
            {"per_thousand_users", figure(result.costPerThousandUsers)},
            {"meters", std::move(meters)}};
}

Json claimJson(const sim::ClaimVerdict& claim) {
    return {{"says", claim.says},     {"value", figure(claim.value)},  {"holds", truth(claim.holds)},
            {"verdict", claimWord(claim)}, {"source", claim.source}, {"why", claim.why}};
}

Json claimsJson(const sim::RunResult& result) {
    Json json = Json::array();
    for (const sim::ClaimVerdict& claim : result.claims) json.push_back(claimJson(claim));
    return json;
}

Json seriesJson(const sim::RunResult& result) {
    Json json = {{"sample_s", number(result.sampleSeconds)}};
    for (const sim::Series& series : result.series) {
        Json& values = json[series.name] = Json::array();
        for (const double value : series.values) values.push_back(number(value));
    }
    return json;
}

}  // namespace

Json runJson(const RunRecord& run) {
    const sim::RunResult& result = run.result;
    Json json{{"headroom", kFormatVersion},
            {"scenario", result.scenario},
            {"variant", textOrNull(result.variant)},
            {"seed", result.seed},
            {"replications", result.replications},
            {"confidence", number(result.confidence)},
            {"simulated_s", number(result.simulatedSeconds)},
            {"warm_up_s", number(result.warmUpSeconds)},
            {"events", result.events},
            {"wall_s", number(result.wallSeconds)},
            {"peak_memory_bytes", result.peakMemoryBytes},
            {"interrupted", result.interrupted},
            {"unfinished", number(result.unfinished)},
            {"notes", notesOf(run)},
            {"workload", workloadJson(run)},
            {"operations", operationsJson(result)},
            {"components", componentsJson(result)},
            {"bottlenecks", bottlenecksJson(result)},
            {"slos", slosJson(result)},
            {"recoveries", recoveriesJson(result)},
            {"alerts", alertsJson(result)},
            {"cost", costJson(result)},
            {"health", healthJson(result.health)},
            {"grows_first", growthJson(result.growsFirst)},
            {"claims", claimsJson(result)}};
    if (run.theory) json["solve"] = theoryJson(run, *run.theory);
    json["series"] = seriesJson(result);
    return json;
}

Json pointsJson(const Document& document) {
    Json points = Json::array();
    for (const RunRecord& run : document.runs) points.push_back(runJson(run));
    return {{"headroom", kFormatVersion},
            {"scenario", document.runs.front().result.scenario},
            {"points", std::move(points)}};
}

Json auditJson(const std::vector<Audit>& audits) {
    Json claims = Json::array();
    for (const Audit& audit : audits)
        for (const sim::ClaimVerdict& claim : audit.claims()) {
            Json& json = claims.emplace_back(claimJson(claim));
            json["judged_by"] = textOrNull(claim.judgedBy);
            json["scenario"] = audit.scenario;
            json["file"] = audit.document.provenance.fileName;
        }
    return {{"headroom", kFormatVersion}, {"claims", std::move(claims)}};
}

std::string jsonText(const Json& json) {
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace headroom::report
