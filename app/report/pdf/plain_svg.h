// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/pdf/css_rules.h"

#include <QByteArray>

namespace headroom::report {

/// A drawing of the page with its style as attributes, as Qt's SVG reads it.
QByteArray plainSvg(const QString& svg, const CssRules& rules);

}  // namespace headroom::report
