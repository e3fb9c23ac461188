// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/cost_tables.h"

#include "app/desktop/base/text.h"
#include "app/report/value_text.h"
#include "model/said.h"

#include <algorithm>
#include <map>

namespace headroom::desktop {

namespace {

using model::said;
using report::Cell;
using report::TableColumn;

Cell word(const std::string& text) { return {text, {}, {}, {}}; }

Cell money(const sim::Estimate& estimate) { return report::estimateCell(estimate, model::Unit::usd); }

sim::Estimate scaled(const sim::Estimate& estimate, double factor) {
    sim::Estimate result = estimate;
    if (result.value) *result.value *= factor;
    if (result.halfWidth) *result.halfWidth *= factor;
    return result;
}

/// Of a thousand users; 0 where the load is no users.
double perThousand(const report::RunRecord& run) { return run.result.users > 0 ? 1000 / run.result.users : 0; }

Cell moneyPerThousand(const report::RunRecord& run, const sim::Estimate& cost) {
    const double factor = perThousand(run);
    return factor > 0 ? money(scaled(cost, factor)) : word(std::string(report::kUnknown));
}

}  // namespace

report::Table costByComponent(const report::RunRecord& run) {
    report::Table table{"",
                        {{said("Table", "Component"), TableColumn::Kind::name},
                         {said("Table", "USD a month")},
                         {said("Table", "Share")},
                         {said("Table", "1,000 users a month")}},
                        {}};
    std::vector<sim::ComponentCost> parts = run.result.costByComponent;
    std::ranges::stable_sort(parts, std::ranges::greater{}, [](const auto& part) { return part.perMonth.value.value_or(-1); });
    const double all = run.result.costPerMonth.value.value_or(0);
    for (const sim::ComponentCost& part : parts) {
        const double share = all > 0 && part.perMonth.value ? *part.perMonth.value / all : 0;
        Cell bar = report::valueCell(part.perMonth.value && all > 0 ? sim::Estimate{share, std::nullopt} : sim::Estimate{}, model::Unit::share);
        if (all > 0) bar.bar = share * 0.7;  // a share of the costs is no state, so its bar stays calm
        table.rows.push_back({word(part.component), money(part.perMonth), bar, moneyPerThousand(run, part.perMonth)});
    }
    return table;
}

report::Table costByVariant(const std::vector<RunPtr>& runs) {
    report::Table table{"",
                        {{said("Table", "Variant"), TableColumn::Kind::name},
                         {said("Table", "Load")},
                         {said("Table", "USD a month")},
                         {said("Table", "1,000 users a month")},
                         {said("Table", "Against the first")}},
                        {}};
    std::vector<RunPtr> latest;
    for (const RunPtr& run : runs) {
        if (!run->result.costPerMonth.value) continue;
        const auto same = std::ranges::find(latest, run->result.variant, [](const RunPtr& one) { return one->result.variant; });
        if (same == latest.end()) latest.push_back(run);
        else *same = run;
    }
    for (const RunPtr& run : latest) {
        const double first = *latest.front()->result.costPerMonth.value * perThousand(*latest.front());
        const double own = *run->result.costPerMonth.value * perThousand(*run);
        const std::string against =
            run == latest.front() || first <= 0 || own <= 0
                ? std::string(report::kUnknown)
                : said("Table", "%1 for each user",
                       {model::formatValue(own / first, model::Unit::share)});
        table.rows.push_back({word(report::variantOf(*run)), word(report::loadText(report::loadOf(run->scenario))),
                              money(run->result.costPerMonth), moneyPerThousand(*run, run->result.costPerMonth), word(against)});
    }
    return table;
}

QStringList withoutPrice(const report::RunRecord& run) {
    QStringList names;
    for (const model::Component& component : run.scenario.components)
        if (!component.price && !component.isPassThrough()) names << toQt(component.name);
    return names;
}

}  // namespace headroom::desktop
