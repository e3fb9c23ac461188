// SPDX-License-Identifier: GPL-3.0-or-later
#include "measured.h"
#include "sim/judge/bottlenecks.h"
#include "sim/judge/charging.h"

#include <QtTest>

#include <numeric>

using namespace headroom;
using namespace headroom::sim;
using namespace headroom::test;
using model::Metric;

namespace {

/// What a component looks like on average: visits waiting, working, standing in calls.
struct Look {
    std::string name;
    model::ComponentSpec spec;
    double waiting = 0, working = 0;
    std::vector<CallShare> calls = {};
    std::optional<double> utilisation = {}, occupancy = {}, instances = {};
    double throughput = 100;
};

struct System {
    model::Scenario scenario;
    TargetResult workload;
    std::vector<TargetResult> components;

    explicit System(const std::vector<Look>& looks) {
        for (const Look& look : looks) add(look);
        const Look& entry = looks.front();
        workload.figures.at(Metric::inSystem).value =
            components.front().figures.at(Metric::inSystem).value;
        workload.calls = {{entry.name, 0}};
    }

    void add(const Look& look) {
        model::Component& component = scenario.components.emplace_back();
        component.name = look.name;
        component.spec = look.spec;
        TargetResult& target = components.emplace_back();
        target.name = look.name;
        target.calls = look.calls;
        Figures& figures = target.figures;
        const double standing =
            std::accumulate(look.calls.begin(), look.calls.end(), 0.0,
                            [](double sum, const CallShare& c) { return sum + c.standing; });
        const double inSystem = look.waiting + look.working + standing;
        figures.at(Metric::queueLength).value = look.waiting;
        figures.at(Metric::inSystem).value = inSystem;
        figures.at(Metric::throughput).value = figures.at(Metric::arrivalRate).value =
            look.throughput;
        figures.at(Metric::responseTime).value = inSystem / look.throughput;
        figures.at(Metric::wait).value = look.waiting / look.throughput;
        figures.at(Metric::ownTime).value = (look.waiting + look.working) / look.throughput;
        figures.at(Metric::utilisation).value = look.utilisation;
        figures.at(Metric::occupancy).value = look.occupancy;
        figures.at(Metric::instances).value = look.instances;
    }

    std::vector<Bottleneck> bottlenecks(const std::string& when = "") const {
        return findBottlenecks(scenario, {workload, components, when});
    }
};

model::PoolSpec poolOf(int connections) {
    model::PoolSpec pool;
    pool.max = connections;
    return pool;
}

model::DatabaseSpec databaseOf(int servers) {
    model::DatabaseSpec database;
    database.servers = servers;
    return database;
}

model::FunctionSpec functionOf(int maxInstances, std::int64_t concurrency) {
    model::FunctionSpec function;
    function.maxInstances = maxInstances;
    function.concurrency = concurrency;
    return function;
}

model::ServiceSpec serviceOf(int instances, std::int64_t concurrency, int cpus) {
    model::ServiceSpec service;
    service.instances = instances;
    service.concurrency = concurrency;
    service.cpus = cpus;
    return service;
}

/// Users, functions that are all held, a pool of 50 that is all held, and a database that is idle
/// but slow.
System slowQueriesBehindAPool() {
    Look functions{"functions", functionOf(1000, 1), 4000, 5, {{"pool", 985}}};
    functions.occupancy = 0.99;
    functions.instances = 1000;
    Look pool{"pool", poolOf(50), 935, 0, {{"db", 49.9}}};
    pool.utilisation = 0.998;
    Look db{"db", databaseOf(1000), 0, 49.9};
    db.utilisation = 0.05;
    return System({functions, pool, db});
}

/// The same with a database of 16 servers that are all busy.
System busyDatabaseBehindAPool() {
    Look service{"api", serviceOf(4, 100, 2), 600, 2, {{"pool", 397}}};
    service.occupancy = 0.99;
    service.utilisation = 0.1;
    Look pool{"pool", poolOf(50), 347, 0, {{"db", 50}}};
    pool.utilisation = 1;
    Look db{"db", databaseOf(16), 34, 15.7};
    db.utilisation = 0.98;
    return System({service, pool, db});
}

bool mentions(const Bottleneck& bottleneck, const char* words) {
    return bottleneck.why.find(words) != std::string::npos;
}

std::vector<std::string> names(const std::vector<Bottleneck>& bottlenecks) {
    std::vector<std::string> all;
    for (const Bottleneck& bottleneck : bottlenecks) all.push_back(bottleneck.component);
    return all;
}

}  // namespace

