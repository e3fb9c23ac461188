// SPDX-License-Identifier: GPL-3.0-or-later
#include "measured.h"
#include "sim/judge/cost.h"

#include <QtTest>

#include <cmath>

using namespace headroom;
using namespace headroom::sim;
using namespace headroom::test;
using model::Metric;
using model::Money;

namespace {

constexpr double kVisitsInAMonth = 730.0 * 3600;  // at one a second

struct Priced {
    model::Scenario scenario;
    RunResult result;

    void add(const std::string& name, model::ComponentSpec spec, std::optional<model::Price> price,
             Estimate arrivals, Estimate instances = {}) {
        model::Component& component = scenario.components.emplace_back();
        component.name = name;
        component.spec = std::move(spec);
        component.price = price;
        TargetResult& target = result.components.emplace_back();
        target.name = name;
        target.figures.at(Metric::arrivalRate) = arrivals;
        target.figures.at(Metric::instances) = instances;
    }
    void judge() { addCosts(scenario, result); }
};

bool close(const std::optional<double>& a, double b) {
    return a && std::abs(*a - b) <= 1e-9 * std::abs(b);
}

}  // namespace

class CostTest : public QObject {
    Q_OBJECT

private slots:
    void instanceHoursAndVisitsAreScaledToAMonth() {
        Priced run;
        run.add("fn", model::FunctionSpec{}, model::Price{Money{0.1}, Money{0.4}}, {1000, 10},
                {3.5, 0.5});
        run.judge();
        const double hours = 730 * 0.1, visits = kVisitsInAMonth * 0.4 / 1e6;
        const Estimate cost = run.result.costPerMonth;
        QVERIFY(close(cost.value, 3.5 * hours + 1000 * visits));
        QVERIFY(close(cost.halfWidth, std::hypot(0.5 * hours, 10 * visits)));
        QCOMPARE(run.result.components[0].figures.at(Metric::cost), cost);
        QCOMPARE(run.result.workload.figures.at(Metric::cost), cost);
    }

    /// Sixteen servers are two machines of eight, and each of its copies has whole machines.
    void machinesOfManyServersArePaidWhole() {
        Priced run;
        model::DatabaseSpec database;
        database.servers = 16;
        model::Replica small, large;
        small.servers = 3;
        database.replicas = {small, large};
        model::Price price{Money{0.1}, {}};
        price.serversPerInstance = 8;
        run.add("db", database, price, {1, 0});
        run.judge();
        QVERIFY(close(run.result.costPerMonth.value, (2 + 1 + 2) * 730 * 0.1));
    }

    void serversArePaidWhetherBusyOrNot() {
        Priced run;
        model::DatabaseSpec database;
        database.servers = 16;
        run.add("db", database, model::Price{Money{0.5}, std::nullopt}, {});
        run.add("lb", model::LoadBalancerSpec{}, model::Price{Money{0.02}, std::nullopt}, {});
        run.judge();
        QCOMPARE(run.result.costByComponent.size(), 2u);
        QVERIFY(close(run.result.costByComponent[0].perMonth.value, 16 * 730 * 0.5));
        QVERIFY(close(run.result.costByComponent[1].perMonth.value, 730 * 0.02));
        QVERIFY(close(run.result.costPerMonth.value, 730 * (16 * 0.5 + 0.02)));
        QCOMPARE(run.result.costPerMonth.halfWidth, std::optional(0.0));
    }

    void withoutPricesTheCostIsUnknown() {
        Priced run;
        run.add("db", model::DatabaseSpec{}, std::nullopt, {1, 0});
        run.judge();
        QVERIFY(!run.result.costPerMonth.value);
        QVERIFY(run.result.costByComponent.empty());
        QVERIFY(!run.result.components[0].figures.at(Metric::cost).value);
    }

    void anUnknownPartMakesTheTotalUnknown() {
        Priced run;
        run.add("db", model::DatabaseSpec{}, model::Price{Money{1}, std::nullopt}, {});
        run.add("fn", model::FunctionSpec{}, model::Price{Money{1}, std::nullopt}, {}, {});
        run.judge();
        QVERIFY(run.result.costByComponent[0].perMonth.value);
        QVERIFY(!run.result.costByComponent[1].perMonth.value);
        QVERIFY(!run.result.costPerMonth.value);
    }

    void judgingTwiceChangesNothing() {
        Priced run;
        run.add("db", model::DatabaseSpec{}, model::Price{Money{1}, Money{1}}, {5, 1});
        run.judge();
        const Estimate once = run.result.costPerMonth;
        run.judge();
        QCOMPARE(run.result.costPerMonth, once);
        QCOMPARE(run.result.costByComponent.size(), 1u);
    }
};

QTEST_GUILESS_MAIN(CostTest)
#include "tst_cost.moc"
