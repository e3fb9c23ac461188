// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/exports.h"

#include "app/cli/output_file.h"
#include "app/desktop/base/text.h"
#include "app/desktop/document/scenario_document.h"
#include "app/desktop/views/localised_article.h"
#include "app/report/articles.h"
#include "app/report/csv.h"
#include "app/report/html_page.h"
#include "app/report/json.h"
#include "app/report/shell_text.h"
#include "app/report/value_text.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QMessageBox>

namespace headroom::desktop {

report::Document documentOf(const report::RunRecord& run, const ScenarioDocument& document) {
    const std::string file = fromQt(document.path().isEmpty() ? document.displayName() : document.path());
    std::vector<std::string> words{"headroom", "run", file};
    if (!run.result.variant.empty()) words.insert(words.end(), {"--variant", run.result.variant});
    words.insert(words.end(), {"--users", report::shellNumber(report::loadOf(run.scenario).peak)});
    return {{HEADROOM_VERSION, report::shellLine(words), file, document.text()}, {run}, {}};
}

QByteArray exported(const report::RunRecord& run, const ScenarioDocument& document, const QString& kind) {
    if (kind == u"json") return QByteArray::fromStdString(report::jsonText(report::runJson(run)));
    const report::Document whole = documentOf(run, document);
    if (kind == u"csv") return QByteArray::fromStdString(report::figuresCsv(whole));
    return QByteArray::fromStdString(report::htmlOf(localised(report::runArticle(whole))));
}

QString writeExport(const QString& path, const QByteArray& bytes) {
    const QString why = cli::writeWhole(path, bytes);
    return why.isEmpty() ? why : QCoreApplication::translate("Exports", "%1 could not be written: %2").arg(path, why);
}

bool exportRun(const report::RunRecord& run, const ScenarioDocument& document, const QString& kind, QWidget* parent) {
    const QString path = QFileDialog::getSaveFileName(parent, QCoreApplication::translate("Exports", "Export"), QStringLiteral("run.") + kind);
    if (path.isEmpty()) return false;
    const QString problem = writeExport(path, exported(run, document, kind));
    if (problem.isEmpty()) return true;
    QMessageBox::warning(parent, QCoreApplication::translate("Exports", "Export"), problem);
    return false;
}

}  // namespace headroom::desktop
