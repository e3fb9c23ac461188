// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/report_preview.h"

#include "app/desktop/base/theme.h"
#include "app/report/pdf/css_rules.h"
#include "app/report/pdf/plain_svg.h"
#include "app/report/page_style.h"
#include "app/desktop/base/text.h"

#include <QPainter>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSvgRenderer>
#include <QTextBlock>

#include <algorithm>
#include <cmath>
#include <utility>

namespace headroom::desktop {

namespace {

constexpr int kMargin = 24;

QRegularExpression over(const char* pattern) {
    return QRegularExpression(QString::fromLatin1(pattern),
                              QRegularExpression::DotMatchesEverythingOption);
}

QString colourFor(const QString& cssClass) {
    const Colours& c = colours();
    if (cssClass == u"good") return c.good.name();
    if (cssClass == u"caution") return c.caution.name();
    return (cssClass == u"bad" ? c.bad : c.unknown).name();
}

QString groundFor(const QString& cssClass) {
    const Colours& c = colours();
    if (cssClass == u"good") return c.goodGround.name();
    if (cssClass == u"caution") return c.cautionGround.name();
    return (cssClass == u"bad" ? c.badGround : c.raised).name();
}

/// Every match replaced by what the function makes of it.
template <class Make>
QString replaced(const QString& text, const QRegularExpression& pattern, Make make) {
    QString result;
    qsizetype from = 0;
    for (auto all = pattern.globalMatch(text); all.hasNext();) {
        const QRegularExpressionMatch match = all.next();
        result += text.mid(from, match.capturedStart() - from) + make(match);
        from = match.capturedEnd();
    }
    return result + text.mid(from);
}

/// A box of one colour, as a table of one cell: rich text knows no other.
QString box(const QString& ground, const QString& inside) {
    return QStringLiteral("<table class='box' width='100%' cellpadding='10' bgcolor='%1'><tr><td>%2"
                          "</td></tr></table>")
        .arg(ground, inside);
}

/// Its first sentence is in bold behind the mark.
QString withVerdictBox(const QString& page) {
    static const QRegularExpression verdict =
        over("<div class=\"verdict (\\w+)\">\\s*(<span.*?</span>)\\s*<div>(.*?)</div>\\s*</div>");
    static const QRegularExpression lead = over("<p class=\"lead\">(.*?)</p>");
    return replaced(page, verdict, [](const QRegularExpressionMatch& match) {
        QString mark = match.captured(2);
        const QString words = replaced(match.captured(3), lead, [&](const auto& sentence) {
            return QStringLiteral("<p>%1<b>%2</b></p>")
                .arg(std::exchange(mark, QString()), sentence.captured(1));
        });
        return box(groundFor(match.captured(1)), words);
    });
}

/// Rich text sets the terms of a `dl` below each other; the key figures stand side by side.
QString withFigureTable(const QString& page) {
    constexpr int kAcross = 4;
    static const QRegularExpression list = over("<dl class=\"cards\">(.*?)</dl>");
    static const QRegularExpression pair =
        over("<dt[^>]*>(.*?)</dt>\\s*<dd[^>]*><span[^>]*>(.*?)</span>(.*?)</dd>");
    return replaced(page, list, [](const QRegularExpressionMatch& match) {
        QString rows;
        int cell = 0;
        for (auto pairs = pair.globalMatch(match.captured(1)); pairs.hasNext(); ++cell) {
            const auto one = pairs.next();
            if (cell % kAcross == 0) rows += cell == 0 ? QString() : QStringLiteral("</tr><tr>");
            rows += QStringLiteral("<td class='figure'><span class='quiet'>%1</span><br><b>%2</b> %3</td>")
                        .arg(one.captured(1), one.captured(2), one.captured(3));
        }
        return QStringLiteral("<table class='box' width='100%' cellpadding='6'><tr>%1</tr></table>").arg(rows);
    });
}

/// What style sheets do on the page and rich text does not: marks in their colours, numbers to the
/// right, notes in a box.
QString withPlainStyles(QString page) {
    static const QRegularExpression unseen =
        over("<caption class=\"unseen\">.*?</caption>|<span class=\"bar\".*?</span>\\s*</span>");
    static const QRegularExpression mark =
        over("<span class=\"mark (\\w+)\"[^>]*>(.*?)</span>");
    static const QRegularExpression number = over("<(t[hd])([^>]*) class=\"n\"");
    static const QRegularExpression head = over("<th (?!align)");
    static const QRegularExpression notes = over("<ul class=\"notes\">(.*?)</ul>");
    page.remove(unseen);
    page = replaced(page, mark, [](const QRegularExpressionMatch& match) {
        return QStringLiteral("<span style='color:%1'>%2</span>&nbsp;")
            .arg(colourFor(match.captured(1)), match.captured(2));
    });
    page.replace(number, QStringLiteral("<\\1 align='right'\\2"));
    page.replace(head, QStringLiteral("<th align='left' "));
    page = replaced(page, notes, [](const QRegularExpressionMatch& match) {
        return box(colours().cautionGround.name(), QStringLiteral("<ul>%1</ul>").arg(match.captured(1)));
    });
    page.replace(QStringLiteral("<small"), QStringLiteral("&nbsp;&nbsp;<small"));
    page.replace(QStringLiteral("</span><span"), QStringLiteral("</span> <span"));
    page.replace(QStringLiteral("<table>"),
                 QStringLiteral("<table class='rows' width='100%' cellpadding='5' cellspacing='0'>"));
    return page;
}

QString sheet(double rowSize) {
    const Colours& c = colours();
    return QStringLiteral(
               "body { color: %1; } a { color: %2; }"
               "h1 { font-size: xx-large; } h2 { font-size: x-large; margin-top: 26px; }"
               "h3 { font-size: large; margin-top: 14px; }"
               ".kicker, .quiet, .interval, small, figcaption { color: %3; }"
               "small { font-size: medium; font-weight: 400; }"
               "table.box { margin-bottom: 10px; }"
               "table.rows { margin-bottom: 10px; border-collapse: collapse; }"
               "table.rows th, table.rows td { border-bottom: 1px solid %4; font-size: %5pt; }"
               "th { font-weight: 600; } dt { font-weight: 600; }"
               "code, pre { font-family: monospace; } pre { white-space: pre-wrap; }")
        .arg(c.text.name(), c.accent.name(), c.quiet.name(), c.line.name())
        .arg(rowSize);
}

/// Commands are as long as they are; here they go on in the next line.
void breakLines(QTextDocument& document) {
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (!block.blockFormat().nonBreakableLines()) continue;
        QTextBlockFormat format;
        format.setNonBreakableLines(false);
        QTextCursor(block).mergeBlockFormat(format);
    }
}

}  // namespace

