// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/metric.h"
#include "sim/measure/estimate.h"

#include <QString>

#include <string>
#include <string_view>

/// Texts between the engine (UTF-8) and the window, and figures as the window shows them.
namespace headroom::desktop {

inline QString toQt(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}
inline std::string fromQt(const QString& text) { return text.toStdString(); }

/// `182 ms`, with the decimal point of the user's language; `–` if unknown.
QString valueText(double value, model::Unit unit);
QString valueText(const sim::Estimate& estimate, model::Unit unit);
/// `182 ms ± 4 ms`
QString estimateText(const sim::Estimate& estimate, model::Unit unit);
/// All 17 digits in the base unit, for copying.
QString exactText(double value);
/// `30 000`
QString countText(double count);
/// `10 min`
QString timeText(double seconds);
/// With the decimal point of the user's language between digits.
QString withDecimalPoint(QString text);
/// A text of the report's, with the decimal point of the user's language, and its quotation marks
/// for backquotes.
QString localised(QString text);
/// `Acquire timeout` for `acquire_timeout`.
QString humanised(const QString& key);

}  // namespace headroom::desktop
