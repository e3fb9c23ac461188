// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/components/hash_ring.h"
#include "tests/sim/small_run.h"

#include <QtTest>

#include <cmath>
#include <map>

using namespace headroom;
using test::kTenArrivals;
using test::SmallRun;

namespace {

using Count = std::uint64_t;

std::string arrivals(const std::string& rate, int seconds) {
    return "workload: {entry: lb, arrivals: {process: constant, steps: [{at: 0 s, rate: " + rate +
           "/s}, {at: " + std::to_string(seconds) + ".5 s, rate: 0/s}]},"
           " profiles: {p: {actions: {x: 1}}}}\n";
}

/// Three components behind a balancer.
std::string three(const std::string& balancer, const std::string& b = "{type: external, latency: 10 ms}") {
    return "components:\n  lb: {type: load_balancer, to: [a, b, c]" + balancer + "}\n"
           "  a: {type: external, latency: 10 ms}\n  b: " + b + "\n"
           "  c: {type: external, latency: 10 ms}\n";
}

/// Which of them got the request of each second, from the first on.
std::string order(const SmallRun& run, std::size_t requests) {
    std::string order;
    for (std::size_t second = 1; second <= requests; ++second)
        for (const char* name : {"a", "b", "c"})
            if (run.log(name).intervals.at(second).begun > 0) order += name;
    return order;
}

/// Instances behind a balancer, each of which keeps what it has read.
std::string instances(const std::string& balancer, const std::string& more) {
    return "keys: {own: {popularity: own}, many: {count: 100, popularity: uniform}}\n"
           "components:\n  lb: {type: load_balancer, to: app" + balancer + "}\n"
           "  app: {type: service, instances: 4, operations: {x: [{work: 1 ms}, " + more + "]}}\n"
           "  memory: {type: cache, scope: instance, capacity: unlimited, origin: db}\n"
           "  db: {type: external, latency: 1 ms}\n";
}

}  // namespace

/// Whom load balancers choose.
class LoadBalancerTest : public QObject {
    Q_OBJECT

private slots:
    void smoothByWeight();
    void amongComponentsInTurn();
    void leastRequestsOfComponents();
    void aUserSticksToOneInstance();
    void usersMoveWhenTheirInstanceIsGone();
    void keysGoToOneInstance();
    void aLostHostMovesOnlyItsOwn();
    void thoseOnTheRingGetEqualParts();
    void withoutProbesTheDeadAreKnown();
    void probesFindTheDead();
    void probesFindWhatIsBack();
    void aDeadComponentIsProbedToo();
    void outliersAreEjected();
    void ejectedInstancesComeBack();
};

// nginx's example of weights 5, 1, 1: a a b a c a a.
void LoadBalancerTest::smoothByWeight() {
    const SmallRun run(three(", policy: weighted, weights: {a: 5, b: 1, c: 1}") +
                       arrivals("1", 14));
    QCOMPARE(order(run, 14), std::string("aabacaaaabacaa"));
}

void LoadBalancerTest::amongComponentsInTurn() {
    const SmallRun run(three("") + arrivals("1", 6));
    QCOMPARE(order(run, 6), std::string("abcabc"));
    QCOMPARE(run.total("lb").answered, Count{6});
}

// b is busy with its first request for long.
void LoadBalancerTest::leastRequestsOfComponents() {
    const SmallRun run(three(", policy: least_requests", "{type: external, latency: 3.5 s}") +
                       arrivals("1", 7));
    QCOMPARE(order(run, 7), std::string("abcacab"));
}

// Three users who come again and again: each misses once, where their own instance is cold.
void LoadBalancerTest::aUserSticksToOneInstance() {
    const std::string users =
        "workload: {entry: lb, users: 3, profiles: {p: {think: 1 s, actions: {x: 1}}}}\n";
    const std::string read = "{call: {to: memory, operation: get, keys: own}}";
    QCOMPARE(SmallRun(instances(", policy: sticky", read) + users).total("db").begun, Count{3});
    const Count inTurn = SmallRun(instances("", read) + users, 31).total("db").begun;
    QVERIFY2(inTurn > 3, qPrintable(QString::number(inTurn)));
}

void LoadBalancerTest::usersMoveWhenTheirInstanceIsGone() {
    const std::string users =
        "faults: [{at: 10 s, kill: 1 instance of app, for: 100 s}]\n"
        "workload: {entry: lb, users: 40, profiles: {p: {think: exp(1 s), actions: {x: 1}}}}\n";
    const std::string read = "{call: {to: memory, operation: get, keys: own}}";
    const SmallRun run(instances(", policy: sticky", read) + users);
    // Ten of them begin anew elsewhere; one may have been at work there.
    const Count misses = run.total("db").begun;
    QVERIFY2(misses == 50, qPrintable(QString::number(misses)));
}

// A hundred keys, asked for by people who come once: each key is read once by one instance.
void LoadBalancerTest::keysGoToOneInstance() {
    const std::string body =
        "keys: {many: {count: 100, popularity: uniform}}\n"
        "components:\n  lb: {type: service, cpus: 9, operations: {x: [{call: {to: front, operation: x,"
        " keys: many}}]}}\n"
        "  front: {type: load_balancer, policy: hash, to: app}\n"
        "  app: {type: service, instances: 4, operations: {x: [{call: {to: memory, operation: get}}]}}\n"
        "  memory: {type: cache, scope: instance, capacity: unlimited, origin: db}\n"
        "  db: {type: external, latency: 1 ms}\n";
    QCOMPARE(SmallRun(body + arrivals("100", 25)).total("db").begun, Count{100});
}

