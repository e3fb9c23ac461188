// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/run_record.h"

#include <QString>

class QWidget;

namespace headroom::desktop {

class ScenarioDocument;

report::Document documentOf(const report::RunRecord& run, const ScenarioDocument& document);
/// The run as `json`, `csv` or `html`.
QByteArray exported(const report::RunRecord& run, const ScenarioDocument& document, const QString& kind);
/// Asks for a file and writes it, whole or not at all. False if nothing was written.
bool exportRun(const report::RunRecord& run, const ScenarioDocument& document, const QString& kind, QWidget* parent);

}  // namespace headroom::desktop
