// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/charts/chart_link.h"

#include <cmath>

namespace headroom::desktop {

void ChartLink::setCursor(double x) {
    if (x == cursor_ || (std::isnan(x) && std::isnan(cursor_))) return;
    cursor_ = x;
    Q_EMIT cursorMoved(x);
}

void ChartLink::setRange(const Range& range) { Q_EMIT rangeChanged(range); }

void ChartLink::reset() { Q_EMIT rangeReset(); }

}  // namespace headroom::desktop
