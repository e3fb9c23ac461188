// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import/importing.h"
#include "app/import/request_bins.h"
#include "model/said.h"

#include <QXmlStreamReader>

#include <cmath>

/// JMeter's results as XML (its manual, "Listeners", XML log format): `sample` and `httpSample`
/// with `ts`, when it began, and `t`, how long it took, in milliseconds; `s`, whether it succeeded;
/// `lb`, its label; `na`, the threads of all groups.
namespace headroom::import {

namespace {

constexpr std::size_t kChunk = 1 << 16;
constexpr int kSampleDepth = 2;  // below `testResults`; what is deeper is part of its sample

void add(Reading& reading, RequestBins& bins, const QXmlStreamReader& xml) {
    const QXmlStreamAttributes attributes = xml.attributes();
    const auto text = [&](const char* name) {
        return attributes.value(QLatin1String(name)).toString().toStdString();
    };
    const auto start = numberOf(text("ts")), elapsed = numberOf(text("t"));
    const std::int64_t line = xml.lineNumber();
    const auto end = start && elapsed ? archive::momentOf(*start + *elapsed) : std::nullopt;
    if (!end || !(*start >= 0 && *elapsed >= 0))
        return reading.bad.add(line, model::said("Import", "a sample without a time"),
                               model::said("Import", "`ts` and `t`, in milliseconds"));
    bins.add({text("lb"), *end, *elapsed / 1000, text("s") == "false", line});
    if (const auto users = numberOf(text("na"))) bins.level(*end, *users);
}

}  // namespace

void readJmeterXml(Reading& reading) {
    RequestBins bins(reading.sink, reading.bad, reading.intervalMs);
    QXmlStreamReader xml;
    std::string chunk(kChunk, '\0');
    int depth = 0;
    for (;;) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::StartElement) {
            if (++depth == kSampleDepth && (xml.name() == u"httpSample" || xml.name() == u"sample"))
                add(reading, bins, xml);
        } else if (token == QXmlStreamReader::EndElement) {
            --depth;
        } else if (token == QXmlStreamReader::EndDocument) {
            break;
        } else if (token == QXmlStreamReader::Invalid) {
            if (xml.error() != QXmlStreamReader::PrematureEndOfDocumentError) {
                reading.bad.add(xml.lineNumber(), model::said("Import", "XML that cannot be read"),
                                model::said("Import", "well-formed XML; what is behind it is left "
                                                      "out"));
                break;
            }
            const std::size_t count =
                reading.goesOn() ? reading.lines.read(chunk.data(), chunk.size()) : 0;
            if (count == 0)
                break;  // a test that was broken off leaves no end; its samples are whole
            xml.addData(QByteArray(chunk.data(), static_cast<qsizetype>(count)));
        }
    }
    bins.finish();
}

}  // namespace headroom::import
