// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import/open_metrics.h"
#include "tests/import/reading.h"

#include <QDirIterator>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <cmath>
#include <limits>

using namespace headroom::import;
namespace archive = headroom::archive;
namespace model = headroom::model;

class OpenMetricsTest : public QObject {
    Q_OBJECT

private slots:
    void readsSamples();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void readsTheConformanceCases();
    void makesRatesOfCounters();
    void makesQuantilesOfHistograms();
    void findsQuantilesAsPrometheusDoes_data();
    void findsQuantilesAsPrometheusDoes();
    void writesWhatItReads();
};

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

}  // namespace

void OpenMetricsTest::readsSamples() {
    const auto sample = parseSample("http_total{path=\"/a\\\\b\\\"c\\n\",code=\"200\"} 1.5e3 1520879607.789 # {trace_id=\"x\"} 0.67");
    QVERIFY(sample);
    QCOMPARE(sample->name, std::string("http_total"));
    QCOMPARE(sample->labels.at("path"), std::string("/a\\b\"c\n"));
    QCOMPARE(sample->value, 1500.0);
    QCOMPARE(*sample->timestamp, 1520879607.789);
    QVERIFY(std::isnan(parseSample("a NaN")->value));
    QCOMPARE(parseSample("a +Inf")->value, kInfinity);
    QVERIFY(!parseSample("a 1")->timestamp);
}

void OpenMetricsTest::saysWhatIsWrong_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("expected");
    QTest::newRow("name") << "0a 1" << "the name of a metric";
    QTest::newRow("label without quotes") << "a{b=c} 1" << "labels such as `{name=\"value\"}`";
    QTest::newRow("label twice") << "a{b=\"1\",b=\"2\"} 1" << "labels such as `{name=\"value\"}`";
    QTest::newRow("no value") << "a" << "a blank before the value";
    QTest::newRow("value") << "a one" << "a number";
    QTest::newRow("time") << "a 1 now" << "a timestamp";
    QTest::newRow("behind") << "a 1 2 3" << "the end of the line";
}

void OpenMetricsTest::saysWhatIsWrong() {
    QFETCH(QString, line);
    QFETCH(QString, expected);
    const auto sample = parseSample(line.toStdString());
    QVERIFY(!sample);
    QCOMPARE(QString::fromStdString(sample.error().expected), expected);
}

void OpenMetricsTest::readsTheConformanceCases() {
    if (!QFile::exists(dataFile("openmetrics/cases"))) QSKIP("HEADROOM_DATA has no OpenMetrics cases");
    QDirIterator cases(dataFile("openmetrics/cases"), QDir::Dirs | QDir::NoDotAndDotDot);
    int valid = 0;
    while (cases.hasNext()) {
        const QString folder = cases.next();
        QFile about(folder + "/test.json"), metrics(folder + "/metrics");
        QVERIFY(about.open(QIODevice::ReadOnly) && metrics.open(QIODevice::ReadOnly));
        const bool isValid = QJsonDocument::fromJson(about.readAll()).object()["shouldParse"].toBool();
        if (!isValid) continue;
        ++valid;
        for (const QByteArray& line : metrics.readAll().split('\n')) {
            if (line.isEmpty() || line.startsWith('#')) continue;
            const auto sample = parseSample(line.toStdString());
            QVERIFY2(sample, qPrintable(folder + ": " + line));
        }
    }
    QCOMPARE(valid, 44);
}

void OpenMetricsTest::makesRatesOfCounters() {
    const TextFile file("# TYPE http counter\nhttp_total{a=\"b\"} 100 1000\nhttp_total{a=\"b\"} 160 1060\nhttp_total{a=\"b\"} 30 1090\nhttp_created 1 1000\n# EOF\n");
    const Read read = readAll(file.path(), Format::openmetrics);
    const auto& rate = read.series.at("http{a=\"b\"}");
    QCOMPARE(rate.size(), std::size_t{2});
    QCOMPARE(rate[0].value, 1.0);
    QCOMPARE(rate[1].value, 1.0);  // restarted from 0
    QCOMPARE(rate[1].ms, std::int64_t{1090000});
    QCOMPARE(read.series.size(), std::size_t{1});
}

