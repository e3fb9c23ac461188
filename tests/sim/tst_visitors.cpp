// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/traffic/visitors.h"
#include "tests/sim/small_run.h"

#include <QtTest>

#include <set>

using namespace headroom;

/// Users who come once: what is kept for them is bounded by how many are there at a time.
class VisitorsTest : public QObject {
    Q_OBJECT

private slots:
    void placesAreUsedAgain();
    void numbersAreNot();
    void numbersBeginAgainWithoutThoseStillThere();
    void aVisitorFindsWhatHeKeptAndNothingOfOthers();
    void whatComesAfterHeHasGoneIsNotKept();
};

void VisitorsTest::placesAreUsedAgain() {
    sim::Visitors visitors(100, 1'000'000);
    std::set<std::uint32_t> places;
    std::uint32_t before = visitors.come();
    for (int i = 0; i < 1000; ++i) {
        const std::uint32_t now = visitors.come();
        QVERIFY(visitors.placeOf(now) != visitors.placeOf(before));
        visitors.leave(before);
        QVERIFY(!visitors.isHere(before));
        before = now;
        places.insert(visitors.placeOf(now));
    }
    QCOMPARE(places, (std::set<std::uint32_t>{100, 101}));
}

void VisitorsTest::numbersAreNot() {
    sim::Visitors visitors(0, 1'000'000);
    std::set<std::uint32_t> numbers;
    for (int i = 0; i < 1000; ++i) {
        numbers.insert(visitors.come());
        visitors.leave(*numbers.rbegin());
    }
    QCOMPARE(numbers.size(), 1000u);
}

void VisitorsTest::numbersBeginAgainWithoutThoseStillThere() {
    sim::Visitors visitors(10, 14);
    const std::uint32_t stays = visitors.come();
    for (int i = 0; i < 20; ++i) {
        const std::uint32_t other = visitors.come();
        QVERIFY(other != stays && other >= 10 && other <= 14);
        visitors.leave(other);
    }
}

// The first look-up of each visitor misses, the second and third hit; the key is his own.
void VisitorsTest::aVisitorFindsWhatHeKeptAndNothingOfOthers() {
    const test::SmallRun run(
        "keys: {own: {popularity: own}}\n"
        "components:\n"
        "  app: {type: service, operations: {x: [{call: {to: phone, operation: read, keys: own, "
        "times: 3}}]}}\n"
        "  phone: {type: cache, scope: user, capacity: 9 items, origin: db}\n"
        "  db: {type: external, latency: 5 ms}\n"
        "workload: {entry: app, arrivals: constant(100/s), profiles: {p: {actions: {x: 1}}}}\n");
    const auto phone = run.total("phone");
    QVERIFY(phone.answered > 8000);
    QVERIFY(phone.answered % 3 == 0);
    QCOMPARE(phone.hits * 3, phone.lookUps * 2);
}

// He loses patience before the origin answers; what the origin then answers is for nobody's cache.
void VisitorsTest::whatComesAfterHeHasGoneIsNotKept() {
    const test::SmallRun run(
        "keys: {own: {popularity: own}}\n"
        "components:\n"
        "  client: {type: client, timeout: 10 ms, to: app}\n"
        "  app: {type: service, operations: {x: [{call: {to: phone, operation: read, keys: own, "
        "times: 2}}]}}\n"
        "  phone: {type: cache, scope: user, capacity: 9 items, single_flight: true, origin: db}\n"
        "  db: {type: external, latency: 50 ms}\n"
        "workload: {entry: client, arrivals: constant(100/s), profiles: {p: {actions: {x: 1}}}}\n");
    QCOMPARE(run.total("workload").answered, 0u);
    QVERIFY(run.total("phone").lookUps > 5000);
    QCOMPARE(run.total("phone").hits, 0u);
    QVERIFY(run.result().brokenInvariants.empty());
}

QTEST_GUILESS_MAIN(VisitorsTest)
#include "tst_visitors.moc"
