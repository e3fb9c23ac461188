// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scenario.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

/// The places of a scenario that ask for operations.
namespace headroom::model {

/// A call or send in the steps of an operation, however deep: in sequences, branches, alternatives
/// or `on_error`.
struct CallSite {
    const Component* component = nullptr;
    const Operation* operation = nullptr;
    std::string to;              ///< the component that is asked
    std::string asked;           ///< for which operation
    std::string keys;            ///< class of keys; may be empty
    const Call* call = nullptr;  ///< null for a send
    double expected =
        1;  ///< calls for one run of the operation if everything before goes well, retries aside
    std::string path;  ///< `components.api.operations.feed[1].call`
};
/// In the order of the file.
std::vector<CallSite> callSites(const Scenario& scenario);

/// What a profile asks its entry for.
struct ProfileAction {
    std::string entry;
    std::string operation;
    std::string path;       ///< `workload.profiles.heavy.journey[2]`
    std::string entryPath;  ///< where the entry is named: `workload.entry`
};
std::vector<ProfileAction> profileActions(const Workload& workload);

/// Components by name, and where requests to them end. Keeps pointers into the scenario.
class ComponentIndex {
public:
    explicit ComponentIndex(const Scenario& scenario);

    /// Null if there is none.
    const Component* find(std::string_view name) const;
    /// What a pass-through hands on to; null for the rest, and where it names nothing that exists.
    const Component* behind(const Component& component) const;
    /// The component that a request ends at, behind all pass-throughs; null if one of them leads to
    /// nothing, or if they are a ring.
    const Component* receiver(const Component& component) const;
    /// The pass-throughs of each ring, in the order in which they hand on, from the first of the
    /// file.
    const std::vector<std::vector<const Component*>>& rings() const { return rings_; }

private:
    void followFrom(const Component& component);

    std::map<std::string_view, const Component*> byName_;
    std::map<const Component*, const Component*> receivers_;
    std::vector<std::vector<const Component*>> rings_;
};

/// Where a pass-through names what is behind it: `components.posts_cache.origin`.
std::string passPath(const Component& passThrough);

}  // namespace headroom::model
