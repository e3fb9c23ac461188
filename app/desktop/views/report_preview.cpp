// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/report_preview.h"

#include "app/desktop/base/theme.h"
#include "app/desktop/views/css_rules.h"
#include "app/report/page_style.h"
#include "app/desktop/base/text.h"

#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

#include <cmath>

namespace headroom::desktop {

namespace {

constexpr int kWidth = 900;
const QStringList kDrawn{"fill", "stroke", "stroke-width", "stroke-dasharray", "opacity", "font-size", "font-weight", "stroke-linejoin", "stroke-linecap"};

/// `paint-order` is not known to Qt: an outline would cover the text that it is meant to stand out.
void writeStyle(QXmlStreamWriter& out, const QString& tag, QHash<QString, QString> properties) {
    if (tag == u"text") {
        properties.remove(QStringLiteral("stroke"));
        properties.remove(QStringLiteral("stroke-width"));
    }
    for (const QString& name : kDrawn) {
        QString value = properties.value(name);
        if (!value.isEmpty()) out.writeAttribute(name, value.remove(QStringLiteral("px")).replace(u' ', u','));
    }
}

}  // namespace

QByteArray inlinedSvg(const QString& svg, const CssRules& rules) {
    QByteArray result;
    QXmlStreamReader in(svg);
    QXmlStreamWriter out(&result);
    QList<StyledElement> chain;
    int skipping = 0;
    while (!in.atEnd()) {
        switch (in.readNext()) {
            case QXmlStreamReader::StartElement: {
                const QString tag = in.name().toString();
                const bool hidden = tag == u"title" || tag == u"desc" || tag == u"defs";
                if (skipping > 0 || hidden) {
                    ++skipping;
                    break;
                }
                chain << StyledElement{tag, in.attributes().value(QStringLiteral("class")).toString().split(u' ', Qt::SkipEmptyParts)};
                out.writeStartElement(tag);
                if (tag == u"svg") {
                    out.writeDefaultNamespace(QStringLiteral("http://www.w3.org/2000/svg"));
                    out.writeAttribute(QStringLiteral("font-family"), QStringLiteral("DejaVu Sans"));
                    out.writeAttribute(QStringLiteral("font-size"), QStringLiteral("12"));
                    out.writeAttribute(QStringLiteral("viewBox"), in.attributes().value(QStringLiteral("viewBox")).toString());
                    break;
                }
                for (const QXmlStreamAttribute& attribute : in.attributes())
                    if (attribute.name() != u"class") out.writeAttribute(attribute);
                writeStyle(out, tag, rules.propertiesOf(chain));
                break;
            }
            case QXmlStreamReader::EndElement:
                if (skipping > 0) {
                    --skipping;
                } else {
                    out.writeEndElement();
                    chain.removeLast();
                }
                break;
            case QXmlStreamReader::Characters:
                if (skipping == 0) out.writeCharacters(in.text().toString());
                break;
            default: break;
        }
    }
    return result;
}

ReportPreview::ReportPreview(QWidget* parent) : QTextBrowser(parent) {
    setOpenExternalLinks(false);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setAccessibleName(tr("Report"));
    setObjectName(QStringLiteral("reportPreview"));
}

QString ReportPreview::addPicture(const QString& svg, const CssRules& rules) {
    QSvgRenderer renderer(inlinedSvg(svg, rules));
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
    const CssRules rules(toQt(report::pageStyle()), dark);
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
    page.replace(QStringLiteral("<small"), QStringLiteral("&nbsp;&nbsp;<small"));
    page.replace(QStringLiteral("</span><span"), QStringLiteral("</span> <span"));
    page.replace(QStringLiteral("<th "), QStringLiteral("<th align='left' "));
    page.replace(QStringLiteral("<table"), QStringLiteral("<table width='100%' cellpadding='4'"));
    document()->setDefaultStyleSheet(rules.resolved() + QStringLiteral(" dt { font-weight: 400; } .unseen { font-size: 1px; color: transparent; }"));
    document()->setDocumentMargin(24);
    setHtml(page);
}

void ReportPreview::writePdf(const QString& path) const {
    QPdfWriter writer(path);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setResolution(120);
    const std::unique_ptr<QTextDocument> copy(document()->clone());
    copy->print(&writer);
}

}  // namespace headroom::desktop