void OpenMetricsTest::makesQuantilesOfHistograms() {
    QByteArray text("# TYPE took histogram\n");
    for (const auto& [time, factor] : {std::pair{1000, 1}, {1060, 3}})
        for (const auto& [le, count] : {std::pair{"0.1", 50}, {"0.2", 95}, {"+Inf", 100}})
            text += "took_bucket{le=\"" + QByteArray(le) + "\"} " + QByteArray::number(count * factor) + " " + QByteArray::number(time) + "\n";
    const TextFile file(text + "# EOF\nafter 1 2\n");
    const Read read = readAll(file.path(), Format::openmetrics);
    QCOMPARE(read.series.at("p50(took)").size(), std::size_t{1});
    QCOMPARE(read.series.at("p50(took)")[0].value, 0.1);
    QCOMPARE(read.series.at("p95(took)")[0].value, 0.2);
    QCOMPARE(read.bad.count(), std::int64_t{1});
}

void OpenMetricsTest::findsQuantilesAsPrometheusDoes_data() {
    using Buckets = std::vector<std::pair<double, double>>;
    QTest::addColumn<Buckets>("buckets");
    QTest::addColumn<double>("median");
    QTest::addColumn<double>("high");
    // As Prometheus 2.42 answers.
    QTest::newRow("all above") << Buckets{{0.1, 0}, {1, 0}, {kInfinity, 10}} << 1.0 << 1.0;
    QTest::newRow("all in the first") << Buckets{{0.1, 10}, {1, 10}, {kInfinity, 10}} << 0.05 << 0.099;
    QTest::newRow("negative first") << Buckets{{-1, 4}, {1, 10}, {kInfinity, 10}} << -2.0 / 3 << 0.96666666666666667;
    QTest::newRow("not monotonic") << Buckets{{0.1, 5}, {0.5, 4}, {1, 10}, {kInfinity, 10}} << 0.1 << 0.99;
    QTest::newRow("uniform") << Buckets{{0.1, 10}, {0.2, 20}, {0.4, 40}, {0.8, 80}, {kInfinity, 100}} << 0.5 << 0.8;
    QTest::newRow("no last") << Buckets{{0.1, 10}, {0.2, 20}} << std::nan("") << std::nan("");
}

void OpenMetricsTest::findsQuantilesAsPrometheusDoes() {
    using Buckets = std::vector<std::pair<double, double>>;
    QFETCH(Buckets, buckets);
    QFETCH(double, median);
    QFETCH(double, high);
    const double foundMedian = bucketQuantile(0.5, buckets), foundHigh = bucketQuantile(0.99, buckets);
    QVERIFY(std::isnan(median) ? std::isnan(foundMedian) : std::abs(foundMedian - median) < 1e-12);
    QVERIFY(std::isnan(high) ? std::isnan(foundHigh) : std::abs(foundHigh - high) < 1e-12);
}

void OpenMetricsTest::writesWhatItReads() {
    const std::vector<archive::Series> series = {
        {{"p95(api.response_time)", {}, model::Unit::seconds}, {{5000, 0.25}, {10000, std::nan("")}, {15000, 0.5}}},
        {{"workload.users", {}, model::Unit::count}, {{5000, 100}}},
        {{"p99(api.response_time)", {}, model::Unit::seconds}, {{5000, 0.75}}},
        {{"db.utilisation", {}, model::Unit::share}, {{5000, 1.0 / 3}}}};
    const TextFile file(QByteArray::fromStdString(openMetricsText(series, 1'700'000'000'000)));
    const Read read = readAll(file.path(), Format::openmetrics);
    QCOMPARE(read.bad.count(), std::int64_t{0});
    QCOMPARE(read.series.at("p95(api.response_time)").size(), std::size_t{2});
    QCOMPARE(read.series.at("p95(api.response_time)")[1].ms, std::int64_t{1'700'000'015'000});
    QCOMPARE(read.series.at("p99(api.response_time)")[0].value, 0.75);
    QCOMPARE(read.series.at("db.utilisation")[0].value, 1.0 / 3);
    QCOMPARE(read.series.at("workload.users")[0].value, 100.0);
}

QTEST_GUILESS_MAIN(OpenMetricsTest)
#include "tst_open_metrics.moc"
