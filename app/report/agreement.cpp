// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/agreement.h"

#include "app/report/safe_text.h"
#include "app/report/value_text.h"
#include "model/metric.h"
#include "model/quantity/quantity.h"
#include "model/said.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace headroom::report {

namespace {

using model::said;
using Kind = TableColumn::Kind;

model::Unit unitOf(const std::string& name) {
    const auto metric = model::parseMetricRef(name);
    return metric ? model::unitOf(metric->metric) : model::Unit::count;
}

std::string share(const std::optional<double>& value) {
    return value ? model::formatValue(*value, model::Unit::share) : std::string(kUnknown);
}

std::string plain(const char* format, double value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), format, value);
    return text.data();
}

std::string scalabilityText(const sim::Scalability& law) {
    const std::string contention = model::formatValue(law.sigma, model::Unit::share);
    const std::string coherency = plain("%.4g", law.kappa);
    if (!law.peakN)
        return said("Report",
                    "Universal scalability of users and throughput: contention %1, coherency %2",
                    {contention, coherency});
    return said("Report",
                "Universal scalability of users and throughput: contention %1, coherency %2, most "
                "throughput at %3 users",
                {contention, coherency, countText(*law.peakN)});
}

}  // namespace

Table agreementTable(const sim::ReplayResult& result) {
    Table table{"",
                {{said("Report", "series"), Kind::name},
                 {said("Report", "measured"), Kind::number},
                 {said("Report", "model"), Kind::number},
                 {said("Report", "MAPE"), Kind::number},
                 {said("Report", "bias"), Kind::number},
                 {said("Report", "correlation"), Kind::number},
                 {said("Report", "inside"), Kind::number}},
                {}};
    for (const sim::Agreement& one : result.agreements) {
        if (one.intervals == 0) continue;
        const model::Unit unit = unitOf(one.name);
        const std::string name = one.operation.empty()
                                     ? one.name
                                     : said("Report", "%1 of %2", {one.name, one.operation});
        table.rows.push_back(
            {{printable(name)},
             valueCell({one.measuredMean, std::nullopt}, unit),
             valueCell({one.simulatedMean, std::nullopt}, unit),
             {share(one.mape)},
             valueCell({one.bias, std::nullopt}, unit),
             {one.correlation ? plain("%.2f", *one.correlation) : std::string(kUnknown)},
             {share(one.coverage)}});
    }
    return table;
}

Table calibrationTable(const sim::Calibration& calibration) {
    Table table{"",
                {{said("Report", "parameter"), Kind::name},
                 {said("Report", "was"), Kind::text},
                 {said("Report", "is"), Kind::text},
                 {"±", Kind::number},
                 {said("Report", "from"), Kind::text, 1}},
                {}};
    for (const sim::CalibratedParameter& one : calibration.parameters)
        table.rows.push_back({{printable(one.path)},
                              {printable(one.was)},
                              {printable(one.is)},
                              {share(one.relativeHalfWidth)},
                              {printable(one.from)}});
    return table;
}

std::vector<std::string> calibrationRemarks(const sim::Calibration& calibration) {
    std::vector<std::string> remarks;
    for (const std::string& what : calibration.cannotTell)
        remarks.push_back(said("Report", "The data cannot tell: %1", {printable(what)}));
    for (const std::string& note : calibration.notes)
        remarks.push_back(said("Report", "Note: %1", {printable(note)}));
    if (calibration.scalability) remarks.push_back(scalabilityText(*calibration.scalability));
    return remarks;
}

}  // namespace headroom::report
