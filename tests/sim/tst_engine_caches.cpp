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

/// Look-ups of the only key there is, at 1 s, 2 s … 10 s.
std::string tenLookUps(const std::string& cache, const std::string& origin) {
    return "keys: {one: {count: 1, size: 4 KB}}\n"
           "components:\n"
           "  app: {type: service, operations: {x: [{call: {to: cache, operation: read, keys: "
           "one}}]}}\n"
           "  cache: {type: cache, origin: db, " +
           cache + "}\n  db: {type: external, " + origin + "}\n" + kTenArrivals;
}

/// One user who asks for these keys, each the only one of its class, a second apart; then the run
/// is over.
SmallRun lookUpsInOrder(const std::string& cache, const std::string& keys) {
    std::string classes, operations, journey;
    for (const char key : std::string("abc")) {
        classes += std::string(1, key) + ": {count: 1, size: 4 KB}, ";
        operations +=
            std::string(1, key) + ": [{call: {to: cache, operation: read, keys: " + key + "}}], ";
    }
    for (const char key : keys) journey += std::string(1, key) + ", ";
    return SmallRun("keys: {" + classes + "}\ncomponents:\n  app: {type: service, operations: {" +
                        operations + "}}\n  cache: {type: cache, origin: db, " + cache +
                        "}\n  db: {type: external, latency: 0 s}\n"
                        "workload: {entry: app, users: 1, start: together, profiles: {p: {think: 1 "
                        "s, journey: [" +
                        journey + "]}}}\n",
                    static_cast<int>(keys.size()));
}

}  // namespace

/// What is in a cache, since when, and who waits for what is on its way.
class EngineCachesTest : public QObject {
    Q_OBJECT

private slots:
    void leastRecentlyUsedGoesFirst();
    void bytesBoundTheEntries();
    void entriesLiveFromTheAnswerOn();
    void readsDoNotRenewEntries();
    void missesOnTheWayAreMissesToo();
    void singleFlightShares();
    void singleFlightSharesFailures();
    void failureLeavesNoEntry();
    void accessIsPaidByHitsAndMisses();
    void writesPassThroughAndInvalidate();
    void namedOperationsAreWrites();
    void everyTierIsFilled();
    void warmCacheHitsAtOnce();
    void instancesHaveTheirOwnCaches();
    void usersHaveTheirOwnCaches();
    void ownKeysDiffer();
    void givenRatios();
};

void EngineCachesTest::leastRecentlyUsedGoesFirst() {
    const auto hits = [](const std::string& keys) {
        return lookUpsInOrder("capacity: 2 items", keys).total("cache").hits;
    };
    QCOMPARE(hits("aba"), Count{1});
    QCOMPARE(hits("abaca"), Count{2});  // c drove b out
    QCOMPARE(hits("abacb"), Count{1});
    QCOMPARE(hits("abcab"), Count{0});
}

void EngineCachesTest::bytesBoundTheEntries() {
    QCOMPARE(lookUpsInOrder("capacity: 11 KB", "abaca").total("cache").hits, Count{2});
    QCOMPARE(lookUpsInOrder("capacity: 12 KB", "abcabc").total("cache").hits, Count{3});
    QCOMPARE(lookUpsInOrder("capacity: 3 KB", "aaa").total("cache").hits, Count{0});
}

void EngineCachesTest::entriesLiveFromTheAnswerOn() {
    // Asked for at 1 s, there from 1.7 s to 5.2 s; again at 6 s.
    const SmallRun run(tenLookUps("capacity: unlimited, ttl: 3.5 s", "latency: 700 ms"));
    QCOMPARE(run.total("cache").lookUps, Count{10});
    QCOMPARE(run.total("cache").hits, Count{8});
    QCOMPARE(run.total("db").begun, Count{2});
}

void EngineCachesTest::readsDoNotRenewEntries() {
    const SmallRun run(tenLookUps("capacity: unlimited, ttl: 3.5 s", "latency: 0 s"));
    QCOMPARE(run.total("cache").hits, Count{7});  // misses at 1 s, 5 s, 9 s
}

void EngineCachesTest::missesOnTheWayAreMissesToo() {
    const SmallRun run(tenLookUps("capacity: unlimited", "latency: 2.5 s"));
    QCOMPARE(run.total("db").begun, Count{3});
    QCOMPARE(run.total("cache").hits, Count{7});
    QCOMPARE(run.total("cache").coalesced, Count{0});
    COMPARE_TIME(run.total("app").responseSum, 3 * 2.5);
}

void EngineCachesTest::singleFlightShares() {
    const SmallRun run(tenLookUps("capacity: unlimited, single_flight: true", "latency: 2.5 s"));
    QCOMPARE(run.total("db").begun, Count{1});
    QCOMPARE(run.total("cache").hits, Count{7});
    QCOMPARE(run.total("cache").coalesced, Count{2});
    QCOMPARE(run.total("cache").lookUps, Count{10});
    COMPARE_TIME(run.total("cache").responseSum, 2.5 + 1.5 + 0.5);
}

void EngineCachesTest::singleFlightSharesFailures() {
    const SmallRun run(
        tenLookUps("capacity: unlimited, single_flight: true", "latency: 2.5 s, errors: 100 %"));
    QCOMPARE(run.total("db").begun, Count{4});  // at 1 s, 4 s, 7 s, 10 s
    QCOMPARE(run.total("cache").failed, Count{10});
    QCOMPARE(run.total("cache").coalesced, Count{6});
    QCOMPARE(run.total("workload").failed, Count{10});
}

void EngineCachesTest::failureLeavesNoEntry() {
    const SmallRun run(tenLookUps("capacity: unlimited", "latency: 0 s, errors: 100 %"));
    QCOMPARE(run.total("db").begun, Count{10});
    QCOMPARE(run.total("cache").hits, Count{0});
}

