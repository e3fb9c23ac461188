// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import/open_metrics.h"
#include "app/import/prometheus_fetch.h"
#include "tests/app/program.h"
#include "tests/import/prometheus_server.h"
#include "tests/import/reading.h"

#include <QJsonArray>

#include <cmath>

using namespace headroom::import;
using headroom::test::FakeServer;
using headroom::test::matrixFor;
using headroom::test::Prometheus;
namespace archive = headroom::archive;
namespace model = headroom::model;

class PrometheusTest : public QObject {
    Q_OBJECT

private slots:
    void readsAnswers();
    void refusesAddresses_data();
    void refusesAddresses();
    void readsRecordedAnswers();
    void sendsCredentialsAndKeepsThem();
    void asksInParts();
    void goesOnWhereItStopped();
    void saysWhyNot_data();
    void saysWhyNot();
    void verifiesCertificates();
    void findsInARealServerWhatARunSimulated();
    void isScrapedAndReadBack();
};

namespace {

RangeAnswer ask(const QString& address, const std::string& query, Credentials credentials = {}) {
    PrometheusClient client(QUrl(address), std::move(credentials));
    return client.askAndWait({query, 1'000'000, 1'060'000, 15'000}, [] { return true; });
}

std::vector<archive::Fetch> oneFetch(std::int64_t points) {
    return {{"workload.throughput", "rate", 1000, 1'000'000, 1'000'000 + (points - 1) * 1000, 1'000'000}};
}

FetchOptions impatient() {
    FetchOptions options;
    options.attempts = 2;
    options.firstPauseMs = 1;
    return options;
}

}  // namespace

void PrometheusTest::readsAnswers() {
    const auto answer = parseRangeAnswer(
        R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{"__name__":"queue_depth","queue":"jobs"},
        "values":[[1704068670,"1"],[1704068685.5,"4e2"],[1704068700,"NaN"],[1704068715,"+Inf"]]}]}})");
    QCOMPARE(answer.error, std::string());
    QCOMPARE(answer.series.front().key.labels.at("queue"), std::string("jobs"));
    const auto& points = answer.series.front().points;
    QCOMPARE(points[1].ms, std::int64_t{1704068685500});
    QCOMPARE(points[1].value, 400.0);
    QVERIFY(std::isnan(points[2].value) && std::isinf(points[3].value));
    QVERIFY(!parseRangeAnswer("<html>").error.empty());
    QVERIFY(!parseRangeAnswer(R"({"status":"success","data":{"resultType":"vector","result":[]}})").error.empty());
    QVERIFY(parseRangeAnswer(R"({"status":"success","data":{"resultType":"matrix","result":[]}})").error.empty());
}

void PrometheusTest::refusesAddresses_data() {
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("withCredentials");
    QTest::addColumn<QString>("found");
    QTest::newRow("a file") << "file:///etc/passwd" << false << "an address that is none";
    QTest::newRow("a word") << "prometheus" << false << "an address that is none";
    QTest::newRow("a password in it") << "https://me:secret@host" << false << "credentials in the address of the server";
    QTest::newRow("unencrypted") << "http://host.example" << true << "credentials that would be sent unencrypted";
    QTest::newRow("on this machine") << "http://127.0.0.1:9090" << true << "";
    QTest::newRow("encrypted") << "https://host.example" << true << "";
    QTest::newRow("without credentials") << "http://host.example" << false << "";
}

void PrometheusTest::refusesAddresses() {
    QFETCH(QString, address);
    QFETCH(bool, withCredentials);
    QFETCH(QString, found);
    const auto url = parseServer(address.toStdString(), withCredentials ? Credentials{"me", "secret", {}} : Credentials{});
    QCOMPARE(url ? QString() : QString::fromStdString(url.error().found), found);
}

void PrometheusTest::readsRecordedAnswers() {
    const QDir folder(dataFile("prometheus-golden/responses"));
    if (!folder.exists()) QSKIP("HEADROOM_DATA has no recorded answers of Prometheus");
    int matrices = 0;
    for (const QString& name : folder.entryList({"*.json"}, QDir::Files)) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray body = file.readAll();
        if (!body.contains("\"resultType\":\"matrix\"")) continue;
        ++matrices;
        const auto answer = parseRangeAnswer(body);
        QVERIFY2(answer.error.empty(), qPrintable(name + ": " + QString::fromStdString(answer.error)));
    }
    QVERIFY(matrices > 5);
}

