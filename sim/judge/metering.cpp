// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/judge/metering.h"

#include "model/file/price_book_file.h"
#include "model/roll_out.h"
#include "sim/judge/uncertain.h"

#include <algorithm>

namespace headroom::sim {

namespace {

using model::Component;
using model::Metric;
using model::PriceMeter;
using model::said;
using model::Scenario;

constexpr double kGb = 1e9;
constexpr double kGiB = 1024.0 * 1024 * 1024;

/// What an instance has, as far as the file says.
struct Size {
    std::optional<double> cpus, gib, ghz;
};

std::optional<double> gibOf(const std::optional<model::Memory>& memory) {
    if (!memory || !memory->limit) return std::nullopt;
    return static_cast<double>(memory->limit->count) / kGiB;
}

Size sizeOf(const model::ComponentSpec& spec) {
    const auto of = [](const auto& s) { return Size{s.cpus, gibOf(s.memory), std::nullopt}; };
    if (const auto* service = std::get_if<model::ServiceSpec>(&spec)) return of(*service);
    if (const auto* function = std::get_if<model::FunctionSpec>(&spec)) return of(*function);
    if (const auto* gateway = std::get_if<model::GatewaySpec>(&spec)) return of(*gateway);
    return {};
}

Size sizeOf(const model::ComponentSpec& spec, const model::Product* product) {
    Size size = sizeOf(spec);
    if (!product || !size.gib) return size;
    const auto memory = static_cast<std::int64_t>(*size.gib * kGiB);
    if (const model::ProductSize* sold = product->sizeFor({memory})) {
        size.gib = static_cast<double>(sold->memory.count) / kGiB;
        size.ghz = sold->ghz;
    }
    return size;
}

int roundedUp(int servers, int perInstance) { return (servers + perInstance - 1) / perInstance; }

int instancesOf(const model::DatabaseSpec& database, int serversPerInstance) {
    int instances = roundedUp(database.servers, serversPerInstance);
    for (const model::Replica& replica : database.replicas)
        instances += roundedUp(replica.servers.value_or(database.servers), serversPerInstance);
    return instances;
}

class Metering {
public:
    Metering(const Scenario& scenario, const Component& component, const RunResult& result,
             const BillingRule& rule)
        : scenario_(scenario), sides_(scenario), component_(component), result_(result), rule_(rule) {
        const auto found =
            std::ranges::find(result.components, component.name, &TargetResult::name);
        if (found != result.components.end()) target_ = &*found;
    }

    Metered of(PriceMeter meter) const {
        if (!target_) return {{}, said("Simulation", "it was not measured")};
        const Size size = sizeOf(component_.spec, rule_.product);
        switch (meter) {
            case PriceMeter::instanceHours: return {instances() * exactly(kHoursPerMonth), ""};
            case PriceMeter::vcpuSeconds:
                return allocated(size.cpus, HEADROOM_SAID("Simulation", "it has no `cpus`"));
            case PriceMeter::gibSeconds:
                return allocated(size.gib, HEADROOM_SAID("Simulation", "it has no `memory`"));
            case PriceMeter::ghzSeconds:
                return allocated(
                    size.ghz,
                    HEADROOM_SAID("Simulation", "it has no `memory`, which decides the processor"));
            case PriceMeter::cpuSeconds: return perMonth(target_->usage.busy);
            case PriceMeter::invocations: return perMonth(target_->figures.at(Metric::arrivalRate));
            case PriceMeter::reads:
            case PriceMeter::writes:
            case PriceMeter::deletes:
            case PriceMeter::items: return byOperation(meter);
            case PriceMeter::storedGb: return stored();
            case PriceMeter::sentGb: return bytes(false);
            case PriceMeter::processedGb: return bytes(true);
            case PriceMeter::months: return {exactly(1), ""};
        }
        return {};
    }

private:
    static Metered perMonth(const Estimate& perSecond) {
        if (!perSecond.value) return {{}, said("Simulation", "its figure is not known")};
        return {perSecond * exactly(kSecondsPerMonth), ""};
    }

    Estimate instances() const {
        const Figures& figures = target_->figures;
        const int each = component_.price ? component_.price->serversPerInstance.value_or(1) : 1;
        if (const auto* station = std::get_if<model::StationSpec>(&component_.spec))
            return exactly(roundedUp(station->servers, each));
        if (const auto* database = std::get_if<model::DatabaseSpec>(&component_.spec))
            return exactly(instancesOf(*database, each));
        if (std::holds_alternative<model::PoolSpec>(component_.spec))
            return figures.at(Metric::connections) * exactly(1.0 / each);
        const bool varies = std::holds_alternative<model::ServiceSpec>(component_.spec) ||
                            std::holds_alternative<model::FunctionSpec>(component_.spec) ||
                            std::holds_alternative<model::GatewaySpec>(component_.spec);
        return varies ? figures.at(Metric::instances) : exactly(1);
    }

