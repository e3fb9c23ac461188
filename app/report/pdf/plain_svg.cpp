// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/pdf/plain_svg.h"

#include <QXmlStreamReader>
#include <QXmlStreamWriter>

namespace headroom::report {

namespace {

const QStringList kDrawn{"fill",          "stroke",    "stroke-width", "stroke-dasharray",
                         "opacity",       "font-size", "font-weight",  "stroke-linejoin",
                         "stroke-linecap"};

/// `paint-order` is not known to Qt: an outline would cover the text that it is meant to stand out.
void writeStyle(QXmlStreamWriter& out, const QString& tag, QHash<QString, QString> properties) {
    if (tag == u"text") {
        properties.remove(QStringLiteral("stroke"));
        properties.remove(QStringLiteral("stroke-width"));
    }
    for (const QString& name : kDrawn) {
        QString value = properties.value(name);
        if (!value.isEmpty())
            out.writeAttribute(name, value.remove(QStringLiteral("px")).replace(u' ', u','));
    }
}

}  // namespace

QByteArray plainSvg(const QString& svg, const CssRules& rules) {
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
                chain << StyledElement{tag, in.attributes()
                                                .value(QStringLiteral("class"))
                                                .toString()
                                                .split(u' ', Qt::SkipEmptyParts)};
                out.writeStartElement(tag);
                if (tag == u"svg") {
                    out.writeDefaultNamespace(QStringLiteral("http://www.w3.org/2000/svg"));
                    out.writeAttribute(QStringLiteral("font-family"),
                                       QStringLiteral("DejaVu Sans"));
                    out.writeAttribute(QStringLiteral("font-size"), QStringLiteral("12"));
                    out.writeAttribute(QStringLiteral("viewBox"),
                                       in.attributes().value(QStringLiteral("viewBox")).toString());
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

}  // namespace headroom::report
