// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/exports.h"
#include "app/exchange/plain_name.h"
#include "app/exchange/promql.h"
#include "app/exchange/yaml_out.h"
#include "sim/judge/objectives.h"

#include <cmath>
#include <set>

namespace headroom::exchange {

namespace {

using Json = nlohmann::ordered_json;
using model::Metric;
using model::MetricRef;

/// A scenario says what has to hold, not in what share of the time; OpenSLO wants to know.
constexpr double kAssumedTarget = 0.99;

Json source(const std::string& query) {
    return {{"metricSource", {{"type", "Prometheus"}, {"spec", {{"query", query}}}}}};
}

std::string windowOf(const model::Slo& slo) {
    const std::string text = promDuration(slo.over.value_or(std::chrono::hours(24 * 30)));
    return text.ends_with("s")
               ? std::to_string(std::max(1L, std::lround(model::toSeconds(*slo.over) / 60))) + "m"
               : text;
}

Json ratioIndicator(const PromQl& promQl, const model::Slo& slo) {
    MetricRef rate = slo.objective.metric;
    rate.metric = Metric::arrivalRate;
    const std::string all = promQl.now(rate), errors = promQl.errors(slo.objective.metric);
    return {{"ratioMetric",
             {{"counter", false}, {"bad", source(errors + " * " + all)}, {"total", source(all)}}}};
}

Json objectiveOf(const model::Slo& slo, std::optional<double> allowed) {
    if (allowed) return {{"displayName", slo.objective.text}, {"target", 1 - *allowed}};
    return {{"displayName", slo.objective.text},
            {"op", slo.objective.below ? "lt" : "gt"},
            {"value", model::magnitude(slo.objective.threshold)},
            {"target", kAssumedTarget},
            {"timeSliceTarget", kAssumedTarget},
            {"timeSliceWindow", "1m"}};
}

Json sloOf(const model::Scenario& scenario, const model::Slo& slo, const std::string& name) {
    const PromQl promQl(scenario);
    const std::optional<double> allowed = sim::allowedErrors(slo.objective);
    Json metadata = {{"name", name}, {"displayName", slo.name}};
    if (!allowed) metadata["annotations"] = {{"headroom/assumed", "target and timeSliceTarget"}};
    return {{"apiVersion", "openslo/v1"},
            {"kind", "SLO"},
            {"metadata", std::move(metadata)},
            {"spec",
             {{"description", slo.objective.text},
              {"service", labelName(scenario.name)},
              {"indicator",
               {{"metadata", {{"name", labelName(name + "-sli")}}},
                {"spec",
                 allowed ? ratioIndicator(promQl, slo)
                         : Json{{"thresholdMetric", source(promQl.now(slo.objective.metric))}}}}},
              {"timeWindow", Json::array({{{"duration", windowOf(slo)}, {"isRolling", true}}})},
              {"budgetingMethod", allowed ? "Occurrences" : "Timeslices"},
              {"objectives", Json::array({objectiveOf(slo, allowed)})}}}};
}

}  // namespace

std::string labelName(const std::string& text) { return plainName(text, '-', 63); }

std::string openSlo(const model::Scenario& scenario) {
    std::string text = yamlText(
        {{"apiVersion", "openslo/v1"},
         {"kind", "Service"},
         {"metadata", {{"name", labelName(scenario.name)}, {"displayName", scenario.name}}},
         {"spec", {{"description", scenario.about}}}});
    std::set<std::string> names;
    for (const model::Slo& slo : scenario.slos) {
        std::string name = labelName(slo.name);
        for (int number = 2; !names.insert(name).second; ++number)
            name = labelName(slo.name).substr(0, 58) + "-" + std::to_string(number);
        text += "---\n" + yamlText(sloOf(scenario, slo, name));
    }
    return text;
}

}  // namespace headroom::exchange