    /// Instances, or requests, whose time is billed; on average.
    Estimate billedAtATime() const {
        const Usage& usage = target_->usage;
        const double step = rule_.rounding ? model::toSeconds(*rule_.rounding) : 0;
        switch (rule_.billed) {
            case model::BilledTime::ready: return instances();
            case model::BilledTime::active:
                return usage.activeInstances + usage.activations * exactly(step / 2);
            case model::BilledTime::requests: break;
        }
        return step > 0 ? usage.billed : usage.held;
    }

    Metered allocated(std::optional<double> each, const char* missing) const {
        if (!each) return {{}, said("Simulation", missing)};
        return perMonth(billedAtATime() * exactly(*each));
    }

    Metered stored() const {
        if (!component_.price || !component_.price->stored)
            return {{}, said("Simulation", "its price has no `stored`")};
        return {exactly(static_cast<double>(component_.price->stored->count) / kGb), ""};
    }

    bool isWrite(const std::string& operation) const {
        const auto among = [&](const std::vector<std::string>& writes) {
            return std::ranges::find(writes, operation) != writes.end();
        };
        if (const auto* database = std::get_if<model::DatabaseSpec>(&component_.spec))
            return among(database->writes);
        if (const model::CacheTier* tier = model::cacheTierOf(component_.spec))
            return among(tier->writes);
        return operation == "write";
    }

    PriceMeter kindOf(const std::string& operation) const {
        if (operation == "delete") return PriceMeter::deletes;
        return isWrite(operation) ? PriceMeter::writes : PriceMeter::reads;
    }

    /// Calls visit(operation, its figures) for each operation that was asked for.
    template <typename Visit>
    void forEachOperation(Visit visit) const {
        const std::string prefix = component_.name + ".";
        for (const TargetResult& part : result_.componentOperations)
            if (part.name.starts_with(prefix)) visit(part.name.substr(prefix.size()), part.figures);
    }

    Metered byOperation(PriceMeter meter) const {
        Estimate sum = exactly(0);
        std::string why;
        forEachOperation([&](const std::string& operation, const Figures& figures) {
            if (meter != PriceMeter::items && kindOf(operation) != meter) return;
            const std::optional<double> items = itemsOf(operation);
            if (!items)
                why = said("Simulation", "calls of `%1` are about different numbers of `items`",
                           {operation});
            sum = sum + figures.at(Metric::arrivalRate) * exactly(items.value_or(1));
        });
        if (!why.empty()) return {{}, why};
        return perMonth(sum);
    }

    /// Whether the component of this name is this one, or hands on to it what it is asked for.
    bool leadsHere(std::string name, bool isNew) const {
        std::size_t hops = 0;  // a scenario has no circles, but nothing here relies on it
        while (name != component_.name) {
            const Component* passing = scenario_.component(name);
            if (!passing || !passing->isPassThrough() || ++hops > scenario_.components.size())
                return false;
            name = sides_.met(passing->passesTo(), isNew);
        }
        return true;
    }

    /// On either side of a roll-out, where the caller serves both.
    bool isAskedBy(const Component& caller, const model::Call& call) const {
        const bool isNew = sides_.isTwin(caller.name);
        const bool isBoth = sides_.areTwo() && !isNew && !sides_.hasTwin(caller.name);
        return leadsHere(sides_.met(call.to, isNew), isNew) ||
               (isBoth && leadsHere(sides_.met(call.to, true), true));
    }

    /// Of each request for the operation; nothing if they differ.
    std::optional<double> itemsOf(const std::string& operation) const {
        std::optional<std::int64_t> items;
        for (const Component& caller : scenario_.components)
            for (const model::Operation& own : caller.operations)
                for (const model::Call* call : callsIn(own.steps)) {
                    if (call->operation != operation || !isAskedBy(caller, *call)) continue;
                    if (items && *items != call->items) return std::nullopt;
                    items = call->items;
                }
        return static_cast<double>(items.value_or(1));
    }

    static std::vector<const model::Call*> callsIn(const model::Steps& steps) {
        std::vector<const model::Call*> calls;
        const auto addAll = [&calls](const model::Steps& inner) {
            for (const model::Call* call : callsIn(inner)) calls.push_back(call);
        };
        for (const model::Step& step : steps) {
            if (const auto* call = std::get_if<model::Call>(&step.action)) {
                calls.push_back(call);
                addAll(call->onError.steps);
            } else if (const auto* sequence = std::get_if<model::Sequence>(&step.action)) {
                addAll(sequence->steps);
            } else if (const auto* parallel = std::get_if<model::Parallel>(&step.action)) {
                addAll(parallel->branches);
            } else if (const auto* choose = std::get_if<model::Choose>(&step.action)) {
                for (const auto& way : choose->alternatives) addAll(way.steps);
            }
        }
        return calls;
    }

