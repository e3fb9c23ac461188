// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/small_run.h"

#include <QtTest>

#include <cmath>

using namespace headroom;
using test::crowd;
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

/// An app that fetches one picture a request from a CDN; the origin takes 1 s.
std::string app(const std::string& cdn, const std::string& keys = "one", int fetches = 1) {
    return "keys: {one: {count: 1, size: 50 KB}, many: {count: 1 k, popularity: zipf(0.9), size: "
           "50 KB}}\n"
           "components:\n"
           "  app: {type: service, operations: {x: [{call: {to: edge, operation: get, keys: " +
           keys + ", times: " + std::to_string(fetches) +
           "}}]}}\n"
           "  edge: {type: cdn, origin: store, " +
           (cdn.find("hit_ratio") == std::string::npos ? "capacity: unlimited, " : "") + cdn +
           "}\n"
           "  store: {type: service, cpus: 100, operations: {get: [{work: 1 s}], write: [{work: 1 "
           "s}]}}\n";
}

}  // namespace

/// CDNs: edges, shield, bandwidth, egress.
class CdnTest : public QObject {
    Q_OBJECT

private slots:
    void missPaysTheWayToTheOrigin();
    void everyEdgeHasItsOwnStore();
    void shieldAnswersForTheOrigin();
    void edgesCollapseRequests();
    void bandwidthIsShared();
    void answersAreMetered();
    void operationSaysHowLargeItsAnswerIs();
    void fixedRatioNeedsNoKeys();
    void writesPassThrough();
    void writesReplaceWhatTheEdgesHave();
    void writesBehindGoToTheOriginLater();
    void eventsInvalidateEveryEdge();
    void whatIsNotPromotedStaysInTheEdge();
    void hitsCountForTheGroup();
};

void CdnTest::missPaysTheWayToTheOrigin() {
    const SmallRun run(app("rtt: 200 ms, access: 10 ms") + kTenArrivals);
    // The second comes 200 ms before the first is answered, and waits with it.
    COMPARE_TIME(run.total("app").responseSum, 10 * 0.01 + 1.2 + 0.2);
    QCOMPARE(run.total("edge").hits, Count{8});
    QCOMPARE(run.total("edge").coalesced, Count{1});
    QCOMPARE(run.total("edge").lookUps, Count{10});
    QCOMPARE(run.total("store").answered, Count{1});
}

void CdnTest::everyEdgeHasItsOwnStore() {
    // A thousand users who come once, each at one of ten edges: every edge fetches once.
    const std::string users =
        "workload: {entry: app, arrivals: {process: constant, steps: [{at: 0 s, rate: 50/s}, "
        "{at: 20 s, rate: 0/s}]}, profiles: {p: {actions: {x: 1}}}}\n";
    const SmallRun run(app("edges: 10") + users);
    QCOMPARE(run.total("store").answered, Count{10});
    const auto total = run.total("edge");
    QCOMPARE(total.hits + total.coalesced + 10, total.lookUps);
}

void CdnTest::shieldAnswersForTheOrigin() {
    const std::string users =
        "workload: {entry: app, arrivals: {process: constant, steps: [{at: 0 s, rate: 0.5/s}, "
        "{at: 200 s, rate: 0/s}]}, profiles: {p: {actions: {x: 1}}}}\n";
    const SmallRun run(app("edges: 10, shield: true, rtt: 100 ms") + users, 250);
    QCOMPARE(run.total("store").answered, Count{1});
    const auto total = run.total("edge");
    QCOMPARE(total.lookUps, total.answered);
    QCOMPARE(total.hits + total.coalesced + 1, total.lookUps);
    // Ten edges pay the way, one the origin's second.
    COMPARE_TIME(total.responseSum, 10 * 0.1 + 1.0);
    COMPARE_TIME(total.ownSum, 10 * 0.1);
    QCOMPARE(total.begun, total.answered);
}

