// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/diagnostic_list.h"

#include "model/file/reading.h"
#include "model/said.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace headroom::model {
namespace {

bool isBefore(const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.line, a.column) < std::tie(b.line, b.column);
}

}  // namespace

std::string inVariant(const std::string& phrase, const std::string& variant) {
    return variant.empty() ? phrase
                           : said("Model", "%1 in the variant %2", {phrase, quoted(variant)});
}

void append(Diagnostics& to, const Diagnostics& from) {
    to.insert(to.end(), from.begin(), from.end());
}

void arrange(Diagnostics& diagnostics) {
    std::ranges::stable_sort(diagnostics, isBefore);
    const auto doubled = std::ranges::unique(diagnostics);
    diagnostics.erase(doubled.begin(), doubled.end());
    if (diagnostics.size() <= kMostDiagnostics) return;
    const std::size_t rest = diagnostics.size() - kMostDiagnostics;
    diagnostics.resize(kMostDiagnostics);
    Diagnostic more;
    more.file = diagnostics.front().file;
    more.found = said("Model", "%1 more errors", {std::to_string(rest)});
    diagnostics.push_back(std::move(more));
}

VariantDiagnostics::VariantDiagnostics(const YamlNode& root, const Diagnostics& ofBase)
    : seen_(ofBase) {
    const YamlNode* variants = root.find("variants");
    if (!variants) return;
    firstLine_ = variants->keyPlace.line;
    endLine_ = std::numeric_limits<int>::max();
    for (const YamlNode& section : root.children) {
        const int line = section.keyPlace.line;
        if (line > firstLine_) endLine_ = std::min(endLine_, line);
    }
}

bool VariantDiagnostics::isInVariants(const Diagnostic& diagnostic) const {
    return diagnostic.line >= firstLine_ && diagnostic.line < endLine_;
}

bool VariantDiagnostics::isNew(const Diagnostic& diagnostic) {
    if (std::ranges::find(seen_, diagnostic) != seen_.end()) return false;
    seen_.push_back(diagnostic);
    return true;
}

void VariantDiagnostics::add(const std::string& variant, const Diagnostics& diagnostics,
                             Diagnostics& to) {
    for (Diagnostic diagnostic : diagnostics) {
        if (seen_.size() > 2 * kMostDiagnostics) return;
        if (!isNew(diagnostic)) continue;
        const bool named = diagnostic.expected.find(inVariant("", variant)) != std::string::npos;
        if (!isInVariants(diagnostic) && !named)
            diagnostic.found = inVariant(diagnostic.found, variant);
        to.push_back(std::move(diagnostic));
    }
}

}  // namespace headroom::model
