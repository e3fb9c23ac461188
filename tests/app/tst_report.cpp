// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/html_page.h"

#include <QSet>
#include <QXmlStreamReader>
#include <QtTest>

#include "tests/app/sample_run.h"

using namespace headroom::report;

namespace {

constexpr const char* kHostile = "</style><script>alert('x')</script>\"'><img src=x onerror=alert(1)>&amp;\x1b[31m";

Document documentOf(std::vector<RunRecord> runs) {
    return {{"0.1.0", "headroom run shop.yaml", "shop.yaml", "headroom: 1\n# a comment\n"}, std::move(runs)};
}

Document hostileDocument() {
    RunRecord run = sampleRun();
    run.scenario.name = run.scenario.about = run.scenario.variant = kHostile;
    run.scenario.variants = {{kHostile, kHostile, kHostile}};
    run.scenario.assumptions = {{kHostile, kHostile}};
    run.scenario.notSimulated = {kHostile};
    for (auto& component : run.scenario.components) component.name += kHostile;
    for (auto& component : run.result.components) component.name += kHostile;
    for (auto& operation : run.result.operations) operation.name += kHostile;
    for (auto& series : run.result.series) series.name += kHostile;
    for (auto& slo : run.result.slos) slo.name = slo.objective = kHostile;
    for (auto& claim : run.result.claims) claim.says = claim.source = claim.why = kHostile;
    run.result.bottlenecks[0].component += kHostile;
    run.result.bottlenecks[0].why = kHostile;
    run.result.notes = {kHostile};
    Document document = documentOf({run, run});
    document.provenance = {kHostile, kHostile, kHostile, kHostile};
    return document;
}

/// What a browser would find in the page.
struct Found {
    QSet<QString> elements;
    QList<std::pair<QString, QString>> attributes;
    QSet<QString> ids;
    bool repeatedId = false;
    QString text;
    QString error;
};

Found read(const std::string& page) {
    Found found;
    QXmlStreamReader xml(QString::fromStdString(page));
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isCharacters()) found.text += xml.text();
        if (!xml.isStartElement()) continue;
        found.elements.insert(xml.name().toString());
        for (const QXmlStreamAttribute& attribute : xml.attributes()) {
            found.attributes.append({attribute.name().toString(), attribute.value().toString()});
            if (attribute.name() != QLatin1String("id")) continue;
            found.repeatedId = found.repeatedId || found.ids.contains(attribute.value().toString());
            found.ids.insert(attribute.value().toString());
        }
    }
    found.error = xml.hasError() ? xml.errorString() : QString();
    return found;
}

QString firstReference(const Found& found) {
    static const QSet<QString> kLeading = {"src", "srcset", "data", "action", "poster", "background"};
    for (const auto& [name, value] : found.attributes) {
        const bool leads = kLeading.contains(name) || (name == "href" && !value.startsWith('#'));
        // `url(#…)` stays within the page.
        const bool styles = QString(value).remove("url(#").contains("url(", Qt::CaseInsensitive);
        if (leads || styles || name.startsWith("on")) return name + "=" + value;
    }
    return {};
}

}  // namespace

class ReportTest : public QObject {
    Q_OBJECT

    static void checkHarmless(const Document& document) {
        const std::string page = htmlPage(document);
        const Found found = read(page);
        QCOMPARE(found.error, QString());
        const QSet<QString> forbidden = {"script", "link", "img", "iframe", "object", "embed", "image", "base", "form"};
        QVERIFY(!found.elements.intersects(forbidden));
        QCOMPARE(firstReference(found), QString());
        QVERIFY(page.find("@import") == std::string::npos);
        QVERIFY(page.find("://") == std::string::npos);
        QVERIFY(page.find('\x1b') == std::string::npos);
        QVERIFY(!found.repeatedId);
    }

private slots:
    void aPageNeedsNothingFromOutside() { checkHarmless(documentOf({sampleRun()})); }
    void soDoSeveralRuns() { checkHarmless(documentOf({sampleRun(10'000, 0.3), sampleRun()})); }
    void hostileNamesStayText() {
        checkHarmless(hostileDocument());
        QVERIFY(read(htmlPage(hostileDocument())).text.contains("<script>alert('x')</script>"));
    }
    void internalLinksLeadSomewhere() {
        const Found found = read(htmlPage(documentOf({sampleRun(10'000, 0.3), sampleRun()})));
        int links = 0;
        for (const auto& [name, value] : found.attributes) {
            if (name != "href") continue;
            ++links;
            QVERIFY2(found.ids.contains(value.mid(1)), qPrintable(value));
        }
        QVERIFY(links >= 2);
    }
    void whatAReaderAsksForIsThere_data() {
        QTest::addColumn<QString>("text");
        for (const char* text : {"A small shop", "today at 30", "are missed", "db_pool", "p95(phone.response_time) < 2 s",
                                 "3-10 seconds", "does not hold", "headroom run shop.yaml", "# a comment", "seed 7",
                                 "The warm-up was found at 60 s.", "672 USD"})
            QTest::newRow(text) << text;
    }
    void whatAReaderAsksForIsThere() {
        QFETCH(QString, text);
        QString found = read(htmlPage(documentOf({sampleRun()}))).text;
        found.remove(QChar(0x2009));
        QVERIFY(found.contains(text));
    }
    void theVerdictFollowsTheFigures() {
        QVERIFY(read(htmlPage(documentOf({sampleRun(30'000, 0.5)}))).text.contains("All 2 objectives hold"));
        QVERIFY(read(htmlPage(documentOf({sampleRun(30'000, 2)}))).text.contains("2 of 2 objectives are missed"));
    }
    void aRunWithNothingInItMakesAPage() {
        RunRecord run = sampleRun();
        run.result = {};
        checkHarmless(documentOf({run}));
    }
    void theSameRunMakesTheSamePage() {
        QCOMPARE(htmlPage(documentOf({sampleRun()})), htmlPage(documentOf({sampleRun()})));
    }
};

QTEST_GUILESS_MAIN(ReportTest)
#include "tst_report.moc"
