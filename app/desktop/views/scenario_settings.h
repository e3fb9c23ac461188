// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/study/sizing.h"

#include <QString>

#include <functional>

namespace headroom::desktop {

class ScenarioDocument;

/// The document of now with the variant, under a load, with a setting; for other threads too.
std::function<sim::ScenarioAt(double load)> settingsOf(const ScenarioDocument& document,
                                                       const QString& variant);

}  // namespace headroom::desktop
