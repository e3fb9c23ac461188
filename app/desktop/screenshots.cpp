// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/screenshots.h"

#include "app/desktop/base/text.h"
#include "app/desktop/base/theme.h"
#include "app/desktop/design/canvas_view.h"
#include "app/desktop/design/design_view.h"
#include "app/desktop/views/compare_view.h"
#include "app/desktop/views/cost_view.h"
#include "app/desktop/views/data_view.h"
#include "app/desktop/views/filed_runs_panel.h"
#include "app/desktop/views/forecast_panel.h"
#include "app/desktop/views/limits_view.h"
#include "app/desktop/watch/watch_view.h"
#include "app/desktop/window/finder.h"
#include "app/desktop/window/help_window.h"
#include "app/desktop/window/main_window.h"
#include "model/quantity/quantity.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <initializer_list>

namespace headroom::desktop {

namespace {

constexpr int kLongestMs = 60'000;    ///< of one computation; then it is stopped, and what is there is shown
constexpr int kStoppingMs = 10'000;
constexpr int kLookEveryMs = 20;

/// Lets the window work until the condition holds, and sleeps meanwhile: the cores are for the simulation.
bool waitFor(const std::function<bool()>& condition, int atMostMs) {
    QElapsedTimer clock;
    clock.start();
    QTimer waker;
    waker.start(kLookEveryMs);
    while (!condition() && clock.elapsed() < atMostMs) QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return condition();
}

void settle() {
    for (int i = 0; i < 4; ++i) QApplication::processEvents(QEventLoop::AllEvents, 50);
}

/// Says on standard error what is computed and how long it took, as it may take a while.
void carryOut(const char* what, const std::function<void()>& begin, const std::function<bool()>& isDone, const std::function<void()>& stop) {
    std::fprintf(stderr, "%s ... ", what);
    std::fflush(stderr);
    QElapsedTimer clock;
    clock.start();
    begin();
    const bool done = waitFor(isDone, kLongestMs);
    if (!done) {
        stop();
        waitFor(isDone, kStoppingMs);
    }
    std::fprintf(stderr, "%s after %.1f s\n", done ? "done" : "stopped", static_cast<double>(clock.elapsed()) / 1000);
}

class Photographer {
public:
    Photographer(MainWindow& window, const ScreenshotOptions& options) : window_(window), options_(options), folder_(options.folder) {}

    bool isGood() const { return good_; }
    bool wantsAny(std::initializer_list<const char*> pictures) const {
        return std::ranges::any_of(pictures, [this](const char* one) { return options_.wants(QLatin1String(one)); });
    }

    /// What `views` takes, in light and in dark.
    void takeInBoth(const std::function<void()>& views) {
        for (const Theme::Scheme scheme : {Theme::Scheme::light, Theme::Scheme::dark}) {
            scheme_ = scheme == Theme::Scheme::dark ? QStringLiteral("dark") : QStringLiteral("light");
            Theme::instance().setScheme(scheme);
            views();
        }
        Theme::instance().setScheme(Theme::Scheme::light);
    }

    void take(const QString& name) { take(name, window_); }

    void take(const QString& name, QWidget& widget) {
        if (!options_.wants(name)) return;
        settle();
        save(widget.grab(), name);
    }

    void takeWithDialog(const QString& name, QWidget& dialog) {
        if (!options_.wants(name)) return;
        settle();
        QPixmap picture = window_.grab();
        QPainter(&picture).drawPixmap(window_.mapFromGlobal(dialog.mapToGlobal(QPoint())), dialog.grab());
        save(picture, name);
    }

    void takeMode(MainWindow::Mode mode, const QString& name) {
        if (!options_.wants(name)) return;
        window_.setMode(mode);
        settle();
        if (mode == MainWindow::design) window_.designView().canvas().fit();
        if (mode == MainWindow::watch) window_.watchView().updateAll();
        take(name);
    }

    /// The part of a page that its end shows.
    void takeEnd(MainWindow::Mode mode, QScrollArea& page, const QString& name) {
        if (!options_.wants(name)) return;
        window_.setMode(mode);
        settle();
        page.verticalScrollBar()->setValue(page.verticalScrollBar()->maximum());
        take(name);
        page.verticalScrollBar()->setValue(0);
    }

private:
    void save(const QPixmap& picture, const QString& name) {
        const QString file = QStringLiteral("%1-%2.png").arg(name, scheme_);
        good_ &= picture.save(folder_.filePath(file));
        std::printf("%s\n", qPrintable(file));
        std::fflush(stdout);
    }