class BottlenecksTest : public QObject {
    Q_OBJECT

private slots:
    void aPoolHeldDuringSlowQueriesIsTheBottleneck() {
        const auto found = slowQueriesBehindAPool().bottlenecks();
        QCOMPARE(names(found), (std::vector<std::string>{"pool"}));
        const Bottleneck& pool = found[0];
        QVERIFY(pool.saturated);
        QCOMPARE(pool.utilisation.value, std::optional(0.998));
        QVERIFY(*pool.shareOfResponse.value > 0.9);
        for (const char* words : {"all 50 connections are held", "99.8 %", "mostly by calls to db",
                                  "935 visits wait", "functions is full only because"})
            QVERIFY2(mentions(pool, words), pool.why.c_str());
    }

    void aBusyDatabaseIsTheBottleneckAlthoughAllBeforeItIsFull() {
        const auto found = busyDatabaseBehindAPool().bottlenecks();
        QCOMPARE(names(found), (std::vector<std::string>{"db"}));
        QVERIFY(*found[0].shareOfResponse.value > 0.95);
        for (const char* words :
             {"its 16 servers are busy", "98", "api and pool are full only because they wait"})
            QVERIFY2(mentions(found[0], words), found[0].why.c_str());
    }

    void aServiceShortOfCpusIsTheBottleneckNotItsSlots() {
        Look service{"api", serviceOf(4, 80, 2), 500, 300, {{"db", 20}}};
        service.occupancy = 1;
        service.utilisation = 0.97;
        Look db{"db", databaseOf(16), 0, 20};
        db.utilisation = 0.3;
        const auto found = System({service, db}).bottlenecks();
        QCOMPARE(names(found), (std::vector<std::string>{"api"}));
        QVERIFY2(mentions(found[0], "its 8 CPUs are busy"), found[0].why.c_str());
        QCOMPARE(found[0].utilisation.value, std::optional(0.97));
    }

    void slotsHeldDuringSlowAnswersOfOthersAreTheirOwners() {
        Look service{"api", serviceOf(4, 80, 2), 700, 2, {{"mail", 318}}};
        service.occupancy = 1;
        service.utilisation = 0.02;
        const auto found = System({service, {"mail", model::ExternalSpec{}, 0, 318}}).bottlenecks();
        QCOMPARE(names(found), (std::vector<std::string>{"api"}));
        QVERIFY2(mentions(found[0], "all 320 slots are held"), found[0].why.c_str());
        QVERIFY2(mentions(found[0], "mostly by calls to mail"), found[0].why.c_str());
    }

    void aPlatformThatCanStartMoreInstancesIsNotSaturated() {
        Look function{"fn", functionOf(100, 1), 0, 20};
        function.occupancy = 0.99;
        function.instances = 20;
        const auto found = System({function}).bottlenecks();
        QCOMPARE(found.size(), 1u);
        QVERIFY(!found[0].saturated);
    }

    void withoutSaturationTheLargestShareIsNamed() {
        Look service{"api", serviceOf(4, 80, 2), 0, 5, {{"db", 15}}};
        service.occupancy = 0.06;
        service.utilisation = 0.4;
        Look db{"db", databaseOf(16), 3, 12};
        db.utilisation = 0.75;
        const auto found = System({service, db}).bottlenecks();
        QCOMPARE(names(found), (std::vector<std::string>{"db"}));
        QVERIFY(!found[0].saturated);
        QCOMPARE(found[0].shareOfResponse.value, std::optional(0.75));
        QVERIFY2(mentions(found[0], "nothing is saturated"), found[0].why.c_str());
    }

