// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>
#include <QTemporaryDir>

namespace headroom::test {

/// Empty if it cannot be read.
inline QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline bool writeAll(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush();
}

/// A folder of a test's own, gone with it.
class OwnFolder {
protected:
    QString in(const QString& name) const { return folder_.filePath(name); }
    /// Its path.
    QString write(const QString& name, const QByteArray& bytes) const {
        writeAll(in(name), bytes);
        return in(name);
    }

    QTemporaryDir folder_;
};

}  // namespace headroom::test
