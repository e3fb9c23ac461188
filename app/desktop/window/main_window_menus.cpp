// SPDX-License-Identifier: GPL-3.0-or-later
// Every command of the window, each with a shortcut and a status tip.
#include "app/desktop/base/icons.h"
#include "app/desktop/base/theme.h"
#include "app/desktop/design/canvas_view.h"
#include "app/desktop/design/component_catalogue.h"
#include "app/desktop/design/design_commands.h"
#include "app/desktop/design/design_view.h"
#include "app/desktop/design/palette_list.h"
#include "app/desktop/inspector/inspector.h"
#include "app/desktop/views/compare_view.h"
#include "app/desktop/views/limits_view.h"
#include "app/desktop/views/report_view.h"
#include "app/desktop/window/main_window.h"
#include "app/desktop/window/mode_bar.h"

#include <QActionGroup>
#include <QApplication>
#include <QDockWidget>
#include <QLabel>
#include <QMenuBar>
#include <QProgressBar>
#include <QSettings>
#include <QStatusBar>
#include <QToolBar>

namespace headroom::desktop {

QAction* MainWindow::add(QMenu* menu, const QString& name, const QString& text, const QString& iconName, const QKeySequence& shortcut,
                         const QString& tip, std::function<void()> act) {
    QAction* action = menu->addAction(iconName.isEmpty() ? QIcon() : icon(iconName), text);
    action->setObjectName(name);
    action->setShortcut(shortcut);
    action->setStatusTip(tip);
    connect(action, &QAction::triggered, this, std::move(act));
    actions_[name] = action;
    return action;
}

QAction* MainWindow::addCanvasKey(QMenu* menu, const QString& name, const QString& text, const QString& iconName, const QKeySequence& shortcut,
                                  const QString& tip, std::function<void()> act) {
    QAction* action = add(menu, name, text, iconName, shortcut, tip, std::move(act));
    action->setShortcutContext(Qt::WidgetShortcut);
    design_->canvas().addAction(action);
    return action;
}

void MainWindow::buildMenus() {
    buildFileMenu();
    buildEditMenu();
    buildViewMenu();
    buildScenarioMenu();
    buildRunMenu();
    QMenu* dataMenu = menuBar()->addMenu(tr("&Data"));
    add(dataMenu, QStringLiteral("showRuns"), tr("Runs of this session"), QStringLiteral("data"), {}, tr("Look at earlier runs again, and hand them on"), [this] { setMode(data); });
    buildHelpMenu();
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setMaximumHeight(22);
}

void MainWindow::buildFileMenu() {
    QMenu* menu = menuBar()->addMenu(tr("&File"));
    add(menu, QStringLiteral("new"), tr("&New"), QStringLiteral("new"), QKeySequence::New, tr("A new scenario with one service"), [this] { newScenario(); });
    add(menu, QStringLiteral("open"), tr("&Open …"), QStringLiteral("open"), QKeySequence::Open, tr("Open a scenario file"), [this] { openDialog(); });
    recentMenu_ = menu->addMenu(tr("Open &recent"));
    menu->addSeparator();
    add(menu, QStringLiteral("save"), tr("&Save"), QStringLiteral("save"), QKeySequence::Save, tr("Save the scenario; comments and order stay"), [this] { save(); });
    add(menu, QStringLiteral("saveAs"), tr("Save &as …"), {}, QKeySequence::SaveAs, tr("Save under another name"), [this] { saveAs(); });
    menu->addSeparator();
    add(menu, QStringLiteral("export"), tr("&Export report …"), QStringLiteral("export"), QKeySequence(Qt::CTRL | Qt::Key_E), tr("Write the report as web page or PDF"), [this] { report_->exportAsked(); });
    menu->addSeparator();
    add(menu, QStringLiteral("quit"), tr("&Quit"), {}, QKeySequence::Quit, tr("Close the window"), [this] { close(); });
}

void MainWindow::buildEditMenu() {
    QMenu* menu = menuBar()->addMenu(tr("&Edit"));
    QUndoStack& undo = workspace_.document().undoStack();
    QAction* back = undo.createUndoAction(this, tr("Undo"));
    QAction* again = undo.createRedoAction(this, tr("Redo"));
    back->setShortcut(QKeySequence::Undo);
    back->setIcon(icon(QStringLiteral("undo")));
    back->setStatusTip(tr("Take the last change back"));
    again->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
    again->setIcon(icon(QStringLiteral("redo")));
    again->setStatusTip(tr("Make it again"));
    actions_[QStringLiteral("undo")] = back;
    actions_[QStringLiteral("redo")] = again;
    menu->addActions({back, again});
    menu->addSeparator();
    addCanvasKey(menu, QStringLiteral("cut"), tr("Cu&t"), {}, QKeySequence::Cut, tr("Move the selected components to the clipboard"), [this] { design_->cut(); });
    addCanvasKey(menu, QStringLiteral("copy"), tr("&Copy"), QStringLiteral("copy"), QKeySequence::Copy, tr("Copy the selected components as YAML"), [this] { design_->copy(); });
    addCanvasKey(menu, QStringLiteral("paste"), tr("&Paste"), QStringLiteral("paste"), QKeySequence::Paste, tr("Add the components of the clipboard"), [this] { design_->paste(); });
    addCanvasKey(menu, QStringLiteral("duplicate"), tr("&Duplicate"), QStringLiteral("duplicate"), QKeySequence(Qt::CTRL | Qt::Key_D), tr("Copies beside the originals"), [this] { design_->duplicate(); });
    addCanvasKey(menu, QStringLiteral("delete"), tr("De&lete"), QStringLiteral("delete"), QKeySequence::Delete, tr("Delete the selected components or call"), [this] { design_->deleteSelection(); });
    addCanvasKey(menu, QStringLiteral("selectAll"), tr("Select &all"), {}, QKeySequence::SelectAll, tr("Select every component"), [this] { design_->selectAll(); });
    addCanvasKey(menu, QStringLiteral("selectNone"), tr("Select nothing"), {}, QKeySequence(Qt::Key_Escape), tr("Show the scenario in the inspector"), [this] { workspace_.setSelection({}); });
    menu->addSeparator();
    add(menu, QStringLiteral("find"), tr("&Find …"), QStringLiteral("search"), QKeySequence(Qt::CTRL | Qt::Key_K), tr("Any component, command or variant by name"), [this] { showFinder(); });
    addCanvasKey(menu, QStringLiteral("filter"), tr("F&ilter the canvas"), {}, QKeySequence(Qt::Key_Slash), tr("Fade what does not match"), [this] { design_->focusFilter(); });
}

void MainWindow::buildViewMenu() {
    QMenu* menu = menuBar()->addMenu(tr("&View"));
    menu->addActions(modes_->modes());
    for (QAction* mode : modes_->modes()) actions_[QStringLiteral("mode:") + mode->text()] = mode;
    menu->addSeparator();
    addCanvasKey(menu, QStringLiteral("fit"), tr("&Fit"), QStringLiteral("fit"), QKeySequence(Qt::Key_F), tr("Show the whole architecture"), [this] { design_->canvas().fit(); });
    add(menu, QStringLiteral("zoomIn"), tr("Zoom &in"), QStringLiteral("zoom_in"), QKeySequence::ZoomIn, tr("Nearer to the canvas"), [this] { design_->canvas().zoomBy(1.25); });
    add(menu, QStringLiteral("zoomOut"), tr("Zoom &out"), QStringLiteral("zoom_out"), QKeySequence::ZoomOut, tr("Further from the canvas"), [this] { design_->canvas().zoomBy(0.8); });
    add(menu, QStringLiteral("zoomActual"), tr("Actual si&ze"), {}, QKeySequence(Qt::CTRL | Qt::Key_0), tr("One to one"), [this] { design_->canvas().zoomToActual(); });
    menu->addSeparator();
    QAction* source = add(menu, QStringLiteral("source"), tr("&Source"), QStringLiteral("source"), QKeySequence(Qt::CTRL | Qt::Key_U), tr("The scenario's text beside the canvas"), [] {});
    source->setCheckable(true);
    connect(source, &QAction::toggled, this, [this](bool shown) {
        if (shown) setMode(design);
        design_->setSourceVisible(shown);
    });
    const QKeySequence keys[] = {QKeySequence(Qt::CTRL | Qt::Key_I), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M)};
    QDockWidget* docks[] = {inspectorDock_, outlineDock_, problemsDock_};
    for (int i = 0; i < 3; ++i) {
        QAction* toggle = docks[i]->toggleViewAction();
        toggle->setShortcut(keys[i]);
        toggle->setStatusTip(tr("Show or hide %1").arg(docks[i]->windowTitle()));
        actions_[docks[i]->objectName()] = toggle;
        menu->addAction(toggle);
    }
    menu->addSeparator();
    QMenu* theme = menu->addMenu(tr("&Theme"));
    auto* group = new QActionGroup(this);
    const QString names[] = {tr("As the &system"), tr("&Light"), tr("&Dark")};
    const int chosen = QSettings().value(QStringLiteral("theme"), 0).toInt();
    for (int i = 0; i < 3; ++i) {
        QAction* one = add(theme, QStringLiteral("theme%1").arg(i), names[i], {}, {}, tr("Colours of the window"), [this, i] { setTheme(i); });
        one->setCheckable(true);
        one->setChecked(i == chosen);
        group->addAction(one);
    }
}

