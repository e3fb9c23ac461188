// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/step.h"

#include <string>

namespace headroom::sim {

/// What a step asks another component for, waiting for the answer or not.
struct Asked {
    const std::string& to;
    const std::string& operation;
    const std::string& keys;
    std::int64_t items = 1;
};

/// Calls and sends in these steps, however deep, those of `on_error` included.
template <typename Visit>
void forEachAsked(const model::Steps& steps, const Visit& visit) {
    struct Walker {
        const Visit& visit;
        void operator()(const model::Call& call) const {
            visit(Asked{call.to, call.operation, call.keys, call.items});
            forEachAsked(call.onError.steps, visit);
        }
        void operator()(const model::Send& send) const {
            visit(Asked{send.to, send.operation, send.keys, send.items});
        }
        void operator()(const model::Sequence& s) const { forEachAsked(s.steps, visit); }
        void operator()(const model::Parallel& p) const { forEachAsked(p.branches, visit); }
        void operator()(const model::Choose& choose) const {
            for (const auto& alternative : choose.alternatives)
                forEachAsked(alternative.steps, visit);
        }
        void operator()(const model::Work&) const {}
        void operator()(const model::Delay&) const {}
        void operator()(const model::Mark&) const {}
        void operator()(const model::Push&) const {}
    };
    for (const model::Step& step : steps) std::visit(Walker{visit}, step.action);
}

}  // namespace headroom::sim
