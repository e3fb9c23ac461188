// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scenario.h"

#include <set>
#include <string>
#include <string_view>

/// Two versions of a system beside each other, while traffic moves from the old one to the new one.
/// A component that exists twice keeps its name on the old side; its twin on the new side is called
/// `api@optimised` after the variant. What exists once serves requests of both sides.
namespace headroom::model {

/// `api@optimised`
std::string twinName(std::string_view component, std::string_view variant);

/// The base with the variant of its roll-out beside it. `changed`: components that both have and
/// state differently. Besides those, twice exist: an autoscaler with what it scales, and load
/// balancers and pools of what exists twice (they choose among its instances, they are connected to
/// it). Components that only the variant has are on the new side only, under their own name.
/// Everything on the new side refers to the new side. Traffic, prices and the settings of the run
/// are the base's; faults, objectives and alerts of what exists twice are repeated for the twin,
/// and those that only the variant has are added. Events that invalidate are seen by caches of
/// both sides. Precondition: base.rollOut, and both came without errors.
Scenario sideBySide(const Scenario& base, const Scenario& variant, std::set<std::string> changed);

/// Who meets whom in a scenario made by sideBySide(); in any other there is only the old side.
class Sides {
public:
    Sides() = default;
    explicit Sides(const Scenario& scenario);

    bool areTwo() const { return !variant_.empty(); }
    const std::string& variant() const { return variant_; }
    bool isTwin(std::string_view component) const;
    bool hasTwin(std::string_view component) const;
    /// The name without the `@…` of a twin.
    std::string_view original(std::string_view component) const;
    /// The component that requests of a side meet where the file says `component`.
    std::string met(std::string_view component, bool isNew) const;
    /// On which side requests are that are at the component, coming from this one. False for both
    /// where it makes no difference.
    bool sideAt(std::string_view component, bool isNew) const;

private:
    void findFollowers(const Scenario& scenario);

    std::string variant_;  ///< empty: one side
    std::set<std::string, std::less<>> doubled_;
    std::set<std::string, std::less<>> followers_;  ///< exist once, and lead to what exists twice
};

}  // namespace headroom::model
