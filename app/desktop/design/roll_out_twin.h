// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/run/system_figures.h"

#include <QString>

namespace headroom::desktop {

class Workspace;

/// While a variant is rolled out: what stands beside a component, with the share of the traffic that it serves.
struct RollOutTwin {
    QString variant;   ///< empty: there is none
    double share = 0;  ///< at the moment that is shown, else what the roll-out comes to in the run
    ComponentFigures figures;

    bool exists() const { return !variant.isEmpty(); }
    /// `after 20 %`; empty without a twin.
    QString text() const;
};

RollOutTwin twinOf(const Workspace& workspace, const QString& component);

}  // namespace headroom::desktop