void CdnTest::edgesCollapseRequests() {
    const SmallRun run(app("edges: 1") + crowd(20));
    QCOMPARE(run.total("store").answered, Count{1});
    QCOMPARE(run.total("edge").coalesced, Count{19});
    const SmallRun apart(app("edges: 1, single_flight: false") + crowd(20));
    QCOMPARE(apart.total("store").answered, Count{20});
}

void CdnTest::bandwidthIsShared() {
    // 50 KB at 400 kbit/s take a second; two of them take two.
    const SmallRun run(app("hit_ratio: 100 %, bandwidth: 400 kbit/s") + crowd(2));
    COMPARE_TIME(run.total("edge").responseSum, 4.0);
    COMPARE_TIME(run.total("edge").busyArea, 2.0);
    COMPARE_TIME(run.total("edge").capacityArea, 30.0);
}

void CdnTest::answersAreMetered() {
    const SmallRun run(app("edges: 2") + kTenArrivals);
    QCOMPARE(run.total("edge").egressBytes, Count{500'000});
    QVERIFY(run.log("edge").hasEgress);
    QVERIFY(!run.log("app").hasEgress);
}

void CdnTest::operationSaysHowLargeItsAnswerIs() {
    const SmallRun run(
        "components:\n"
        "  app: {type: service, operations: {x: [{call: {to: edge, operation: get}}]}}\n"
        "  edge: {type: cdn, origin: store, hit_ratio: 0 %}\n"
        "  store: {type: service, operations: {get: {answer: 7 KB, steps: [{work: 1 s}]}}}\n" +
        kTenArrivals);
    QCOMPARE(run.total("edge").egressBytes, Count{70'000});
    QCOMPARE(run.total("store").egressBytes, Count{70'000});
}

void CdnTest::fixedRatioNeedsNoKeys() {
    const SmallRun run(
        "components:\n"
        "  app: {type: service, operations: {x: [{call: {to: edge, operation: get, times: "
        "1000}}]}}\n"
        "  edge: {type: cdn, origin: store, hit_ratio: 95 %, shield: true}\n"
        "  store: {type: external, latency: 1 ms}\n" +
        kTenArrivals);
    const auto hits = static_cast<double>(run.total("edge").hits);
    QVERIFY2(std::abs(hits - 9500) < 4 * std::sqrt(10000 * 0.95 * 0.05),
             qPrintable(QString::number(hits)));
}

void CdnTest::writesPassThrough() {
    const SmallRun run(
        "keys: {one: {count: 1, size: 50 KB}}\n"
        "components:\n"
        "  app: {type: service, operations: {x: [{call: {to: edge, operation: get, keys: one}},\n"
        "        {call: {to: edge, operation: write, keys: one}}]}}\n"
        "  edge: {type: cdn, origin: store, capacity: 1 GB}\n"
        "  store: {type: external, latency: 100 ms}\n" +
        kTenArrivals);
    QCOMPARE(run.total("edge").hits, Count{0});
    QCOMPARE(run.total("store").answered, Count{20});
}

namespace {
/// Every ten seconds the key is written, and read 4 s later.
std::string writer(const std::string& cdn, const std::string& more = "") {
    return "keys: {one: {count: 1, size: 50 KB}}\n"
           "components:\n"
           "  app: {type: service, operations: {x: [{call: {to: edge, operation: write, keys: one}},"
           " {delay: 4 s}, {call: {to: edge, operation: get, keys: one}}]}}\n"
           "  edge: {type: cdn, origin: store, capacity: unlimited, " + cdn + "}\n"
           "  store: {type: service, cpus: 100, operations: {get: [{work: 1 s}], write: [{work: 1 s}]}}\n" +
           more +
           "workload: {entry: app, arrivals: {process: constant, steps: [{at: 0 s, rate: 0.1/s},"
           " {at: 55 s, rate: 0/s}]}, profiles: {p: {actions: {x: 1}}}}\n";
}
}  // namespace

void CdnTest::writesReplaceWhatTheEdgesHave() {
    const SmallRun dropped(writer("rtt: 200 ms"), 100);
    QCOMPARE(dropped.total("edge").hits, Count{0});
    COMPARE_TIME(dropped.total("app").responseSum, 5 * (1.2 + 4 + 1.2));
    const SmallRun replaced(writer("rtt: 200 ms, write_policy: write_through"), 100);
    QCOMPARE(replaced.total("edge").hits, Count{5});
    QCOMPARE(replaced.total("store").begun, Count{5});
    const SmallRun around(writer("rtt: 200 ms, write_policy: write_around"), 100);
    QCOMPARE(around.total("edge").hits, Count{4});  // all but the first, however stale
}

// The writer does not wait; two seconds later the origin is told, which takes the way and 1 s.
void CdnTest::writesBehindGoToTheOriginLater() {
    const SmallRun run(writer("rtt: 200 ms, write_policy: write_behind, write_behind: {every: 2 s, size: 9}"), 100);
    COMPARE_TIME(run.total("app").responseSum, 5 * 4.0);
    QCOMPARE(run.total("edge").hits, Count{5});
    QCOMPARE(run.total("store").answered, Count{5});
    QCOMPARE(run.log("store").intervals.at(12).begun, Count{1});  // written at 10 s
}

// Ten users, who read at different edges, and one who has it dropped at 20.5 s.
void CdnTest::eventsInvalidateEveryEdge() {
    const std::string body =
        "keys: {one: {count: 1, size: 50 KB}}\n"
        "components:\n"
        "  app: {type: service, cpus: 9, operations: {x: [{call: {to: edge, operation: get, keys: one}}]}}\n"
        "  news: {type: service, operations: {publish: [{work: 1 ms}]}}\n"
        "  edge: {type: cdn, edges: 3, origin: store, capacity: unlimited, invalidate: {on: [news.publish], keys: one}}\n"
        "  store: {type: service, cpus: 100, operations: {get: [{work: 10 ms}]}}\n"
        "workload: {entry: app, profiles: {readers: {arrivals: {process: constant, steps: [{at: 0 s, rate: 20/s}]}, actions: {x: 1}},"
        " paper: {entry: news, arrivals: {process: constant, steps: [{at: 10 s, rate: 0.1/s}, {at: 25 s, rate: 0/s}]}, actions: {publish: 1}}}}\n";
    const SmallRun run(body, 30);
    QCOMPARE(run.total("news").answered, Count{1});
    QCOMPARE(run.total("store").begun, Count{6});  // each of three edges twice
}

/// A browser's cache in front of the CDN.
std::string browser(const std::string& edge) {
    return "keys: {one: {count: 1, size: 50 KB}}\n"
           "components:\n"
           "  app: {type: service, operations: {x: [{call: {to: near, operation: get, keys: one}}]}}\n"
           "  near: {type: cache, capacity: unlimited, group: all, origin: edge}\n"
           "  edge: {type: cdn, origin: store, capacity: unlimited, group: all" + edge + "}\n"
           "  store: {type: external, latency: 10 ms}\n" + kTenArrivals;
}

void CdnTest::whatIsNotPromotedStaysInTheEdge() {
    // The first answer comes from the origin and is entered in both; a flushed cache asks the edge.
    const std::string flush = "faults: [{at: 3.5 s, flush: near}]\n";
    QCOMPARE(SmallRun(flush + browser("")).total("edge").hits, Count{1});
    const SmallRun kept(flush + browser(", promote: false"));
    QCOMPARE(kept.total("edge").hits, Count{7});
    QCOMPARE(kept.total("near").hits, Count{2});
    const SmallRun shield(flush + browser(", promote: false, shield: true, edges: 2"));
    QVERIFY(shield.total("edge").hits >= 6);
}

void CdnTest::hitsCountForTheGroup() {
    const SmallRun run("faults: [{at: 3.5 s, flush: near}]\n" + browser(""));
    QCOMPARE(run.group("all").lookUps, Count{10});
    QCOMPARE(run.group("all").hits, Count{9});
}

QTEST_GUILESS_MAIN(CdnTest)
#include "tst_cdn.moc"
