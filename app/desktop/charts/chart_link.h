// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/charts/chart_data.h"

#include <QObject>

namespace headroom::desktop {

/// Charts over the same time share what they show of it, and the cursor.
class ChartLink : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    double cursor() const { return cursor_; }
    void setCursor(double x);
    void setRange(const Range& range);
    void reset();

Q_SIGNALS:
    void cursorMoved(double x);  ///< NaN: nowhere
    void rangeChanged(const headroom::desktop::Range& range);
    void rangeReset();
    void picked(double x);       ///< clicked

private:
    double cursor_ = std::numeric_limits<double>::quiet_NaN();
};

}  // namespace headroom::desktop
