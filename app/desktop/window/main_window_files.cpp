// SPDX-License-Identifier: GPL-3.0-or-later
// Opening, saving, recovering; dialogs.
#include "app/archive/archive.h"
#include "app/desktop/base/icons.h"
#include "app/desktop/base/notification.h"
#include "app/desktop/base/text.h"
#include "app/desktop/design/component_item.h"
#include "app/desktop/design/design_view.h"
#include "app/desktop/home/home_view.h"
#include "app/desktop/inspector/field_value.h"
#include "app/desktop/inspector/inspector.h"
#include "app/desktop/design/architecture_scene.h"
#include "app/desktop/design/source_editor.h"
#include "app/desktop/views/data_view.h"
#include "app/desktop/views/imports_panel.h"
#include "app/desktop/window/banner.h"
#include "app/desktop/window/finder.h"
#include "app/desktop/window/help_window.h"
#include "app/desktop/window/main_window.h"
#include "app/desktop/window/text_comparison.h"
#include "app/report/verdict.h"

#include <QApplication>
#include <QCloseEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QSettings>
#include <QStatusBar>

namespace headroom::desktop {

namespace {
constexpr qsizetype kMostRecent = 8;
const QString kFilter = QStringLiteral("YAML (*.yaml *.yml)");

QByteArray contentsOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
}  // namespace

void MainWindow::openFile(const QString& path) {
    if (!mayDiscard()) return;
    if (const auto problem = workspace_.document().open(path)) {
        banner_->ask(tr("%1 could not be opened: %2").arg(path, *problem), {{tr("Close"), {}}});
        return;
    }
    remember(workspace_.document().path());
    setMode(design);
}

void MainWindow::openExample(const QString& resource) {
    QFile file(resource);
    if (!mayDiscard() || !file.open(QIODevice::ReadOnly)) return;
    workspace_.document().openCopy(file.readAll().toStdString(), QFileInfo(resource).fileName());
    setMode(design);
}

void MainWindow::openText(const std::string& text, const QString& name) {
    if (!mayDiscard()) return;
    workspace_.document().openCopy(text, name);
    setMode(design);
}

/// With the variant and the load that it had.
void MainWindow::openFiled(const archive::Run& run) {
    if (!mayDiscard()) return;
    workspace_.document().openCopy(run.scenarioText, tr("%1, run %2").arg(toQt(run.scenario)).arg(run.id));
    workspace_.setVariant(toQt(run.variant));
    if (run.load != workspace_.loadOfFile()) workspace_.setLoad(run.load);
    setMode(design);
}

void MainWindow::showProposal(const QString& name, const std::string& scenario, const QString& notes) {
    openText(scenario, name);
    banner_->ask(tr("This scenario is what the traces of %1 propose. What they cannot tell stands under its assumptions. %2").arg(name, notes).trimmed(), {{tr("Close"), {}}});
}

void MainWindow::newScenario() {
    if (!mayDiscard()) return;
    workspace_.document().openCopy(blankScenario(), tr("Untitled"));
    setMode(design);
}

void MainWindow::openDialog() {
    const QString path = QFileDialog::getOpenFileName(this, tr("Open a scenario"), QFileInfo(workspace_.document().path()).absolutePath(), kFilter);
    if (!path.isEmpty()) openFile(path);
}

bool MainWindow::save() {
    design_->source().commit();
    if (workspace_.document().path().isEmpty()) return saveAs();
    const auto problem = workspace_.document().save();
    if (problem) banner_->ask(tr("%1 could not be saved: %2").arg(workspace_.document().path(), *problem), {{tr("Close"), {}}});
    return !problem;
}

bool MainWindow::saveAs() {
    const QString name = workspace_.document().displayName();
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the scenario"), name.endsWith(u".yaml") ? name : name + QStringLiteral(".yaml"), kFilter);
    if (path.isEmpty()) return false;
    const auto problem = workspace_.document().saveAs(path);
    if (problem) banner_->ask(tr("%1 could not be saved: %2").arg(path, *problem), {{tr("Close"), {}}});
    else remember(path);
    return !problem;
}

bool MainWindow::mayDiscard() {
    design_->source().commit();
    if (!workspace_.document().isModified()) return true;
    const auto answer = QMessageBox::question(this, tr("Unsaved changes"), tr("%1 has changes that are not saved.").arg(workspace_.document().displayName()),
                                              QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel);
    if (answer == QMessageBox::Save) return save();
    return answer == QMessageBox::Discard;
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!mayDiscard()) return event->ignore();
    QSettings().setValue(QStringLiteral("geometry"), saveGeometry());
    workspace_.runs().stop();
    autosave_->discard();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.isEmpty() || !urls.front().isLocalFile()) return;
    const QString path = urls.front().toLocalFile();
    if (path.endsWith(QStringLiteral(".yaml"), Qt::CaseInsensitive) || path.endsWith(QStringLiteral(".yml"), Qt::CaseInsensitive)) return openFile(path);
    setMode(data);
    data_->imports().importFile(path);
}

void MainWindow::remember(const QString& path) {
    QSettings settings;
    QStringList paths = settings.value(QStringLiteral("recent")).toStringList();
    paths.removeAll(path);
    paths.prepend(path);
    settings.setValue(QStringLiteral("recent"), QStringList(paths.mid(0, kMostRecent)));
    fillRecent();
}

