// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/small_run.h"

#include <QtTest>

#include <chrono>
#include <cmath>

using namespace headroom;
using namespace std::chrono_literals;
using model::Fault;
using test::kTenArrivals;
using test::SmallRun;

namespace {

using Count = std::uint64_t;
#define COMPARE_TIME(value, expected) QVERIFY(std::abs((value) - (expected)) < 1e-6)

Fault fault(Fault::Kind kind, const std::string& target, model::Duration at,
            std::optional<model::Duration> lasting = std::nullopt) {
    Fault f;
    f.kind = kind;
    f.target = target;
    f.at = at;
    f.lasting = lasting;
    return f;
}

SmallRun::Change with(const Fault& f) {
    return [f](model::Scenario& scenario) { scenario.faults.push_back(f); };
}

/// Ten requests a second apart, each in work for `work`.
std::string service(const std::string& keys, const std::string& work) {
    return "components:\n  app: {type: service, " + keys + ", operations: {x: [{work: " + work +
           "}]}}\n" + kTenArrivals;
}

std::string behind(const std::string& call, const std::string& db) {
    return "components:\n  app: {type: service, operations: {x: [{call: {to: db, operation: x" +
           call + "}}]}}\n  db: " + db + "\n" + kTenArrivals;
}
const std::string kDatabase = "{type: database, servers: 4, operations: {x: [{work: 100 ms}]}}";

}  // namespace

/// What faults do to requests, worked out by hand.
class EngineFaultsTest : public QObject {
    Q_OBJECT

private slots:
    void aKilledInstanceFailsWhatItHas();
    void withoutAnInstanceRequestsAreRefused();
    void theOthersGoOn();
    void whatItAskedForGoesOn();
    void killedServersFailWhatTheyServe();
    void aDatabaseWithoutServersRefuses();
    void aKilledFunctionStartsAgain();
    void slownessMultiplies();
    void aShareOfRequestsFails();
    void aFlushedCacheIsCold();
    void acrossACutLinkCallersWaitForTheirTimeout();
    void aLostZoneTakesItsInstances();
};

// Work of 1.5 s: at 3.2 s the requests of 2 and 3 s are held. The instance is back at 5.2 s.
void EngineFaultsTest::aKilledInstanceFailsWhatItHas() {
    const SmallRun run(service("instances: 1, cpus: 8", "1.5 s"), 30,
                       with(fault(Fault::Kind::kill, "app", 3200ms, 2s)));
    const auto app = run.total("app");
    QCOMPARE(app.failed, Count{2});
    QCOMPARE(app.refused, Count{2});  // at 4 and 5 s
    QCOMPARE(app.answered, Count{6});
    COMPARE_TIME(app.responseSum, 6 * 1.5);
    COMPARE_TIME(app.instancesArea, 30 - 2.0);
    QCOMPARE(run.total("workload").failed, Count{2});
    QCOMPARE(run.total("workload").refused, Count{2});
}

void EngineFaultsTest::withoutAnInstanceRequestsAreRefused() {
    const auto startsSlowly = [](model::Scenario& scenario) {
        scenario.faults.push_back(fault(Fault::Kind::kill, "app", 3200ms));
        std::get<model::ServiceSpec>(scenario.components[0].spec).startUp =
            model::Distribution(model::Constant{3});
    };
    const SmallRun run(service("instances: 1", "100 ms"), 30, startsSlowly);
    QCOMPARE(run.total("app").refused, Count{3});  // at 4, 5 and 6 s; back at 6.2 s
    QCOMPARE(run.total("app").answered, Count{7});
}

void EngineFaultsTest::theOthersGoOn() {
    Fault one = fault(Fault::Kind::kill, "app", 3200ms, 100s);
    one.count = 1;
    const SmallRun run(service("instances: 3, cpus: 8", "1.5 s"), 30, with(one));
    QCOMPARE(run.total("app").failed, Count{0});  // the first instance had answered
    QCOMPARE(run.total("app").answered, Count{10});
    one.at = 4200ms;
    QCOMPARE(SmallRun(service("instances: 3, cpus: 8", "1.5 s"), 30, with(one)).total("app").failed,
             Count{1});
}

void EngineFaultsTest::whatItAskedForGoesOn() {
    const SmallRun run(behind("", "{type: database, servers: 4, operations: {x: [{work: 1.5 s}]}}"),
                       30, with(fault(Fault::Kind::kill, "app", 3200ms)));
    QCOMPARE(run.total("app").failed, Count{2});
    QCOMPARE(run.total("db").answered, Count{10});
}

// Four servers, two at work (the requests of 2 and 3 s): half of the servers take one of them
// along.
void EngineFaultsTest::killedServersFailWhatTheyServe() {
    Fault half = fault(Fault::Kind::kill, "db", 3200ms, 4s);
    half.share = 0.5;
    const SmallRun run(behind("", "{type: database, servers: 4, operations: {x: [{work: 1.5 s}]}}"),
                       30, with(half));
    QCOMPARE(run.total("db").failed, Count{1});
    QCOMPARE(run.total("app").failed, Count{1});
    COMPARE_TIME(run.total("db").capacityArea, 30 * 4 - 2 * 4.0);
}

void EngineFaultsTest::aDatabaseWithoutServersRefuses() {
    const SmallRun run(behind("", kDatabase), 30, with(fault(Fault::Kind::kill, "db", 3050ms, 3s)));
    QCOMPARE(run.total("db").failed, Count{1});
    QCOMPARE(run.total("db").refused, Count{3});
    QCOMPARE(run.total("db").answered, Count{6});
    QCOMPARE(run.total("workload").refused, Count{3});  // the root cause
}

