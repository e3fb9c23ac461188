// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QString>

#include <nlohmann/json.hpp>

#include <optional>

namespace headroom::tests {

/// The cases of a published algorithm from the folder HEADROOM_DATA (by default shared/data beside
/// the source tree); nothing if it is not there.
inline std::optional<nlohmann::json> publishedCases(const QString& file) {
    const QString folder =
        qEnvironmentVariable("HEADROOM_DATA", HEADROOM_SOURCE_DIR "/../shared/data");
    QFile source(folder + '/' + file);
    if (!source.open(QIODevice::ReadOnly)) return std::nullopt;
    return nlohmann::json::parse(source.readAll().toStdString());
}

}  // namespace headroom::tests
