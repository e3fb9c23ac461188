// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/import/reading.h"

#include <QtTest>

#include <cmath>

using namespace headroom::import;
namespace model = headroom::model;

/// Files of other tools.
class ImportingTest : public QObject {
    Q_OBJECT

private slots:
    void knowsFormats_data();
    void knowsFormats();
    void readsCsvAsMapped();
    void guessesColumns();
    void writesMappingsThatItReads();
    void readsGrafanasBlocks();
    void namesBadLines();
    void leavesOutEndlessLines();
    void readsK6Csv();
    void readsK6Json();
    void readsLocust();
    void readsJmetersFixture();
    void readsGatlingsFixture();
    void putsRequestsWhereTheyEnd();
    void holdsFewPointsOfALargeFile();
    void renamesSeries();
};

void ImportingTest::knowsFormats_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("format");
    QTest::newRow("jmeter") << QByteArray("timeStamp,elapsed,label\n") << "jmeter";
    QTest::newRow("locust") << QByteArray("Timestamp,User Count,Type,Name,Requests/s\n") << "locust";
    QTest::newRow("k6 csv") << QByteArray("metric_name,timestamp,metric_value,check\n") << "k6";
    QTest::newRow("k6 json") << QByteArray("{\"type\":\"Metric\",\"data\":{},\"metric\":\"vus\"}\n") << "k6";
    QTest::newRow("gatling") << QByteArray("RUN\tSim\tsim\t1\t \t3.9\n") << "gatling";
    QTest::newRow("openmetrics") << QByteArray("# TYPE a counter\na_total 1 2\n# EOF\n") << "openmetrics";
    QTest::newRow("samples only") << QByteArray("up{job=\"api\"} 1 1700000000000\n") << "openmetrics";
    QTest::newRow("csv") << QByteArray("time,rps\n2024-01-01 00:00:00,3\n") << "csv";
    QTest::newRow("gzip") << QByteArray("\x1f\x8b\x08 zipped") << "found a packed file that is damaged or cut off";
    QTest::newRow("gatling's binary log") << QByteArray("\0\0\0\0\x06" "3.13.0", 11) << "gatling";
    QTest::newRow("locust's final figures") << QByteArray("Type,Name,Request Count,Failure Count\n") << "found Locust's final figures, which are no series";
    QTest::newRow("nothing") << QByteArray() << "found an empty file";
}

void ImportingTest::knowsFormats() {
    QFETCH(QByteArray, text);
    QFETCH(QString, format);
    const TextFile file(text);
    const auto found = formatOf(file.path());
    QCOMPARE(found ? QString::fromUtf8(formatWord(*found).data()) : "found " + QString::fromStdString(found.error().found), format);
}

void ImportingTest::readsCsvAsMapped() {
    const TextFile file("when,load,cpu\r\n2024-01-01 00:00:00,10,50\r\n2024-01-01 00:00:15,\"12\",\r\n");
    const Read read = readAll(file.path(), Format::csv, {"when", {{"load", "workload.throughput", model::Unit::perSecond, 1}, {"cpu", "api.utilisation", model::Unit::share, 0.01}}});
    QCOMPARE(read.bad.count(), std::int64_t{0});
    const auto& load = read.series.at("workload.throughput");
    QCOMPARE(load.size(), std::size_t{2});
    QCOMPARE(load[1].ms, std::int64_t{1704067215000});
    QCOMPARE(load[1].value, 12.0);
    QCOMPARE(read.series.at("api.utilisation").size(), std::size_t{1});
    QCOMPARE(read.series.at("api.utilisation")[0].value, 0.5);
}

void ImportingTest::guessesColumns() {
    const TextFile file("Name;Time;Requests/s;p95 (ms);CPU %;p99(api.response_time)\n"
                        "a;2024-01-01 00:00:00;5;120;40;0.2\nb;2024-01-01 00:01:00;6;N/A;41;0.3\n");
    const auto mapping = guessMapping(file.path());
    QVERIFY(mapping);
    const CsvMapping expected{"Time",
                              {{"Requests/s", "workload.throughput", model::Unit::perSecond, 1},
                               {"p95 (ms)", "p95(workload.response_time)", model::Unit::seconds, 1e-3},
                               {"CPU %", "CPU %", model::Unit::share, 1e-2},
                               {"p99(api.response_time)", "p99(api.response_time)", model::Unit::seconds, 1}}};
    QCOMPARE(QString::fromStdString(toText(*mapping)), QString::fromStdString(toText(expected)));
    QVERIFY(!guessMapping(TextFile("a,b\n1,2\n").path()));
}

void ImportingTest::writesMappingsThatItReads() {
    const CsvMapping mapping{"t", {{"a \"b\"", "x", model::Unit::bytes, 1024}}};
    QVERIFY(*parseMapping(toText(mapping)) == mapping);
    QVERIFY(!parseMapping("{\"time\": 3}"));
    QVERIFY(!parseMapping("what"));
}

