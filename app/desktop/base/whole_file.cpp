// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/base/whole_file.h"

#include "app/cli/output_file.h"

#include <QFile>
#include <QSaveFile>

namespace headroom::desktop {

QString writeWhole(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) return file.errorString();
    cli::syncFolderOf(QFile::encodeName(path).toStdString());
    return {};
}

}  // namespace headroom::desktop