    /// The operation whose sizes a request for it has, here or further on.
    const model::Operation* finalOperation(const std::string& operation) const {
        const Component* at = &component_;
        for (std::size_t i = 0; at && i <= scenario_.components.size(); ++i) {
            if (const model::Operation* own = at->operation(operation)) return own;
            at = at->isPassThrough() ? scenario_.component(at->passesTo()) : nullptr;
        }
        return nullptr;
    }

    Metered bytes(bool bothWays) const {
        Estimate sum = exactly(0);
        bool anySize = false;
        forEachOperation([&](const std::string& operation, const Figures& figures) {
            const model::Operation* asked = finalOperation(operation);
            if (!asked) return;
            const auto add = [&](const std::optional<model::Bytes>& size, Metric rate) {
                if (!size) return;
                anySize = true;
                sum = sum + figures.at(rate) * exactly(static_cast<double>(size->count) / kGb);
            };
            add(asked->answer, Metric::throughput);
            if (bothWays) add(asked->request, Metric::arrivalRate);
        });
        if (!anySize) return {{}, said("Simulation", "its operations have no `answer`")};
        return perMonth(sum);
    }

    const Scenario& scenario_;
    const model::Sides sides_;
    const Component& component_;
    const RunResult& result_;
    const BillingRule& rule_;
    const TargetResult* target_ = nullptr;
};

bool isByOperation(PriceMeter meter) {
    using enum PriceMeter;
    return meter == reads || meter == writes || meter == deletes || meter == items ||
           meter == sentGb || meter == processedGb;
}

}  // namespace

Metered meteredInMonth(PriceMeter meter, const Scenario& scenario, const Component& component,
                       const RunResult& result, const BillingRule& rule) {
    return Metering(scenario, component, result, rule).of(meter);
}

std::string meterText(PriceMeter meter) {
    switch (meter) {
        case PriceMeter::instanceHours: return said("Simulation", "instance-hours");
        case PriceMeter::vcpuSeconds: return said("Simulation", "vCPU-seconds");
        case PriceMeter::gibSeconds: return said("Simulation", "GiB-seconds");
        case PriceMeter::ghzSeconds: return said("Simulation", "GHz-seconds");
        case PriceMeter::cpuSeconds: return said("Simulation", "CPU-seconds used");
        case PriceMeter::invocations: return said("Simulation", "requests");
        case PriceMeter::items: return said("Simulation", "items");
        case PriceMeter::reads: return said("Simulation", "reads");
        case PriceMeter::writes: return said("Simulation", "writes");
        case PriceMeter::deletes: return said("Simulation", "deletes");
        case PriceMeter::storedGb: return said("Simulation", "GB stored");
        case PriceMeter::sentGb: return said("Simulation", "GB sent");
        case PriceMeter::processedGb: return said("Simulation", "GB processed");
        case PriceMeter::months: return said("Simulation", "months");
    }
    return "";
}

std::optional<model::Product> productOf(const Scenario& scenario, const Component& component) {
    if (!component.price || component.price->product.empty()) return std::nullopt;
    const model::PriceBook* book = model::shippedPriceBook(scenario.prices.book);
    const model::Product* found = book ? book->product(component.price->product) : nullptr;
    if (!found) return std::nullopt;
    model::Product product = *found;
    for (auto& [meter, row] : product.rows) {
        const auto other =
            scenario.prices.overrides.find(product.name + "." + std::string(meterName(meter)));
        if (other == scenario.prices.overrides.end()) continue;
        row.tiers = {{std::nullopt, other->second.usd}};
        row.source = said("Simulation", kOwnPrice);
        row.date.clear();
        row.weak = false;
    }
    return product;
}

std::int64_t billingStepOf(const Scenario& scenario, const Component& component) {
    const std::optional<model::Product> product = productOf(scenario, component);
    if (!product || product->billed != model::BilledTime::requests) return 0;
    return product->rounding.value_or(model::Duration{}).count();
}

bool isMeteredByOperation(const Scenario& scenario, const Component& component) {
    if (!component.price) return false;
    if (component.price->sentGb || component.price->perMillionItems) return true;
    const std::optional<model::Product> product = productOf(scenario, component);
    return product && std::ranges::any_of(product->rows,
                                          [](const auto& row) { return isByOperation(row.first); });
}

}  // namespace headroom::sim
