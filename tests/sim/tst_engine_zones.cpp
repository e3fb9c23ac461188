// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/small_run.h"

#include <QtTest>

#include <cmath>

using namespace headroom;
using test::kTenArrivals;
using test::SmallRun;

namespace {

using Count = std::uint64_t;
#define COMPARE_TIME(value, expected) QVERIFY(std::abs((value) - (expected)) < 1e-6)

/// 1 ms within a zone, 5 ms within a region, 90 ms between eu and us; ten requests.
struct Places {
    std::string lb, app, db, profile, more;

    static std::string key(const std::string& name, const std::string& value) {
        return value.empty() ? "" : ", " + name + ": " + value;
    }
    std::string text() const {
        std::string traffic = kTenArrivals;
        traffic.replace(traffic.find("entry: app"), 10, "entry: lb");
        traffic.replace(traffic.find("p: {"), 4, "p: {" + key("zone", profile).erase(0, 2) +
                                                     (profile.empty() ? "" : ", "));
        return "network: {within_zone: 1 ms, within_region: 5 ms, between: {eu-us: 90 ms},"
               " regions: {eu: [eu-1, eu-2], us: [us-1]}}\n"
               "components:\n  lb: {type: load_balancer, to: app" + lb + "}\n"
               "  app: {type: service, instances: 3" + app + ", operations: {x: [{work: 100 ms},"
               " {call: {to: db, operation: x}}]}}\n"
               "  db: {type: database, servers: 9" + key("zone", db) +
               ", operations: {x: [{work: 10 ms}]}}\n" + more + traffic;
    }
};

}  // namespace

/// What distances add to calls, and who is asked for them.
class EngineZonesTest : public QObject {
    Q_OBJECT

private slots:
    void everyCallPaysItsWay();
    void whatIsEverywherePaysNothing();
    void theNearestIsAsked();
    void theNextNearestWhereThatIsLost();
    void theNearestCopyIsRead();
    void theNextCopyWhereThatIsLost();
    void aReplicaElsewhereIsFurther();
    void theNearestEdgeIsAsked();
};

void EngineZonesTest::everyCallPaysItsWay() {
    const SmallRun run(Places{"", ", zone: eu-1", "eu-2", "us-1", ""}.text());
    COMPARE_TIME(run.total("db").responseSum, 10 * (0.010 + 0.005));
    COMPARE_TIME(run.total("app").responseSum, 10 * (0.110 + 0.005 + 0.090));
    COMPARE_TIME(run.total("workload").responseSum, 10 * (0.110 + 0.005 + 0.090));
}

// A balancer without a place is where its caller is.
void EngineZonesTest::whatIsEverywherePaysNothing() {
    const SmallRun run(Places{"", "", "eu-2", "us-1", ""}.text());
    COMPARE_TIME(run.total("app").responseSum, 10 * (0.110 + 0.090));
    const SmallRun placed(Places{", zone: us-1", "", "eu-2", "us-1", ""}.text());
    COMPARE_TIME(placed.total("lb").responseSum, 10 * (0.110 + 0.001 + 0.090));
}

void EngineZonesTest::theNearestIsAsked() {
    const std::string spread = ", zones: [us-1, eu-2, eu-1]";
    const SmallRun run(Places{", policy: nearest", spread, "", "eu-2", ""}.text());
    COMPARE_TIME(run.total("workload").responseSum, 10 * (0.110 + 0.001));
    const SmallRun inTurn(Places{"", spread, "", "eu-2", ""}.text());
    COMPARE_TIME(inTurn.total("workload").responseSum,
                 10 * 0.110 + 4 * 0.090 + 3 * 0.001 + 3 * 0.005);
}

void EngineZonesTest::theNextNearestWhereThatIsLost() {
    const SmallRun run(Places{", policy: nearest", ", zones: [us-1, eu-2, eu-1]", "", "eu-2",
                              "faults: [{at: 2.5 s, lose: zone eu-2, for: 4 s}]\n"}
                           .text());  // requests of 3 to 6 s
    COMPARE_TIME(run.total("workload").responseSum, 10 * 0.110 + 6 * 0.001 + 4 * 0.005);
}

namespace {
/// Readers in us-1; the primary in eu-1, a replica in us-1 and one in eu-2.
std::string copies(const std::string& database, const std::string& more = "") {
    std::string traffic = kTenArrivals;
    traffic.replace(traffic.find("entry: app"), 10, "entry: db");
    traffic.replace(traffic.find("p: {"), 4, "p: {zone: us-1, ");
    return "network: {within_zone: 1 ms, within_region: 5 ms, between: {eu-us: 90 ms},"
           " regions: {eu: [eu-1, eu-2], us: [us-1]}}\n"
           "components:\n  db: {type: database, servers: 9, zone: eu-1, " + database +
           ", operations: {x: [{work: 10 ms}]}}\n" + more + traffic;
}
const std::string kReplicas = "replicas: [{zone: us-1}, {zone: eu-2}]";
}  // namespace

void EngineZonesTest::theNearestCopyIsRead() {
    const SmallRun run(copies(kReplicas + ", reads: nearest"));
    COMPARE_TIME(run.total("db").responseSum, 10 * (0.010 + 0.001));
}

void EngineZonesTest::theNextCopyWhereThatIsLost() {
    const SmallRun run(copies(kReplicas + ", reads: nearest",
                              "faults: [{at: 2.5 s, lose: zone us-1, for: 4 s}]\n"));
    COMPARE_TIME(run.total("db").responseSum, 10 * 0.010 + 6 * 0.001 + 4 * 0.090);
    QCOMPARE(run.total("db").answered, Count{10});
}

void EngineZonesTest::aReplicaElsewhereIsFurther() {
    const SmallRun run(copies("replicas: [{zone: us-1, weight: 0}, {zone: eu-2}]"));
    COMPARE_TIME(run.total("db").responseSum, 10 * (0.010 + 0.090));
}

// Readers of two continents: each kind has an edge of its own, which fetches once.
void EngineZonesTest::theNearestEdgeIsAsked() {
    const auto run = [](int edges) {
        return SmallRun(
            "keys: {one: {count: 1, size: 1 KB}}\n"
            "network: {within_zone: 1 ms, between: {eu-us: 90 ms}}\n"
            "components:\n"
            "  app: {type: client, to: edge, operations: {x: [{call: {to: edge, operation: x, keys: one}}]}}\n"
            "  edge: {type: cdn, zones: [eu, us], edges: " + std::to_string(edges) + ", capacity: unlimited, origin: store}\n"
            "  store: {type: external, latency: 10 ms}\n"
            "workload: {entry: app, profiles: {"
            "here: {zone: eu, arrivals: {process: constant, steps: [{at: 0 s, rate: 1/s}, {at: 10.5 s, rate: 0/s}]}, actions: {x: 1}},"
            " there: {zone: us, arrivals: {process: constant, steps: [{at: 0 s, rate: 1/s}, {at: 10.5 s, rate: 0/s}]}, actions: {x: 1}}}}\n");
    };
    const SmallRun each = run(2);
    QCOMPARE(each.total("store").begun, Count{2});
    COMPARE_TIME(each.total("edge").responseSum, 20 * 0.001 + 2 * 0.010);
    QVERIFY(run(8).total("store").begun > 2);
}

QTEST_GUILESS_MAIN(EngineZonesTest)
#include "tst_engine_zones.moc"