void PrometheusTest::sendsCredentialsAndKeepsThem() {
    FakeServer server([](const QByteArray& request) { return matrixFor(request, [](double) { return 1; }); });
    QVERIFY(ask(server.address(), "up", {"me", "se:cret", {}}).error.empty());
    QVERIFY(server.requests.last().contains("Basic " + QByteArray("me:se:cret").toBase64()));
    QVERIFY(ask(server.address(), "up{a=\"b&c\"}", {{}, {}, "token1"}).error.empty());
    QVERIFY(server.requests.last().contains("Bearer token1"));
    QVERIFY(server.requests.last().contains("query=up%7Ba%3D%22b%26c%22%7D"));
    FakeServer other([](const QByteArray&) { return FakeServer::response(200, "{}"); });
    FakeServer redirecting([&](const QByteArray&) {
        return "HTTP/1.1 302 x\r\nLocation: " + other.address().replace("127.0.0.1", "localhost").toUtf8() + "/api\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
    });
    QVERIFY(!ask(redirecting.address(), "up", {{}, {}, "token1"}).error.empty());
    QCOMPARE(other.requests.size(), 0);
}

void PrometheusTest::asksInParts() {
    FakeServer server([](const QByteArray& request) { return matrixFor(request, [](double t) { return t; }); });
    const QTemporaryDir folder;
    archive::Archive archive(folder.filePath("a.sqlite").toStdString());
    const auto id = archive.begin({0, "x", "prometheus", 0, 0, false});
    PrometheusClient client(QUrl(server.address()), {});
    QCOMPARE(fetchInto(archive, id, oneFetch(25'001), client, impatient()), std::string());
    QCOMPARE(server.requests.size(), 3);
    const auto series = archive.seriesOfImport(id);
    QCOMPARE(series.size(), std::size_t{1});
    QVERIFY(series[0].key.unit == model::Unit::perSecond);
    QCOMPARE(series[0].points.size(), std::size_t{25'001});
    for (std::size_t i = 0; i < series[0].points.size(); ++i) QCOMPARE(series[0].points[i].ms, 1'000'000 + static_cast<std::int64_t>(i) * 1000);
}

void PrometheusTest::goesOnWhereItStopped() {
    int answers = 0;
    FakeServer server([&](const QByteArray& request) {
        return ++answers == 2 || answers == 3 ? FakeServer::response(503, "{}") : matrixFor(request, [](double t) { return t; });
    });
    const QTemporaryDir folder;
    archive::Archive archive(folder.filePath("a.sqlite").toStdString());
    const auto id = archive.begin({0, "x", "prometheus", 0, 0, false});
    PrometheusClient client(QUrl(server.address()), {});
    QVERIFY(fetchInto(archive, id, oneFetch(15'000), client, impatient()).find("503") != std::string::npos);
    QCOMPARE(archive.seriesOfImport(id)[0].points.size(), std::size_t{10'000});
    QCOMPARE(fetchInto(archive, id, archive.fetches(id), client, impatient()), std::string());
    const auto points = archive.seriesOfImport(id)[0].points;
    QCOMPARE(points.size(), std::size_t{15'000});
    for (std::size_t i = 0; i < points.size(); ++i) QCOMPARE(points[i].ms, 1'000'000 + static_cast<std::int64_t>(i) * 1000);
}

void PrometheusTest::saysWhyNot_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("why");
    QTest::addColumn<bool>("mayPass");
    QTest::newRow("bad query") << 400 << QByteArray(R"({"status":"error","errorType":"bad_data","error":"parse error"})") << "parse error (HTTP 400)" << false;
    QTest::newRow("busy") << 503 << QByteArray("busy") << "HTTP 503" << true;
    QTest::newRow("another server") << 200 << QByteArray("<html>") << "the answer is not one of Prometheus" << false;
    QTest::newRow("not found") << 404 << QByteArray() << "HTTP 404" << false;
}

void PrometheusTest::saysWhyNot() {
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, why);
    QFETCH(bool, mayPass);
    FakeServer server([&](const QByteArray&) { return FakeServer::response(status, body); });
    const RangeAnswer answer = ask(server.address(), "up");
    QCOMPARE(QString::fromStdString(answer.error), why);
    QCOMPARE(answer.mayPass, mayPass);
}

void PrometheusTest::verifiesCertificates() {
    if (QStandardPaths::findExecutable("openssl").isEmpty()) QSKIP("no openssl to make a certificate with");
    const QTemporaryDir folder;
    QCOMPARE(QProcess::execute("openssl", {"req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext",
                                           "subjectAltName=DNS:localhost", "-keyout", folder.filePath("k"), "-out", folder.filePath("c")}), 0);
    QTcpServer free;
    QVERIFY(free.listen(QHostAddress::LocalHost));
    const QString port = QString::number(free.serverPort());
    free.close();
    QProcess server;
    server.start("openssl", {"s_server", "-accept", port, "-key", folder.filePath("k"), "-cert", folder.filePath("c"), "-www", "-quiet"});
    QVERIFY(server.waitForStarted());
    const auto error = [&] {
        QElapsedTimer time;  // s_server accepts what is sent to it and does not answer
        time.start();
        PrometheusClient client(QUrl("https://localhost:" + port), {});
        return client.askAndWait({"up", 0, 1000, 1000}, [&] { return time.elapsed() < 3000; }).error;
    };
    QVERIFY(QTest::qWaitFor([&] { return error().find("refused") == std::string::npos; }, 10'000));
    QVERIFY2(error().find("ertificate") != std::string::npos, error().c_str());
    qputenv("HEADROOM_PROMETHEUS_CA", QFile::encodeName(folder.filePath("c")));
    const std::string trusted = error();
    qunsetenv("HEADROOM_PROMETHEUS_CA");
    QVERIFY2(trusted.find("ertificate") == std::string::npos, trusted.c_str());
    server.kill();
    server.waitForFinished();
}

void PrometheusTest::findsInARealServerWhatARunSimulated() {
    if (!headroom::test::hasPrometheus()) QSKIP("no prometheus and promtool here (Debian: prometheus)");
    const QTemporaryDir folder;
    const auto file = [&](const char* name) { return folder.filePath(name); };
    QCOMPARE(headroom::test::headroom({"run", headroom::test::goodScenario("small_shop.yaml"), "--users", "500", "--duration", "5 min", "--replications",
                                       "1", "--quiet", "--archive", file("a.sqlite"), "--openmetrics", file("run.om")}).code, 0);
    // Some hours ago: blocks must not overlap what a server holds in memory.
    archive::Archive archive(file("a.sqlite").toStdString());
    const auto simulated = archive.seriesOfRun(1);
    const std::int64_t start = (QDateTime::currentMSecsSinceEpoch() / 3'600'000 - 10) * 3'600'000;
    Prometheus server;
    QVERIFY(server.fill(QByteArray::fromStdString(openMetricsText(simulated, start))));
    QVERIFY(server.start());
    const auto outcome = headroom::test::headroom(
        {"import", server.address(), "--query", "workload.throughput=headroom_throughput_per_second{target=\"workload\"}", "--query",
         "p95(workload.response_time)=headroom_response_time_seconds{target=\"workload\",statistic=\"p95\"}", "--from", QString::number(start / 1000 + 5),
         "--until", QString::number(start / 1000 + 300), "--step", "5 s", "--archive", file("a.sqlite"), "--quiet"});
    QVERIFY2(outcome.code == 0, outcome.err.constData());
    const auto measured = archive.seriesOfImport(1);
    QCOMPARE(measured.size(), std::size_t{2});
    for (const archive::Series& series : measured) {
        const auto same = std::ranges::find(simulated, series.key.name, [](const archive::Series& s) { return s.key.name; });
        QVERIFY(same != simulated.end());
        QVERIFY(!series.points.empty());
        std::size_t compared = 0;
        for (const archive::Point& point : same->points) {
            if (std::isnan(point.value)) continue;
            const auto found = std::ranges::find(series.points, start + point.ms, &archive::Point::ms);
            QVERIFY(found != series.points.end());
            QCOMPARE(found->value, point.value);
            ++compared;
        }
        QVERIFY(compared >= 50);
    }
}

void PrometheusTest::isScrapedAndReadBack() {
    if (!headroom::test::hasPrometheus()) QSKIP("no prometheus here");
    // A run exposed live: each scrape sees the next interval.
    int scrapes = 0;
    FakeServer exposed([&](const QByteArray&) {
        const archive::Series now{{"db.utilisation", {}, model::Unit::share}, {{0, 0.1 * (++scrapes % 8)}}};
        std::string text = openMetricsText({now}, 0);
        text = text.substr(0, text.find(" 0\n", text.find('}'))) + "\n# EOF\n";  // without a time: that of the scrape
        return FakeServer::response(200, QByteArray::fromStdString(text), "application/openmetrics-text; version=1.0.0; charset=utf-8");
    });
    Prometheus server;
    QVERIFY(server.start("scrape_configs: [{job_name: run, static_configs: [{targets: ['127.0.0.1:" + QByteArray::number(exposed.port()) + "']}]}]\n"));
    const auto seen = [&] {
        const std::int64_t now = QDateTime::currentMSecsSinceEpoch();
        PrometheusClient client(QUrl(server.address()), {});
        return client.askAndWait({"headroom_utilisation_ratio", now - 60'000, now, 1000}, [] { return true; });
    };
    QVERIFY(QTest::qWaitFor([&] { return scrapes >= 5; }, 30'000));
    const RangeAnswer answer = seen();
    QVERIFY2(answer.error.empty(), answer.error.c_str());
    QCOMPARE(answer.series.size(), std::size_t{1});
    QCOMPARE(modelSeries(answer.series[0].key)->name, std::string("db.utilisation"));
    std::vector<double> steps;  // each value as long as it stood
    for (const archive::Point& point : answer.series[0].points)
        if (steps.empty() || steps.back() != point.value) steps.push_back(point.value);
    QVERIFY2(steps.size() >= 3, qPrintable(QString::number(steps.size())));
    for (std::size_t i = 0; i < steps.size(); ++i) QVERIFY(std::abs(steps[i] - 0.1 * static_cast<double>((i + 1) % 8)) < 1e-12);
}

QTEST_GUILESS_MAIN(PrometheusTest)
#include "tst_prometheus.moc"
