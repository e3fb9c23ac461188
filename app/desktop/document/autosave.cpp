// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/document/autosave.h"

#include "app/cli/output_file.h"
#include "app/desktop/document/scenario_document.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

#include <csignal>
#include <utility>

namespace headroom::desktop {

namespace {

QString defaultFolder() {
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QStringLiteral("/unsaved");
}

bool isRunning(qint64 pid) { return pid > 0 && ::kill(static_cast<pid_t>(pid), 0) == 0; }

std::optional<Recovered> read(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return {};
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    const qint64 pid = json[u"pid"].toInteger();
    if (!json.contains(u"text") || (isRunning(pid) && pid != QCoreApplication::applicationPid())) return {};
    return Recovered{path, json[u"path"].toString(), json[u"name"].toString(),
                     QFileInfo(path).lastModified(), json[u"text"].toString().toStdString()};
}

}  // namespace

Autosave::Autosave(ScenarioDocument& document, QString folder, QObject* parent)
    : QObject(parent), document_(document), folder_(folder.isEmpty() ? defaultFolder() : std::move(folder)) {
    timer_.setInterval(kEveryMs);
    connect(&timer_, &QTimer::timeout, this, &Autosave::saveNow);
    connect(&document_, &ScenarioDocument::modifiedChanged, this, [this] {
        if (!document_.isModified()) discard();
    });
    timer_.start();
}

Autosave::~Autosave() = default;

QString Autosave::sideFile() const {
    return folder_ + QStringLiteral("/%1.json").arg(QCoreApplication::applicationPid());
}

void Autosave::saveNow() {
    if (!document_.isModified() || document_.text() == written_) return;
    QDir().mkpath(folder_);
    const QJsonObject json{{"pid", QCoreApplication::applicationPid()},
                           {"path", document_.path()},
                           {"name", document_.displayName()},
                           {"text", QString::fromStdString(document_.text())}};
    const QString why = cli::writeWhole(sideFile(), QJsonDocument(json).toJson(QJsonDocument::Compact));
    if (why.isEmpty()) written_ = document_.text();
    if (!std::exchange(fails_, !why.isEmpty()) && fails_) Q_EMIT failed(why);
}

void Autosave::discard() {
    written_.clear();
    QFile::remove(sideFile());
}

std::vector<Recovered> Autosave::left() const {
    std::vector<Recovered> found;
    const QDir folder(folder_);
    for (const QString& name : folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Time))
        if (auto recovered = read(folder.filePath(name))) found.push_back(std::move(*recovered));
    return found;
}

void Autosave::forget(const Recovered& recovered) { QFile::remove(recovered.file); }

}  // namespace headroom::desktop
