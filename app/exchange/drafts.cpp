// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/drafts.h"

#include "app/exchange/draft.h"

#include <algorithm>
#include <array>

namespace headroom::exchange {

namespace {

constexpr std::size_t kLookedAt = 64 * 1024;

// A line that begins with one of the words that every such file has at its left edge.
bool hasTopLevelKey(std::string_view text) {
    constexpr std::array<std::string_view, 2> kKeys{"apiVersion:", "services:"};
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        const std::string_view line = text.substr(from, end - from);
        if (std::ranges::any_of(kKeys, [&](auto key) { return line.starts_with(key); }))
            return true;
        from = end + 1;
    }
    return false;
}

void read(const std::vector<ForeignYaml>& documents, const Source& source) {
    std::vector<const ForeignYaml*> objects, promises;
    for (const ForeignYaml& document : documents) {
        if (isCompose(document))
            readCompose(document, source);
        else if (isOpenSlo(document))
            promises.push_back(&document);
        else if (isKubernetes(document))
            objects.push_back(&document);
        else
            source.leaveOut(document, "a document that is neither compose, Kubernetes nor OpenSLO");
    }
    readKubernetes(objects, source);
    readOpenSlo(promises, source);
}

}  // namespace

bool looksLikeManifest(std::string_view text) {
    const std::string_view head = text.substr(0, kLookedAt);
    if (head.find('\0') != std::string_view::npos) return false;
    // What kubectl prints as JSON is YAML too.
    const std::size_t first = head.find_first_not_of(" \t\r\n");
    if (first != std::string_view::npos && head[first] == '{')
        return head.find("\"apiVersion\"") != std::string_view::npos &&
               head.find("\"kind\"") != std::string_view::npos;
    return hasTopLevelKey(head);
}

model::Parsed<std::string> draftOf(const std::vector<ManifestFile>& files,
                                   const std::string& title) {
    Manifests manifests;
    std::vector<std::string> names;
    for (const ManifestFile& file : files) {
        const auto documents = parseForeignYaml(file.text);
        if (!documents)
            return model::TextError{documents.error().found + " of " + file.name,
                                    documents.error().expected, ""};
        read(*documents, {file.name, manifests});
        names.push_back(file.name);
    }
    return draftText(manifests, manifests.title.empty() ? title : manifests.title, names);
}

}  // namespace headroom::exchange