void MainWindow::buildScenarioMenu() {
    QMenu* menu = menuBar()->addMenu(tr("&Scenario"));
    addCanvasKey(menu, QStringLiteral("add"), tr("&Add component"), QStringLiteral("add"), QKeySequence(Qt::Key_A), tr("Choose a type and press Enter"), [this] {
        setMode(design);
        design_->palette().setFocus();
        if (design_->palette().currentRow() < 0) design_->palette().setCurrentRow(0);
    });
    QMenu* types = menu->addMenu(tr("Add &of type"));
    for (const ComponentKind& kind : componentKinds()) {
        const QString type = QString::fromLatin1(kind.type);
        QAction* one = types->addAction(componentIcon(type), kindName(type));
        one->setStatusTip(kindAbout(type));
        actions_[QStringLiteral("add:") + type] = one;
        connect(one, &QAction::triggered, this, [this, type] {
            setMode(design);
            design_->addOfType(type);
        });
    }
    menu->addSeparator();
    addCanvasKey(menu, QStringLiteral("layOut"), tr("&Lay out"), QStringLiteral("layout"), QKeySequence(Qt::Key_L), tr("Arrange all components in layers"), [this] {
        design_->commands().layOut();
        design_->canvas().fit();
    });
    using Edge = DesignCommands::Edge;
    const auto align = [&](const QString& name, const QString& text, const QString& symbol, Edge edge) {
        add(menu, name, text, symbol, {}, tr("Align the selected components"), [this, edge] { design_->commands().align(workspace_.selection(), edge); });
    };
    align(QStringLiteral("alignLeft"), tr("Align in a &column"), QStringLiteral("align_left"), Edge::centreAcross);
    align(QStringLiteral("alignTop"), tr("Align in a &row"), QStringLiteral("align_top"), Edge::centreDown);
    menu->addSeparator();
    add(menu, QStringLiteral("newVariant"), tr("New &variant …"), {}, {}, tr("A named set of changes on top of the one that is shown"), [this] { newVariant(); });
    add(menu, QStringLiteral("keepLoad"), tr("&Keep the load"), {}, {}, tr("Write the slider's load into the scenario"), [this] { workspace_.keepLoad(); });
}

