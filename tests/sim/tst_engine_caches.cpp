// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/study/experiment.h"
#include "tests/sim/small_run.h"

#include <QtTest>

#include <cmath>
#include <vector>

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
/// is over. Among them, b has the lowest priority.
SmallRun lookUpsInOrder(const std::string& cache, const std::string& keys) {
    std::string classes, operations, journey;
    for (const char key : std::string("abc")) {
        classes += std::string(1, key) +
                   ": {count: 1, size: 4 KB, priority: " + (key == 'b' ? "1" : "5") + "}, ";
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
    void firstInGoesFirst();
    void leastFrequentlyUsedGoesFirst();
    void lowestPriorityGoesFirst();
    void soonestToExpireGoesFirst();
    void fifoAndRandomHitAlike();
    void leastFrequentlyUsedKeepsThePopular();
    void bytesBoundTheEntries();
    void entriesLiveFromTheAnswerOn();
    void readsDoNotRenewEntries();
    void classesOfKeysHaveLifetimesOfTheirOwn();
    void missesOnTheWayAreMissesToo();
    void singleFlightShares();
    void singleFlightSharesFailures();
    void failureLeavesNoEntry();
    void accessIsPaidByHitsAndMisses();
    void writesPassThroughAndInvalidate();
    void namedOperationsAreWrites();
    void writesThroughReplaceTheEntry();
    void writesAroundLeaveTheEntry();
    void writesBehindComeInBatches();
    void writesBehindAreOneRequestAboutAll();
    void eventsDropTheKeyOfTheRequest();
    void eventsDropThePopularKeys();
    void eventsDropTheUsersOwnKey();
    void everyTierIsFilled();
    void unpromotedEntriesStayWhereTheyAre();
    void hitsOfAGroupCountTogether();
    void groupsAreTargetsOfObjectives();
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

namespace {
Count hits(const std::string& eviction, const std::string& keys, const std::string& more = {}) {
    return lookUpsInOrder("capacity: 2 items, eviction: " + eviction + more, keys)
        .total("cache")
        .hits;
}
}  // namespace

void EngineCachesTest::firstInGoesFirst() {
    QCOMPARE(hits("lru", "abaca"), Count{2});
    QCOMPARE(hits("fifo", "abaca"), Count{1});  // c drove a out, whenever it was used
    QCOMPARE(hits("fifo", "abacb"), Count{2});
}

void EngineCachesTest::leastFrequentlyUsedGoesFirst() {
    QCOMPARE(hits("lru", "aabca"), Count{1});
    QCOMPARE(hits("lfu", "aabca"), Count{2});  // c drove b out
    QCOMPARE(hits("lfu", "abcb"), Count{1});   // of equal ones, the longest unused went
    QCOMPARE(hits("lfu", "abca"), Count{0});
}

void EngineCachesTest::lowestPriorityGoesFirst() {
    QCOMPARE(hits("lru", "abca"), Count{0});
    QCOMPARE(hits("priority", "abca"), Count{1});
    QCOMPARE(hits("priority", "acbc"), Count{1});  // of equal ones, the least recently used went
    QCOMPARE(hits("priority", "acba"), Count{0});
}

void EngineCachesTest::soonestToExpireGoesFirst() {
    const std::string lifetimes = ", ttl: {b: 3.5 s, others: 20 s}";
    QCOMPARE(hits("lru", "abca", lifetimes), Count{0});
    QCOMPARE(hits("ttl", "abca", lifetimes), Count{1});
    QCOMPARE(hits("ttl", "acba", lifetimes), Count{0});  // of those left, a had entered first
}

namespace {

/// Share of hits of independent look-ups of `count` keys by Zipf's law, exponent 1.
double hitRatio(const std::string& eviction, int capacity, int count) {
    const SmallRun run("keys: {some: {count: " + std::to_string(count) +
                           ", popularity: zipf(1)}}\ncomponents:\n"
                           "  app: {type: service, operations: {x: [{call: {to: cache, operation: "
                           "read, keys: some}}]}}\n"
                           "  cache: {type: cache, capacity: " +
                           std::to_string(capacity) + " items, eviction: " + eviction +
                           ", origin: db}\n  db: {type: external, latency: 0 s}\n"
                           "workload: {entry: app, arrivals: poisson(100/s), profiles: {p: "
                           "{actions: {x: 1}}}}\n",
                       1000);
    const auto total = run.total("cache");
    return static_cast<double>(total.hits) / static_cast<double>(total.lookUps);
}

std::vector<double> zipfShares(int count) {
    std::vector<double> shares;
    double sum = 0;
    for (int i = 1; i <= count; ++i) sum += 1.0 / i;
    for (int i = 1; i <= count; ++i) shares.push_back(1.0 / i / sum);
    return shares;
}

/// For room for two: the probability of each pair in the cache is as the product of its shares
/// (King 1971 for FIFO; Gelenbe, "A unified approach to the evaluation of a class of replacement
/// algorithms", IEEE Trans. Computers C-22, 1973, for both).
double hitRatioOfPairs(const std::vector<double>& shares) {
    double weight = 0, hit = 0;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            weight += shares[i] * shares[j];
            hit += shares[i] * shares[j] * (shares[i] + shares[j]);
        }
    }
    return hit / weight;
}

}  // namespace

