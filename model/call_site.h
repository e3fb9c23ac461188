// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scenario.h"

#include <map>
#include <string>
#include <string_view>
#include <utility>
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

/// A place that a request for an operation can end at, and how likely it does.
struct Receiver {
    const Component* component = nullptr;
    double share = 1;
};

/// Components by name, and where requests to them end. Keeps pointers into the scenario.
class ComponentIndex {
public:
    explicit ComponentIndex(const Scenario& scenario);

    /// Null if there is none.
    const Component* find(std::string_view name) const;
    /// What a component hands requests for the operation on to; nothing where it does it itself.
    /// References to nothing are left out.
    std::vector<const Component*> behind(const Component& component,
                                         std::string_view operation) const;
    /// The components that a request for the operation ends at, behind all pass-throughs; none if
    /// they lead to nothing or are a ring. A balancer's targets share by their weights.
    const std::vector<Receiver>& receivers(const Component& component,
                                           const std::string& operation) const;
    /// The pass-throughs of each ring, in the order in which they hand on, from the first of the
    /// file.
    const std::vector<std::vector<const Component*>>& rings() const { return rings_; }

private:
    using Request = std::pair<const Component*, std::string>;
    void findRings(const Scenario& scenario);
    std::vector<Receiver> collect(const Component& component, const std::string& operation) const;

    std::map<std::string_view, const Component*> byName_;
    mutable std::map<Request, std::vector<Receiver>> receivers_;  ///< as far as asked for
    std::vector<std::vector<const Component*>> rings_;
};

/// Where a pass-through names what is behind it: `components.posts_cache.origin`.
std::string passPath(const Component& passThrough);

}  // namespace headroom::model