void ImportingTest::readsGrafanasBlocks() {
    const TextFile file("sep=,\r\n\"Time\",\"p95 {job=\"\"api\"\"}\"\r\n2024-01-01 00:00:00,0.231\r\n2024-01-01 00:00:15,\r\n\r\n"
                        "\"Time\",\"rps\"\r\n2024-01-01 00:00:00,7\r\n");
    const Read read = readAll(file.path(), Format::csv, {"Time", {{"p95 {job=\"api\"}", "p95(api.response_time)", model::Unit::seconds, 1}, {"rps", "workload.throughput", model::Unit::perSecond, 1}}});
    QCOMPARE(read.bad.count(), std::int64_t{0});
    QCOMPARE(read.series.at("p95(api.response_time)").size(), std::size_t{1});
    QCOMPARE(read.series.at("workload.throughput")[0].value, 7.0);
}

void ImportingTest::namesBadLines() {
    const TextFile file("time,v\n1700000000,1\nyesterday,2\n1700000010,three\n1700000020\n1700000030,4\n");
    const Read read = readAll(file.path(), Format::csv, {"time", {{"v", "v", model::Unit::count, 1}}});
    QCOMPARE(read.series.at("v").size(), std::size_t{2});
    QCOMPARE(read.bad.count(), std::int64_t{3});
    QCOMPARE(read.bad.first()[0].line, std::int64_t{3});
    QCOMPARE(read.bad.first()[0].found, std::string("`yesterday`"));
    QCOMPARE(read.bad.first()[1].line, std::int64_t{4});
    QCOMPARE(read.bad.first()[2].found, std::string("1 fields"));
}

void ImportingTest::leavesOutEndlessLines() {
    const TextFile file("time,v\n1700000000,1\n" + QByteArray(3 << 20, '7') + "\n1700000010,2\n");
    const Read read = readAll(file.path(), Format::csv, {"time", {{"v", "v", model::Unit::count, 1}}});
    QCOMPARE(read.series.at("v").size(), std::size_t{2});
    QCOMPARE(read.bad.count(), std::int64_t{1});
    QCOMPARE(read.bad.first()[0].line, std::int64_t{3});
}

void ImportingTest::readsK6Csv() {
    const TextFile file("metric_name,timestamp,metric_value,check,error,error_code,expected_response,group,method,name,proto,scenario,service,status,subproto,tls_version,url,extra_tags,metadata\n"
                        "http_reqs,1595325560,1.000000,,,,true,,GET,/feed,HTTP/1.1,default,,200,,,u,,\n"
                        "http_req_duration,1595325560,200.000000,,,,true,,GET,/feed,HTTP/1.1,default,,200,,,u,,\n"
                        "http_req_duration,1595325561,400.000000,,,,true,,GET,/feed,HTTP/1.1,default,,200,,,u,,\n"
                        "http_req_duration,1595325562,100.000000,,,,false,,GET,/feed,HTTP/1.1,default,,500,,,u,,\n"
                        "vus,1595325562,10.000000,,,,,,,,,,,,,,,,\n"
                        "broken\n");
    const Read read = readAll(file.path(), Format::k6Csv);
    QCOMPARE(read.series.at("workload.throughput")[0].value, 0.2);
    QCOMPARE(read.series.at("workload.throughput{operation=\"GET /feed\"}")[0].value, 0.2);
    QCOMPARE(read.series.at("workload.error_ratio")[0].value, 1.0 / 3);
    QVERIFY(std::abs(read.series.at("workload.response_time")[0].value - 0.3) < 1e-9);
    QCOMPARE(read.series.at("workload.users")[0].value, 10.0);
    QCOMPARE(read.series.at("workload.users")[0].ms, std::int64_t{1595325570000});
    QCOMPARE(read.bad.count(), std::int64_t{1});
    QCOMPARE(read.bad.first()[0].line, std::int64_t{7});
}

void ImportingTest::readsK6Json() {
    const TextFile file("{\"type\":\"Metric\",\"data\":{\"type\":\"trend\"},\"metric\":\"http_req_duration\"}\n"
                        "{\"type\":\"Point\",\"data\":{\"time\":\"2020-07-21T09:59:20.5Z\",\"value\":250,\"tags\":{\"method\":\"GET\",\"name\":\"/feed\",\"status\":\"200\"}},\"metric\":\"http_req_duration\"}\n"
                        "{\"type\":\"Point\",\"data\":{\"value\":250},\"metric\":\"http_req_duration\"}\n"
                        "{not json\n");
    const Read read = readAll(file.path(), Format::k6Json);
    QCOMPARE(read.series.at("workload.response_time{operation=\"GET /feed\"}")[0].value, 0.25);
    QCOMPARE(read.bad.count(), std::int64_t{2});
}

