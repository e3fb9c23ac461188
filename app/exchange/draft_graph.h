// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exchange/draft.h"
#include "app/exchange/image_roles.h"

#include <set>

/// Who calls whom in what manifests describe, and what each is in the model.
namespace headroom::exchange {

struct DraftCall {
    std::size_t to = 0;
    std::string from;       ///< what says so
    bool isStated = false;  ///< by `depends_on` or `links`
};

struct DraftNode {
    std::string name;  ///< of the component
    Role role = Role::service;
    const Running* running =
        nullptr;      ///< none: of an address, or made up for a promise or a scaler
    std::string why;  ///< what it is from
    std::vector<DraftCall> calls;
    std::set<std::string> operations;  ///< that promises name
    bool isReceiver = false;           ///< of a queue
    bool isEntry = false;
    bool isReached = false;
    bool isCache = false;  ///< a store in front of `calls.front()`
    std::vector<std::string> notes;
};

struct DraftGraph {
    std::vector<DraftNode> nodes;
    std::vector<std::string> leftOut;

    const DraftNode* find(const std::string& name) const;
    std::vector<std::size_t> entries() const;
};

/// `Web API` → `web_api`: a name of the format.
std::string componentName(const std::string& text);

/// The graph: every name resolved, rings cut, and only what requests reach marked as such.
DraftGraph graphOf(const Manifests& manifests);

}  // namespace headroom::exchange
