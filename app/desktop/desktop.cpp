// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop.h"

#include "app/desktop/base/icons.h"
#include "app/desktop/base/theme.h"
#include "app/desktop/screenshots.h"
#include "app/desktop/window/main_window.h"
#include "model/said.h"

#include <QApplication>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QTranslator>

#include <cstdio>
#include <cstring>

namespace headroom::desktop {

namespace {

constexpr auto kScreenshots = "--screenshots";
constexpr int kWrongUse = 2, kCouldNot = 3;

bool hasDisplay() {
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") || qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

bool isScenarioFile(const char* argument) {
    const QString name = QString::fromLocal8Bit(argument);
    const bool named = name.endsWith(QStringLiteral(".yaml")) || name.endsWith(QStringLiteral(".yml"));
    return argument[0] != '-' && named;
}

/// What the model, the simulation and the reports say is in the catalogue of the window too.
std::string inTheUsersLanguage(const char* context, const char* english) {
    return QCoreApplication::translate(context, english).toStdString();
}

void translate(QApplication& application) {
    auto* own = new QTranslator(&application);
    if (own->load(QLocale(), QStringLiteral("headroom"), QStringLiteral("_"), QStringLiteral(":/translations"))) QApplication::installTranslator(own);
    auto* ofQt = new QTranslator(&application);
    if (ofQt->load(QLocale(), QStringLiteral("qtbase"), QStringLiteral("_"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QApplication::installTranslator(ofQt);
    model::setTranslator(inTheUsersLanguage);
}

}  // namespace

bool wantsWindow(int argc, char** argv) {
    if (argc == 1) return true;
    if (argc == 2 && isScenarioFile(argv[1])) return true;
    return std::strcmp(argv[1], kScreenshots) == 0;
}

void prepare(QApplication& application) {
    QApplication::setApplicationName(QStringLiteral("Headroom"));
    QApplication::setOrganizationName(QStringLiteral("Headroom"));
    QApplication::setApplicationVersion(QStringLiteral(HEADROOM_VERSION));
    // What Wayland finds the icon and the entry of the program by.
    QApplication::setDesktopFileName(QStringLiteral("io.github.headroom.Headroom"));
    QApplication::setWindowIcon(applicationIcon());
    translate(application);
    Theme::instance().start();
    Theme::instance().setScheme(static_cast<Theme::Scheme>(QSettings().value(QStringLiteral("theme"), 0).toInt()));
}

int runDesktop(int argc, char** argv) {
    const bool screenshots = argc > 1 && std::strcmp(argv[1], kScreenshots) == 0;
    ScreenshotArguments asked;
    if (screenshots) {
        QStringList arguments;
        for (int i = 2; i < argc; ++i) arguments << QString::fromLocal8Bit(argv[i]);
        asked = readScreenshotArguments(arguments);
        std::fputs(asked.message.toLocal8Bit().constData(), asked.failed ? stderr : stdout);
        if (!asked.options) return asked.failed ? kWrongUse : 0;
        if (!asked.options->language.isEmpty()) QLocale::setDefault(QLocale(asked.options->language));
    }
    if (screenshots && !hasDisplay()) qputenv("QT_QPA_PLATFORM", "offscreen");
    if (!hasDisplay()) {
        std::fputs("headroom: there is no display for the window. Everything it does can be done without one: try `headroom --help`.\n", stderr);
        return kCouldNot;
    }
    QApplication application(argc, argv);
    prepare(application);
    if (screenshots) return takeScreenshots(*asked.options);
    MainWindow window;
    if (argc == 2) window.openFile(QString::fromLocal8Bit(argv[1]));
    window.show();
    return QApplication::exec();
}

}  // namespace headroom::desktop
