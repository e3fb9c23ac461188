// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/agreement_table.h"

#include "app/cli/text_table.h"
#include "app/report/agreement.h"
#include "app/report/safe_text.h"

#include <cmath>

namespace headroom::cli {

namespace {

using Json = nlohmann::ordered_json;

Json number(const std::optional<double>& value) {
    return value && std::isfinite(*value) ? Json(*value) : Json(nullptr);
}

}  // namespace

std::string agreementText(const sim::ReplayResult& result, const Style& style) {
    std::string text = tableText(report::agreementTable(result), style);
    text +=
        "MAPE: mean relative error. Bias: model less measured. Inside: share of the measured "
        "values that\n"
        "lie where one more run of the model would lie with its confidence.\n";
    for (const std::string& name : result.notInModel)
        text += "Not in the model: " + report::printable(name) + "\n";
    return text;
}

Json agreementJson(const sim::ReplayResult& result) {
    Json series = Json::array();
    for (const sim::Agreement& one : result.agreements)
        series.push_back(
            {{"name", one.name},
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
