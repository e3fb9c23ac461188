// SPDX-License-Identifier: GPL-3.0-or-later
// Every command of the window, each with a shortcut and a status tip.
#include "app/desktop/base/icons.h"
#include "app/desktop/base/theme.h"
#include "app/desktop/charts/chart.h"
#include "app/desktop/charts/plot.h"
#include "app/desktop/design/canvas_view.h"
#include "app/desktop/design/component_catalogue.h"
#include "app/desktop/design/design_commands.h"
#include "app/desktop/design/design_view.h"
#include "app/desktop/design/palette_list.h"
#include "app/desktop/inspector/inspector.h"
#include "app/desktop/views/compare_view.h"
#include "app/desktop/views/data_view.h"
#include "app/desktop/views/forecast_panel.h"
#include "app/desktop/views/imports_panel.h"
#include "app/desktop/views/limits_view.h"
#include "app/desktop/views/report_view.h"
#include "app/desktop/views/size_panel.h"
#include "app/desktop/window/banner.h"
#include "app/desktop/window/main_window.h"
#include "app/desktop/window/mode_bar.h"

#include <QActionGroup>
#include <QApplication>
#include <QDockWidget>
#include <QLabel>
#include <QMenuBar>
#include <QProgressBar>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>

namespace headroom::desktop {

namespace {

/// The letter that follows Ctrl+J and adds a component of the type; 0: none.
char keyOf(const QString& type) {
    static const QHash<QString, char> kKeys{
        {QStringLiteral("client"), 'C'}, {QStringLiteral("load_balancer"), 'L'}, {QStringLiteral("service"), 'S'}, {QStringLiteral("function"), 'F'},
        {QStringLiteral("cache"), 'H'}, {QStringLiteral("cdn"), 'N'}, {QStringLiteral("pool"), 'P'}, {QStringLiteral("database"), 'D'},
        {QStringLiteral("queue"), 'Q'}, {QStringLiteral("gateway"), 'G'}, {QStringLiteral("external"), 'E'}, {QStringLiteral("autoscaler"), 'A'},
        {QStringLiteral("station"), 'T'}};
    return kKeys.value(type, 0);
}

}  // namespace

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
    add(dataMenu, QStringLiteral("showRuns"), tr("Runs of this session"), QStringLiteral("data"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R), tr("Look at earlier runs again, and hand them on"), [this] { setMode(data); });
    add(dataMenu, QStringLiteral("importFile"), tr("&Import measurements …"), {}, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I), tr("Metrics or traces of production or of a load test, from a file"), [this] {
        setMode(data);
        data_->imports().choose();
    });
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
    add(menu, QStringLiteral("saveAs"), tr("Save &as …"), {}, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), tr("Save under another name"), [this] { saveAs(); });
    menu->addSeparator();
    add(menu, QStringLiteral("export"), tr("&Export report …"), QStringLiteral("export"), QKeySequence(Qt::CTRL | Qt::Key_E), tr("Write the report as web page or PDF"), [this] { report_->exportAsked(); });
    menu->addSeparator();
    add(menu, QStringLiteral("quit"), tr("&Quit"), {}, QKeySequence(Qt::CTRL | Qt::Key_Q), tr("Close the window"), [this] { close(); });
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
    add(menu, QStringLiteral("answer"), tr("Ans&wer the message"), {}, QKeySequence(Qt::Key_F4), tr("The focus goes to the message over the view"), [this] { banner_->focusFirst(); });
    add(menu, QStringLiteral("find"), tr("&Find …"), QStringLiteral("search"), QKeySequence(Qt::CTRL | Qt::Key_K), tr("Any component, command or variant by name"), [this] { showFinder(); });
    addCanvasKey(menu, QStringLiteral("filter"), tr("F&ilter the canvas"), {}, QKeySequence(Qt::Key_Slash), tr("Fade what does not match"), [this] { design_->focusFilter(); });
    menu->addSeparator();
    buildChartActions(menu);
}

Chart* MainWindow::chosenChart() const {
    for (QWidget* one = QApplication::focusWidget(); one != nullptr; one = one->parentWidget())
        if (auto* chart = qobject_cast<Chart*>(one)) return chart;
    for (Chart* chart : stack_->currentWidget()->findChildren<Chart*>())
        if (chart->isVisible() && !chart->visibleRegion().isEmpty()) return chart;
    return nullptr;
}

void MainWindow::buildChartActions(QMenu* menu) {
    const auto act = [this](void (Chart::*what)()) {
        return [this, what] {
            if (Chart* chart = chosenChart()) (chart->*what)();
            else statusBar()->showMessage(tr("No chart is shown."), 3000);
        };
    };
    add(menu, QStringLiteral("copyChart"), tr("Copy chart as &image"), {}, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), tr("The chart with the focus, else the first that is shown"), act(&Chart::copyImage));
    add(menu, QStringLiteral("copyChartData"), tr("Copy chart as &CSV"), {}, QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_C), tr("Every value of the chart with the focus, in full precision"), act(&Chart::copyData));
    add(menu, QStringLiteral("saveChart"), tr("&Save chart …"), {}, QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_S), tr("Write the chart with the focus as a picture"), act(&Chart::saveImage));
}

/// A chart with the focus, else the canvas.
void MainWindow::zoom(double factor) {
    if (auto* plot = qobject_cast<Plot*>(QApplication::focusWidget())) plot->zoom(factor, (plot->xRange().low + plot->xRange().high) / 2);
    else design_->canvas().zoomBy(factor);
}

