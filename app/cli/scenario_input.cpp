// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/scenario_input.h"

#include "app/cli/console.h"

#include <QFile>
#include <QFileInfo>

namespace headroom::cli {

namespace {

constexpr qint64 kMostBytes = 64 * 1024 * 1024;  // far beyond what anybody writes; /dev/zero has no end

std::nullopt_t refuse(const std::string& path, const std::string& why) {
    printError(path + ": error: cannot be read: " + why);
    return std::nullopt;
}

std::optional<std::string> textOf(const std::string& path) {
    const QString name = QFile::decodeName(path.c_str());
    if (QFileInfo(name).isDir()) return refuse(path, "it is a folder");
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) return refuse(path, file.errorString().toStdString());
    const QByteArray bytes = file.read(kMostBytes + 1);
    if (file.error() != QFileDevice::NoError) return refuse(path, file.errorString().toStdString());
    if (bytes.size() > kMostBytes) return refuse(path, "it is larger than 64 MiB");
    return bytes.toStdString();
}

}  // namespace

bool DiagnosticPrinter::print(const std::vector<model::Diagnostic>& diagnostics) {
    for (const model::Diagnostic& diagnostic : diagnostics) {
        const std::string text = toText(diagnostic);
        if (printed_.insert(text).second) printError(text);
    }
    return !hasErrors(diagnostics);
}

std::optional<model::ScenarioFile> readScenarioFile(const std::string& path) {
    std::optional<std::string> text = textOf(path);
    if (!text) return std::nullopt;
    const QString folder = QFileInfo(QFile::decodeName(path.c_str())).absolutePath();
    return model::ScenarioFile(std::move(*text), path, QFile::encodeName(folder).toStdString());
}

}  // namespace headroom::cli
