// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/articles.h"
#include "app/report/html_page.h"
#include "app/report/junit.h"
#include "app/report/markdown.h"
#include "app/report/report_form.h"
#include "tests/app/sample_run.h"

#include <QRegularExpression>
#include <QXmlStreamReader>
#include <QtTest>

using namespace headroom;
using namespace headroom::report;

namespace {

constexpr const char* kHostile =
    "</details>|`**[x](y)** @team #1 <script>alert(1)</script>\n# heading\x1b[31m";

Provenance provenance() {
    return {"0.1.0", "headroom run shop.yaml", "shop.yaml", "headroom: 1\n# a ``` comment\n"};
}

Document documentOf(std::vector<RunRecord> runs) { return {provenance(), std::move(runs)}; }

RunRecord hostileRun() {
    RunRecord run = sampleRun();
    run.scenario.name = run.scenario.about = run.scenario.variant = kHostile;
    run.scenario.assumptions = {{kHostile, kHostile}};
    for (auto& slo : run.result.slos) slo.name = slo.objective = kHostile;
    for (auto& claim : run.result.claims) claim.says = claim.source = claim.why = kHostile;
    for (auto& component : run.result.components) component.name += kHostile;
    run.result.notes = {kHostile};
    return run;
}

ComparedRuns comparedRuns() {
    ComparedRuns compared;
    compared.runs = {sampleRun(30'000, 1.9), sampleRun(30'000, 0.4)};
    compared.runs[1].scenario.variant = "target";
    compared.differences = {{}};
    compared.asked = 2;
    return compared;
}

sim::Capacity capacity() {
    sim::Capacity capacity;
    capacity.limit = {24'000.0, 300.0};
    capacity.simulated = true;
    capacity.theoryLimit = 25'000;
    capacity.first = {"fast", "db_pool", "its 50 connections are all taken", 24'000};
    capacity.knee = 20'000;
    for (const double load : {10'000.0, 20'000.0, 24'000.0, 30'000.0}) {
        sim::CapacityPoint point;
        point.load = load;
        point.run = sampleRun(load, load / 20'000).result;
        point.solve.result = sampleRun(load, load / 21'000).result;
        capacity.curve.push_back(std::move(point));
    }
    capacity.runs = 4;
    return capacity;
}

Audit audit(bool withRuns) {
    Audit audit{"A small shop", documentOf({})};
    if (withRuns) audit.document.runs = {sampleRun()};
    audit.document.audit = sampleRun().result.claims;
    return audit;
}

std::vector<Article> everyArticle() {
    return {runArticle(documentOf({sampleRun()})),
            runArticle(documentOf({sampleRun(10'000, 0.3), sampleRun()})),
            comparisonArticle(provenance(), comparedRuns()),
            capacityArticle(provenance(), sampleScenario(), capacity()),
            auditArticle(audit(true)),
            auditArticle(audit(false))};
}

/// Cells of a row of a table, by the bars that are not escaped.
qsizetype cellsIn(const QString& line) {
    static const QRegularExpression kBar(R"((?<!\\)\|)");
    return line.count(kBar) - 1;
}

struct Cases {
    int passed = 0, failed = 0, skipped = 0;
    QStringList names;
    QString error;
};

Cases casesIn(const std::string& xml) {
    Cases cases;
    QXmlStreamReader reader(QString::fromStdString(xml));
    int tests = 0;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement) continue;
        const auto name = reader.name();
        if (name == u"testsuites") tests = reader.attributes().value("tests").toInt();
        if (name == u"testcase") {
            ++cases.passed;
            cases.names << reader.attributes().value("name").toString();
        }
        if (name == u"failure") ++cases.failed;
        if (name == u"skipped") ++cases.skipped;
    }
    cases.passed -= cases.failed + cases.skipped;
    cases.error = reader.hasError() ? reader.errorString() : QString();
    if (tests != cases.names.size()) cases.error += " testsuites says " + QString::number(tests);
    return cases;
}

}  // namespace

class ReportFormsTest : public QObject {
    Q_OBJECT

private slots:
    void theEndingDecides_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("form");
        QTest::newRow("html") << "a/b.html" << static_cast<int>(ReportForm::html);
        QTest::newRow("capitals") << "A.PDF" << static_cast<int>(ReportForm::pdf);
        QTest::newRow("md") << "summary.md" << static_cast<int>(ReportForm::markdown);
        QTest::newRow("nothing before it") << ".md" << -1;
        QTest::newRow("another") << "a.docx" << -1;
        QTest::newRow("none") << "report" << -1;
    }
    void theEndingDecides() {
        QFETCH(QString, name);
        QFETCH(int, form);
        const auto found = reportFormOf(name.toStdString());
        QCOMPARE(found ? static_cast<int>(*found) : -1, form);
    }

    void everyReportHasItsCommandLineAndScenario() {
        for (const Article& article : everyArticle()) {
            for (const std::string& text : {markdownOf(article), htmlOf(article)}) {
                QVERIFY(text.find("headroom run shop.yaml") != std::string::npos);
                QVERIFY(text.find("comment") != std::string::npos);
                QVERIFY(text.find("0.1.0") != std::string::npos);
            }
        }
    }
    void everyReportBeginsWithAVerdict() {
        for (const Article& article : everyArticle()) {
            QVERIFY(!article.front.empty());
            const auto* judgement = std::get_if<Judgement>(&article.front.front());
            QVERIFY(judgement != nullptr);
            QVERIFY(!judgement->leads.empty() && !judgement->leads.front().empty());
            QVERIFY(std::holds_alternative<Heading>(article.rest.front()));
        }
    }

    void markdownIsText_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("written");
        QTest::newRow("plain") << "p95 is 182 ms"
                               << "p95 is 182 ms";
        QTest::newRow("markup") << "a_b *c* [d] `e` |f|"
                                << "a\\_b \\*c\\* \\[d\\] \\`e\\` \\|f\\|";
        QTest::newRow("elements") << "<b>&amp;"
                                  << "&lt;b&gt;&amp;amp;";
        QTest::newRow("mention") << "@team"
                                 << "@<!-- -->team";
        QTest::newRow("reference") << "#12"
                                   << "\\#12";
        QTest::newRow("address") << "see http://x"
                                 << "see http:<!-- -->//x";
        QTest::newRow("list") << "- a"
                              << "\\- a";
        QTest::newRow("numbered") << "1. a"
                                  << "1\\. a";
        QTest::newRow("decimals") << "is 1.5 s"
                                  << "is 1.5 s";
        QTest::newRow("lines") << "a\n# b"
                               << "a \\# b";
    }
    void markdownIsText() {
        QFETCH(QString, text);
        QFETCH(QString, written);
        QCOMPARE(QString::fromStdString(markdownText(text.toStdString())), written);
    }
    void hostileNamesStayTextInMarkdown() {
        const QString text =
            QString::fromStdString(markdownOf(runArticle(documentOf({hostileRun()}))));
        QVERIFY(!text.contains("<script"));
        QVERIFY(!text.contains(QChar(0x1b)));
        QVERIFY(!text.contains("@team"));
        QCOMPARE(text.count("<details>"), text.count("</details>"));
        QCOMPARE(text.count("<details>"), text.count("<summary>"));
        static const QRegularExpression kHeading("^# heading", QRegularExpression::MultilineOption);
        QVERIFY(!text.contains(kHeading));
    }
    void rowsOfATableHaveAsManyCells() {
        for (const Article& article : everyArticle()) {
            qsizetype cells = 0;
            int rows = 0;
            for (const QString& line : QString::fromStdString(markdownOf(article)).split('\n')) {
                if (!line.startsWith('|')) {
                    cells = 0;
                    continue;
                }
                if (cells > 0) QCOMPARE(cellsIn(line), cells);
                cells = cellsIn(line);
                ++rows;
            }
            QVERIFY(rows > 2);
        }
    }
    void aFenceIsLongerThanThoseInside() {
        const std::string text = markdownOf(runArticle(documentOf({sampleRun()})));
        QVERIFY(text.find("````\nheadroom: 1\n# a ``` comment\n````\n") != std::string::npos);
    }

    void objectivesAndClaimsAreTestCases() {
        const Cases cases = casesIn(junitOf(documentOf({sampleRun()})));
        QCOMPARE(cases.error, QString());
        const auto& result = sampleRun().result;
        QCOMPARE(cases.names.size(),
                 static_cast<qsizetype>(result.slos.size() + result.claims.size()));
        QVERIFY(cases.names.contains("fast"));
        int missed = 0, unknown = 0;
        for (const auto& slo : result.slos) {
            missed += markOf(slo) == Mark::bad;
            unknown += markOf(slo) == Mark::unknown;
        }
        for (const auto& claim : result.claims) {
            missed += claim.missed();
            unknown += !claim.holds;
        }
        QVERIFY(missed > 0);
        QCOMPARE(cases.failed, missed);
        QCOMPARE(cases.skipped, unknown);
    }
    void hostileNamesStayTextInJunit() {
        const Cases cases = casesIn(junitOf(documentOf({hostileRun(), sampleRun()})));
        QCOMPARE(cases.error, QString());
        QVERIFY(!QString::fromStdString(junitOf(documentOf({hostileRun()}))).contains("<script"));
    }
    void everyStudyMakesTestCases() {
        QCOMPARE(casesIn(junitOf(provenance(), comparedRuns())).names.size(), 4);
        const Cases all = casesIn(junitOf({audit(true), audit(false)}));
        QCOMPARE(all.names.size(), static_cast<qsizetype>(2 * sampleRun().result.claims.size()));
        sim::Capacity found = capacity();
        QCOMPARE(casesIn(junitOf(provenance(), sampleScenario(), found)).passed, 2);
        found.neverHeld = {"fast"};
        QCOMPARE(casesIn(junitOf(provenance(), sampleScenario(), found)).failed, 1);
    }
};

QTEST_GUILESS_MAIN(ReportFormsTest)
#include "tst_report_forms.moc"