void EngineCachesTest::fifoAndRandomHitAlike() {
    const double expected = hitRatioOfPairs(zipfShares(6));
    QVERIFY(std::abs(hitRatio("fifo", 2, 6) - expected) < 0.006);
    QVERIFY(std::abs(hitRatio("random", 2, 6) - expected) < 0.006);
    QVERIFY(hitRatio("lru", 2, 6) > expected + 0.01);
}

// As counts begin anew with every entry, a few keys that came early keep the places of more popular
// ones; nothing keeps more than the most popular.
void EngineCachesTest::leastFrequentlyUsedKeepsThePopular() {
    const std::vector<double> shares = zipfShares(200);
    double popular = 0;
    for (std::size_t i = 0; i < 20; ++i) popular += shares[i];
    const double lfu = hitRatio("lfu", 20, 200);
    QVERIFY2(lfu < popular + 0.005, qPrintable(QString::number(lfu)));
    QVERIFY2(lfu > popular - 0.07, qPrintable(QString::number(lfu)));
    QVERIFY(hitRatio("lru", 20, 200) < lfu - 0.03);
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

void EngineCachesTest::classesOfKeysHaveLifetimesOfTheirOwn() {
    const SmallRun run =
        lookUpsInOrder("capacity: unlimited, ttl: {a: 1.5 s, others: 1 h}", "aaabbb");
    QCOMPARE(run.total("cache").hits, Count{3});
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

// At 0 s read, 1 s read, 2 s write, and so on; what is read at 0 s expires at 2.5 s.
void EngineCachesTest::writesThroughReplaceTheEntry() {
    const SmallRun run = readsAndWrites(", ttl: 2.5 s, write_policy: write_through", "write");
    QCOMPARE(run.total("cache").hits, Count{5});
    QCOMPARE(run.total("db").begun, Count{4});
}

void EngineCachesTest::writesAroundLeaveTheEntry() {
    const SmallRun run = readsAndWrites(", ttl: 2.5 s, write_policy: write_around", "write");
    QCOMPARE(run.total("cache").hits, Count{3});
    QCOMPARE(run.total("db").begun, Count{6});
    const SmallRun stale = readsAndWrites(", write_policy: write_around", "write");
    QCOMPARE(stale.total("cache").hits, Count{5});
}

void EngineCachesTest::writesBehindComeInBatches() {
    // Written at 2, 5 and 8 s; the first two, of the same key, go on at 6.5 s as one.
    const std::string behind = ", write_policy: write_behind, write_behind: ";
    const SmallRun run = readsAndWrites(behind + "{every: 4.5 s}", "write");
    QCOMPARE(run.total("cache").hits, Count{5});
    QCOMPARE(run.total("cache").answered, Count{9});
    QCOMPARE(run.total("db").begun, Count{2});
    const SmallRun single = readsAndWrites(behind + "{size: 1}", "write");
    QCOMPARE(single.total("db").begun, Count{4});
    COMPARE_TIME(single.total("cache").responseSum, 0.0);
}

void EngineCachesTest::writesBehindAreOneRequestAboutAll() {
    // Three keys written at 0 s, and again.
    const SmallRun run(
        "keys: {own: {popularity: own}}\n"
        "components:\n"
        "  app: {type: service, operations: {x: [\n"
        "      {call: {to: cache, operation: write, keys: own, times: 2}}]}}\n"
        "  cache: {type: cache, capacity: unlimited, origin: db, write_policy: write_behind}\n"
        "  db: {type: database, servers: 1, operations: {write: [{work: {time: 100 ms, each: 10 "
        "ms}}]}}\n" +
        test::crowd(3));
    QCOMPARE(run.total("db").answered, Count{1});
    COMPARE_TIME(run.total("db").busyArea, 0.13);
    COMPARE_TIME(run.total("app").responseSum, 0.0);
}

namespace {

/// A user reads, reads, and does something else that a cache of what was read may look at.
SmallRun readsAndEvents(const std::string& invalidate, const std::string& keysOfEvent,
                        int seconds = 9) {
    return SmallRun(
        "keys: {one: {count: 1}, other: {count: 1}, four: {count: 4}, own: "
        "{popularity: own}}\n"
        "components:\n"
        "  app: {type: service, operations: {\n"
        "      get: [{call: {to: cache, operation: read, keys: one}}],\n"
        "      any: [{call: {to: cache, operation: read, keys: four}}],\n"
        "      mine: [{call: {to: cache, operation: read, keys: own}}],\n"
        "      put: [{call: {to: log, operation: add" +
            keysOfEvent +
            "}}]}}\n"
            "  log: {type: service, operations: {add: [{delay: 0 s}]}}\n"
            "  cache: {type: cache, capacity: unlimited, origin: db, invalidate: " +
            invalidate +
            "}\n"
            "  db: {type: external, latency: 0 s}\n"
            "workload: {entry: app, users: 1, start: together, profiles: {p: {think: "
            "1 s, journey: " +
            (seconds > 9 ? "[any, put]" : "[get, get, put]") + "}}}\n",
        seconds);
}

}  // namespace

void EngineCachesTest::eventsDropTheKeyOfTheRequest() {
    const auto hits = [](const std::string& invalidate, const std::string& keys) {
        return readsAndEvents(invalidate, keys).total("cache").hits;
    };
    QCOMPARE(hits("{on: [log.add]}", ", keys: one"), Count{3});
    QCOMPARE(hits("{on: [log.add], keys: one}", ", keys: one"), Count{3});
    QCOMPARE(hits("{on: [app.put], keys: one}", ""), Count{3});
    QCOMPARE(hits("[{on: [app.any], keys: one}, {on: [app.get, log.add], keys: one}]", ""),
             Count{0});
    QCOMPARE(hits("{on: [log.add]}", ", keys: other"), Count{5});
    QCOMPARE(hits("{on: [log.add], keys: four}", ", keys: one"), Count{5});
}

void EngineCachesTest::eventsDropThePopularKeys() {
    // Of four keys that are asked for alike, two are dropped after each look-up; or one and, every
    // second time, another one.
    const auto ratio = [](const std::string& drops) {
        const auto total =
            readsAndEvents("{on: [log.add], keys: four, drops: " + drops + "}", "", 8000)
                .total("cache");
        return static_cast<double>(total.hits) / static_cast<double>(total.lookUps);
    };
    QVERIFY(std::abs(ratio("2") - 0.5) < 0.03);
    QVERIFY(std::abs(ratio("1") - 0.75) < 0.03);
    QVERIFY(ratio("1.5") > 0.53 && ratio("1.5") < 0.72);
    QCOMPARE(ratio("9"), 0.0);
}

void EngineCachesTest::eventsDropTheUsersOwnKey() {
    const SmallRun run(
        "keys: {own: {popularity: own}}\n"
        "components:\n"
        "  app: {type: service, operations: {\n"
        "      x: [{call: {to: cache, operation: read, keys: own}}], put: [{delay: 1 s}]}}\n"
        "  cache: {type: cache, capacity: unlimited, origin: db, invalidate: {on: [app.put], keys: "
        "own}}\n"
        "  db: {type: external, latency: 0 s}\n"
        "workload: {entry: app, profiles: {\n"
        "    readers: {users: 3, think: 1 s, actions: {x: 1}},\n"
        "    one: {users: 1, think: 1 s, journey: [x, put]}}}\n");
    // The readers miss once each, the other one every time.
    const Count own = run.action("put").begun;
    QVERIFY(own > 5);
    const auto total = run.total("cache");
    QVERIFY(total.lookUps - total.hits >= 3 + own - 1 && total.lookUps - total.hits <= 3 + own + 1);
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

void EngineCachesTest::unpromotedEntriesStayWhereTheyAre() {
    const SmallRun run(
        "keys: {one: {count: 1}}\n"
        "components:\n"
        "  app: {type: service, operations: {x: [{call: {to: near, operation: read, keys: "
        "one}}]}}\n"
        "  near: {type: cache, capacity: unlimited, ttl: 1.5 s, origin: pool}\n"
        "  pool: {type: pool, size: {max: 5}, to: far}\n"
        "  far: {type: cache, capacity: unlimited, ttl: 5.5 s, promote: false, origin: db}\n"
        "  db: {type: external, latency: 0 s}\n" +
        kTenArrivals);
    // From the database at 1 and 7 s into both; near has it at 2 and 8 s, far for the rest.
    QCOMPARE(run.total("near").hits, Count{2});
    QCOMPARE(run.total("far").lookUps, Count{8});
    QCOMPARE(run.total("far").hits, Count{6});
    QCOMPARE(run.total("db").begun, Count{2});
}

void EngineCachesTest::hitsOfAGroupCountTogether() {
    const SmallRun run(
        "keys: {one: {count: 1}}\n"
        "components:\n"
        "  app: {type: service, operations: {x: [{call: {to: near, operation: read, keys: "
        "one}}]}}\n"
        "  near: {type: cache, capacity: unlimited, ttl: 1.5 s, group: tiers, origin: pool}\n"
        "  pool: {type: pool, size: {max: 5}, to: far}\n"
        "  far: {type: cache, capacity: unlimited, ttl: 5.5 s, group: tiers, origin: db}\n"
        "  db: {type: external, latency: 0 s}\n" +
        kTenArrivals);
    QCOMPARE(run.total("near").hits, Count{5});
    QCOMPARE(run.total("far").hits, Count{3});
    QCOMPARE(run.group("tiers").lookUps, Count{10});
    QCOMPARE(run.group("tiers").hits, Count{8});
}

void EngineCachesTest::groupsAreTargetsOfObjectives() {
    const auto result = sim::runExperiment(
        test::scenarioOf(
            "headroom: 1\nname: Small\nrun: {warm_up: none, duration: 30 s, replications: 1}\n" +
            tenLookUps("capacity: unlimited, group: tiers", "latency: 0 s") +
            "slos: [{name: s, objective: tiers.hit_ratio > 80 %}]\n"),
        {});
    QVERIFY(!result.slos.empty());
    QCOMPARE(result.slos.front().name, std::string("s"));
    COMPARE_TIME(result.slos.front().value.value.value_or(-1), 0.9);
    QVERIFY_THROWS_EXCEPTION(
        std::runtime_error,
        test::scenarioOf("headroom: 1\nname: Small\n" +
                         tenLookUps("capacity: unlimited, group: tiers", "latency: 0 s") +
                         "slos: [{name: s, objective: tiers.throughput > 1/s}]\n"));
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