void EngineCachesTest::accessIsPaidByHitsAndMisses() {
    const SmallRun run(tenLookUps("capacity: unlimited, access: 100 ms", "latency: 500 ms"));
    COMPARE_TIME(run.total("cache").responseSum, 10 * 0.1 + 0.5);
    COMPARE_TIME(run.total("cache").ownSum, 10 * 0.1);
}

namespace {

/// A user reads, reads, writes, and again, a second apart.
SmallRun readsAndWrites(const std::string& cache, const std::string& write) {
    return SmallRun(
        "keys: {one: {count: 1}}\n"
        "components:\n"
        "  app: {type: service, operations: {\n"
        "      get: [{call: {to: cache, operation: read, keys: one}}],\n"
        "      put: [{call: {to: cache, operation: " +
            write +
            ", keys: one}}]}}\n"
            "  cache: {type: cache, capacity: unlimited, origin: db" +
            cache +
            "}\n"
            "  db: {type: external, latency: 0 s}\n"
            "workload: {entry: app, users: 1, start: together, profiles: {p: {think: 1 s, journey: "
            "[get, get, put]}}}\n",
        9);
}

}  // namespace

void EngineCachesTest::writesPassThroughAndInvalidate() {
    const SmallRun run = readsAndWrites("", "write");
    QCOMPARE(run.total("cache").lookUps, Count{6});
    QCOMPARE(run.total("cache").hits, Count{3});
    QCOMPARE(run.total("cache").answered, Count{9});
    QCOMPARE(run.total("db").begun, Count{6});
}

void EngineCachesTest::namedOperationsAreWrites() {
    const SmallRun update = readsAndWrites(", writes: [update, delete]", "update");
    QCOMPARE(update.total("cache").lookUps, Count{6});
    QCOMPARE(update.total("cache").hits, Count{3});
    // Any other operation looks its key up like a read.
    const SmallRun write = readsAndWrites(", writes: [update, delete]", "write");
    QCOMPARE(write.total("cache").lookUps, Count{9});
    QCOMPARE(write.total("cache").hits, Count{8});
}

void EngineCachesTest::everyTierIsFilled() {
    const SmallRun run(
        "keys: {one: {count: 1}}\n"
        "components:\n"
        "  app: {type: service, operations: {x: [{call: {to: near, operation: read, keys: "
        "one}}]}}\n"
        "  near: {type: cache, capacity: unlimited, ttl: 1.5 s, origin: far}\n"
        "  far: {type: cache, capacity: unlimited, ttl: 5.5 s, origin: db}\n"
        "  db: {type: external, latency: 0 s}\n" +
        kTenArrivals);
    // near misses at 1, 3, 5, 7, 9 s; far has it from 1 s to 6.5 s, then from 7 s.
    QCOMPARE(run.total("near").hits, Count{5});
    QCOMPARE(run.total("far").lookUps, Count{5});
    QCOMPARE(run.total("far").hits, Count{3});
    QCOMPARE(run.total("db").begun, Count{2});
}

void EngineCachesTest::warmCacheHitsAtOnce() {
    const SmallRun run(tenLookUps("capacity: 1 items, start: warm", "latency: 0 s"));
    QCOMPARE(run.total("cache").hits, Count{10});
    QCOMPARE(run.total("db").begun, Count{0});
}

void EngineCachesTest::instancesHaveTheirOwnCaches() {
    const SmallRun run(
        "keys: {one: {count: 1}}\n"
        "components:\n"
        "  app: {type: service, instances: 3, operations: {x: [{call: {to: cache, operation: read, "
        "keys: one}}]}}\n"
        "  cache: {type: cache, scope: instance, capacity: 1 items, origin: db}\n"
        "  db: {type: external, latency: 0 s}\n" +
        kTenArrivals);
    QCOMPARE(run.total("db").begun, Count{3});
    QCOMPARE(run.total("cache").hits, Count{7});
}

namespace {

/// Three users look something up twice, at 0 and at 1 s.
SmallRun threeUsers(const std::string& keys, const std::string& scope) {
    return SmallRun("keys: {some: {" + keys +
                        "}}\n"
                        "components:\n"
                        "  app: {type: service, operations: {x: [{call: {to: cache, operation: "
                        "read, keys: some}}]}}\n"
                        "  cache: {type: cache, scope: " +
                        scope +
                        ", capacity: 10 items, origin: db}\n"
                        "  db: {type: external, latency: 0 s}\n"
                        "workload: {entry: app, users: 3, start: together, profiles: {p: {think: 1 "
                        "s, actions: {x: 1}}}}\n",
                    2);
}

}  // namespace

void EngineCachesTest::usersHaveTheirOwnCaches() {
    QCOMPARE(threeUsers("count: 1", "user").total("db").begun, Count{3});
    QCOMPARE(threeUsers("count: 1", "shared").total("db").begun, Count{1});
}

void EngineCachesTest::ownKeysDiffer() {
    const SmallRun run = threeUsers("popularity: own", "shared");
    QCOMPARE(run.total("db").begun, Count{3});
    QCOMPARE(run.total("cache").hits, Count{3});
}

void EngineCachesTest::givenRatios() {
    QCOMPARE(SmallRun(tenLookUps("hit_ratio: 100 %", "latency: 1 s")).total("cache").hits,
             Count{10});
    QCOMPARE(SmallRun(tenLookUps("hit_ratio: 0 %", "latency: 1 s")).total("db").begun, Count{10});
}

QTEST_GUILESS_MAIN(EngineCachesTest)
#include "tst_engine_caches.moc"