ReportPreview::ReportPreview(QWidget* parent) : QTextBrowser(parent) {
    setOpenExternalLinks(false);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);  // so that the width is known before there is a page
    constexpr int kRestMs = 120;
    rest_.setSingleShot(true);
    rest_.setInterval(kRestMs);
    connect(&rest_, &QTimer::timeout, this, &ReportPreview::layOut);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setAccessibleName(tr("Report"));
    setObjectName(QStringLiteral("reportPreview"));
}

int ReportPreview::pageWidth() const {
    constexpr int kLeast = 240, kMost = 1100;
    return std::clamp(viewport()->width() - 2 * kMargin - 4, kLeast, kMost);
}

QString ReportPreview::addPicture(const QString& svg, const report::CssRules& rules) {
    QSvgRenderer renderer(report::plainSvg(svg, rules));
    const QSizeF size = renderer.viewBoxF().size();
    if (size.isEmpty()) return {};
    const double width = std::min<double>(pageWidth(), size.width() * 1.25);
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
    html_ = html;
    dark_ = dark;
    layOut();
}

void ReportPreview::layOut() {
    static const QRegularExpression drawing = over("<svg.*?</svg>"), style = over("<style.*?</style>");
    const report::CssRules rules(toQt(report::pageStyle()), dark_);
    const int scrolled = verticalScrollBar()->value();
    laidOut_ = pageWidth();
    document()->clear();
    pictures_ = 0;
    QString text = html_;
    text.remove(style);
    QString page = replaced(text, drawing, [&](const QRegularExpressionMatch& match) { return addPicture(match.captured(), rules); });
    page = withPlainStyles(withFigureTable(withVerdictBox(page)));
    document()->setDefaultStyleSheet(sheet(font().pointSizeF() - 1));
    document()->setDocumentMargin(kMargin);
    setHtml(page);
    breakLines(*document());
    constexpr int kRounding = 4;  // pixels that tables over the whole width come out too wide
    setHorizontalScrollBarPolicy(horizontalScrollBar()->maximum() > kRounding ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    verticalScrollBar()->setValue(scrolled);
}

/// Drawings are as wide as the page has become, once it rests.
void ReportPreview::resizeEvent(QResizeEvent* event) {
    QTextBrowser::resizeEvent(event);
    if (!html_.isEmpty() && pageWidth() != laidOut_) rest_.start();
}

}  // namespace headroom::desktop
