// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exchange/draft_graph.h"

/// Objectives and autoscalers of a draft.
namespace headroom::exchange {

/// `slos:` of a draft.
class DraftObjectives {
public:
    /// `without`: promises that the draft cannot keep, by their index, and why.
    DraftObjectives(const Manifests& manifests, const DraftGraph& graph,
                    const std::map<std::size_t, std::string>& without);

    const std::string& text() const { return text_; }
    const std::vector<std::string>& leftOut() const { return leftOut_; }
    /// Which promise each entry of `slos` is.
    const std::vector<std::size_t>& promises() const { return promises_; }

private:
    std::string text_;
    std::vector<std::string> leftOut_;
    std::vector<std::size_t> promises_;
};

/// What a scaler is called in the draft: its own name, or that of its target with `_hpa` where that
/// is taken.
std::string scalerName(const Manifests& manifests, const DraftGraph& graph, const Scaler& scaler);

/// The autoscaler as a component. What of its metrics the model has not is added to `leftOut`.
std::string autoscalerText(const Manifests& manifests, const DraftGraph& graph,
                           const Scaler& scaler, const DraftNode& node,
                           std::vector<std::string>& leftOut);

}  // namespace headroom::exchange