void EngineFaultsTest::aKilledFunctionStartsAgain() {
    const std::string body =
        "components:\n  app: {type: function, cold_start: 500 ms, instances: {min: 0, max: 3},"
        " operations: {x: [{work: 300 ms}]}}\n" +
        kTenArrivals;
    const SmallRun run(body, 30, with(fault(Fault::Kind::kill, "app", 4200ms)));
    const auto app = run.total("app");
    QCOMPARE(app.coldStarts, Count{2});
    QCOMPARE(app.failed, Count{1});
    QCOMPARE(app.answered, Count{9});
    COMPARE_TIME(app.responseSum, 9 * 0.3 + 2 * 0.5);
}

void EngineFaultsTest::slownessMultiplies() {
    const auto twice = [](model::Scenario& scenario) {
        Fault slow = fault(Fault::Kind::slow, "app", 2500ms, 4s);  // requests of 3 to 6 s
        slow.factor = 3;
        scenario.faults.push_back(slow);
        slow.at = 4500ms;  // 5 to 8 s
        slow.factor = 2;
        scenario.faults.push_back(slow);
    };
    const SmallRun run(service("instances: 1", "100 ms"), 30, twice);
    COMPARE_TIME(run.total("app").responseSum, 0.1 * (4 + 2 * 3 + 2 * 6 + 2 * 2));
}

void EngineFaultsTest::aShareOfRequestsFails() {
    Fault all = fault(Fault::Kind::fail, "db", 2500ms, 4s);
    all.share = 1;
    const SmallRun run(behind("", kDatabase), 30, with(all));
    QCOMPARE(run.total("db").failed, Count{4});
    QCOMPARE(run.total("db").answered, Count{6});
    all.operation = "y";
    all.share = 0.5;
    const SmallRun other(
        "components:\n  db: {type: database, operations: {x: [{work: 1 ms}], y: [{work: 1 ms}]}}\n"
        "workload: {entry: db, arrivals: 1000/s, profiles: {p: {actions: {x: 1, y: 1}}}}\n",
        30, with(all));
    QCOMPARE(other.action("x").failed, Count{0});
    const double failed = static_cast<double>(other.action("y").failed);
    QVERIFY(std::abs(failed - 1000) < 4 * std::sqrt(500.0));  // half of 500/s for 4 s
}

void EngineFaultsTest::aFlushedCacheIsCold() {
    const std::string body =
        "keys: {one: {count: 1, size: 1 KB}}\n"
        "components:\n  app: {type: service, operations: {x: [{call: {to: cache, operation: x,"
        " keys: one}}]}}\n  cache: {type: cache, capacity: 10 items, access: 1 ms, origin: db}\n"
        "  db: " +
        kDatabase + "\n" + kTenArrivals;
    QCOMPARE(SmallRun(body).total("cache").hits, Count{9});
    const SmallRun run(body, 30, with(fault(Fault::Kind::flush, "cache", 5500ms)));
    QCOMPARE(run.total("cache").hits, Count{8});
}

void EngineFaultsTest::acrossACutLinkCallersWaitForTheirTimeout() {
    Fault cut = fault(Fault::Kind::cut, "app", 2500ms, 4s);  // requests of 3 to 6 s
    cut.other = "db";
    const SmallRun run(behind(", timeout: 1.5 s", kDatabase), 30, with(cut));
    QCOMPARE(run.total("db").begun, Count{6});
    QCOMPARE(run.total("workload").timedOut, Count{4});
    COMPARE_TIME(run.total("app").inSystemArea, 6 * 0.1 + 4 * 1.5);
    const SmallRun atOnce(behind("", kDatabase), 30, with(cut));
    QCOMPARE(atOnce.total("workload").failed, Count{4});
    COMPARE_TIME(atOnce.total("app").inSystemArea, 6 * 0.1);
    // The retry gets through: the third attempt of 6 s begins at 6 + 2 · 1.5 s.
    const SmallRun again(behind(", timeout: 1.5 s, retry: {attempts: 3}", kDatabase), 30,
                         with(cut));
    QCOMPARE(again.total("workload").answered, Count{10});
}

// Four instances in turn in a and b; those in b are away from 3.2 s on.
void EngineFaultsTest::aLostZoneTakesItsInstances() {
    const auto losesB = [](model::Scenario& scenario) {
        scenario.components[0].zones = {"a", "b"};
        scenario.components[1].zone = "b";
        scenario.faults.push_back(fault(Fault::Kind::lose, "b", 3050ms, 4s));
    };
    const SmallRun run(
        "components:\n"
        "  app: {type: service, instances: 4, operations: {x: [{work: 200 ms},"
        " {call: {to: db, operation: x, on_error: ignore}}]}}\n  db: " +
            kDatabase + "\n" + kTenArrivals,
        30, losesB);
    COMPARE_TIME(run.total("app").instancesArea, 30 * 4 - 2 * 4.0);
    QCOMPARE(run.total("app").failed, Count{0});  // the request of 3 s is in a
    QCOMPARE(run.total("db").begun, Count{6});    // of 3 to 6 s none got there
}

QTEST_GUILESS_MAIN(EngineFaultsTest)
#include "tst_engine_faults.moc"
