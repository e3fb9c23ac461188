// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/base/text.h"

#include "app/report/value_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <cmath>
#include <utility>

namespace headroom::desktop {

namespace {

/// As a person writes a share that is next to nothing, or next to everything; empty where it is neither.
QString extremeShare(double value, model::Unit unit) {
    constexpr double kNext = 1e-6;
    if (unit != model::Unit::share || !(value > 0 && value < 1)) return {};
    if (value < kNext) return QStringLiteral("≈ 0 %");
    return value > 1 - kNext ? QStringLiteral("≈ 100 %") : QString();
}

}  // namespace

QString withDecimalPoint(QString text) {
    const QString point = QLocale().decimalPoint();
    if (point == u"." || point.size() != 1) return text;
    for (qsizetype i = 1; i + 1 < text.size(); ++i)
        if (text[i] == u'.' && text[i - 1].isDigit() && text[i + 1].isDigit()) text[i] = point[0];
    return text;
}

QString localised(QString text) {
    static const QRegularExpression quoted(QStringLiteral("`([^`]*)`"));
    text.replace(quoted, QCoreApplication::translate("Text", "“%1”").arg(QStringLiteral("\\1")));
    return withDecimalPoint(std::move(text));
}

QString valueText(double value, model::Unit unit) {
    if (const QString text = extremeShare(value, unit); !text.isEmpty()) return text;
    return std::isfinite(value) ? localised(toQt(model::formatValue(value, unit)))
                                : toQt(report::kUnknown);
}

QString valueText(const sim::Estimate& estimate, model::Unit unit) {
    if (estimate.value)
        if (const QString text = extremeShare(*estimate.value, unit); !text.isEmpty()) return text;
    return localised(toQt(report::valueText(estimate, unit)));
}

QString estimateText(const sim::Estimate& estimate, model::Unit unit) {
    return localised(toQt(report::estimateText(estimate, unit)));
}

QString exactText(double value) {
    return std::isfinite(value) ? QLocale().toString(value, 'g', QLocale::FloatingPointShortest)
                                : QString();
}

QString countText(double count) { return localised(toQt(report::countText(count))); }

QString timeText(double seconds) { return localised(toQt(report::timeSpanText(seconds))); }

QString humanised(const QString& key) {
    QString text = key;
    text.replace(u'_', u' ');
    if (!text.isEmpty()) text[0] = text[0].toUpper();
    return text;
}

}  // namespace headroom::desktop
