// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/document/autosave.h"
#include "app/desktop/window/workspace.h"

#include <QHash>
#include <QMainWindow>
#include <QPointer>

#include <functional>

class QComboBox;
class QDockWidget;
class QLabel;
class QMenu;
class QProgressBar;
class QStackedWidget;
class QTableView;
class QToolButton;
class QTreeView;

namespace headroom::archive {
struct Run;
}

namespace headroom::desktop {

class Banner;
class Chart;
class ChartLink;
class CompareView;
class CostView;
class DataView;
class DesignView;
class HomeView;
class Inspector;
class LimitsView;
class LoadSlider;
class ModeBar;
class OutlineTreeModel;
class ProblemsTableModel;
class ReportView;
class RunFiling;
class TimeAxis;
class VerdictLine;
class WatchView;

/// The window: a document, its views by mode, and around them what is always there.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    enum Mode { home, design, watch, limits, cost, compare, data, report };

    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;

    Workspace& workspace() { return workspace_; }
    void setMode(Mode mode);
    Mode mode() const;
    void openFile(const QString& path);
    void openExample(const QString& resource);
    /// A text that no file holds yet.
    void openText(const std::string& text, const QString& name);
    void newScenario();
    bool save();
    bool saveAs();
    void runSimulation();
    void showFinder();
    void showComponent(const QString& name);
    /// Leads to the place of a problem: the field, the component, or the line.
    void showProblem(int row);

    DesignView& designView() { return *design_; }
    WatchView& watchView() { return *watch_; }
    LimitsView& limitsView() { return *limits_; }
    CompareView& compareView() { return *compare_; }
    CostView& costView() { return *cost_; }
    ReportView& reportView() { return *report_; }
    DataView& dataView() { return *data_; }
    HomeView& homeView() { return *home_; }
    Inspector& inspector() { return *inspector_; }
    VerdictLine& verdictLine() { return *verdict_; }
    TimeAxis& timeAxis() { return *timeAxis_; }
    Banner& banner() { return *banner_; }
    ProblemsTableModel& problems() { return *problems_; }
    OutlineTreeModel& outline() { return *outline_; }
    Autosave& autosave() { return *autosave_; }
    /// Null: no archive is kept.
    RunFiling* filing() { return filing_; }
    QAction* action(const QString& name) const { return actions_.value(name); }
    const QHash<QString, QAction*>& allActions() const { return actions_; }

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildViews();
    void buildDocks();
    void buildToolBar();
    void buildMenus();
    void buildFileMenu();
    void buildEditMenu();
    void buildChartActions(QMenu* menu);
    void buildViewMenu();
    void buildScenarioMenu();
    void buildRunMenu();
    void buildHelpMenu();
    QAction* add(QMenu* menu, const QString& name, const QString& text, const QString& iconName,
                 const QKeySequence& shortcut, const QString& tip, std::function<void()> act);
    /// A single letter that acts only while the canvas has the focus.
    QAction* addCanvasKey(QMenu* menu, const QString& name, const QString& text, const QString& iconName,
                          const QKeySequence& shortcut, const QString& tip, std::function<void()> act);
    void connectWorkspace();
    /// The chart with the focus, else the first that can be seen; null if there is none.
    Chart* chosenChart() const;
    void zoom(double factor);

    void fillVariants();
    void showTitle();
    void fillScenarioMenu();
    void showRunState();
    void recolourLinks();
    void showProblems();
    void offerRecovery();
    void askAboutDisk();
    void compareTexts(const QString& about, const std::string& before, const std::string& after);
    void notifyFinished(const RunPtr& run);
    bool mayDiscard();
    void remember(const QString& path);
    void fillRecent();
    void openDialog();
    /// The page of the selected component's type; else what the window's page says of the view.
    void showHelp();
    void showHelpPage(const QString& page);
    void showAbout();
    void newVariant();
    void openFiled(const archive::Run& run);
    void showProposal(const QString& name, const std::string& scenario, const QString& notes);
    void setTheme(int scheme);

    Workspace workspace_;
    Autosave* autosave_;
    RunFiling* filing_ = nullptr;
    ChartLink* link_;
    QHash<QString, QAction*> actions_;
    ModeBar* modes_ = nullptr;
    Banner* banner_ = nullptr;
    QStackedWidget* stack_ = nullptr;
    HomeView* home_ = nullptr;
    DesignView* design_ = nullptr;
    WatchView* watch_ = nullptr;
    LimitsView* limits_ = nullptr;
    CostView* cost_ = nullptr;
    CompareView* compare_ = nullptr;
    DataView* data_ = nullptr;
    ReportView* report_ = nullptr;
    Inspector* inspector_ = nullptr;
    OutlineTreeModel* outline_ = nullptr;
    QTreeView* outlineView_ = nullptr;
    ProblemsTableModel* problems_ = nullptr;
    QTableView* problemsView_ = nullptr;
    QDockWidget* inspectorDock_ = nullptr;
    QDockWidget* outlineDock_ = nullptr;
    QDockWidget* problemsDock_ = nullptr;
    QToolButton* scenarioButton_ = nullptr;
    QComboBox* variants_ = nullptr;
    LoadSlider* load_ = nullptr;
    QProgressBar* progress_ = nullptr;
    QLabel* remaining_ = nullptr;
    TimeAxis* timeAxis_ = nullptr;
    VerdictLine* verdict_ = nullptr;
    QMenu* recentMenu_ = nullptr;
    QPointer<QWidget> help_;
};

}  // namespace headroom::desktop