    MainWindow& window_;
    const ScreenshotOptions& options_;
    QDir folder_;
    QString scheme_;
    bool good_ = true;
};

/// Short runs: pictures show what a view looks like, not what a system carries.
void shorten(Workspace& workspace, const QString& duration, const QString& warmUp, const QString& sample) {
    const QString label = QStringLiteral("Shorten");
    workspace.setValue(QStringLiteral("run.warm_up"), QStringLiteral("none"), label);
    workspace.setValue(QStringLiteral("run.duration"), duration, label);
    if (warmUp != u"none") workspace.setValue(QStringLiteral("run.warm_up"), warmUp, label);
    workspace.setValue(QStringLiteral("run.sample"), sample, label);
    workspace.setValue(QStringLiteral("run.replications"), QStringLiteral("2"), label);
    workspace.document().undoStack().setClean();
}

/// Loads far beyond what a system carries take longest and show least.
void nearTheLoad(Workspace& workspace) {
    constexpr double kBelow = 6, kAbove = 3;
    const double load = workspace.loadOfFile();
    if (load > 0) workspace.setValue(QStringLiteral("workload.range"), toQt(model::toText(model::Count{load / kBelow}) + ".." + model::toText(model::Count{load * kAbove})), QStringLiteral("Range"));
}

void computeLimits(MainWindow& window) {
    LimitsView& limits = window.limitsView();
    window.setMode(MainWindow::limits);
    carryOut("limits by theory", [] {}, [&] { return limits.isEstimated(); }, [] {});
    carryOut("limits: the curve", [&] { limits.explore(); }, [&] { return !limits.isBusy(); }, [&] { limits.stop(); });
    carryOut("limits: the limit", [&] { limits.findLimit(); }, [&] { return !limits.isBusy(); }, [&] { limits.stop(); });
    ForecastPanel& forecast = limits.forecast();
    carryOut("forecast", [&] { forecast.begin(); }, [&] { return !forecast.isBusy(); }, [&] { forecast.stop(); });
}

/// The first two variants beside each other at the load of the base, then the run that is shown.
void computeRuns(MainWindow& window) {
    Workspace& workspace = window.workspace();
    CompareView& compare = window.compareView();
    QStringList variants;
    for (const model::VariantInfo& variant : workspace.document().variants()) variants << QString::fromStdString(variant.name);
    compare.check(variants.size() < 2 ? QStringList{QString()} + variants : variants.mid(0, 2));
    workspace.setLoad(workspace.loadOfFile());  // all at the same
    carryOut("comparison", [&] { compare.compare(); }, [&] { return !compare.isBusy(); }, [&] { compare.stop(); });
    workspace.setLoad(std::nullopt);
    carryOut("run", [&] { workspace.run(); }, [&] { return workspace.runs().isIdle(); }, [&] { workspace.runs().stop(); });
}

void takeLimits(MainWindow& window, Photographer& photographer) {
    photographer.takeMode(MainWindow::limits, QStringLiteral("limits"));
    photographer.takeEnd(MainWindow::limits, window.limitsView(), QStringLiteral("limits-end"));
    window.limitsView().showForecast();
    photographer.take(QStringLiteral("limits-forecast"));
    window.limitsView().verticalScrollBar()->setValue(0);
}

void takeDesign(MainWindow& window, Photographer& photographer) {
    Workspace& workspace = window.workspace();
    workspace.setSelection({});
    photographer.takeMode(MainWindow::design, QStringLiteral("design"));
    const QString bottleneck = workspace.figures().bottleneck;
    if (workspace.scenario()) window.showComponent(bottleneck.isEmpty() ? QString::fromStdString(workspace.scenario()->components.front().name) : bottleneck);
    photographer.take(QStringLiteral("design-component"));
    window.action(QStringLiteral("source"))->setChecked(true);
    photographer.take(QStringLiteral("design-source"));
    window.action(QStringLiteral("source"))->setChecked(false);
    window.showFinder();
    if (auto* finder = window.findChild<Finder*>(QStringLiteral("finder"))) {
        photographer.takeWithDialog(QStringLiteral("finder"), *finder);
        finder->reject();
    }
    workspace.setSelection({});
}

void takeData(MainWindow& window, Photographer& photographer) {
    if (!photographer.wantsAny({"data", "data-end"})) return;  // not waited for in vain
    window.setMode(MainWindow::data);
    FiledRunsPanel& filed = window.dataView().filed();
    waitFor([&] { return !filed.isBusy() && filed.runs().rowCount() > 0; }, kStoppingMs);
    photographer.takeMode(MainWindow::data, QStringLiteral("data"));
    photographer.takeEnd(MainWindow::data, window.dataView(), QStringLiteral("data-end"));
}

void takeHelp(Photographer& photographer) {
    HelpWindow help;
    help.setAttribute(Qt::WA_DeleteOnClose, false);
    help.show();
    for (const char* page : {"index", "tutorial", "pool", "window"}) {
        help.showPage(QLatin1String(page));
        photographer.take(QStringLiteral("help-") + QLatin1String(page), help);
    }
}

void takeRuns(MainWindow& window, Photographer& photographer) {
    photographer.takeMode(MainWindow::home, QStringLiteral("home"));
    takeDesign(window, photographer);
    photographer.takeMode(MainWindow::watch, QStringLiteral("watch"));
    if (auto* charts = window.watchView().findChild<QScrollArea*>()) photographer.takeEnd(MainWindow::watch, *charts, QStringLiteral("watch-end"));
    photographer.takeMode(MainWindow::cost, QStringLiteral("cost"));
    photographer.takeEnd(MainWindow::cost, window.costView(), QStringLiteral("cost-end"));
    photographer.takeMode(MainWindow::compare, QStringLiteral("compare"));
    photographer.takeEnd(MainWindow::compare, window.compareView(), QStringLiteral("compare-end"));
    takeData(window, photographer);
    photographer.takeMode(MainWindow::report, QStringLiteral("report"));
}

/// A value that is wrong, as somebody may type it.
void takeProblems(MainWindow& window, Photographer& photographer) {
    Workspace& workspace = window.workspace();
    if (!workspace.scenario()) return;
    workspace.setValue(QStringLiteral("workload.entry"), QStringLiteral("nowhere"), QStringLiteral("A wrong entry"));
    photographer.takeInBoth([&] { photographer.takeMode(MainWindow::design, QStringLiteral("design-problem")); });
    workspace.document().undoStack().undo();
}

}  // namespace

int takeScreenshots(const ScreenshotOptions& options) {
    if (!QDir().mkpath(options.folder)) {
        std::fprintf(stderr, "headroom --screenshots: cannot write to “%s”\n", qPrintable(options.folder));
        return 3;
    }
    // Neither what the user has set nor what was run before belongs into the pictures, nor they into the archive.
    const QTemporaryDir own;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, own.path());
    qputenv("XDG_DATA_HOME", own.path().toLocal8Bit());
    qputenv("HEADROOM_ARCHIVE", own.filePath(QStringLiteral("archive.sqlite")).toLocal8Bit());
    QElapsedTimer opening;
    opening.start();
    MainWindow window;
    window.resize(options.size);
    window.show();
    if (options.scenario.isEmpty()) window.openExample(QStringLiteral(":/scenarios/talowa.yaml"));
    else window.openFile(options.scenario);
    settle();
    if (window.workspace().document().hasErrors() || !window.workspace().scenario()) {
        std::fputs("headroom --screenshots: the scenario has errors\n", stderr);
        return 2;
    }
    window.grab();
    std::fprintf(stderr, "opened after %.2f s; %.2f s of processor time since the program began\n", static_cast<double>(opening.elapsed()) / 1000,
                 static_cast<double>(std::clock()) / CLOCKS_PER_SEC);
    Photographer photographer(window, options);
    photographer.takeInBoth([&] { photographer.takeMode(MainWindow::watch, QStringLiteral("watch-empty")); });
    photographer.takeInBoth([&] { takeHelp(photographer); });
    nearTheLoad(window.workspace());
    shorten(window.workspace(), QStringLiteral("2 min"), QStringLiteral("1 min"), QStringLiteral("5 s"));
    if (photographer.wantsAny({"limits", "limits-end", "limits-forecast"})) {
        computeLimits(window);
        photographer.takeInBoth([&] { takeLimits(window, photographer); });
    }
    shorten(window.workspace(), options.duration, QStringLiteral("none"), QStringLiteral("2 s"));
    computeRuns(window);
    photographer.takeInBoth([&] { takeRuns(window, photographer); });
    takeProblems(window, photographer);
    return photographer.isGood() ? 0 : 3;
}

}  // namespace headroom::desktop
