// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/agreement_table.h"

#include "app/cli/text_table.h"
#include "app/report/safe_text.h"
#include "app/report/value_text.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace headroom::cli {

namespace {

using report::Table;
using Kind = report::TableColumn::Kind;
using Json = nlohmann::ordered_json;

model::Unit unitOf(const std::string& name) {
    const auto metric = model::parseMetricRef(name);
    return metric ? model::unitOf(metric->metric) : model::Unit::count;
}

std::string share(const std::optional<double>& value) {
    return value ? model::formatValue(*value, model::Unit::share) : std::string(report::kUnknown);
}

std::string plain(const std::optional<double>& value) {
    if (!value) return std::string(report::kUnknown);
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%.2f", *value);
    return text.data();
}

Json number(const std::optional<double>& value) { return value && std::isfinite(*value) ? Json(*value) : Json(nullptr); }

}  // namespace

std::string agreementText(const sim::ReplayResult& result, const Style& style) {
    Table table{"", {{"series", Kind::name}, {"measured", Kind::number}, {"model", Kind::number}, {"MAPE", Kind::number}, {"bias", Kind::number},
                     {"correlation", Kind::number}, {"inside", Kind::number}}, {}};
    for (const sim::Agreement& one : result.agreements) {
        if (one.intervals == 0) continue;
        const model::Unit unit = unitOf(one.name);
        table.rows.push_back({{report::printable(one.name)},
                              {model::formatValue(one.measuredMean, unit)},
                              {model::formatValue(one.simulatedMean, unit)},
                              {share(one.mape)},
                              {model::formatValue(one.bias, unit)},
                              {plain(one.correlation)},
                              {share(one.coverage)}});
    }
    std::string text = tableText(std::move(table), style);
    text += "MAPE: mean relative error. Bias: model less measured. Inside: share of the measured values that\n"
            "lie where one more run of the model would lie with its confidence.\n";
    for (const std::string& name : result.notInModel) text += "Not in the model: " + report::printable(name) + "\n";
    return text;
}

Json agreementJson(const sim::ReplayResult& result) {
    Json series = Json::array();
    for (const sim::Agreement& one : result.agreements)
        series.push_back({{"name", one.name},
                          {"intervals", one.intervals},
                          {"measured_mean", one.intervals > 0 ? Json(one.measuredMean) : Json(nullptr)},
                          {"simulated_mean", one.intervals > 0 ? Json(one.simulatedMean) : Json(nullptr)},
                          {"mape", number(one.mape)},
                          {"bias", one.intervals > 0 ? Json(one.bias) : Json(nullptr)},
                          {"correlation", number(one.correlation)},
                          {"coverage", number(one.coverage)}});
    return {{"series", std::move(series)}, {"not_in_model", result.notInModel}};
}

}  // namespace headroom::cli
