// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/window/main_window.h"

#include "app/desktop/base/icons.h"
#include "app/desktop/base/text.h"
#include "app/desktop/base/theme.h"
#include "app/desktop/charts/chart_link.h"
#include "app/desktop/design/architecture_scene.h"
#include "app/desktop/design/canvas_view.h"
#include "app/desktop/design/design_view.h"
#include "app/desktop/design/source_editor.h"
#include "app/desktop/home/home_view.h"
#include "app/desktop/inspector/inspector.h"
#include "app/desktop/measured/measurements.h"
#include "app/desktop/run/last_run.h"
#include "app/desktop/run/run_filing.h"
#include "app/desktop/views/compare_view.h"
#include "app/desktop/views/cost_view.h"
#include "app/desktop/views/data_view.h"
#include "app/desktop/views/filed_runs_panel.h"
#include "app/desktop/views/imports_panel.h"
#include "app/desktop/views/limits_view.h"
#include "app/desktop/views/report_view.h"
#include "app/desktop/views/table_model.h"
#include "app/desktop/watch/watch_view.h"
#include "app/desktop/window/banner.h"
#include "app/desktop/window/load_slider.h"
#include "app/desktop/window/mode_bar.h"
#include "app/desktop/window/outline_model.h"
#include "app/desktop/window/problems_model.h"
#include "app/desktop/window/time_axis.h"
#include "app/desktop/window/verdict_line.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QSettings>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QToolBar>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace headroom::desktop {

namespace {
constexpr int kProgressSteps = 1000;
}

MainWindow::MainWindow(QWidget* parent) : QMainWindow(parent), autosave_(new Autosave(workspace_.document(), {}, this)), link_(new ChartLink(this)) {
    setWindowIcon(applicationIcon());
    setAcceptDrops(true);
    setMinimumSize(800, 560);
    resize(1360, 860);
    buildViews();
    buildDocks();
    buildToolBar();
    buildMenus();
    connectWorkspace();
    const QSettings settings;
    restoreGeometry(settings.value(QStringLiteral("geometry")).toByteArray());
    fillRecent();
    workspace_.document().openCopy(blankScenario(), tr("Untitled"));
    setMode(home);
    offerRecovery();
}

