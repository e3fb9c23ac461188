// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/small_run.h"

#include <QtTest>

#include <cmath>

using namespace headroom;
using test::kTenArrivals;
using test::SmallRun;

namespace {

using Count = std::uint64_t;
bool isClose(double value, double expected) { return std::abs(value - expected) < 1e-6; }
#define COMPARE_TIME(value, expected) \
    QVERIFY2(                         \
        isClose(value, expected),     \
        qPrintable(                   \
            QStringLiteral("%1, expected %2").arg(value, 0, 'g', 12).arg(expected, 0, 'g', 12)))

/// Ten arrivals, or a crowd, that ask the client `app` for x.
std::string page(const std::string& client, const std::string& steps) {
    return "keys: {pictures: {count: 10, size: 100 KB}}\n"
           "components:\n"
           "  app: {type: client, to: api, " +
           client + ", operations: {x: [" + steps +
           "]}}\n"
           "  api: {type: service, cpus: 100, operations: {html: {answer: 10 KB, steps: [{work: 1 "
           "s}]},\n"
           "        image: [{work: 500 ms}]}}\n";
}
std::string users(int count, const std::string& more = "") {
    return "workload: {entry: app, start: together, users: " + std::to_string(count) +
           ", profiles: {p: {think: 1 h, actions: {x: 1}" + more + "}}}\n";
}
/// A client without operations in front of a service that takes 1 s.
std::string phone(const std::string& client) {
    return "components:\n"
           "  app: {type: client, to: api, " +
           client +
           "}\n"
           "  api: {type: service, cpus: 1000, operations: {x: {answer: 10 KB, steps: [{work: 1 "
           "s}]}}}\n";
}

}  // namespace

/// Clients: networks, pages, frames, and users who are offline.
class ClientTest : public QObject {
    Q_OBJECT

private slots:
    void usersAreDealtToNetworks();
    void profileBringsItsNetwork();
    void everyFetchOfAPagePaysTheNetwork();
    void fetchesOfAPageRunInParallel();
    void timeoutOfAFetchIncludesTheNetwork();
    void devicesDoOneThingAtATime();
    void marksTellWhenThePageShows();
    void pictureIsAsLargeAsItsKey();
    void framesOverTheBudgetAreLate();
    void offlineUsersSendLater();
    void devicesKeepSoMuch();
    void offlineUsersComeBackOverTime();
    void memoryIsThatOfAUser();
    void tooMuchMemoryIsCleanedUp();
};

void ClientTest::usersAreDealtToNetworks() {
    const std::string networks =
        "networks: {fast: {share: 80 %, rtt: 100 ms}, slow: {share: 20 %, rtt: 1 s, down: 80 "
        "kbit/s}}";
    const SmallRun run(phone(networks) + users(1000));
    // On the slow network the round trip and 10 KB take two seconds.
    const double expected = 1000 + 800 * 0.1 + 200 * 2.0;
    QVERIFY(std::abs(run.total("app").responseSum - expected) < 2 * 1.9);  // two users at most
    COMPARE_TIME(run.total("api").responseSum, 1000.0);
}

void ClientTest::profileBringsItsNetwork() {
    const std::string two =
        "workload: {entry: app, start: together, profiles: {\n"
        "   near: {users: 10, think: 1 h, actions: {x: 1}},\n"
        "   far: {users: 10, think: 1 h, actions: {x: 1}, network: {rtt: 2 s}}}}\n";
    const SmallRun run(phone("network: {rtt: 100 ms}") + two);
    COMPARE_TIME(run.total("app").responseSum, 10 * 1.1 + 10 * 3.0);
    QCOMPARE(run.action("x").answered, Count{20});
}

void ClientTest::everyFetchOfAPagePaysTheNetwork() {
    const SmallRun run(
        page("network: {rtt: 200 ms, down: 800 kbit/s}",
             "{call: {to: api, operation: html}}, {call: {to: api, operation: image}}") +
        users(1));
    // 10 KB take 100 ms; the image has no size.
    COMPARE_TIME(run.total("app").responseSum, 0.3 + 1.0 + 0.2 + 0.5);
    COMPARE_TIME(run.total("app").ownSum, 0.5);
    QCOMPARE(run.total("app").begun, Count{1});
    COMPARE_TIME(run.total("api").responseSum, 1.5);
}

void ClientTest::fetchesOfAPageRunInParallel() {
    const SmallRun run(page("network: {rtt: 200 ms}",
                            "{parallel: {steps: [{call: {to: api, operation: html}},"
                            " {call: {to: api, operation: image}}]}}") +
                       users(1));
    COMPARE_TIME(run.total("app").responseSum, 1.2);
    COMPARE_TIME(run.total("app").ownSum, 0.2);
}

void ClientTest::timeoutOfAFetchIncludesTheNetwork() {
    const SmallRun run(
        page("network: {rtt: 200 ms}",
             "{call: {to: api, operation: html, timeout: 1100 ms, retry: {attempts: 1}, "
             "on_error: ignore}}") +
        users(1));
    COMPARE_TIME(run.total("app").responseSum, 2.2);
    QCOMPARE(run.total("api").answered, Count{2});
}

void ClientTest::devicesDoOneThingAtATime() {
    const SmallRun run(
        page("network: {rtt: 0 ms}",
             "{parallel: {steps: [{work: 300 ms}, {work: 100 ms}, {work: 200 ms}, {delay: 100 ms}]}}, "
             "{work: 50 ms}") +
        users(2));
    COMPARE_TIME(run.total("app").responseSum, 2 * 0.65);
    COMPARE_TIME(run.total("app").cpuWaitSum, 2 * (0.3 + 0.4));  // in the order of the file
}

