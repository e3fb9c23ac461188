// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/report_sections.h"

#include "app/desktop/base/text.h"

#include <optional>
#include <utility>

namespace headroom::desktop {

namespace {

/// Without the figure that some headings end with: `Health: 87 of 100`.
QString nameOf(const report::Heading& heading) { return toQt(heading.text).section(u':', 0, 0); }

}  // namespace

QStringList sectionsOf(const report::Article& article) {
    QStringList names;
    for (const report::Block& block : article.rest)
        if (const auto* heading = std::get_if<report::Heading>(&block); heading != nullptr && !heading->beginsRun) names << nameOf(*heading);
    names.removeDuplicates();
    return names;
}

report::Article withoutSections(report::Article article, const QStringList& sections) {
    std::vector<report::Block> kept;
    std::optional<int> leftOut;  // the level of the heading whose part is being left out
    for (report::Block& block : article.rest) {
        const auto* heading = std::get_if<report::Heading>(&block);
        if (heading != nullptr && !(leftOut && heading->level > *leftOut))
            leftOut = !heading->beginsRun && sections.contains(nameOf(*heading)) ? std::optional(heading->level) : std::nullopt;
        if (!leftOut) kept.push_back(std::move(block));
    }
    article.rest = std::move(kept);
    return article;
}

}  // namespace headroom::desktop
