// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/report_preview.h"

#include "app/desktop/base/theme.h"
#include "app/report/pdf/css_rules.h"
#include "app/report/pdf/plain_svg.h"
#include "app/report/page_style.h"
#include "app/desktop/base/text.h"

#include <QPainter>
#include <QRegularExpression>
#include <QSvgRenderer>

#include <cmath>

namespace headroom::desktop {

namespace {

constexpr int kWidth = 900;

/// Rich text sets the terms of a `dl` below each other; the key figures stand side by side.
QString withFigureTable(QString page) {
    constexpr int kAcross = 4;
    static const QRegularExpression list(QStringLiteral("<dl class=\"cards\">(.*?)</dl>"), QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression pair(QStringLiteral("<dt[^>]*>(.*?)</dt>\\s*<dd[^>]*>(.*?)</dd>"), QRegularExpression::DotMatchesEverythingOption);
    for (auto match = list.match(page); match.hasMatch(); match = list.match(page)) {
        QString table = QStringLiteral("<table>");
        int cell = 0;
        for (auto pairs = pair.globalMatch(match.captured(1)); pairs.hasNext(); ++cell) {
            const auto one = pairs.next();
            if (cell % kAcross == 0) table += cell == 0 ? QStringLiteral("<tr>") : QStringLiteral("</tr><tr>");
            table += QStringLiteral("<td>%1<br><b>%2</b></td>").arg(one.captured(1), one.captured(2));
        }
        table += cell == 0 ? QStringLiteral("</table>") : QStringLiteral("</tr></table>");
        page.replace(match.capturedStart(), match.capturedLength(), table);
    }
    return page;
}

}  // namespace

ReportPreview::ReportPreview(QWidget* parent) : QTextBrowser(parent) {
    setOpenExternalLinks(false);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setAccessibleName(tr("Report"));
    setObjectName(QStringLiteral("reportPreview"));
}

QString ReportPreview::addPicture(const QString& svg, const report::CssRules& rules) {
    QSvgRenderer renderer(report::plainSvg(svg, rules));
    const QSizeF size = renderer.viewBoxF().size();
    if (size.isEmpty()) return {};
    const double width = std::min<double>(kWidth, size.width() * 1.25);
    const double height = width * size.height() / size.width();
    constexpr double kSharp = 2;
    QImage image(static_cast<int>(width * kSharp), static_cast<int>(height * kSharp), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter, QRectF(0, 0, image.width(), image.height()));
    painter.end();
    const QString name = QStringLiteral("picture:%1").arg(pictures_++);
    document()->addResource(QTextDocument::ImageResource, QUrl(name), image);
    return QStringLiteral("<p><img src='%1' width='%2' height='%3'/></p>").arg(name).arg(std::lround(width)).arg(std::lround(height));
}

void ReportPreview::setPage(const QString& html, bool dark) {
    static const QRegularExpression drawing(QStringLiteral("<svg.*?</svg>"), QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression style(QStringLiteral("<style.*?</style>"), QRegularExpression::DotMatchesEverythingOption);
    const report::CssRules rules(toQt(report::pageStyle()), dark);
    document()->clear();
    pictures_ = 0;
    QString text = html;
    text.remove(style);
    QString page;
    qsizetype from = 0;
    for (auto drawings = drawing.globalMatch(text); drawings.hasNext();) {
        const auto match = drawings.next();
        page += text.mid(from, match.capturedStart() - from) + addPicture(match.captured(), rules);
        from = match.capturedEnd();
    }
    page += text.mid(from);
    page = withFigureTable(page);
    page.replace(QStringLiteral("<small"), QStringLiteral("&nbsp;&nbsp;<small"));
    page.replace(QStringLiteral("</span><span"), QStringLiteral("</span> <span"));
    page.replace(QStringLiteral("<th "), QStringLiteral("<th align='left' "));
    page.replace(QStringLiteral("<table"), QStringLiteral("<table width='100%' cellpadding='4'"));
    document()->setDefaultStyleSheet(rules.resolved() + QStringLiteral(" dt { font-weight: 400; } .unseen { font-size: 1px; color: transparent; }"));
    document()->setDocumentMargin(24);
    setHtml(page);
}

}  // namespace headroom::desktop
