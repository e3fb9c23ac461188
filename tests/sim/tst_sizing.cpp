// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/study/sizing.h"

#include <QtTest>

#include "sim/analytic/solve.h"
#include "sim/study/objective_margin.h"
#include "tests/sim/small_run.h"

using namespace headroom;

class SizingTest : public QObject {
    Q_OBJECT

private slots:
    void bruteForceFindsTheSame_data();
    void bruteForceFindsTheSame();
    void simulationConfirmsTheCheapest_data();
    void simulationConfirmsTheCheapest();
    void saysWhatStandsInTheWay();
    void theFrontFallsInP95AsItRisesInCost();
    void moreCanBeTooMuch();
    void confidenceCountsBothWays();
};

namespace {

/// Two stations in a row, with prices; `a` servers of 20 ms and `b` of 10 ms.
std::optional<model::Scenario> shop(const sim::SweepPoint& setting) {
    std::string a = "1", b = "1";
    for (const auto& [path, value] : setting) (path == "a.servers" ? a : b) = value;
    return test::scenarioOf(
        "headroom: 1\n"
        "run: {duration: 200 s, warm_up: 20 s, replications: 4}\n"
        "components:\n"
        "  app: {type: service, operations: {x: [{call: {to: a, operation: x}}, {call: {to: b, operation: x}}]}}\n"
        "  a: {type: station, servers: " + a + ", price: {instance_hour: 0.10 USD}, operations: {x: [{work: exp(20 ms)}]}}\n"
        "  b: {type: station, servers: " + b + ", price: {instance_hour: 0.07 USD}, operations: {x: [{work: exp(10 ms)}]}}\n"
        "workload: {entry: app, arrivals: poisson(200/s), profiles: {p: {actions: {x: 1}}}}\n"
        "slos: [{name: fast, objective: mean(workload.response_time) < 36 ms}]\n");
}

std::vector<model::Tunable> servers(double most) {
    return {{"a.servers", {}, 1., most}, {"b.servers", {}, 1., most}};
}

/// The cheapest of all by trying every one.
sim::SweepPoint cheapest(int most) {
    double least = 1e300;
    sim::SweepPoint best;
    for (int a = 1; a <= most; ++a)
        for (int b = 1; b <= most; ++b) {
            const sim::SweepPoint setting{{"a.servers", std::to_string(a)}, {"b.servers", std::to_string(b)}};
            const sim::Solution s = sim::solve(*shop(setting));
            const bool held = s.saturated.empty() && sim::marginOf(s.result.slos).held;
            if (!held || *s.result.costPerMonth.value >= least) continue;
            least = *s.result.costPerMonth.value;
            best = setting;
        }
    return best;
}

}  // namespace

void SizingTest::bruteForceFindsTheSame_data() {
    QTest::addColumn<int>("combinations");
    QTest::newRow("all are looked at") << 1000;
    QTest::newRow("one after the other is lowered") << 1;
}

void SizingTest::bruteForceFindsTheSame() {
    QFETCH(int, combinations);
    sim::SizingOptions options;
    options.mostRuns = 0;
    options.mostCombinations = static_cast<std::size_t>(combinations);
    const sim::Sizing sizing = sim::findSize(servers(12), shop, options);
    QCOMPARE(sizing.exhaustive, combinations > 1);
    QVERIFY(sizing.best);
    QCOMPARE(sim::nameOf(sizing.best->setting), sim::nameOf(cheapest(12)));
    if (combinations == 1) QVERIFY(sizing.solved < 100);
}

void SizingTest::simulationConfirmsTheCheapest_data() {
    QTest::addColumn<int>("combinations");
    QTest::newRow("all are looked at") << 1000;
    QTest::newRow("one after the other is lowered") << 1;
}

