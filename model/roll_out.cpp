// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/roll_out.h"

#include "model/call_site.h"

#include <algorithm>
#include <map>

namespace headroom::model {

std::string twinName(std::string_view component, std::string_view variant) {
    return std::string(component) + '@' + std::string(variant);
}

Sides::Sides(const Scenario& scenario) {
    if (!scenario.rollOut) return;
    const std::string suffix = twinName("", scenario.rollOut->variant);
    for (const Component& component : scenario.components)
        if (component.name.ends_with(suffix))
            doubled_.insert(component.name.substr(0, component.name.size() - suffix.size()));
    variant_ = scenario.rollOut->variant;
    findFollowers(scenario);
}

void Sides::findFollowers(const Scenario& scenario) {
    std::map<std::string, std::set<std::string>> asked;
    for (const Component& component : scenario.components)
        for (const std::string_view to : component.destinations())
            asked[component.name].emplace(to);
    for (const CallSite& site : callSites(scenario)) asked[site.component->name].insert(site.to);
    const auto leadsOn = [this](const std::string& to) {
        return doubled_.contains(to) || followers_.contains(to);
    };
    for (bool isMore = true; isMore;) {
        isMore = false;
        for (const auto& [component, callees] : asked)
            if (!doubled_.contains(component) && !isTwin(component) &&
                std::ranges::any_of(callees, leadsOn))
                isMore |= followers_.insert(component).second;
    }
}

bool Sides::isTwin(std::string_view component) const {
    return areTwo() && component.find('@') != std::string_view::npos;
}

bool Sides::hasTwin(std::string_view component) const { return doubled_.contains(component); }

std::string_view Sides::original(std::string_view component) const {
    return isTwin(component) ? component.substr(0, component.find('@')) : component;
}

std::string Sides::met(std::string_view component, bool isNew) const {
    return isNew && hasTwin(component) ? twinName(component, variant_) : std::string(component);
}

bool Sides::sideAt(std::string_view component, bool isNew) const {
    return isTwin(component) || (isNew && followers_.contains(component));
}

}  // namespace headroom::model
