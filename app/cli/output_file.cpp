// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output_file.h"

#include "model/said.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <fcntl.h>
#include <unistd.h>

namespace headroom::cli {

namespace {

QString nameOf(const std::string& path) { return QFile::decodeName(path.c_str()); }

std::string problem(const std::string& path, const QString& why) {
    return model::said("Report", "cannot write `%1`: %2", {path, why.toStdString()});
}

// A device or a pipe must not be replaced by a file of its name.
bool isSpecial(const QString& name) {
    const QFileInfo info(name);
    return info.exists() && !info.isFile() && !info.isDir();
}

bool writeAll(QIODevice& device, QByteArrayView bytes) {
    return device.write(bytes.data(), bytes.size()) == bytes.size();
}

// Puts on the disk which files a folder holds: that of `name`. Where that cannot be done, all files are whole all the same.
void syncFolderOf(const QString& name) {
    const int folder = ::open(QFile::encodeName(QFileInfo(name).absolutePath()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) return;
    ::fsync(folder);
    ::close(folder);
}

std::optional<std::string> writeSpecial(const std::string& path, std::string_view text) {
    QFile file(nameOf(path));
    if (file.open(QIODevice::WriteOnly) && writeAll(file, text) && file.flush()) return std::nullopt;
    return problem(path, file.errorString());
}

}  // namespace

std::optional<std::string> whyNotWritable(const std::string& path) {
    const QString name = nameOf(path);
    if (isSpecial(name)) {
        if (QFileInfo(name).isWritable()) return std::nullopt;
        return problem(path, QString::fromStdString(model::said("Report", "permission denied")));
    }
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly)) return problem(path, file.errorString());
    file.cancelWriting();
    return std::nullopt;
}

std::optional<std::string> makeFolder(const std::string& path) {
    if (QDir().mkpath(nameOf(path))) return std::nullopt;
    return model::said("Report", "cannot create the folder `%1`", {path});
}

QString writeWhole(const QString& name, QByteArrayView bytes) {
    QSaveFile file(name);
    // `commit` of Qt 6.4 takes no notice of a disk that is full when it flushes, and leaves an empty file.
    if (!file.open(QIODevice::WriteOnly) || !writeAll(file, bytes) || !file.flush() || !file.commit())
        return file.errorString();
    syncFolderOf(name);
    return {};
}

std::optional<std::string> writeFile(const std::string& path, std::string_view text) {
    if (isSpecial(nameOf(path))) return writeSpecial(path, text);
    const QString why = writeWhole(nameOf(path), text);
    return why.isEmpty() ? std::nullopt : std::optional(problem(path, why));
}

}  // namespace headroom::cli
