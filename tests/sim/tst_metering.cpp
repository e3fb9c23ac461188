// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/judge/metering.h"
#include "sim/study/experiment.h"
#include "small_run.h"

#include <QtTest>

#include <cmath>

using namespace headroom;
using namespace headroom::sim;
using model::PriceMeter;

namespace {

/// Ten requests a second, evenly spaced, for an hour; `fn` serves each in `work`.
model::Scenario functionScenario(const std::string& work, const std::string& spec,
                                 const std::string& product, const std::string& book) {
    model::Scenario scenario = test::scenarioOf(
        "headroom: 1\n"
        "run: {duration: 1 h, sample: 10 s, warm_up: none, replications: 1}\n"
        "components:\n"
        "  fn: {type: function, " +
        spec + ", operations: {x: [{work: " + work +
        "}]}}\n"
        "workload: {entry: fn, arrivals: constant(10/s), profiles: {all: {actions: {x: 1}}}}\n");
    model::Price price;
    price.product = product;
    scenario.components[0].price = price;
    scenario.prices.book = book;
    return scenario;
}

const CostLine* lineOf(const RunResult& result, PriceMeter meter) {
    for (const ComponentCost& cost : result.costByComponent)
        for (const CostLine& line : cost.lines)
            if (line.meter == meter) return &line;
    return nullptr;
}

double units(const RunResult& result, PriceMeter meter) {
    const CostLine* line = lineOf(result, meter);
    return line ? line->units.value.value_or(-1) : -1;
}

/// What 10 M of the run's requests cost.
double costOfTenMillion(const RunResult& result) {
    return result.costPerMonth.value.value_or(-1) / units(result, PriceMeter::invocations) * 10e6;
}

bool near(double a, double b, double relative = 1e-3) { return std::abs(a - b) <= relative * b; }

constexpr double kRequestsInAMonth = 10 * kSecondsPerMonth;
const std::string kSmall =
    "memory: 256 MiB, concurrency: 1, instances: {min: 20, max: 20}, cold_start: 1 ms";

}  // namespace

class MeteringTest : public QObject {
    Q_OBJECT

private slots:
    /// Infracost's golden: 10 M invocations of 240 ms with 256 MB cost 12.00 + 1.88 + 4.00 USD.
    void aFunctionIsBilledByTheStartedHundredMilliseconds() {
        const RunResult result = runExperiment(
            functionScenario("240 ms", kSmall, "cloud_functions_gen1", "gcp-2026"), {});
        QVERIFY(near(units(result, PriceMeter::invocations), kRequestsInAMonth));
        QVERIFY(near(units(result, PriceMeter::ghzSeconds), kRequestsInAMonth * 0.3 * 0.4));
        QVERIFY(near(units(result, PriceMeter::gibSeconds), kRequestsInAMonth * 0.3 * 0.25));
        QVERIFY2(near(costOfTenMillion(result), 17.875),
                 qPrintable(QString::number(costOfTenMillion(result))));
    }
    void timesOnAStepAreNotRoundedUpFurther() {
        const RunResult result = runExperiment(
            functionScenario("300 ms", kSmall, "cloud_functions_gen1", "gcp-2026"), {});
        QVERIFY(near(costOfTenMillion(result), 17.875));
    }
    /// One slot is busy all the time; those that wait for it in vain are not billed for waiting.
    void requestsThatNeverBeganAreNotBilled() {
        const RunResult result = runExperiment(
            functionScenario("1 s",
                             "memory: 256 MiB, concurrency: 1, instances: {min: 1, max: 1}, "
                             "cold_start: 1 ms",
                             "cloud_functions_gen1", "gcp-2026"),
            {});
        QVERIFY(near(units(result, PriceMeter::gibSeconds), 0.25 * kSecondsPerMonth, 0.02));
    }
    /// The same on Lambda, which rounds to 1 ms: 14.50 USD for 300 ms.
    void anotherProviderBillsTheSameRunOtherwise() {
        const RunResult result =
            runExperiment(functionScenario("300 ms", kSmall, "lambda", "aws-2026"), {});
        QVERIFY2(near(costOfTenMillion(result), 14.50),
                 qPrintable(QString::number(costOfTenMillion(result))));
    }
    /// One instance of 80 slots holds a request 3 s out of 10 · 0.3 = always; while no more than
    /// one stretch begins, rounding adds nothing to speak of.
    void sharedInstancesAreBilledWhileTheyHoldAnything() {
        const std::string shared =
            "memory: 512 MiB, cpus: 4, concurrency: 80, instances: {min: 1, max: 5}, "
            "cold_start: 1 ms";
        const RunResult busy =
            runExperiment(functionScenario("300 ms", shared, "cloud_run", "gcp-2026"), {});
        QVERIFY(near(units(busy, PriceMeter::vcpuSeconds), 4 * kSecondsPerMonth));
        QVERIFY(near(units(busy, PriceMeter::gibSeconds), 0.5 * kSecondsPerMonth));
        // 40 ms of every 100 ms, each such stretch rounded up by half a step on average.
        const RunResult idle =
            runExperiment(functionScenario("40 ms", shared, "cloud_run", "gcp-2026"), {});
        QVERIFY(near(units(idle, PriceMeter::gibSeconds), 0.5 * 0.9 * kSecondsPerMonth));
        const RunResult always =
            runExperiment(functionScenario("40 ms", shared, "cloud_run_always_on", "gcp-2026"), {});
        QVERIFY(near(units(always, PriceMeter::vcpuSeconds), 4 * kSecondsPerMonth));
        QVERIFY(!lineOf(always, PriceMeter::invocations));
    }
    void processorTimeIsWhatWasUsed() {
        const RunResult result =
            runExperiment(functionScenario("7 ms", kSmall, "workers", "cloudflare-2026"), {});
        QVERIFY(near(units(result, PriceMeter::cpuSeconds), kRequestsInAMonth * 0.007));
        QCOMPARE(units(result, PriceMeter::months), 1.0);
    }
    void whatCannotBeMeteredIsSaid() {
        const RunResult result = runExperiment(
            functionScenario("240 ms", kSmall, "cloud_functions_gen1", "gcp-2026"), {});
        QVERIFY(!lineOf(result, PriceMeter::sentGb));
        QVERIFY(std::ranges::any_of(result.notes, [](const std::string& note) {
            return note.find("GB sent of fn") != std::string::npos &&
                   note.find("`answer`") != std::string::npos;
        }));
        const RunResult unknown =
            runExperiment(functionScenario("240 ms", kSmall, "no_such", "gcp-2026"), {});
        QVERIFY(!unknown.costPerMonth.value);
        QVERIFY(std::ranges::any_of(unknown.notes, [](const std::string& note) {
            return note.find("`no_such`") != std::string::npos;
        }));
    }

