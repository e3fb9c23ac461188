// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/scenario_file.h"
#include "sim/engine/simulate.h"
#include "tests/sim/allocation_count.h"
#include "tests/sim/small_run.h"

#include <QtTest>

#include <fstream>
#include <iterator>

using namespace headroom;

namespace {

/// What one run allocated in its last intervals, beside how much it did there.
struct LateAllocations {
    long allocations = 0;
    double eventsInAll = 0;
    std::size_t targets = 0;
};

/// Of the last `intervals` sample intervals.
LateAllocations lateAllocations(const model::Scenario& scenario, int intervals) {
    const auto program = sim::compile(scenario);
    const auto all = static_cast<int>(scenario.run.duration.count() / scenario.run.sample.count());
    LateAllocations late;
    int ended = 0;
    long before = 0;
    sim::ReplicationSettings settings;
    settings.onInterval = [&](const sim::IntervalEnd& end) {
        if (++ended == all - intervals) before = sim::allocations;
        if (ended == all) late.allocations = sim::allocations - before;
        late.targets = end.targets.size();
    };
    const sim::ReplicationResult result = sim::simulate(*program, settings);
    late.targets += result.operations.size() + result.componentOperations.size();
    late.eventsInAll = static_cast<double>(result.events);
    return late;
}

model::Scenario talowa(const char* variant, double users) {
    const std::string folder = std::string(HEADROOM_SOURCE_DIR) + "/scenarios";
    std::ifstream in(folder + "/talowa.yaml");
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    model::Overrides overrides;
    overrides.variant = variant;
    overrides.users = users;
    overrides.set = {{"run.duration", "100 s"}, {"run.sample", "10 s"}, {"run.warm_up", "none"}};
    auto loaded = model::ScenarioFile(text, "talowa.yaml", folder).scenario(overrides);
    return *std::move(loaded.scenario);
}

model::Scenario small(const std::string& body) {
    return test::scenarioOf(
        "headroom: 1\nname: Small\nrun: {warm_up: none, sample: 10 s, duration: 100 s}\n" + body);
}

const std::string kStation =
    "components: {q: {type: station, operations: {x: [{work: exp(500 us)}]}}}\n";

}  // namespace

/// In the steady state the engine allocates when a sample interval is logged (a few times for each
/// target, whatever the load), and never for an event.
class EngineAllocationsTest : public QObject {
    Q_OBJECT

private slots:
    void noneForAnEvent_data();
    void noneForAnEvent();
};

void EngineAllocationsTest::noneForAnEvent_data() {
    QTest::addColumn<model::Scenario>("scenario");
    QTest::newRow("one station") << small(
        kStation +
        "workload: {entry: q, arrivals: poisson(1600/s), profiles: {p: {actions: {x: "
        "1}}}}\n");
    for (const char* think : {"exp(5 s)", "lognormal(mean=5 s, cv=1)"})
        QTest::addRow("closed, think %s", think)
            << small(kStation + "workload: {entry: q, users: 8000, profiles: {p: {think: '" +
                     think + "', actions: {x: 1}}}}\n");
    QTest::newRow("policies of calls") << small(
        "keys: {some: {count: 1 k, popularity: zipf(1)}}\n"
        "components:\n"
        "  app: {type: service, instances: 2, operations: {x: [\n"
        "      {call: {to: cache, operation: x, keys: some, collapse: true, timeout: 20 ms, on_error: "
        "ignore,\n"
        "          retry: {attempts: 1, budget: 20 %}, breaker: {window: 1 s, open_for: 1 s},\n"
        "          bulkhead: {concurrency: 8, queue: 20, acquire_timeout: 5 ms}, hedge: {after: p90}}}]}}\n"
        "  cache: {type: cache, capacity: 100 items, eviction: lfu, write_policy: write_behind,\n"
        "          origin: db, writes: [y]}\n"
        "  db: {type: external, latency: exp(5 ms), errors: 2 %}\n"
        "workload: {entry: app, arrivals: poisson(1600/s), profiles: {p: {actions: {x: 1}}}}\n");
    QTest::newRow("phones of visitors") << small(
        "keys: {own: {popularity: own}}\n"
        "components:\n"
        "  app: {type: service, operations: {x: [{call: {to: phone, operation: read, keys: own}},\n"
        "      {call: {to: phone, operation: write, keys: own, probability: 20 %}}]}}\n"
        "  phone: {type: cache, scope: user, capacity: 9 items, write_policy: write_behind,\n"
        "          writes: [write], origin: db}\n"
        "  db: {type: external, latency: exp(5 ms)}\n"
        "workload: {entry: app, arrivals: poisson(1600/s), profiles: {p: {actions: {x: 1}}}}\n");
    QTest::newRow("TALOWA today") << talowa("today", 15e3);
    QTest::newRow("TALOWA target") << talowa("target", 30e3);
}

void EngineAllocationsTest::noneForAnEvent() {
    QFETCH(model::Scenario, scenario);
    constexpr int kIntervals = 4, kPerTarget = 8;
    const LateAllocations late = lateAllocations(scenario, kIntervals);
    const double events = late.eventsInAll * kIntervals / 10;
    const double bound =
        static_cast<double>(kIntervals * kPerTarget) * static_cast<double>(late.targets);
    const std::string text = std::to_string(late.allocations) + " allocations, bound " +
                             std::to_string(bound) + ", " + std::to_string(events) + " events";
    qInfo("%s", text.c_str());
    QVERIFY2(static_cast<double>(late.allocations) <= bound, text.c_str());
    QVERIFY2(events > 50 * bound, text.c_str());  // else the bound would say nothing of events
}

QTEST_GUILESS_MAIN(EngineAllocationsTest)
#include "tst_engine_allocations.moc"