void MainWindow::buildRunMenu() {
    QMenu* menu = menuBar()->addMenu(tr("&Run"));
    add(menu, QStringLiteral("run"), tr("&Run"), QStringLiteral("run"), QKeySequence(Qt::Key_F5), tr("Simulate the shown variant at the shown load"), [this] { runSimulation(); });
    QAction* pause = add(menu, QStringLiteral("pause"), tr("&Pause"), QStringLiteral("pause"), QKeySequence(Qt::Key_F6), tr("Let the simulation rest, and go on"), [] {});
    pause->setCheckable(true);
    connect(pause, &QAction::triggered, this, [this](bool paused) { workspace_.runs().setPaused(paused); });
    add(menu, QStringLiteral("stop"), tr("&Stop"), QStringLiteral("stop"), QKeySequence(Qt::SHIFT | Qt::Key_F5), tr("End the simulation; what was finished is kept"), [this] { workspace_.runs().stop(); });
    menu->addSeparator();
    add(menu, QStringLiteral("explore"), tr("Simulate the capacity &curve"), QStringLiteral("limits"), QKeySequence(Qt::Key_F7), tr("Runs over the whole range of loads"), [this] {
        setMode(limits);
        limits_->explore();
    });
    add(menu, QStringLiteral("findLimit"), tr("Simulate the &limit"), {}, QKeySequence(Qt::SHIFT | Qt::Key_F7), tr("Runs that close in on the largest load that keeps every objective"), [this] {
        setMode(limits);
        limits_->findLimit();
    });
    add(menu, QStringLiteral("compareRun"), tr("Compare the chosen &variants"), QStringLiteral("compare"), QKeySequence(Qt::Key_F8), tr("Side by side on the same random numbers"), [this] {
        setMode(compare);
        compare_->compare();
    });
    add(menu, QStringLiteral("audit"), tr("&Audit the claims"), {}, QKeySequence(Qt::Key_F9), tr("Hold what documents claim against the model"), [this] {
        setMode(compare);
        compare_->audit();
    });
    auto* bar = findChild<QToolBar*>(QStringLiteral("runBar"));
    bar->addActions({action(QStringLiteral("run")), pause, action(QStringLiteral("stop"))});
    bar->addWidget(progress_);
    bar->addWidget(remaining_);
}

void MainWindow::buildHelpMenu() {
    QMenu* menu = menuBar()->addMenu(tr("&Help"));
    add(menu, QStringLiteral("help"), tr("&Help"), QStringLiteral("help"), QKeySequence::HelpContents, tr("The page of the selected component's type, else the contents"), [this] { showHelp(); });
    add(menu, QStringLiteral("format"), tr("The &scenario file"), {}, {}, tr("Every key of the format, with defaults and examples"), [this] { showHelpPage(QStringLiteral("scenario-format")); });
    add(menu, QStringLiteral("about"), tr("&About Headroom"), {}, {}, tr("Version and licence"), [this] { showAbout(); });
}

void MainWindow::setTheme(int scheme) {
    QSettings().setValue(QStringLiteral("theme"), scheme);
    Theme::instance().setScheme(static_cast<Theme::Scheme>(scheme));
}

}  // namespace headroom::desktop
