// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/base/whole_file.h"

#include <QSaveFile>

namespace headroom::desktop {

QString writeWhole(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit()) return {};
    return file.errorString();
}

}  // namespace headroom::desktop