void MainWindow::buildViewMenu() {
    QMenu* menu = menuBar()->addMenu(tr("&View"));
    menu->addActions(modes_->modes());
    for (QAction* mode : modes_->modes()) actions_[QStringLiteral("mode:") + mode->text()] = mode;
    menu->addSeparator();
    addCanvasKey(menu, QStringLiteral("fit"), tr("&Fit"), QStringLiteral("fit"), QKeySequence(Qt::Key_F), tr("Show the whole architecture"), [this] { design_->canvas().fit(); });
    add(menu, QStringLiteral("zoomIn"), tr("Zoom &in"), QStringLiteral("zoom_in"), QKeySequence::ZoomIn, tr("Nearer to the canvas, or to the chart with the focus"), [this] { zoom(1.25); });
    add(menu, QStringLiteral("zoomOut"), tr("Zoom &out"), QStringLiteral("zoom_out"), QKeySequence::ZoomOut, tr("Further from the canvas, or from the chart with the focus"), [this] { zoom(0.8); });
    add(menu, QStringLiteral("zoomActual"), tr("Actual si&ze"), {}, QKeySequence(Qt::CTRL | Qt::Key_0), tr("One to one"), [this] { design_->canvas().zoomToActual(); });
    menu->addSeparator();
    QAction* source = add(menu, QStringLiteral("source"), tr("&Source"), QStringLiteral("source"), QKeySequence(Qt::CTRL | Qt::Key_U), tr("The scenario's text beside the canvas"), [] {});
    source->setCheckable(true);
    QAction* overview = add(menu, QStringLiteral("minimap"), tr("O&verview"), QStringLiteral("minimap"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N), tr("A small picture of the whole where the canvas shows a part"), [] {});
    overview->setCheckable(true);
    overview->setChecked(true);
    connect(overview, &QAction::toggled, this, [this](bool shown) { design_->setMinimapVisible(shown); });
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
        QAction* one = add(theme, QStringLiteral("theme%1").arg(i), names[i], {}, QKeySequence(Qt::CTRL | Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + i)), tr("Colours of the window"), [this, i] { setTheme(i); });
        one->setCheckable(true);
        one->setChecked(i == chosen);
        group->addAction(one);
    }
}

void MainWindow::buildScenarioMenu() {
    QMenu* menu = menuBar()->addMenu(tr("&Scenario"));
    addCanvasKey(menu, QStringLiteral("add"), tr("&Add component"), QStringLiteral("add"), QKeySequence(Qt::Key_A), tr("Choose a type and press Enter"), [this] {
        setMode(design);
        design_->focusPalette();
    });
    QMenu* types = menu->addMenu(tr("Add &of type"));
    for (const ComponentKind& kind : componentKinds()) {
        const QString type = QString::fromLatin1(kind.type);
        QAction* one = types->addAction(componentIcon(type), kindName(type));
        one->setStatusTip(kindAbout(type));
        if (const char key = keyOf(type); key != 0) one->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_J, QKeyCombination(static_cast<Qt::Key>(key))));
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
    const auto align = [&](const QString& name, const QString& text, const QString& symbol, Qt::Key key, Edge edge) {
        add(menu, name, text, symbol, QKeySequence(Qt::CTRL | Qt::SHIFT | key), tr("Align the selected components"), [this, edge] { design_->commands().align(workspace_.selection(), edge); });
    };
    align(QStringLiteral("alignLeft"), tr("Align in a &column"), QStringLiteral("align_left"), Qt::Key_L, Edge::centreAcross);
    align(QStringLiteral("alignTop"), tr("Align in a &row"), QStringLiteral("align_top"), Qt::Key_T, Edge::centreDown);
    menu->addSeparator();
    add(menu, QStringLiteral("newVariant"), tr("New &variant …"), {}, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V), tr("A named set of changes on top of the one that is shown"), [this] { newVariant(); });
    add(menu, QStringLiteral("keepLoad"), tr("&Keep the load"), {}, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K), tr("Write the slider's load into the scenario"), [this] { workspace_.keepLoad(); });
    add(menu, QStringLiteral("resetLoad"), tr("&Back to the scenario's load"), QStringLiteral("reset"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B), tr("Take the slider back"), [this] { workspace_.setLoad({}); });
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
    add(menu, QStringLiteral("forecast"), tr("&Forecast"), {}, QKeySequence(Qt::CTRL | Qt::Key_F7), tr("When the growing load makes objectives fall"), [this] {
        setMode(limits);
        limits_->showForecast();
        limits_->forecast().begin();
    });
    add(menu, QStringLiteral("size"), tr("Find the cheapest si&ze"), {}, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F7), tr("Of what the scenario marks with tune"), [this] {
        setMode(limits);
        limits_->showSize();
        limits_->size().begin();
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
    add(menu, QStringLiteral("help"), tr("&Help"), QStringLiteral("help"), QKeySequence(Qt::Key_F1), tr("The page of the selected component's type, else that of the view"), [this] { showHelp(); });
    add(menu, QStringLiteral("format"), tr("The &scenario file"), {}, QKeySequence(Qt::SHIFT | Qt::Key_F1), tr("Every key of the format, with defaults and examples"), [this] { showHelpPage(QStringLiteral("scenario-format")); });
    add(menu, QStringLiteral("about"), tr("&About Headroom"), {}, QKeySequence(Qt::CTRL | Qt::Key_F1), tr("Version and licence"), [this] { showAbout(); });
}

void MainWindow::setTheme(int scheme) {
    QSettings().setValue(QStringLiteral("theme"), scheme);
    Theme::instance().setScheme(static_cast<Theme::Scheme>(scheme));
}

}  // namespace headroom::desktop
