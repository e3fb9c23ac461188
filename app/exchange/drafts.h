// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/quantity/parsed.h"

#include <string>
#include <string_view>
#include <vector>

/// Manifests of other tools as a first draft of a scenario: docker-compose files; Deployments,
/// StatefulSets, Services, Ingresses and HorizontalPodAutoscalers of Kubernetes; OpenSLO. They tell
/// what runs, how much of it, and who names whom; times, rates and users stand in the draft as
/// assumptions. What was seen and not used is named in it.
namespace headroom::exchange {

struct ManifestFile {
    std::string name;  ///< as the draft calls it
    std::string text;
};

/// Whether a text begins like such a manifest. Cheap: nothing is parsed.
bool looksLikeManifest(std::string_view text);

/// One draft of all files together, or what is wrong, with the file's name and line.
model::Parsed<std::string> draftOf(const std::vector<ManifestFile>& files,
                                   const std::string& title);

}  // namespace headroom::exchange
