// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/screenshots.h"

#include "app/desktop/base/theme.h"
#include "app/desktop/design/canvas_view.h"
#include "app/desktop/design/design_view.h"
#include "app/desktop/views/compare_view.h"
#include "app/desktop/views/forecast_panel.h"
#include "app/desktop/views/limits_view.h"
#include "app/desktop/watch/watch_view.h"
#include "app/desktop/window/main_window.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QScrollBar>
#include <QTimer>

#include <cstdio>
#include <functional>

namespace headroom::desktop {

namespace {

constexpr QSize kUsualSize(1360, 860);
constexpr int kLongestMs = 1'800'000;

/// `1024x700`; the usual size where it says none.
QSize sizeOf(const QString& text) {
    const QSize size(text.section(u'x', 0, 0).toInt(), text.section(u'x', 1, 1).toInt());
    return size.isEmpty() ? kUsualSize : size;
}

/// Lets the window work until the condition holds.
bool waitFor(const std::function<bool()>& condition) {
    QElapsedTimer clock;
    clock.start();
    while (!condition() && clock.elapsed() < kLongestMs) QApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    return condition();
}

void settle() {
    for (int i = 0; i < 4; ++i) QApplication::processEvents(QEventLoop::AllEvents, 50);
}

class Photographer {
public:
    Photographer(MainWindow& window, QDir folder) : window_(window), folder_(std::move(folder)) {}

    bool take(const QString& name) {
        settle();
        const bool saved = window_.grab().save(folder_.filePath(QStringLiteral("%1-%2.png").arg(name, scheme_)));
        std::printf("%s-%s.png\n", qPrintable(name), qPrintable(scheme_));
        return saved;
    }

    bool takeAll(Theme::Scheme scheme) {
        scheme_ = scheme == Theme::Scheme::dark ? QStringLiteral("dark") : QStringLiteral("light");
        Theme::instance().setScheme(scheme);
        bool good = takeMode(MainWindow::home, QStringLiteral("home"));
        window_.workspace().setSelection({});
        good &= takeMode(MainWindow::design, QStringLiteral("design"));
        if (!window_.workspace().figures().bottleneck.isEmpty() || window_.workspace().scenario()) {
            const QString shown = window_.workspace().figures().bottleneck;
            window_.showComponent(shown.isEmpty() ? QString::fromStdString(window_.workspace().scenario()->components.front().name) : shown);
            good &= take(QStringLiteral("design-component"));
        }
        window_.action(QStringLiteral("source"))->setChecked(true);
        good &= take(QStringLiteral("design-source"));
        window_.action(QStringLiteral("source"))->setChecked(false);
        window_.setMode(MainWindow::watch);
        settle();
        window_.watchView().updateAll();
        good &= take(QStringLiteral("watch"));
        good &= takeMode(MainWindow::limits, QStringLiteral("limits"));
        window_.limitsView().showForecast();
        good &= take(QStringLiteral("limits-forecast"));
        window_.limitsView().verticalScrollBar()->setValue(0);
        good &= takeMode(MainWindow::cost, QStringLiteral("cost"));
        good &= takeMode(MainWindow::compare, QStringLiteral("compare"));
        good &= takeMode(MainWindow::data, QStringLiteral("data"));
        good &= takeMode(MainWindow::report, QStringLiteral("report"));
        return good;
    }

private:
    bool takeMode(MainWindow::Mode mode, const QString& name) {
        window_.setMode(mode);
        settle();
        if (mode == MainWindow::design) window_.designView().canvas().fit();
        return take(name);
    }

    MainWindow& window_;
    QDir folder_;
    QString scheme_;
};

/// Short runs: pictures show what a view looks like, not what a system carries.
void shorten(Workspace& workspace, const QString& duration) {
    const QString label = QStringLiteral("Shorten");
    workspace.setValue(QStringLiteral("run.warm_up"), QStringLiteral("none"), label);
    workspace.setValue(QStringLiteral("run.duration"), duration, label);
    workspace.setValue(QStringLiteral("run.replications"), QStringLiteral("2"), label);
    workspace.document().undoStack().setClean();
}

void compute(MainWindow& window) {
    Workspace& workspace = window.workspace();
    const QStringList variants = [&] {
        QStringList names;
        for (const model::VariantInfo& variant : workspace.document().variants()) names << QString::fromStdString(variant.name);
        return names;
    }();
    window.setMode(MainWindow::limits);
    waitFor([&] { return window.limitsView().isEstimated(); });
    window.limitsView().explore();
    waitFor([&] { return !window.limitsView().isBusy(); });
    window.limitsView().findLimit();
    waitFor([&] { return !window.limitsView().isBusy(); });
    window.limitsView().forecast().begin();
    waitFor([&] { return !window.limitsView().forecast().isBusy(); });
    window.compareView().check(variants.isEmpty() ? QStringList{QString()} : variants.mid(0, 2));
    window.compareView().compare();
    waitFor([&] { return !window.compareView().isBusy(); });
    workspace.run();
    waitFor([&] { return workspace.runs().isIdle(); });
}

}  // namespace

int takeScreenshots(const QStringList& arguments) {
    if (arguments.isEmpty() || !QDir().mkpath(arguments.front())) {
        std::fputs("headroom --screenshots: expected a folder to write to\n", stderr);
        return 2;
    }
    MainWindow window;
    window.resize(sizeOf(arguments.value(3)));
    window.show();
    if (arguments.size() > 1) window.openFile(arguments[1]);
    else window.openExample(QStringLiteral(":/scenarios/talowa.yaml"));
    settle();
    if (window.workspace().document().hasErrors()) {
        std::fputs("headroom --screenshots: the scenario has errors\n", stderr);
        return 2;
    }
    shorten(window.workspace(), arguments.value(2, QStringLiteral("3 min")));
    compute(window);
    Photographer photographer(window, QDir(arguments.front()));
    const bool good = photographer.takeAll(Theme::Scheme::light) && photographer.takeAll(Theme::Scheme::dark);
    return good ? 0 : 3;
}

}  // namespace headroom::desktop
