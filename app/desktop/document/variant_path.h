// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Where an edit is written when a variant is chosen. Paths are full ones: `components.api.instances`.
namespace headroom::desktop {

class ScenarioDocument;

/// The path as it is for the base; else the place in the variant that decides the value: in what it adds, in an entry of
/// its `set` that leads there, or a new entry of `set`.
QString writePath(const ScenarioDocument& document, const QString& variant, const QString& path);
/// The entry of the variant's own `set` that decides the value at `path`; empty if it is that of what it builds on.
QString overridingEntry(const ScenarioDocument& document, const QString& variant, const QString& path);

}  // namespace headroom::desktop
