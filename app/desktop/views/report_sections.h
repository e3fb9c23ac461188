// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/article.h"

#include <QStringList>

/// The parts of a report that can be left out: a heading and what follows it until the next of its level.
namespace headroom::desktop {

/// Their headings in the order of the report, each once; those of single runs are no parts, but what is in them.
QStringList sectionsOf(const report::Article& article);

/// What is not named stays as it was.
report::Article withoutSections(report::Article article, const QStringList& sections);

}  // namespace headroom::desktop
