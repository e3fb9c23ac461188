// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace headroom::desktop {

/// Writes the file whole or leaves it as it was. Empty if it is written, else why not.
QString writeWhole(const QString& path, const QByteArray& bytes);

}  // namespace headroom::desktop
