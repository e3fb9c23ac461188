// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/screenshot_options.h"

#include "app/desktop/base/text.h"
#include "model/quantity/quantity.h"

#include <QCommandLineParser>
#include <QRegularExpression>

#include <algorithm>

namespace headroom::desktop {

namespace {

const QCommandLineOption kDuration(QStringLiteral("duration"),
                                   QStringLiteral("Simulated time of the run that is shown."),
                                   QStringLiteral("TIME"), QStringLiteral("3 min"));
const QCommandLineOption kSize(QStringLiteral("size"),
                               QStringLiteral("Of the window, in pixels at 100 %."),
                               QStringLiteral("WIDTHxHEIGHT"), QStringLiteral("1360x860"));
const QCommandLineOption kLanguage(QStringLiteral("language"),
                                   QStringLiteral("Such as de; without it, the system's."),
                                   QStringLiteral("CODE"));
const QCommandLineOption kViews(
    QStringLiteral("views"),
    QStringLiteral("Only pictures whose names begin so, such as home,limits."),
    QStringLiteral("NAME[,NAME...]"));
const QCommandLineOption kHelp({QStringLiteral("h"), QStringLiteral("help")},
                               QStringLiteral("Print this help."));

ScreenshotArguments wrong(const QString& found, const QString& expected) {
    return {std::nullopt,
            QStringLiteral("headroom --screenshots: found “%1”; expected %2.\n").arg(found, expected),
            true};
}

/// `1024x700`; empty where it is not that.
QSize sizeOf(const QString& text) {
    const QSize size(text.section(u'x', 0, 0).toInt(), text.section(u'x', 1).toInt());
    return size.isEmpty() ? QSize() : size;
}

QString helpText(const QCommandLineParser& parser) {
    QString text = parser.helpText();
    return text.replace(QRegularExpression(QStringLiteral("^Usage: \\S+")),
                        QStringLiteral("Usage: headroom --screenshots"));
}

}  // namespace

bool ScreenshotOptions::wants(const QString& picture) const {
    return views.isEmpty() || std::ranges::any_of(views, [&](const QString& one) {
               return picture.startsWith(one);
           });
}

ScreenshotArguments readScreenshotArguments(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Renders every view of the window, in light and in dark, on what it computes for that."));
    parser.addPositionalArgument(QStringLiteral("DIR"), QStringLiteral("Folder to write to."));
    parser.addPositionalArgument(QStringLiteral("SCENARIO"),
                                 QStringLiteral("File to show; without it, TALOWA."),
                                 QStringLiteral("[SCENARIO"));
    parser.addPositionalArgument(QStringLiteral("DURATION"), QStringLiteral("As --duration."),
                                 QStringLiteral("[DURATION]]"));
    parser.addOptions({kDuration, kSize, kLanguage, kViews, kHelp});
    if (!parser.parse(QStringList{QStringLiteral("headroom")} + arguments))
        return {std::nullopt, QStringLiteral("headroom --screenshots: %1\n").arg(parser.errorText()), true};
    if (parser.isSet(kHelp)) return {std::nullopt, helpText(parser), false};
    const QStringList places = parser.positionalArguments();
    if (places.isEmpty()) return wrong(QString(), QStringLiteral("a folder to write to"));
    ScreenshotOptions options;
    options.folder = places[0];
    options.scenario = places.value(1);
    options.duration = parser.isSet(kDuration) ? parser.value(kDuration)
                                               : places.value(2, parser.value(kDuration));
    options.size = sizeOf(parser.value(kSize));
    options.language = parser.value(kLanguage);
    options.views = parser.value(kViews).split(u',', Qt::SkipEmptyParts);
    if (options.size.isEmpty())
        return wrong(parser.value(kSize), QStringLiteral("a size such as 1024x700"));
    if (!model::parseDuration(fromQt(options.duration)))
        return wrong(options.duration, QStringLiteral("a time such as 3 min"));
    return {options, {}, false};
}

}  // namespace headroom::desktop
