// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/base/whole_file.h"

#include "app/cli/output_file.h"

#include <QFile>
#include <QSaveFile>

namespace headroom::desktop {

QString writeWhole(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    // Not left to `commit`, which in Qt 6.4 takes no notice of a disk that is full, and leaves an empty file.
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush();
    if (!isWritten || !file.commit()) return file.errorString();
    cli::syncFolderOf(QFile::encodeName(path).toStdString());
    return {};
}

}  // namespace headroom::desktop