void LoadBalancerTest::aLostHostMovesOnlyItsOwn() {
    const sim::HashRing ring(10);
    const auto all = [](std::uint32_t) { return true; };
    const auto without = [](std::uint32_t host) { return host != 3; };
    for (std::uint64_t key = 0; key < 10'000; ++key) {
        const std::uint64_t hash = sim::scrambled(key + 1);
        const std::uint32_t before = ring.find(hash, all, UINT32_MAX);
        const std::uint32_t after = ring.find(hash, without, UINT32_MAX);
        QVERIFY(before < 10 && after != 3);
        QVERIFY(before == 3 || before == after);
    }
    QCOMPARE(ring.find(1, [](std::uint32_t) { return false; }, UINT32_MAX), UINT32_MAX);
}

// 160 points a host: the parts differ by about 1/√160 of their mean.
void LoadBalancerTest::thoseOnTheRingGetEqualParts() {
    const sim::HashRing ring(10);
    std::map<std::uint32_t, int> counts;
    for (std::uint64_t key = 0; key < 100'000; ++key)
        ++counts[ring.find(sim::scrambled(key + 1), [](std::uint32_t) { return true; }, 99)];
    QCOMPARE(counts.size(), std::size_t{10});
    for (const auto& [host, count] : counts)
        QVERIFY2(std::abs(count - 10'000) < 4 * 10'000 / std::sqrt(160), qPrintable(QString::number(count)));
}

const std::string kTwo =
    "  app: {type: service, instances: 2, operations: {x: [{work: 1 ms}]}}\n";

void LoadBalancerTest::withoutProbesTheDeadAreKnown() {
    const SmallRun run("faults: [{at: 10.25 s, kill: 1 instance of app, for: 20 s}]\n"
                       "components:\n  lb: {type: load_balancer, to: app}\n" + kTwo +
                           arrivals("10", 40), 60);
    QCOMPARE(run.total("app").refused, Count{0});
}

// Probes at 12, 14 and 16 s fail: of the requests until then every second one is refused.
void LoadBalancerTest::probesFindTheDead() {
    const SmallRun run("faults: [{at: 10.25 s, kill: 1 instance of app, for: 200 s}]\n"
                       "components:\n  lb: {type: load_balancer, health: {every: 2 s, fall: 3}, to: app}\n" + kTwo +
                           arrivals("10", 40), 60);
    const auto refused = static_cast<double>(run.total("app").refused);
    QVERIFY2(std::abs(refused - 57.5 / 2) <= 1, qPrintable(QString::number(refused)));
}

// Back at 30.25 s, its probes at 32 and 34 s succeed: the other one has had all since 16 s.
void LoadBalancerTest::probesFindWhatIsBack() {
    const SmallRun run("faults: [{at: 10.25 s, kill: 1 instance of app, for: 20 s}]\n"
                       "components:\n  lb: {type: load_balancer, health: {every: 2 s, rise: 2}, to: app}\n"
                       "  app: {type: service, instances: 2, operations: {x: [{call: {to: memory, operation: get, keys: one}}]}}\n"
                       "  memory: {type: cache, scope: instance, capacity: unlimited, origin: db}\n"
                       "  db: {type: external, latency: 1 ms}\n"
                       "keys: {one: {count: 1}}\n" +
                           arrivals("10", 40), 60);
    const auto& intervals = run.log("db").intervals;  // the new instance's cache is cold
    QCOMPARE(intervals.at(33).begun, Count{0});
    QCOMPARE(intervals.at(34).begun, Count{1});
}

void LoadBalancerTest::aDeadComponentIsProbedToo() {
    const SmallRun run("faults: [{at: 10.25 s, fail: b, for: 20 s}]\n" +
                           three(", health: {every: 1 s, fall: 2, rise: 3}") + arrivals("30", 50), 60);
    // Out after the probes of 11 and 12 s, in after those of 31, 32 and 33 s.
    const auto failed = static_cast<double>(run.total("b").failed);
    QVERIFY2(std::abs(failed - 17.5) <= 1, qPrintable(QString::number(failed)));
    QCOMPARE(run.log("b").intervals.at(20).begun, Count{0});
    QCOMPARE(run.log("b").intervals.at(32).begun, Count{0});
    QVERIFY(run.log("b").intervals.at(34).begun >= 9);
}

// Five failures in a row, then out for 30 s, five more, then out for 60 s.
void LoadBalancerTest::outliersAreEjected() {
    const SmallRun run(three(", ejection: {at_most: 50 %}", "{type: external, latency: 10 ms, errors: 100 %}") +
                           arrivals("30", 80), 100);
    QCOMPARE(run.total("b").failed, Count{10});
    QCOMPARE(run.total("lb").failed, Count{10});
}

void LoadBalancerTest::ejectedInstancesComeBack() {
    const SmallRun run("faults: [{at: 10 s, fail: app, for: 1 s}]\n"
                       "components:\n  lb: {type: load_balancer, ejection: {errors: 3, for: 5 s, at_most: 100 %}, to: app}\n" + kTwo +
                           arrivals("10", 40), 60);
    // Each fails three, then all are out until 15 s.
    QCOMPARE(run.total("app").failed, Count{6});
    const auto refused = static_cast<double>(run.total("lb").refused + run.total("lb").failed);
    QVERIFY2(refused > 45 && refused < 55, qPrintable(QString::number(refused)));
    QCOMPARE(run.log("lb").intervals.at(16).answered, Count{10});
}

QTEST_GUILESS_MAIN(LoadBalancerTest)
#include "tst_load_balancer.moc"
