// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/run_record.h"

#include <QByteArray>
#include <QString>

class QWidget;

namespace headroom::desktop {

class ScenarioDocument;

report::Document documentOf(const report::RunRecord& run, const ScenarioDocument& document);
/// The run as `json`, `csv` or `html`.
QByteArray exported(const report::RunRecord& run, const ScenarioDocument& document, const QString& kind);
/// Writes it whole or not at all. Empty if it is written, else a sentence that says why not; from any thread.
QString writeExport(const QString& path, const QByteArray& bytes);
/// Asks for a file and writes it, whole or not at all. False if nothing was written.
bool exportRun(const report::RunRecord& run, const ScenarioDocument& document, const QString& kind, QWidget* parent);

}  // namespace headroom::desktop
