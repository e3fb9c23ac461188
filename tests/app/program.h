// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/safe_text.h"
#include "tests/sanitizers/sanitized.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

#include <algorithm>

/// The real program, started as a user would.
namespace headroom::test {

/// Milliseconds that the program may take for what a test has it do.
constexpr int kLongest = kSanitized ? 1'200'000 : 120'000;

struct Outcome {
    int code = -1;  ///< -1: it crashed or did not end
    QByteArray out, err;
};

/// Waits for the end of a process.
inline Outcome outcomeOf(QProcess& process, int patienceMs = kLongest) {
    const bool ended = process.waitForFinished(patienceMs) && process.exitStatus() == QProcess::NormalExit;
    return {ended ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
}

inline Outcome headroom(const QStringList& arguments) {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!environment.contains("HEADROOM_ARCHIVE")) environment.insert("HEADROOM_ARCHIVE", "");
    process.setProcessEnvironment(environment);
    process.start(HEADROOM_PROGRAM, arguments);
    return outcomeOf(process);
}

/// The JSON that the program printed; empty if it is none.
inline QJsonObject jsonOf(const Outcome& outcome) { return QJsonDocument::fromJson(outcome.out).object(); }

/// What is at `components.db.wait.mean`; undefined if nothing is.
inline QJsonValue at(const QJsonObject& json, const QString& path) {
    QJsonValue value = json;
    for (const QString& key : path.split('.')) {
        const QJsonObject object = value.toObject();
        if (!object.contains(key)) return QJsonValue(QJsonValue::Undefined);
        value = object.value(key);
    }
    return value;
}

inline QString goodScenario(const QString& name) { return QStringLiteral(HEADROOM_SOURCE_DIR "/tests/scenarios/good/") + name; }

/// Columns of the longest line.
inline std::size_t widestLine(const QByteArray& text) {
    std::size_t widest = 0;
    for (const QByteArray& line : text.split('\n'))
        widest = std::max(widest, report::displayWidth(line.toStdString()));
    return widest;
}

}  // namespace headroom::test
