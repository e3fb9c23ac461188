// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/html_page.h"
#include "app/report/json.h"
#include "app/report/judgement_tables.h"
#include "app/report/timeline.h"

#include <QXmlStreamReader>
#include <QtTest>

#include "tests/app/sample_run.h"

using namespace headroom;
using namespace headroom::report;

namespace {

constexpr const char* kHostile = "</style><script>x()</script>\"'>&amp;\x1b[31m";

RunRecord judgedRun(const std::string& name = "slow") {
    RunRecord run = sampleRun();
    sim::AlertResult fired{name, "p95(api.response_time) > 2 s", model::Severity::critical, true, {{120, 185}, {300, 600}}, 2, 0.6};
    sim::AlertResult quiet{"quiet", "workload.error_ratio > 5 %", model::Severity::warning, true, {}, 0, 0};
    sim::AlertResult unknown{"unknown", "x.hit_ratio < 5 %", model::Severity::low, false, {}, 0, {}};
    run.result.alerts = {fired, quiet, unknown};
    run.result.slos[1].budget = sim::ErrorBudget{0.001, 30 * 86400.0, 30, 86400.0, {{60, 600}}, {}};
    run.result.health = {62.4, {{"objectives", 0.4, 0.5, "1 of 2 held"}, {"alerts", 0.1, {}, "none"}}};
    sim::CostLine own, book;
    own.meter = model::PriceMeter::instanceHours;
    own.units = about(11'680, 0);
    own.usd = about(4672, 0);
    own.source = "the scenario";
    book = own;
    book.product = "firestore";
    book.meter = model::PriceMeter::reads;
    book.usd = about(100, 5);
    book.source = name + " list";
    book.date = "2024-07";
    book.weak = true;
    run.result.costByComponent = {{"api", about(100, 5), {book}}, {"db", about(4672, 0), {own}}};
    run.result.costPerThousandUsers = about(155.7, 1);
    run.result.growsFirst = sim::FirstGrowth{"db_pool", 90, 120, 12'000};
    model::Fault fault;
    fault.at = std::chrono::minutes(4);
    fault.lasting = std::chrono::minutes(1);
    fault.text = "kill 1 instance of " + name;
    run.scenario.faults = {fault};
    return run;
}

std::string page(const RunRecord& run) {
    return htmlPage({{"0.1.0", "headroom run shop.yaml", "shop.yaml", "headroom: 1\n"}, {run}});
}

bool has(const std::string& text, const char* part) { return text.find(part) != std::string::npos; }

}  // namespace

class JudgementReportTest : public QObject {
    Q_OBJECT

private slots:
    void thePageSaysWhatFiredWhatItCostsAndHowHealthyItIs() {
        const std::string text = page(judgedRun());
        for (const char* part : {"Alerts and faults", "kill 1 instance of slow", "2 min – 3.1 min", "Error budgets", "30x",
                                 "Cost a month", "(weak source)", "Health: 62 of 100", "health = 100 x (0.4 x 0.5 (objectives)) / 0.4"})
            QVERIFY2(has(text, part), part);
        QVERIFY(has(text, "First to grow was the line of db_pool, from 90 s on"));
        QVERIFY(has(text, "alert-span") && has(text, "fault-span"));
    }

    void whatIsInTheScenarioCannotBecomeMarkup() {
        QXmlStreamReader xml(QString::fromStdString(page(judgedRun(kHostile))));
        while (!xml.atEnd()) {
            xml.readNext();
            QVERIFY(!(xml.isStartElement() && xml.name() == QLatin1String("script")));
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    }

    void theTimelineHasFaultsAndWhatFired() {
        const Timeline timeline = timelineOf(judgedRun(), "t");
        QCOMPARE(timeline.rows.size(), std::size_t{3});
        QCOMPARE(timeline.rows[0].spans.front().fromSeconds, 240.0);  // but for the last bits
        QCOMPARE(timeline.rows[0].spans.front().toSeconds, 300.0);
        QCOMPARE(timeline.rows[1].spans.size(), std::size_t{2});
        QVERIFY(has(timeline.rows[2].name, "available: page"));
    }

    void costsAreSortedWithTheDearestFirst() {
        const Table table = costTable(judgedRun().result);
        QCOMPARE(table.rows.size(), std::size_t{2});
        QVERIFY(table.rows[0][0].text == "db" && table.rows[1][0].text == "api");
        QVERIFY(has(table.rows[1][4].text, "2024-07"));
    }

    void jsonHasThePublishedForm() {
        const nlohmann::ordered_json json = runJson(judgedRun());
        QCOMPARE(json["alerts"][0]["name"].get<std::string>(), std::string("slow"));
        QCOMPARE(json["alerts"][0]["severity"].get<std::string>(), std::string("critical"));
        QCOMPARE(json["alerts"][0]["fired"][1]["from_s"].get<double>(), 300.0);
        QCOMPARE(json["alerts"][1]["fired"].size(), std::size_t{0});
        QVERIFY(json["alerts"][2]["fired"].is_null());
        QCOMPARE(json["slos"][1]["error_budget"]["burn_rate"].get<double>(), 30.0);
        QVERIFY(json["slos"][0]["error_budget"].is_null());
        QCOMPARE(json["health"]["score"].get<double>(), 62.4);
        QVERIFY(json["health"]["parts"][1]["score"].is_null());
        QCOMPARE(json["cost"]["per_thousand_users"]["value"].get<double>(), 155.7);
        QCOMPARE(json["cost"]["meters"][0]["meter"].get<std::string>(), std::string("reads"));
        QCOMPARE(json["grows_first"]["component"].get<std::string>(), std::string("db_pool"));
    }

    void manySpansAreCounted() {
        QCOMPARE(QString::fromStdString(spansText({{0, 60}, {90, 100}, {200, 300}, {400, 500}, {600, 700}})),
                 QString("0 s – 60 s, 90 s – 100 s and 3 more"));
        QVERIFY(spansText({}).empty());
    }
};

QTEST_GUILESS_MAIN(JudgementReportTest)
#include "tst_judgement_report.moc"
