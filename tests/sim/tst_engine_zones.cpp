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

model::Distribution constant(double seconds) {
    return model::Distribution(model::Constant{seconds});
}

/// 1 ms within a zone, 5 ms within a region, 90 ms between eu and us.
void addNetwork(model::Scenario& scenario) {
    scenario.network.withinZone = constant(0.001);
    scenario.network.withinRegion = constant(0.005);
    scenario.network.regions = {{"eu", {"eu-1", "eu-2"}}, {"us", {"us-1"}}};
    scenario.network.between = {{"eu", "us", constant(0.090)}};
}

model::Component& component(model::Scenario& scenario, const std::string& name) {
    for (model::Component& c : scenario.components)
        if (c.name == name) return c;
    throw std::out_of_range(name);
}

const std::string kBalanced =
    "components:\n  lb: {type: load_balancer, to: app}\n"
    "  app: {type: service, instances: 3, operations: {x: [{work: 100 ms}, {call: {to: db,"
    " operation: x}}]}}\n"
    "  db: {type: database, servers: 9, operations: {x: [{work: 10 ms}]}}\n";

std::string enteredAt(const std::string& entry) {
    std::string text = kBalanced + kTenArrivals;
    text.replace(text.find("entry: app"), 10, "entry: " + entry);
    return text;
}

}  // namespace

/// What distances add to calls, and who is asked for them.
class EngineZonesTest : public QObject {
    Q_OBJECT

private slots:
    void everyCallPaysItsWay();
    void whatIsEverywherePaysNothing();
    void theNearestIsAsked();
    void theNextNearestWhereThatIsLost();
};

void EngineZonesTest::everyCallPaysItsWay() {
    const SmallRun run(enteredAt("lb"), 30, [](model::Scenario& scenario) {
        addNetwork(scenario);
        scenario.workload.profiles[0].zone = "us-1";
        component(scenario, "app").zone = "eu-1";
        component(scenario, "db").zone = "eu-2";
    });
    COMPARE_TIME(run.total("db").responseSum, 10 * (0.010 + 0.005));
    COMPARE_TIME(run.total("app").responseSum, 10 * (0.110 + 0.005 + 0.090));
    COMPARE_TIME(run.total("workload").responseSum, 10 * (0.110 + 0.005 + 0.090));
}

// A balancer without a place is where its caller is.
void EngineZonesTest::whatIsEverywherePaysNothing() {
    const SmallRun run(enteredAt("lb"), 30, [](model::Scenario& scenario) {
        addNetwork(scenario);
        scenario.workload.profiles[0].zone = "us-1";
        component(scenario, "db").zone = "eu-2";
    });
    COMPARE_TIME(run.total("app").responseSum, 10 * (0.110 + 0.090));
    const SmallRun placed(enteredAt("lb"), 30, [](model::Scenario& scenario) {
        addNetwork(scenario);
        scenario.workload.profiles[0].zone = "us-1";
        component(scenario, "lb").zone = "us-1";
        component(scenario, "db").zone = "eu-2";
    });
    COMPARE_TIME(placed.total("lb").responseSum, 10 * (0.110 + 0.001 + 0.090));
}

void spreadOut(model::Scenario& scenario) {
    addNetwork(scenario);
    scenario.workload.profiles[0].zone = "eu-2";
    component(scenario, "app").zones = {"us-1", "eu-2", "eu-1"};
    std::get<model::LoadBalancerSpec>(component(scenario, "lb").spec).policy =
        model::BalancingPolicy::nearest;
}

void EngineZonesTest::theNearestIsAsked() {
    const SmallRun run(enteredAt("lb"), 30, spreadOut);
    COMPARE_TIME(run.total("workload").responseSum, 10 * (0.110 + 0.001));
    const SmallRun inTurn(enteredAt("lb"), 30, [](model::Scenario& scenario) {
        spreadOut(scenario);
        std::get<model::LoadBalancerSpec>(component(scenario, "lb").spec).policy =
            model::BalancingPolicy::roundRobin;
    });
    COMPARE_TIME(inTurn.total("workload").responseSum,
                 10 * 0.110 + 4 * 0.090 + 3 * 0.001 + 3 * 0.005);
}

void EngineZonesTest::theNextNearestWhereThatIsLost() {
    const SmallRun run(enteredAt("lb"), 30, [](model::Scenario& scenario) {
        spreadOut(scenario);
        model::Fault lost;
        lost.kind = model::Fault::Kind::lose;
        lost.target = "eu-2";
        lost.at = std::chrono::milliseconds(2500);  // requests of 3 to 6 s
        lost.lasting = std::chrono::seconds(4);
        scenario.faults.push_back(lost);
    });
    COMPARE_TIME(run.total("workload").responseSum, 10 * 0.110 + 6 * 0.001 + 4 * 0.005);
}

QTEST_GUILESS_MAIN(EngineZonesTest)
#include "tst_engine_zones.moc"
