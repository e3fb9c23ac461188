// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/run_record.h"

#include <QTextBrowser>

namespace headroom::desktop {

class CssRules;

/// The report's page as rich text: its drawings become pictures, since rich text knows no inline SVG.
class ReportPreview : public QTextBrowser {
    Q_OBJECT

public:
    explicit ReportPreview(QWidget* parent = nullptr);
    void setPage(const QString& html, bool dark);
    void writePdf(const QString& path) const;
    int pictures() const { return pictures_; }

private:
    QString addPicture(const QString& svg, const CssRules& rules);

    int pictures_ = 0;
};

/// The drawing with its style as attributes.
QByteArray inlinedSvg(const QString& svg, const CssRules& rules);

}  // namespace headroom::desktop