void MainWindow::fillRecent() {
    const QStringList paths = QSettings().value(QStringLiteral("recent")).toStringList();
    home_->setRecent(paths);
    recentMenu_->clear();
    for (const QString& path : paths) recentMenu_->addAction(path, this, [this, path] { openFile(path); });
    recentMenu_->setEnabled(!paths.isEmpty());
}

void MainWindow::offerRecovery() {
    const std::vector<Recovered> left = autosave_->left();
    if (left.empty()) return;
    const Recovered& last = left.front();
    banner_->ask(tr("Changes to %1 from %2 were not saved when Headroom ended.").arg(last.name, QLocale().toString(last.time, QLocale::ShortFormat)),
                 {{tr("Recover"), [this, last] {
                       workspace_.document().openRecovered(last.text, last.path, last.name);
                       Autosave::forget(last);
                       setMode(design);
                   }},
                  {tr("Compare"), [this, last] {
                       const QByteArray saved = contentsOf(last.path);
                       compareTexts(tr("The saved file, and what was not saved"), saved.toStdString(), last.text);
                       offerRecovery();
                   }},
                  {tr("Discard"), [last] { Autosave::forget(last); }},
                  {tr("Later"), {}}});
}

void MainWindow::askAboutDisk() {
    ScenarioDocument& document = workspace_.document();
    banner_->ask(tr("%1 was changed by another program.").arg(document.displayName()),
                 {{tr("Reload"), [&document] { document.reload(); }},
                  {tr("Keep mine"), [&document] { document.keepOwnText(); }},
                  {tr("Compare"), [this, &document] {
                       compareTexts(tr("What is shown here, and what is in the file now"), document.text(), contentsOf(document.path()).toStdString());
                       askAboutDisk();
                   }}});
}

void MainWindow::compareTexts(const QString& about, const std::string& before, const std::string& after) {
    auto* dialog = new TextComparison(about, before, after, this);
    dialog->setObjectName(QStringLiteral("textComparison"));
    dialog->show();
}

void MainWindow::notifyFinished(const RunPtr& run) {
    const report::Verdict verdict = report::verdictOf(*run);
    const QString sentence = toQt(report::glyphOf(verdict.mark)) + u' ' + localised(toQt(verdict.objectives));
    constexpr int kShownMs = 10'000;
    if (mode() == home) statusBar()->showMessage(sentence, kShownMs);  // elsewhere the verdict line says it
    constexpr double kLongSeconds = 10;
    if (isActiveWindow() || run->result.wallSeconds < kLongSeconds) return;
    QApplication::alert(this);
    notifyDesktop(tr("The run of %1 is finished").arg(workspace_.document().displayName()), sentence);
}

void MainWindow::newVariant() {
    bool accepted = false;
    const QString name = QInputDialog::getText(this, tr("New variant"), tr("Name, of letters, digits, _ and -"), QLineEdit::Normal, {}, &accepted).trimmed();
    if (!accepted || name.isEmpty()) return;
    const QString on = workspace_.variant();
    const QString value = on.isEmpty() ? QStringLiteral("{set: {}}") : QStringLiteral("{on: %1, set: {}}").arg(on);
    const bool failed = workspace_.setValue(QStringLiteral("variants.") + name, value, tr("New variant %1").arg(name)).has_value();
    if (!failed) workspace_.setVariant(name);
}

void MainWindow::showFinder() {
    QList<Finder::Entry> entries;
    for (const ComponentItem* item : design_->scene().components())
        entries.append({componentIcon(item->node().type), item->name(), tr("component"), [this, name = item->name()] { showComponent(name); }});
    for (const model::VariantInfo& variant : workspace_.document().variants())
        entries.append({icon(QStringLiteral("compare")), toQt(variant.name), tr("variant"), [this, name = toQt(variant.name)] { workspace_.setVariant(name); }});
    for (QAction* one : actions_) {
        if (!one->isEnabled()) continue;
        entries.append({one->icon(), one->text().remove(u'&'), one->shortcut().toString(QKeySequence::NativeText), [one] { one->trigger(); }});
    }
    std::ranges::sort(entries, {}, [](const Finder::Entry& entry) { return entry.name.toLower(); });
    auto* finder = new Finder(entries, this);
    finder->open();
    finder->field().setFocus();
}

void MainWindow::showHelp() {
    if (mode() == design && workspace_.selection().size() == 1)
        if (const ComponentItem* item = design_->scene().component(workspace_.selection().front())) return showHelpPage(item->node().type);
    static constexpr const char* kHeadings[] = {"home", "design", "watch", "limits", "cost", "compare", "data", "report"};
    showHelpPage(QStringLiteral("window#") + QLatin1String(kHeadings[mode()]));
}

void MainWindow::showHelpPage(const QString& page) {
    auto* help = qobject_cast<HelpWindow*>(help_);
    if (help == nullptr) help_ = help = new HelpWindow(this);
    help->showPage(page);
    help->show();
    help->raise();
    help->activateWindow();
}

void MainWindow::showAbout() {
    QMessageBox::about(this, tr("About Headroom"),
                       tr("<h3>Headroom %1</h3><p>How many users a back end can carry, what breaks first, what it costs and what to change.</p>"
                          "<p>Free software under the GNU General Public License, version 3 or later.</p>")
                           .arg(QStringLiteral(HEADROOM_VERSION)));
}

}  // namespace headroom::desktop