void ImportingTest::readsLocust() {
    const TextFile file("Timestamp,User Count,Type,Name,Requests/s,Failures/s,50%,66%,75%,80%,90%,95%,98%,99%,99.9%,99.99%,100%,Total Request Count\n"
                        "1700000000,5,GET,/feed,4.0,1.0,100,1,1,1,150,200,1,300,1,1,1,9\n"
                        "1700000000,5,,Aggregated,4.0,1.0,100,1,1,1,150,200,1,300,1,1,1,9\n"
                        "1700000001,6,,Aggregated,0.0,0.0,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A,9\n");
    const Read read = readAll(file.path(), Format::locust);
    QCOMPARE(read.series.at("workload.throughput")[0].value, 3.0);
    QCOMPARE(read.series.at("workload.error_ratio")[0].value, 0.25);
    QCOMPARE(read.series.at("p95(workload.response_time)")[0].value, 0.2);
    QCOMPARE(read.series.at("p95(workload.response_time)").size(), std::size_t{1});
    QCOMPARE(read.series.at("workload.users")[1].value, 6.0);
    QCOMPARE(read.series.at("workload.throughput{operation=\"GET /feed\"}").size(), std::size_t{1});
}

void ImportingTest::readsJmetersFixture() {
    const QString path = dataFile("jmeter/HTMLReportTestFile.csv");
    if (!QFile::exists(path)) QSKIP("HEADROOM_DATA has no JMeter results");
    // One interval over all: 255 samples, 3 of them failed (apache/jmeter, bin/testfiles).
    const Read read = readAll(path.toStdString(), Format::jmeter, {}, 86'400'000);
    QCOMPARE(read.bad.count(), std::int64_t{0});
    QCOMPARE(read.series.at("workload.throughput")[0].value * 86'400, 252.0);
    QVERIFY(std::abs(read.series.at("workload.error_ratio")[0].value - 3.0 / 255) < 1e-12);
    QVERIFY(std::abs(read.series.at("p50(workload.response_time)")[0].value - 0.232) < 0.232 * 0.02);
    // The same requests, however finely they are gathered.
    const Read fine = readAll(path.toStdString(), Format::jmeter, {}, 1000);
    QVERIFY(std::abs(sumOf(fine.series.at("workload.throughput")) - 252) < 1e-9);
}

void ImportingTest::readsGatlingsFixture() {
    const QString path = dataFile("gatling/simulation_text_known_stats.log");
    if (!QFile::exists(path)) QSKIP("HEADROOM_DATA has no Gatling log");
    const Read read = readAll(path.toStdString(), Format::gatling, {}, 20'000);
    QCOMPARE(read.bad.count(), std::int64_t{0});
    QCOMPARE(read.series.at("workload.throughput{operation=\"Test Request\"}")[0].value * 20, 8.0);
    QVERIFY(std::abs(read.series.at("workload.response_time")[0].value - 5) < 1e-9);
}

void ImportingTest::putsRequestsWhereTheyEnd() {
    const TextFile file("timeStamp,elapsed,label,success\n5000,6000,a,true\n1000,500,a,true\n41000,1000,a,true\n");
    const Read read = readAll(file.path(), Format::jmeter);
    const auto& points = read.series.at("workload.throughput");
    QCOMPARE(points.size(), std::size_t{5});  // those between without a request are 0
    QCOMPARE(points[0].ms, std::int64_t{10000});
    QCOMPARE(points[1].value, 0.1);
    QCOMPARE(points[2].value, 0.0);
    QCOMPARE(points[4].ms, std::int64_t{50000});
    QCOMPARE(read.series.at("workload.response_time").size(), std::size_t{3});
}

void ImportingTest::holdsFewPointsOfALargeFile() {
    QByteArray text("time,a,b,c\n");
    for (int i = 0; i < 300'000; ++i) text += QByteArray::number(1'700'000'000 + i) + ",1,2,3\n";
    const TextFile file(text);
    const Read read = readAll(file.path(), Format::csv, {"time", {{"a", "a", {}, 1}, {"b", "b", {}, 1}, {"c", "c", {}, 1}}});
    QCOMPARE(sumOf(read.series.at("c")), 900'000.0);
    QVERIFY(read.mostHeld <= 200'000);
}

void ImportingTest::renamesSeries() {
    const auto renaming = parseRenaming("requests{route=\"/feed\"} = workload.throughput{operation=\"feed\"}");
    QVERIFY(renaming);
    QVERIFY(!parseRenaming("requests{route} = a"));
    QVERIFY(!parseRenaming("no equals sign"));
    QCOMPARE(toText(parseRenaming("a=p95(api.response_time)")->to), std::string("p95(api.response_time)"));
    const TextFile file("requests{route=\"/feed\",zone=\"a\"} 5 1700000000\nrequests{route=\"/like\"} 6 1700000000\n");
    const Read read = readAll(file.path(), Format::openmetrics, {}, 1000, {*renaming});
    QCOMPARE(read.series.at("workload.throughput{operation=\"feed\",zone=\"a\"}")[0].value, 5.0);
    QCOMPARE(read.series.at("requests{route=\"/like\"}")[0].value, 6.0);
}

QTEST_GUILESS_MAIN(ImportingTest)
#include "tst_importing.moc"