void SizingTest::simulationConfirmsTheCheapest() {
    QFETCH(int, combinations);
    sim::SizingOptions options;
    options.threads = 2;
    options.mostCombinations = static_cast<std::size_t>(combinations);
    const sim::Sizing sizing = sim::findSize(servers(8), shop, options);
    QVERIFY(sizing.best && sizing.confirmed);
    QVERIFY(sizing.best->run);
    QVERIFY(sim::marginOf(sizing.best->run->slos).held);
    QVERIFY(sim::confidentRoom(sizing.best->run->slos) >= 0);
    QVERIFY(sizing.runs <= options.mostRuns);
    // What is cheaper was simulated and missed, or has less room by theory than what missed.
    for (const sim::SizedPoint& point : sizing.simulated)
        QVERIFY(!point.held() || point.order >= sizing.best->order);
}

void SizingTest::saysWhatStandsInTheWay() {
    sim::SizingOptions options;
    options.mostRuns = 0;
    const sim::Sizing sizing = sim::findSize({{"b.servers", {}, 1., 8.}}, shop, options);
    QVERIFY(!sizing.best);
    QCOMPARE(sizing.objective, std::string("fast"));
    QCOMPARE(sizing.component, std::string("a"));
    QVERIFY(sizing.front.empty());
}

void SizingTest::theFrontFallsInP95AsItRisesInCost() {
    sim::SizingOptions options;
    options.mostRuns = 0;
    const sim::Sizing sizing = sim::findSize(servers(10), shop, options);
    QVERIFY(sizing.front.size() > 2);
    for (std::size_t i = 1; i < sizing.front.size(); ++i) {
        QVERIFY(sizing.front[i].order >= sizing.front[i - 1].order);
        QVERIFY(*sizing.front[i].p95 < *sizing.front[i - 1].p95);
    }
}

namespace {

/// A pool in front of a database that has no more than two servers: waiting in the pool is what its
/// own objective forbids, waiting at the database what the other's does.
std::optional<model::Scenario> pooled(const sim::SweepPoint& setting) {
    std::string text =
        "headroom: 1\n"
        "components:\n"
        "  app: {type: service, instances: 50, operations: {x: [{call: {to: p, operation: x}}]}}\n"
        "  p: {type: pool, size: {min: 1, max: SIZE}, connect: 0 ms, to: db}\n"
        "  db: {type: station, servers: 40, discipline: fifo, operations: {x: [{work: exp(10 ms)}]}}\n"
        "workload: {entry: app, users: 400, profiles: {p: {think: exp(50 ms), actions: {x: 1}}}}\n"
        "slos: [{name: db_alone, objective: db.utilisation < 60 %}, {name: some, objective: workload.throughput > 1000/s}]\n";
    text.replace(text.find("SIZE"), 4, setting.front().second);
    return test::scenarioOf(text);
}

}  // namespace

// The largest size misses: connections let in more than the database may be busy with.
void SizingTest::moreCanBeTooMuch() {
    sim::SizingOptions options;
    options.mostRuns = 0;
    options.mostCombinations = 1;
    const sim::Sizing sizing = sim::findSize({{"p.size.max", {}, 1., 400.}}, pooled, options);
    QVERIFY(sizing.best);
    const int size = std::stoi(sizing.best->setting.front().second);
    QVERIFY2(size >= 10 && size <= 25, qPrintable(QString::number(size)));
    QVERIFY(!sizing.priced);
}

void SizingTest::confidenceCountsBothWays() {
    sim::SloVerdict below{"fast", "", {0.9, 0.2}, model::Unit::seconds, 1.0, true, std::nullopt};
    sim::SloVerdict above{"many", "", {110., 5.}, model::Unit::perSecond, 100, true, std::nullopt};
    QVERIFY(sim::confidentRoom({below}) < 0);
    QVERIFY(sim::confidentRoom({above}) > 0);
    above.value.halfWidth = 20;
    QVERIFY(sim::confidentRoom({above}) < 0);
    below.value = {1.1, 0.2};
    below.met = false;
    QVERIFY(std::abs(sim::confidentRoom({below}) + std::log(1.3)) < 1e-12);
}

QTEST_GUILESS_MAIN(SizingTest)
#include "tst_sizing.moc"
