// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/judge/cost.h"

#include "sim/judge/metering.h"
#include "sim/judge/uncertain.h"

#include <algorithm>
#include <map>
#include <utility>

namespace headroom::sim {

namespace {

using model::Component;
using model::Metric;
using model::PriceMeter;
using model::PriceRow;
using model::said;
using model::Scenario;

/// One meter of one component, before tiers are shared.
struct Reading {
    std::string component;
    std::string product;  ///< empty: the component's own price
    PriceMeter meter{};
    PriceRow row;
    Estimate units;
};

PriceRow ownRow(const model::Money& price, double per = 1) {
    return {{{std::nullopt, price.usd}}, per, 0, "", said("Simulation", kOwnPrice), false};
}

/// The amounts that stand in the scenario itself.
std::map<PriceMeter, PriceRow> ownRows(const model::Price& price) {
    std::map<PriceMeter, PriceRow> rows;
    const auto add = [&rows](PriceMeter meter, const std::optional<model::Money>& money,
                             double per = 1) {
        if (money) rows.emplace(meter, ownRow(*money, per));
    };
    add(PriceMeter::instanceHours, price.instanceHour);
    add(PriceMeter::invocations, price.perMillion, 1e6);
    add(PriceMeter::items, price.perMillionItems, 1e6);
    add(PriceMeter::sentGb, price.sentGb);
    add(PriceMeter::storedGb, price.storedGb);
    add(PriceMeter::months, price.month);
    return rows;
}

bool isReplaced(PriceMeter meter, const std::map<PriceMeter, PriceRow>& own) {
    const bool byItem =
        meter == PriceMeter::reads || meter == PriceMeter::writes || meter == PriceMeter::deletes;
    return own.contains(meter) || (byItem && own.contains(PriceMeter::items));
}

class Bill {
public:
    Bill(const Scenario& scenario, RunResult& result) : scenario_(scenario), result_(result) {}

    void add(const Component& component) {
        const auto own = ownRows(*component.price);
        for (const auto& [meter, row] : own) read(component, "", meter, row, {});
        const std::optional<model::Product> product = productOf(scenario_, component);
        if (!product) return noteMissingProduct(component);
        const BillingRule rule{product->billed, product->rounding, &*product};
        for (const auto& [meter, row] : product->rows)
            if (!isReplaced(meter, own)) read(component, product->name, meter, row, rule);
    }

    std::vector<CostLine> lines(const std::string& component) const {
        std::vector<CostLine> lines;
        for (const Reading& reading : readings_)
            if (reading.component == component) lines.push_back(lineOf(reading));
        return lines;
    }

private:
    void read(const Component& component, const std::string& product, PriceMeter meter,
              const PriceRow& row, const BillingRule& rule) {
        Metered metered = meteredInMonth(meter, scenario_, component, result_, rule);
        if (!metered.why.empty())
            result_.notes.push_back(said("Simulation", "Not priced: %1 of %2, because %3.",
                                         {meterText(meter), component.name, metered.why}));
        else
            readings_.push_back({component.name, product, meter, row, metered.units});
    }

    void noteMissingProduct(const Component& component) {
        if (component.price->product.empty()) return;
        result_.notes.push_back(said("Simulation",
                                     "Not priced: %1, because its product `%2` is in no price book "
                                     "that is used.",
                                     {component.name, component.price->product}));
    }

    /// Of all components that share the product's tiers; nothing if a part is unknown.
    std::optional<double> sharedUnits(const Reading& reading) const {
        if (reading.product.empty()) return reading.units.value;
        double sum = 0;
        for (const Reading& other : readings_) {
            if (other.product != reading.product || other.meter != reading.meter) continue;
            if (!other.units.value) return std::nullopt;
            sum += *other.units.value;
        }
        return sum;
    }

    Estimate costOf(const Reading& reading) const {
        const std::optional<double> all = sharedUnits(reading);
        if (!all || !reading.units.value) return {};
        const bool free = scenario_.prices.freeTier;
        const double share = *all > 0 ? *reading.units.value / *all : 0;
        Estimate cost{priceOf(reading.row, *all, free) * share, std::nullopt};
        if (reading.units.halfWidth)
            cost.halfWidth = *reading.units.halfWidth * marginalPriceOf(reading.row, *all, free);
        return cost;
    }

    CostLine lineOf(const Reading& reading) const {
        CostLine line;
        line.product = reading.product;
        line.meter = reading.meter;
        line.units = reading.units;
        line.usd = costOf(reading);
        line.source = reading.row.source;
        line.date = reading.row.date;
        line.weak = reading.row.weak;
        return line;
    }

    const Scenario& scenario_;
    RunResult& result_;
    std::vector<Reading> readings_;
};

Estimate sumOf(const std::vector<CostLine>& lines) {
    Estimate sum = exactly(0);
    for (const CostLine& line : lines) sum = sum + line.usd;
    return sum;
}

void noteWeakSources(RunResult& result) {
    std::string names;
    for (const ComponentCost& cost : result.costByComponent)
        if (std::ranges::any_of(cost.lines, &CostLine::weak))
            names += (names.empty() ? "" : ", ") + cost.component;
    if (!names.empty())
        result.notes.push_back(said("Simulation",
                                    "Some prices of %1 are not from the provider's own list; see "
                                    "their sources.",
                                    {names}));
}

}  // namespace

void addCosts(const Scenario& scenario, RunResult& result) {
    result.costByComponent.clear();
    result.costPerMonth = result.costPerThousandUsers = {};
    Bill bill(scenario, result);
    for (const Component& component : scenario.components)
        if (component.price) bill.add(component);
    for (const Component& component : scenario.components) {
        const auto found =
            std::ranges::find(result.components, component.name, &TargetResult::name);
        if (!component.price || found == result.components.end()) continue;
        std::vector<CostLine> lines = bill.lines(component.name);
        if (lines.empty()) continue;
        const Estimate cost = sumOf(lines);
        found->figures.at(Metric::cost) = cost;
        result.costPerMonth = result.costByComponent.empty() ? cost : result.costPerMonth + cost;
        result.costByComponent.push_back({component.name, cost, std::move(lines)});
    }
    result.workload.figures.at(Metric::cost) = result.costPerMonth;
    if (result.users > 0)
        result.costPerThousandUsers = result.costPerMonth * exactly(1000 / result.users);
    noteWeakSources(result);
}

}  // namespace headroom::sim
