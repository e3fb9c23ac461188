// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/scenario_settings.h"

#include "app/desktop/base/text.h"
#include "app/desktop/document/scenario_document.h"
#include "model/file/scenario_file.h"

#include <QFileInfo>

namespace headroom::desktop {

std::function<sim::ScenarioAt(double load)> settingsOf(const ScenarioDocument& document,
                                                       const QString& variant) {
    const QString folder =
        document.path().isEmpty() ? QString() : QFileInfo(document.path()).absolutePath();
    const auto file = std::make_shared<const model::ScenarioFile>(
        document.text(), fromQt(document.displayName()), fromQt(folder));
    return [file, variant = fromQt(variant)](double load) -> sim::ScenarioAt {
        return [file, variant, load](const sim::SweepPoint& setting) {
            model::Overrides overrides{variant, {}, load, std::nullopt};
            overrides.set.insert(overrides.set.end(), setting.begin(), setting.end());
            return file->scenario(overrides).scenario;
        };
    };
}

}  // namespace headroom::desktop
