// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/price_book.h"
#include "model/said.h"
#include "model/scenario.h"
#include "sim/result.h"

#include <optional>
#include <string>
#include <vector>

/// What a provider would have counted in a month of what was simulated.
namespace headroom::sim {

/// The month of all cloud price lists: 365 · 24 / 12 h.
constexpr double kHoursPerMonth = 730;
constexpr double kSecondsPerMonth = kHoursPerMonth * 3600;

/// The source of a price that stands in the scenario itself.
constexpr const char* kOwnPrice = HEADROOM_SAID("Simulation", "the scenario");

/// Units of a meter in a month; or why they cannot be had, in words: "its operations have no
/// `answer`".
struct Metered {
    Estimate units;
    std::string why;
};

/// What is known about how a meter's units are billed.
struct BillingRule {
    model::BilledTime billed = model::BilledTime::ready;
    std::optional<model::Duration> rounding;
    const model::Product* product = nullptr;  ///< for its sizes; may be null
};

/// instance_hours: ready instances (service, function, gateway), servers of all copies (station,
/// database), connections (pool), one for any other type.
/// vcpu_seconds, gib_seconds, ghz_seconds: size of an instance · billed seconds. These are, by the
/// product: `ready` instance seconds; `active` ones, in which an instance holds a request, with
/// half a rounding step for each such stretch; `requests`: the time that requests hold a slot, each
/// rounded up by itself.
/// cpu_seconds: what processors were really busy. invocations: visits begun, answered or not, as a
/// provider counts them. writes, reads: visits by operation, of a database or cache those in
/// `writes` and all others, of any other type `write` and all others; `delete` is neither.
/// items: as many as each call is about (`items`). stored_gb: what the price says is stored.
/// sent_gb: answers · their size. processed_gb: requests and answers. months: 1.
Metered meteredInMonth(model::PriceMeter meter, const model::Scenario& scenario,
                       const model::Component& component, const RunResult& result,
                       const BillingRule& rule);

/// What a meter counts, in the user's language: `vCPU-seconds`.
std::string meterText(model::PriceMeter meter);

/// The product that a component's price names, with the scenario's overrides; nothing if it names
/// none, or none that is there.
std::optional<model::Product> productOf(const model::Scenario& scenario,
                                        const model::Component& component);

/// To a multiple of which each request's time is rounded up by who bills it; 0 if it is not.
std::int64_t billingStepOf(const model::Scenario& scenario, const model::Component& component);

/// Whether its cost depends on which operations its visits are of.
bool isMeteredByOperation(const model::Scenario& scenario, const model::Component& component);

}  // namespace headroom::sim
