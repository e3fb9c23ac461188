// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/archive.h"
#include "app/import/live_feed.h"
#include "tests/hardening/files.h"
#include "tests/import/prometheus_server.h"

#include <QDateTime>

#include <malloc.h>

using namespace headroom;

/// A server that is polled for long: all is filed, and nothing grows but the archive.
class LivePollingTest : public QObject, test::OwnFolder {
    Q_OBJECT

private slots:
    void doesNotGrow();
    void doesNotGrowByARealServer();
};

namespace {

constexpr int kQueries = 4;
constexpr std::int64_t kStepMs = 1000;
constexpr std::int64_t kStartMs = 1'700'000'000'000;
constexpr int kStepsAPoll = 10;

/// A quarter of what keeping the points would take, beside what Qt, SQLite and the heap still warm up.
double mayGrow(int points) { return 80 * 1024 + 0.25 * sizeof(archive::Point) * points; }

double bytesInUse() {
    const struct mallinfo2 info = mallinfo2();
    return static_cast<double>(info.uordblks + info.hblkhd);
}

/// A feed whose parts are filed as the window files them: the archive is opened for each.
class Watch {
public:
    Watch(const QString& address, std::string archive, std::string promql, std::int64_t fromMs, std::function<std::int64_t()> now)
        : client_(QUrl(address), {}), archive_(std::move(archive)) {
        std::vector<import::LiveQuery> queries;
        for (int i = 0; i < kQueries; ++i) queries.push_back({"c" + std::to_string(i) + ".queue_length", promql});
        import_ = archive::Archive(archive_).begin({0, "http://localhost", "prometheus", 1, 0, false});
        import::LiveFeed::Callbacks callbacks;
        callbacks.received = [this](const std::vector<archive::Series>& parts) {
            archive::Archive(archive_).append(import_, parts);
            for (const archive::Series& part : parts) received += static_cast<int>(part.points.size());
        };
        callbacks.lost = [this](const std::string& why) { lost = why; };
        feed = std::make_unique<import::LiveFeed>(client_, std::move(queries), fromMs, kStepMs, std::move(now), std::move(callbacks));
    }
    std::size_t filed() const {
        std::size_t points = 0;
        for (const archive::Series& series : archive::Archive(archive_).seriesOfImport(import_)) points += series.points.size();
        return points;
    }

    int received = 0;
    std::string lost;
    std::unique_ptr<import::LiveFeed> feed;

private:
    import::PrometheusClient client_;
    std::string archive_;
    std::int64_t import_ = 0;
};

}  // namespace

void LivePollingTest::doesNotGrow() {
    test::FakeServer server([](const QByteArray& request) { return test::matrixFor(request, [](double t) { return t; }); });
    std::int64_t now = kStartMs + kStepMs;
    Watch watch(server.address(), in("fast.sqlite").toStdString(), "x", kStartMs + 1, [&now] { return now; });
    const auto pollFor = [&](int polls) {
        for (int poll = 0; poll < polls; ++poll) {
            now += kStepsAPoll * kStepMs;
            watch.feed->poll();
            const int due = watch.received + kQueries * kStepsAPoll;
            if (!QTest::qWaitFor([&] { return watch.received == due; })) return false;
            server.requests.clear();
        }
        return true;
    };
    QVERIFY(pollFor(100));
    const double before = bytesInUse();
    const int polls = 300, points = polls * kQueries * kStepsAPoll;
    QVERIFY(pollFor(polls));
    const double grown = bytesInUse() - before;
    qInfo("%d points, %.0f bytes more in use", points, grown);
    QVERIFY(grown < mayGrow(points));
    QCOMPARE(watch.filed(), static_cast<std::size_t>(watch.received));
    QCOMPARE(watch.lost, std::string());
}

/// HEADROOM_POLL_MINUTES with a Prometheus that scrapes itself; eight seconds without it.
void LivePollingTest::doesNotGrowByARealServer() {
    if (!test::hasPrometheus()) QSKIP("Prometheus is not installed");
    const int minutes = qEnvironmentVariableIntValue("HEADROOM_POLL_MINUTES");
    test::Prometheus prometheus;
    QVERIFY(prometheus.start());
    const auto clock = [] { return QDateTime::currentMSecsSinceEpoch(); };
    Watch watch(prometheus.address(), in("real.sqlite").toStdString(), "vector(time())", clock() - 60'000, clock);
    watch.feed->start();
    const int seconds = minutes > 0 ? minutes * 60 : 8;
    const int first = kQueries * (60 + seconds / 4), last = kQueries * (60 + seconds);
    QVERIFY2(QTest::qWaitFor([&] { return watch.received >= first; }, seconds * 1000 + 10'000), watch.lost.c_str());
    const double before = bytesInUse();
    const auto filedBefore = watch.filed();
    QVERIFY2(QTest::qWaitFor([&] { return watch.received >= last; }, seconds * 1000 + 10'000), watch.lost.c_str());
    const double grown = bytesInUse() - before;
    qInfo("%d points, %.0f bytes more in use", watch.received - first, grown);
    QVERIFY(grown < mayGrow(watch.received - first));
    QVERIFY(filedBefore < watch.filed());
    QCOMPARE(watch.filed(), static_cast<std::size_t>(watch.received));
    QCOMPARE(watch.lost, std::string());
}

QTEST_GUILESS_MAIN(LivePollingTest)
#include "tst_live_polling.moc"