    /// 8 reads and 2 writes a second, answers of 50 KB and 1 KB.
    void databasesAreMeteredByOperation() {
        model::Scenario scenario = test::scenarioOf(
            "headroom: 1\n"
            "run: {duration: 10 min, sample: 10 s, warm_up: none, replications: 1}\n"
            "components:\n"
            "  api: {type: service, operations: {x: [{call: {to: db, operation: read, times: 4}}, "
            "{call: {to: db, operation: write}}]}}\n"
            "  db:\n    type: database\n    servers: 9\n    operations:\n"
            "      read: {answer: 50 KB, steps: [{work: 1 ms}]}\n"
            "      write: {answer: 1 KB, steps: [{work: 1 ms}]}\n"
            "workload: {entry: api, arrivals: constant(2/s), profiles: {all: {actions: {x: "
            "1}}}}\n");
        model::Price price;
        price.product = "firestore";
        price.sentGb = model::Money{0.1};
        scenario.components[1].price = price;
        scenario.prices.book = "gcp-2026";
        const RunResult result = runExperiment(scenario, {});
        QVERIFY(near(units(result, PriceMeter::reads), 8 * kSecondsPerMonth, 0.01));
        QVERIFY(near(units(result, PriceMeter::writes), 2 * kSecondsPerMonth, 0.01));
        QVERIFY(near(units(result, PriceMeter::sentGb), 402e-6 * kSecondsPerMonth, 0.01));
        const double perSecond = 8 * 0.06e-5 + 2 * 0.18e-5 + 402e-6 * 0.1;
        QVERIFY(near(*result.costPerMonth.value, perSecond * kSecondsPerMonth, 0.01));
        scenario.prices.overrides["firestore.reads"] = model::Money{0};
        scenario.prices.freeTier = true;
        const double paid = 2 * kSecondsPerMonth - 600e3;  // writes beyond the free ones
        const double expected = paid * 0.18e-5 + 402e-6 * 0.1 * kSecondsPerMonth;
        QVERIFY(near(*runExperiment(scenario, {}).costPerMonth.value, expected, 0.01));
    }

    /// Two components share the tiers of one product: 12 k GB at 0.09 up to 10,240, then 0.085.
    void tiersAreSharedByAllThatUseTheProduct() {
        model::Scenario scenario = test::scenarioOf(
            "headroom: 1\n"
            "run: {duration: 10 min, sample: 10 s, warm_up: none, replications: 1}\n"
            "components:\n"
            "  a: {type: service, operations: {x: {answer: 1 MB, steps: [{work: 1 ms}]}}}\n"
            "  b: {type: service, operations: {y: {answer: 1 MB, steps: [{work: 1 ms}]}}}\n"
            "workload:\n  entry: a\n  profiles:\n"
            "    one: {arrivals: constant(3/s), actions: {x: 1}}\n"
            "    two: {entry: b, arrivals: constant(6/s), actions: {y: 1}}\n");
        model::Price price;
        price.product = "egress";
        for (model::Component& component : scenario.components) component.price = price;
        scenario.prices.book = "aws-2026";
        const RunResult result = runExperiment(scenario, {});
        const double all = 9e-3 * kSecondsPerMonth;
        const double cost = 10'240 * 0.09 + (all - 10'240) * 0.085;
        QVERIFY(near(*result.costPerMonth.value, cost, 0.01));
        QVERIFY(near(*result.costByComponent[0].perMonth.value, cost / 3, 0.01));
        QVERIFY(near(*result.costByComponent[1].perMonth.value, 2 * cost / 3, 0.01));
    }
};

QTEST_GUILESS_MAIN(MeteringTest)
#include "tst_metering.moc"