/// What is shown goes before what it shows.
MainWindow::~MainWindow() {
    workspace_.disconnect(this);
    delete filing_;
    qDeleteAll(findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
    qDeleteAll(findChildren<QAbstractItemModel*>(Qt::FindDirectChildrenOnly));
    delete autosave_;
}

void MainWindow::buildViews() {
    home_ = new HomeView;
    design_ = new DesignView(workspace_);
    watch_ = new WatchView(workspace_, *link_);
    limits_ = new LimitsView(workspace_);
    cost_ = new CostView(workspace_);
    compare_ = new CompareView(workspace_);
    data_ = new DataView(workspace_);
    report_ = new ReportView(workspace_);
    banner_ = new Banner;
    stack_ = new QStackedWidget;
    for (QWidget* view : {static_cast<QWidget*>(home_), static_cast<QWidget*>(design_), static_cast<QWidget*>(watch_), static_cast<QWidget*>(limits_),
                          static_cast<QWidget*>(cost_), static_cast<QWidget*>(compare_), static_cast<QWidget*>(data_), static_cast<QWidget*>(report_)})
        stack_->addWidget(view);
    timeAxis_ = new TimeAxis(workspace_, *link_);
    verdict_ = new VerdictLine(workspace_);
    auto* centre = new QWidget;
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(banner_);
    column->addWidget(stack_, 1);
    column->addWidget(timeAxis_);
    column->addWidget(verdict_);
    setCentralWidget(centre);
    connect(home_, &HomeView::exampleChosen, this, &MainWindow::openExample);
    connect(home_, &HomeView::fileChosen, this, &MainWindow::openFile);
    connect(home_, &HomeView::newAsked, this, &MainWindow::newScenario);
    connect(home_, &HomeView::openAsked, this, &MainWindow::openDialog);
    connect(home_, &HomeView::dataAsked, this, [this] { setMode(data); });
    connect(home_, &HomeView::forgetAsked, this, [this](const QString& path) {
        QSettings settings;
        QStringList paths = settings.value(QStringLiteral("recent")).toStringList();
        paths.removeAll(path);
        settings.setValue(QStringLiteral("recent"), paths);
        fillRecent();
    });
    connect(design_, &DesignView::inspectorAsked, this, [this] {
        inspectorDock_->show();
        inspector_->focusFirst();
    });
    connect(watch_, &WatchView::componentAsked, this, &MainWindow::showComponent);
    connect(watch_, &WatchView::runAsked, this, &MainWindow::runSimulation);
    connect(limits_, &LimitsView::componentAsked, this, &MainWindow::showComponent);
    connect(cost_, &CostView::componentAsked, this, &MainWindow::showComponent);
    connect(data_, &DataView::runShown, this, [this] { setMode(watch); });
    connect(&data_->filed(), &FiledRunsPanel::opened, this, &MainWindow::openFiled);
    connect(&data_->imports(), &ImportsPanel::proposed, this, &MainWindow::showProposal);
    connect(verdict_, &VerdictLine::componentAsked, this, &MainWindow::showComponent);
    connect(verdict_, &VerdictLine::detailsAsked, this, [this] {
        problemsDock_->show();
        problemsView_->setFocus();
    });
}

void MainWindow::buildDocks() {
    const auto dock = [this](const QString& name, const QString& title, QWidget* widget, Qt::DockWidgetArea area) {
        auto* one = new QDockWidget(title, this);
        one->setObjectName(name);
        one->setWidget(widget);
        addDockWidget(area, one);
        return one;
    };
    inspector_ = new Inspector(workspace_, design_->commands());
    inspector_->setMinimumWidth(270);
    inspectorDock_ = dock(QStringLiteral("inspectorDock"), tr("Inspector"), inspector_, Qt::RightDockWidgetArea);
    outline_ = new OutlineTreeModel(workspace_, this);
    outlineView_ = new QTreeView;
    outlineView_->setModel(outline_);
    outlineView_->setAccessibleName(tr("Outline"));
    outlineView_->setObjectName(QStringLiteral("outline"));
    outlineView_->setFrameShape(QFrame::NoFrame);
    outlineView_->header()->setStretchLastSection(false);
    outlineView_->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    outlineView_->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    outlineDock_ = dock(QStringLiteral("outlineDock"), tr("Outline"), outlineView_, Qt::RightDockWidgetArea);
    tabifyDockWidget(inspectorDock_, outlineDock_);
    inspectorDock_->raise();
    problems_ = new ProblemsTableModel(this);
    problemsView_ = tableViewOf(*problems_, tr("Problems"));
    problemsView_->setObjectName(QStringLiteral("problems"));
    problemsView_->horizontalHeader()->setStretchLastSection(false);
    problemsView_->horizontalHeader()->setSectionResizeMode(ProblemsTableModel::what, QHeaderView::Stretch);
    problemsDock_ = dock(QStringLiteral("problemsDock"), tr("Problems"), problemsView_, Qt::BottomDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    problemsDock_->hide();
    resizeDocks({inspectorDock_}, {310}, Qt::Horizontal);
    resizeDocks({problemsDock_}, {150}, Qt::Vertical);
    connect(problemsView_, &QTableView::activated, this, [this](const QModelIndex& index) { showProblem(index.row()); });
    connect(problemsView_, &QTableView::clicked, this, [this](const QModelIndex& index) { showProblem(index.row()); });
    connect(outlineView_->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (!outlineView_->hasFocus()) return;
        const QString callee = outline_->calleeAt(index);
        if (callee.isEmpty()) design_->showComponent(outline_->componentAt(index));
        else workspace_.selectCall(outline_->componentAt(index), callee);
    });
}

void MainWindow::buildToolBar() {
    modes_ = new ModeBar;
    addToolBar(Qt::LeftToolBarArea, modes_);
    modes_->addMode(QStringLiteral("home"), tr("Home"), tr("Begin: examples, recent files, a new scenario"));
    modes_->addMode(QStringLiteral("design"), tr("Design"), tr("Draw the architecture and set its properties"));
    modes_->addMode(QStringLiteral("watch"), tr("Watch"), tr("See a run over its time"));
    modes_->addMode(QStringLiteral("limits"), tr("Limits"), tr("How much it carries, and what gives way first"));
    modes_->addMode(QStringLiteral("cost"), tr("Cost"), tr("What it costs, and where"));
    modes_->addMode(QStringLiteral("compare"), tr("Compare"), tr("Variants side by side, and the claims of documents"));
    modes_->addMode(QStringLiteral("data"), tr("Data"), tr("Runs and measurements"));
    modes_->addMode(QStringLiteral("report"), tr("Report"), tr("What to hand on"));
    connect(modes_, &ModeBar::modeChosen, stack_, &QStackedWidget::setCurrentIndex);
    connect(modes_, &ModeBar::modeChosen, this, [this](int mode) {
        const bool drawing = mode == design || mode == watch;
        timeAxis_->setVisible(drawing);
        verdict_->setVisible(mode != home);
        inspectorDock_->setVisible(drawing);
        outlineDock_->setVisible(drawing);
        for (QTabBar* tabs : findChildren<QTabBar*>(Qt::FindDirectChildrenOnly)) tabs->setAccessibleName(tr("Side panels"));
    });

    auto* bar = addToolBar(tr("Run"));
    bar->setObjectName(QStringLiteral("runBar"));
    bar->setMovable(false);
    bar->setIconSize({20, 20});
    scenarioButton_ = new QToolButton;
    scenarioButton_->setObjectName(QStringLiteral("scenarioButton"));
    scenarioButton_->setAccessibleName(tr("Scenario"));
    scenarioButton_->setToolTip(tr("Another file or example"));
    scenarioButton_->setPopupMode(QToolButton::InstantPopup);
    scenarioButton_->setMenu(new QMenu(scenarioButton_));
    connect(scenarioButton_->menu(), &QMenu::aboutToShow, this, &MainWindow::fillScenarioMenu);
    bar->addWidget(scenarioButton_);
    auto* label = new QLabel(tr("variant"));
    label->setContentsMargins(8, 0, 4, 0);
    variants_ = new QComboBox;
    variants_->setObjectName(QStringLiteral("variantBox"));
    variants_->setAccessibleName(tr("Variant"));
    variants_->setMinimumWidth(130);
    variants_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    label->setBuddy(variants_);
    bar->addWidget(label);
    bar->addWidget(variants_);
    load_ = new LoadSlider(workspace_);
    bar->addWidget(load_);
    bar->addSeparator();
    progress_ = new QProgressBar;
    progress_->setRange(0, kProgressSteps);
    progress_->setTextVisible(false);
    progress_->setMaximumWidth(120);
    progress_->setMaximumHeight(12);
    progress_->setAccessibleName(tr("Progress of the run"));
    remaining_ = new QLabel;
    remaining_->setMinimumWidth(110);
    remaining_->setObjectName(QStringLiteral("remaining"));
    connect(variants_, &QComboBox::activated, this, [this](int index) { workspace_.setVariant(variants_->itemData(index).toString()); });
}

void MainWindow::connectWorkspace() {
    ScenarioDocument& document = workspace_.document();
    connect(&document, &ScenarioDocument::modifiedChanged, this, &MainWindow::showTitle);
    connect(&document, &ScenarioDocument::changed, this, &MainWindow::showProblems);
    connect(&document, &ScenarioDocument::changedOnDisk, this, &MainWindow::askAboutDisk);
    connect(&workspace_, &Workspace::scenarioChanged, this, &MainWindow::fillVariants);
    connect(&workspace_, &Workspace::scenarioChanged, this, &MainWindow::showRunState);
    connect(&workspace_, &Workspace::variantChanged, this, &MainWindow::fillVariants);
    connect(&workspace_, &Workspace::editFailed, this, [this](const QString& why) { banner_->ask(tr("That could not be changed. %1").arg(why), {{tr("Close"), {}}}); });
    connect(&Theme::instance(), &Theme::changed, this, &MainWindow::recolourLinks);
    connect(&workspace_.runs(), &RunController::stateChanged, this, &MainWindow::showRunState);
    connect(&workspace_.runs(), &RunController::progressed, this, &MainWindow::showRunState);
    connect(&workspace_.runs(), &RunController::finished, this, &MainWindow::notifyFinished);
    connect(autosave_, &Autosave::failed, this, [this](const QString& why) {
        banner_->ask(tr("Unsaved changes cannot be kept aside: %1. If the program ends, they are lost. Save the scenario where there is room.").arg(why), {{tr("Save as …"), [this] { saveAs(); }}, {tr("Close"), {}}});
    });
    if (LiveFiling* live = Measurements::of(workspace_).filing())
        connect(live, &LiveFiling::failed, this, [this](const QString& why) { banner_->ask(tr("What is measured is not in the archive yet: %1. It is kept in memory and written when there is room.").arg(why), {{tr("Close"), {}}}); });
    if (const auto archive = archive::defaultArchive()) {
        filing_ = new RunFiling(workspace_, *archive, this);
        new LastRun(workspace_, *archive, this);
        connect(filing_, &RunFiling::filed, &data_->filed(), [this] {
            if (data_->filed().isVisible()) data_->filed().refresh();
        });
        connect(filing_, &RunFiling::failed, this, [this](const QString& why) { banner_->ask(tr("The run is not in the archive: %1").arg(why), {{tr("Close"), {}}}); });
    }
    showRunState();
}

void MainWindow::setMode(Mode mode) {
    modes_->setMode(mode);
    if (mode == design) design_->canvas().setFocus();
}

MainWindow::Mode MainWindow::mode() const { return static_cast<Mode>(modes_->mode()); }

void MainWindow::fillVariants() {
    variants_->clear();
    variants_->addItem(tr("base"), QString());
    for (const model::VariantInfo& variant : workspace_.document().variants()) {
        variants_->addItem(toQt(variant.name), toQt(variant.name));
        variants_->setItemData(variants_->count() - 1, toQt(variant.about), Qt::ToolTipRole);
    }
    variants_->setCurrentIndex(std::max(0, variants_->findData(workspace_.variant())));
    variants_->setEnabled(variants_->count() > 1);
}

/// The name of what is open leads to what else could be.
void MainWindow::fillScenarioMenu() {
    QMenu* menu = scenarioButton_->menu();
    menu->clear();
    menu->addActions({action(QStringLiteral("new")), action(QStringLiteral("open"))});
    menu->addSeparator();
    for (const QString& name : QDir(QStringLiteral(":/scenarios")).entryList())
        menu->addAction(QFileInfo(name).completeBaseName(), this, [this, name] { openExample(QStringLiteral(":/scenarios/") + name); });
    menu->addSeparator();
    menu->addActions(recentMenu_->actions());
}

void MainWindow::showTitle() {
    constexpr int kWidest = 150;
    scenarioButton_->setText(scenarioButton_->fontMetrics().elidedText(workspace_.document().displayName(), Qt::ElideMiddle, kWidest));
    setWindowTitle(QStringLiteral("%1[*] – Headroom").arg(workspace_.document().displayName()));
    setWindowModified(workspace_.document().isModified());
}

void MainWindow::showRunState() {
    using State = RunController::State;
    const RunController& runs = workspace_.runs();
    const State state = runs.state();
    const bool errors = workspace_.document().hasErrors();
    action(QStringLiteral("run"))->setEnabled(state == State::idle && !errors);
    action(QStringLiteral("run"))->setToolTip(errors ? tr("The scenario has errors (see Problems)") : tr("Run the simulation (F5)"));
    action(QStringLiteral("pause"))->setEnabled(state == State::running || state == State::paused);
    action(QStringLiteral("pause"))->setChecked(state == State::paused);
    action(QStringLiteral("stop"))->setEnabled(state == State::running || state == State::paused);
    progress_->setEnabled(state != State::idle);
    for (QAction* one : findChild<QToolBar*>(QStringLiteral("runBar"))->actions())
        if (auto* shown = findChild<QToolBar*>(QStringLiteral("runBar"))->widgetForAction(one); shown == progress_) one->setVisible(state != State::idle);
    const bool known = state == State::idle || runs.isProgressKnown();
    progress_->setRange(0, known ? kProgressSteps : 0);  // without a range it moves to say that something is done
    progress_->setValue(state == State::idle ? 0 : static_cast<int>(runs.progress() * kProgressSteps));
    const double left = runs.remainingSeconds();
    const QString share = tr("%1 %").arg(static_cast<int>(runs.progress() * 100));
    const QString time = left >= 0 ? tr("%1 · %2 left").arg(share, timeText(std::max(1.0, std::round(left)))) : share;
    remaining_->setText(state == State::idle ? QString() : state == State::paused ? tr("%1 · paused").arg(share) : state == State::stopping ? tr("stopping …") : time);
}

/// Rich text takes the colour of its links when it is set.
void MainWindow::recolourLinks() {
    for (QLabel* label : findChildren<QLabel*>()) {
        const QString text = label->text();
        if (!text.contains(QStringLiteral("<a href="))) continue;
        label->clear();
        label->setText(text);
    }
}

void MainWindow::showProblems() {
    problems_->setDiagnostics(workspace_.document().diagnostics());
    const int count = problems_->rowCount();
    problemsDock_->setWindowTitle(count == 0 ? tr("Problems") : tr("Problems (%1)").arg(count));
    if (workspace_.document().hasErrors() && mode() != home) problemsDock_->show();
    if (count == 0) problemsDock_->hide();
}

void MainWindow::showProblem(int row) {
    const model::Diagnostic one = problems_->diagnostic(row);
    setMode(design);
    const QString component = componentOf(toQt(one.path));
    if (!component.isEmpty() && design_->scene().component(component)) design_->showComponent(component);
    else workspace_.setSelection({});
    inspectorDock_->show();
    if (inspector_->focusPath(toQt(one.path)) || one.line <= 0) return;
    design_->setSourceVisible(true);
    action(QStringLiteral("source"))->setChecked(true);
    design_->source().goTo(one.line, one.column);
}

void MainWindow::showComponent(const QString& name) {
    setMode(design);
    design_->showComponent(name);
}

void MainWindow::runSimulation() {
    if (!workspace_.runs().isIdle() || workspace_.document().hasErrors()) return;
    workspace_.run();
    if (mode() != design) setMode(watch);
}

}  // namespace headroom::desktop
