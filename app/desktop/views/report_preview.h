// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>
#include <QTimer>

namespace headroom::report {
class CssRules;
}

namespace headroom::desktop {

/// The report's page as rich text: its drawings become pictures, since rich text knows no inline SVG.
class ReportPreview : public QTextBrowser {
    Q_OBJECT

public:
    explicit ReportPreview(QWidget* parent = nullptr);
    void setPage(const QString& html, bool dark);
    int pictures() const { return pictures_; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QString addPicture(const QString& svg, const report::CssRules& rules);
    int pageWidth() const;  ///< pixels for text and drawings
    void layOut();

    QString html_;
    bool dark_ = false;
    int laidOut_ = 0;  ///< the width that the drawings were made for
    QTimer rest_;
    int pictures_ = 0;
};

}  // namespace headroom::desktop