    void twoBottlenecksAreOrderedByWhatTheyCost() {
        Look api{"api", serviceOf(4, 1000, 2), 0, 1, {{"db", 100}, {"search", 300}}};
        api.utilisation = 0.1;
        Look db{"db", databaseOf(16), 84, 16};
        db.utilisation = 1;
        Look search{"search", databaseOf(4), 296, 4};
        search.utilisation = 0.97;
        QCOMPARE(names(System({api, db, search}).bottlenecks()),
                 (std::vector<std::string>{"search", "db"}));
    }

    void whatTurnsVisitsAwayMattersAlthoughNobodyWaits() {
        Look api{"api", serviceOf(4, 1000, 2), 0, 100, {{"db", 100}, {"limited", 2}}};
        Look db{"db", databaseOf(16), 84, 16};
        db.utilisation = 1;
        Look limited{"limited", databaseOf(2), 0, 2};
        limited.utilisation = 0.98;
        System system({api, db, limited});
        QCOMPARE(names(system.bottlenecks()), (std::vector<std::string>{"db"}));
        TargetResult& turningAway = system.components[2];
        turningAway.figures.at(Metric::errorRatio).value = 0.2;
        turningAway.errors.refused = 200;
        const auto found = system.bottlenecks();
        QCOMPARE(names(found), (std::vector<std::string>{"db", "limited"}));
        QVERIFY2(mentions(found[1], "of its visits are turned away"), found[1].why.c_str());
    }

    void waitingForAnothersLookUpIsTheOrigins() {
        model::CacheSpec spec;
        spec.singleFlight = true;
        spec.access = model::Distribution::constant(std::chrono::milliseconds(1));
        Look cache{"cache", spec, 0, 90, {{"db", 10}}};  // 100/s of 1 ms are 0.1 of them
        Look db{"db", databaseOf(100), 0, 10};
        db.utilisation = 0.1;
        const auto found = System({cache, db}).bottlenecks();
        QCOMPARE(names(found), (std::vector<std::string>{"db"}));
        QVERIFY(*found[0].shareOfResponse.value > 0.99);
    }

    void aStretchIsSaidFirst() {
        const auto found = slowQueriesBehindAPool().bottlenecks("from 5 min to 6 min");
        QVERIFY(found[0].why.starts_with("from 5 min to 6 min: "));
    }

    void withoutTrafficThereIsNone() {
        Look idle{"db", databaseOf(16)};
        idle.utilisation = 0;
        QVERIFY(System({idle}).bottlenecks().empty());
    }

    void everyMomentIsChargedOnce_data() {
        QTest::addColumn<bool>("cycle");
        QTest::newRow("layers") << false;
        QTest::newRow("cycle of calls") << true;
    }

    void everyMomentIsChargedOnce() {
        QFETCH(bool, cycle);
        std::vector<Occupation> all(3);
        all[0] = {.waiting = 100, .working = 3, .calls = {{1, 60}}, .joined = 0, .saturated = true};
        all[1] = {.waiting = 10, .working = 2, .calls = {{2, 48}}, .joined = 4, .saturated = false};
        all[2] = {.waiting = 32, .working = 16, .calls = {}, .joined = 0, .saturated = true};
        if (cycle) all[2].calls = {{0, 5}};
        const Charging charging(all);
        double expected = 0;
        for (const Occupation& c : all) expected += c.waiting + c.working + c.joined;
        const std::vector<double> charged = charging.charged();
        QVERIFY(qFuzzyCompare(std::accumulate(charged.begin(), charged.end(), 0.0), expected));
        for (std::size_t c = 0; c < all.size(); ++c) {
            const auto& shares = charging.ofWaiting(c);
            QVERIFY(qFuzzyCompare(std::accumulate(shares.begin(), shares.end(), 0.0), 1.0));
        }
    }
};

QTEST_GUILESS_MAIN(BottlenecksTest)
#include "tst_bottlenecks.moc"
