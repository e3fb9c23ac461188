// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/design/roll_out_twin.h"

#include "app/desktop/base/text.h"
#include "app/desktop/window/workspace.h"
#include "model/quantity/quantity.h"
#include "model/roll_out.h"

namespace headroom::desktop {

QString RollOutTwin::text() const { return exists() ? QStringLiteral("%1 %2").arg(variant, valueText(share, model::Unit::share)) : QString(); }

RollOutTwin twinOf(const Workspace& workspace, const QString& component) {
    const auto& scenario = workspace.scenario();
    if (!scenario || !scenario->rollOut || !model::Sides(*scenario).hasTwin(fromQt(component))) return {};
    const model::RollOut& rollOut = *scenario->rollOut;
    const double at = workspace.figures().atSeconds;
    const double share = rollOut.shareAt(at >= 0 ? model::fromSeconds(at) : scenario->run.duration);
    const QString twin = toQt(model::twinName(fromQt(component), rollOut.variant));
    return {toQt(rollOut.variant), share, workspace.figures().components.value(twin)};
}

}  // namespace headroom::desktop