void ClientTest::marksTellWhenThePageShows() {
    const SmallRun run(
        page("network: {rtt: 200 ms}",
             "{call: {to: api, operation: html}}, {work: 100 ms}, {mark: first_paint},"
             " {parallel: {steps: [{steps: [{call: {to: api, operation: image}}, "
             "{mark: largest_paint}]}, {call: {to: api, operation: html}}]}}") +
        users(3));
    const auto total = run.total("app");
    QCOMPARE(total.firstPaints, Count{3});
    COMPARE_TIME(total.firstPaintSum, 3 * 1.3);
    COMPARE_TIME(total.largestPaintSum, 3 * 2.0);
    COMPARE_TIME(total.responseSum, 3 * 2.5);
}

void ClientTest::pictureIsAsLargeAsItsKey() {
    const SmallRun run(
        page("network: {down: 800 kbit/s}", "{call: {to: api, operation: image, keys: pictures}}") +
        users(1));
    COMPARE_TIME(run.total("app").responseSum, 1.0 + 0.5);
}

void ClientTest::framesOverTheBudgetAreLate() {
    const SmallRun run(phone("frame: {budget: 16 ms, work: 10 ms, each: 1 ms, items: 10}") +
                       users(10));
    const auto total = run.total("app");
    QCOMPARE(total.frames, Count{10});
    QCOMPARE(total.lateFrames, Count{10});
    COMPARE_TIME(total.frameTime, 10 * 0.032);
    const SmallRun good(phone("frame: {budget: 16 ms, work: 16 ms}") + users(10));
    QCOMPARE(good.total("app").lateFrames, Count{0});
    COMPARE_TIME(good.total("app").frameTime, 10 * 0.016);
}

void ClientTest::offlineUsersSendLater() {
    const SmallRun run(phone("offline: {share: 100 %, at: 0 s, for: 10 s}") + users(20));
    // The device answers for the network; all is sent at 10 s.
    COMPARE_TIME(run.total("workload").responseSum, 0.0);
    QCOMPARE(run.total("workload").answered, Count{20});
    COMPARE_TIME(run.total("app").deliverySum, 20 * 11.0);
    COMPARE_TIME(run.total("api").busyArea, 20.0);
    const SmallRun some(phone("offline: {share: 30 %, at: 0 s, for: 10 s}") + users(1000), 60);
    const auto later = static_cast<double>(some.total("app").deliveries);
    QVERIFY2(std::abs(later - 300) < 4 * std::sqrt(1000 * 0.3 * 0.7),
             qPrintable(QString::number(later)));
}

void ClientTest::devicesKeepSoMuch() {
    const std::string busy =
        "workload: {entry: app, users: 1, start: together, profiles: {p: {think: 1 s, actions: {x: "
        "1}}}}\n";
    const SmallRun run(phone("offline: {share: 100 %, at: 0 s, for: 5500 ms, keeps: 2}") + busy, 6);
    // Actions at 0, 1, 2 … 5 s: two are kept, four are lost.
    QCOMPARE(run.total("workload").failed, Count{4});
    QCOMPARE(run.total("workload").answered, Count{2});
}

void ClientTest::offlineUsersComeBackOverTime() {
    const SmallRun run(
        phone("offline: {share: 100 %, at: 0 s, for: 10 s, back_over: 20 s}") + users(1000), 60);
    const double mean = run.total("app").deliverySum / 1000;
    QVERIFY2(std::abs(mean - 21) < 4 * 20 / std::sqrt(12.0 * 1000),
             qPrintable(QString::number(mean)));
}

namespace {
/// Every user reads another picture of 10 MB each second, and has a cache for them.
std::string album(const std::string& memory) {
    return "keys: {pictures: {count: 1 M, popularity: uniform, size: 10 MB}}\n"
           "components:\n"
           "  app: {type: client, to: shots" + memory + ", operations: {x: [{call: {to: shots, operation: get, keys: pictures}}]}}\n"
           "  shots: {type: cache, scope: user, capacity: unlimited, origin: store}\n"
           "  store: {type: external, latency: 1 ms}\n"
           "workload: {entry: app, start: together, users: 2, profiles: {p: {think: 999 ms, actions: {x: 1}}}}\n";
}
/// Bytes of one user at the end of a second.
double memoryAt(const SmallRun& run, std::size_t second) {
    const sim::IntervalCounts& counts = run.log("app").intervals.at(second);
    return counts.memoryArea / counts.instancesArea;
}
}  // namespace

void ClientTest::memoryIsThatOfAUser() {
    const SmallRun run(album(", memory: {base: 120 MB}"));
    QCOMPARE(memoryAt(run, 0), 130e6);
    QCOMPARE(memoryAt(run, 9), 220e6);
    QCOMPARE(memoryAt(run, 29), 420e6);
}

// 120 MB and twelve pictures fit; half of thirteen, seven, go.
void ClientTest::tooMuchMemoryIsCleanedUp() {
    const SmallRun run(album(", memory: {base: 120 MB, limit: 245 MB, clean_up: 50 %}"));
    QCOMPARE(memoryAt(run, 11), 240e6);
    QCOMPARE(memoryAt(run, 12), 180e6);
    QCOMPARE(memoryAt(run, 13), 190e6);
    for (std::size_t second = 0; second < 30; ++second) QVERIFY(memoryAt(run, second) <= 245e6);
}

QTEST_GUILESS_MAIN(ClientTest)
#include "tst_client.moc"
