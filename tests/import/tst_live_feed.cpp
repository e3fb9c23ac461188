// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import/live_feed.h"
#include "tests/import/prometheus_server.h"

using namespace headroom::import;
using headroom::test::FakeServer;
using headroom::test::matrixFor;

class LiveFeedTest : public QObject {
    Q_OBJECT

private slots:
    void deliversEachValueOnce();
    void losesNothingWhileTheServerIsAway();
    void catchesUpInParts();
    void mayEndBeforeItsAnswer();
};

namespace {

constexpr std::int64_t kStart = 1'700'000'000'000;

struct Watched {
    explicit Watched(const QString& address) : client(QUrl(address), {}) {
        feed = std::make_unique<LiveFeed>(client, std::vector<LiveQuery>{{"api.utilisation", "cpu"}}, kStart + 1, 1000, [this] { return now; },
                                          LiveFeed::Callbacks{[this](const auto& series) { take(series); }, [this](const std::string&) { ++lost; },
                                                              [this] { ++back; }});
    }
    void take(const std::vector<headroom::archive::Series>& series) {
        for (const auto& point : series.front().points) points.push_back(point);
        name = series.front().key.name;
    }
    /// The values of a second each, from the first on, without a gap and none twice.
    bool isWhole() const {
        for (std::size_t i = 0; i < points.size(); ++i) {
            const std::int64_t ms = kStart + static_cast<std::int64_t>(i + 1) * 1000;
            if (points[i].ms != ms || points[i].value != static_cast<double>(ms) / 1000) return false;
        }
        return true;
    }
    bool waitFor(std::size_t count) { return QTest::qWaitFor([&] { return points.size() >= count; }, 5000) && points.size() == count; }

    PrometheusClient client;
    std::unique_ptr<LiveFeed> feed;
    std::int64_t now = kStart;
    std::vector<headroom::archive::Point> points;
    std::string name;
    int lost = 0, back = 0;
};

QByteArray clockOf(const QByteArray& request) {
    return matrixFor(request, [](double t) { return t; });
}

}  // namespace

void LiveFeedTest::deliversEachValueOnce() {
    FakeServer server(clockOf);
    Watched watched(server.address());
    watched.feed->poll();
    QCOMPARE(server.requests.size(), 0);  // nothing is due yet
    for (std::size_t second = 1; second <= 5; ++second) {
        watched.now = kStart + static_cast<std::int64_t>(second + 1) * 1000;
        watched.feed->poll();
        watched.feed->poll();  // while the first is under way
        QVERIFY(watched.waitFor(second));
    }
    QVERIFY(watched.isWhole());
    QCOMPARE(watched.name, std::string("api.utilisation"));
    QCOMPARE(watched.lost, 0);
}

void LiveFeedTest::losesNothingWhileTheServerIsAway() {
    FakeServer server(clockOf);
    Watched watched(server.address());
    watched.now = kStart + 6000;
    watched.feed->poll();
    QVERIFY(watched.waitFor(5));
    server.close();
    for (int second = 7; second <= 9; ++second) {
        watched.now = kStart + second * 1000;
        watched.feed->poll();
        QTRY_VERIFY(watched.feed->isLost());
        QTest::qWait(0);
    }
    QCOMPARE(watched.lost, 1);
    QCOMPARE(watched.points.size(), std::size_t{5});
    QVERIFY(server.open());
    watched.now = kStart + 21'000;
    QVERIFY(QTest::qWaitFor([&] {
        watched.feed->poll();
        return watched.points.size() >= 20;
    }, 5000));
    QCOMPARE(watched.points.size(), std::size_t{20});
    QVERIFY(watched.isWhole());
    QCOMPARE(watched.back, 1);
    QVERIFY(!watched.feed->isLost());
}

void LiveFeedTest::catchesUpInParts() {
    FakeServer server(clockOf);
    Watched watched(server.address());
    watched.now = kStart + 25'001'000;
    watched.feed->poll();
    QVERIFY(watched.waitFor(25'000));
    QVERIFY(watched.isWhole());
    QCOMPARE(server.requests.size(), 3);
}

void LiveFeedTest::mayEndBeforeItsAnswer() {
    FakeServer server(clockOf);
    Watched watched(server.address());
    watched.now = kStart + 6000;
    watched.feed->poll();
    watched.feed.reset();
    QTRY_COMPARE(server.requests.size(), 1);
    QTest::qWait(0);
    QCOMPARE(watched.points.size(), std::size_t{0});
}

QTEST_GUILESS_MAIN(LiveFeedTest)
#include "tst_live_feed.moc"
