// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/comparison.h"
#include "tests/app/sample_run.h"

#include <QtTest>

using namespace headroom;
using namespace headroom::report;
using model::Metric;
using model::Statistic;
using model::Unit;

namespace {

sim::Difference of(const std::string& target, Metric metric, sim::Estimate value,
                   Statistic statistic = Statistic::mean) {
    return {{target, "", metric, statistic, ""}, value};
}

ComparedRuns threeRuns() {
    ComparedRuns compared{{sampleRun(), sampleRun(), sampleRun()}, {}, {"A note."}, 3};
    compared.runs[0].scenario.variant.clear();
    compared.runs[2].scenario.variant = "target";
    compared.differences = {{of("workload", Metric::responseTime, about(-0.5, 0.1)),
                             of("workload", Metric::throughput, about(-40, 12)),
                             of("db", Metric::utilisation, about(0.02, 0.001)),
                             of("api", Metric::utilisation, about(0.001, 0.002)),
                             of("db", Metric::queueLength, about(5, 1)),
                             of("phone", Metric::responseTime, about(0.2, 0.3), Statistic::p95)},
                            {of("workload", Metric::responseTime, {0.5, std::nullopt})}};
    return compared;
}

std::vector<std::string> column(const Table& table, std::size_t index) {
    std::vector<std::string> texts;
    for (const auto& row : table.rows) texts.push_back(row[index].text);
    return texts;
}

}  // namespace

class ComparisonReportTest : public QObject {
    Q_OBJECT

private slots:
    void differencesReadAsAPersonWritesThem_data() {
        QTest::addColumn<sim::Estimate>("difference");
        QTest::addColumn<Unit>("unit");
        QTest::addColumn<QString>("text");
        const auto row = [](const char* text, sim::Estimate difference, Unit unit) {
            QTest::newRow(text) << difference << unit << QString(text);
        };
        row("−12.3 ± 1.2 ms", about(-0.01234, 0.00123), Unit::seconds);
        row("+0.2 ± 4.0 s", about(0.2, 4), Unit::seconds);
        row("0.0 ± 4.0 s", about(0.0001, 4), Unit::seconds);
        row("+1.23 s", {1.2345, std::nullopt}, Unit::seconds);
        row("0 ± 0", about(0, 0), Unit::count);
        row("−15.3 ± 1.1 pp", about(-0.1534, 0.011), Unit::share);
        row("+8 ± 0", about(8, 0), Unit::count);
        row("−40 ± 12/s", about(-40, 12), Unit::perSecond);
        row("−120 ± 35 USD", about(-120, 35), Unit::usd);
        row("–", {}, Unit::seconds);
    }
    void differencesReadAsAPersonWritesThem() {
        QFETCH(sim::Estimate, difference);
        QFETCH(Unit, unit);
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(differenceText(difference, unit)), text);
    }

    void whatWasAskedForComesFirstAndWhatDiffersAfterIt() {
        const Table table = differencesTable(threeRuns(), 1);
        QCOMPARE(table.caption, std::string("today against base"));
        QCOMPARE(column(table, 0), (std::vector<std::string>{
                                       "p95(phone.response_time)", "mean(workload.response_time)",
                                       "workload.throughput", "db.utilisation"}));
        QCOMPARE(column(table, 5),
                 (std::vector<std::string>{"no difference seen", "better", "worse", "more"}));
        QCOMPARE(table.rows[1][5].mark, std::optional(Mark::good));
        QCOMPARE(table.rows[2][5].mark, std::optional(Mark::bad));
        QVERIFY(!table.rows[3][5].mark);
    }

    void withoutAnIntervalNobodyKnows() {
        const Table table = differencesTable(threeRuns(), 2);
        QCOMPARE(column(table, 5), (std::vector<std::string>{"–"}));
        QCOMPARE(column(table, 3), (std::vector<std::string>{"+500 ms"}));
    }

    void runsAreToldApartByWhatDiffers() {
        ComparedRuns compared = threeRuns();
        QCOMPARE(labelsOf(compared), (std::vector<std::string>{"base", "today", "target"}));
        compared.runs[1] = sampleRun(10'000);
        QVERIFY(labelsOf(compared)[0].starts_with("base at 30"));
        QVERIFY(labelsOf(compared)[1].starts_with("today at 10"));
    }

    void pathsNameTheRunWhereThereAreSeveral() {
        const auto json = comparisonJson(threeRuns());
        QCOMPARE(json["variants"].size(), 3u);
        QCOMPARE(json["notes"][0].get<std::string>(), std::string("A note."));
        const auto& first = json["differences"]["mean(workload.response_time) @ today"];
        QCOMPARE(first["value"].get<double>(), -0.5);
        QCOMPARE(first["half_width"].get<double>(), 0.1);
        QVERIFY(
            json["differences"]["mean(workload.response_time) @ target"]["half_width"].is_null());
        ComparedRuns two = threeRuns();
        two.runs.pop_back();
        two.differences.pop_back();
        two.asked = 2;
        QVERIFY(comparisonJson(two)["differences"].contains("p95(phone.response_time)"));
        // One of three that was interrupted keeps its names.
        two.asked = 3;
        QVERIFY(comparisonJson(two)["differences"].contains("p95(phone.response_time) @ today"));
        two.runs[1] = sampleRun(10'000);
        two.runs[1].scenario.variant = "today";
        QVERIFY(comparisonJson(two)["differences"].contains("workload.throughput @ today=10000"));
    }
};

QTEST_GUILESS_MAIN(ComparisonReportTest)
#include "tst_comparison_report.moc"
