// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/study/capacity_search.h"

#include <QtTest>

#include "sim/study/parameters.h"
#include "sim/study/theory_limit.h"
#include "tests/laws/queues.h"
#include "tests/sim/small_run.h"

using namespace headroom;

class CapacitySearchTest : public QObject {
    Q_OBJECT

private slots:
    void findsTheLimitOfManyServers();
    void findsItWhereTheoryIsWrong();
    void loadsFarFromTheLimitTakeFewReplications();
    void theoryAloneFindsIt();
    void saysWhatBreaksFirstAndNext();
    void anObjectiveThatNeverHoldsIsSaid();
    void nothingBreaks();
    void findsKneeAndCollapse();
    void sensitivitiesAreThoseOfTheFormula();
    void resultsDoNotDependOnThreads();
    void scalesEveryDistribution();
};

namespace {

model::Scenario scenario(const std::string& body) {
    return test::scenarioOf("headroom: 1\n" + body);
}

const std::string kServers =
    "run: {duration: 400 s, warm_up: 20 s, replications: 6}\n"
    "components: {q: {type: station, servers: 4, operations: {x: [{work: exp(10 ms)}]}}}\n"
    "workload: {entry: q, arrivals: poisson(100/s), profiles: {p: {actions: {x: 1}}}, range: 50/s..500/s}\n"
    "slos: [{name: wait, objective: mean(q.wait) < 20 ms}]\n";

/// Five at once, which theory takes as independent.
const std::string kBatches =
    "components:\n"
    "  app: {type: service, operations: {x: [{parallel: {steps: [{call: {to: q, operation: x}}, {call: {to: q, operation: x}},\n"
    "    {call: {to: q, operation: x}}, {call: {to: q, operation: x}}, {call: {to: q, operation: x}}]}}]}}\n"
    "  q: {type: station, operations: {x: [{work: exp(10 ms)}]}}\n"
    "workload: {entry: app, arrivals: poisson(10/s), profiles: {p: {actions: {x: 1}}}, range: 2/s..40/s}\n"
    "slos: [{name: wait, objective: mean(q.wait) < 60 ms}]\n";

/// The rate at which M/M/4 waits 20 ms.
double exactLimit() {
    double low = 1, high = 399.99;
    while (high - low > 1e-6) {
        const double middle = (low + high) / 2;
        (laws::ManyServers{middle, 100, 4}.meanWait() < 0.02 ? low : high) = middle;
    }
    return low;
}

}  // namespace

void CapacitySearchTest::findsTheLimitOfManyServers() {
    sim::CapacityOptions options;
    options.threads = 2;
    const sim::Capacity capacity = sim::findCapacity(scenario(kServers), options);
    QVERIFY(capacity.simulated);
    QVERIFY(capacity.perSecond);
    const double exact = exactLimit();
    QVERIFY2(std::abs(*capacity.limit.value / exact - 1) < 0.02,
             qPrintable(QString("%1 ± %2, exact %3").arg(*capacity.limit.value).arg(*capacity.limit.halfWidth).arg(exact)));
    QVERIFY(std::abs(*capacity.limit.value - exact) <= 1.5 * *capacity.limit.halfWidth);
    QVERIFY(capacity.runs <= 9);
    QCOMPARE(capacity.first.objective, std::string("wait"));
    QCOMPARE(capacity.first.component, std::string("q"));
}

// Arrivals in batches that theory takes as independent: a batch of a hundred at once.
void CapacitySearchTest::findsItWhereTheoryIsWrong() {
    sim::CapacityOptions options;
    options.threads = 2;
    options.sensitivities = false;
    options.curvePoints = 2;
    const sim::Capacity capacity = sim::findCapacity(
        scenario("run: {duration: 300 s, warm_up: 20 s, replications: 4}\n" + kBatches),
        options);
    // M[X]/M/1 with batches of five: W = (B − 1)/2 · s/(1 − ρ) + ρ s/(1 − ρ) = 60 ms at ρ = 4/7.
    const double exact = 4. / 7 * 100 / 5;
    QVERIFY(capacity.theoryLimit > 1.2 * exact);
    QVERIFY2(std::abs(*capacity.limit.value / exact - 1) < 0.04,
             qPrintable(QString::number(*capacity.limit.value)));
}

void CapacitySearchTest::loadsFarFromTheLimitTakeFewReplications() {
    std::map<double, int> replications;
    sim::CapacityOptions options;
    options.threads = 2;
    options.limitOnly = true;
    options.precision = 0.005;
    options.simulated = [&](double load, const sim::RunResult& run) { replications[load] = run.replications; };
    // Theory knows nothing of the batches of five, so that the first loads are far beyond the limit.
    const sim::Capacity capacity = sim::findCapacity(
        scenario("run: {duration: 400 s, warm_up: 20 s, replications: 12}\n" + kBatches),
        options);
    QVERIFY(capacity.limit.value.has_value());
    const auto apart = [&](double load) { return std::abs(std::log(load / *capacity.limit.value)); };
    const auto [nearest, farthest] = std::ranges::minmax_element(
        replications, {}, [&](const auto& probe) { return apart(probe.first); });
    QVERIFY2(farthest->second <= 3, qPrintable(QString::number(farthest->second)));
    QVERIFY2(nearest->second > farthest->second, qPrintable(QString::number(nearest->second)));
}

void CapacitySearchTest::theoryAloneFindsIt() {
    sim::CapacityOptions options;
    options.mostRuns = 0;
    const sim::Capacity capacity = sim::findCapacity(scenario(kServers), options);
    QVERIFY(!capacity.simulated);
    QCOMPARE(capacity.runs, 0);
    QVERIFY(std::abs(*capacity.limit.value / exactLimit() - 1) < 0.002);
    QVERIFY(!capacity.limit.halfWidth);
}

void CapacitySearchTest::saysWhatBreaksFirstAndNext() {
    sim::CapacityOptions options;
    options.mostRuns = 0;
    const sim::Capacity capacity = sim::findCapacity(
        scenario("components:\n"
                 "  a: {type: station, servers: 2, operations: {x: [{work: exp(10 ms)}, {call: {to: b, operation: x}}]}}\n"
                 "  b: {type: station, servers: 8, operations: {x: [{work: exp(10 ms)}]}}\n"
                 "workload: {entry: a, arrivals: poisson(10/s), profiles: {p: {actions: {x: 1}}}, range: 10/s..1000/s}\n"
                 "slos: [{name: fast, objective: mean(a.response_time) < 200 ms}]\n"),
        options);
    // a holds its 2 servers for 20 ms: 100/s. Enlarged, b with 8 servers of 10 ms ends at 800/s.
    QVERIFY(*capacity.limit.value > 85 && *capacity.limit.value < 100);
    QCOMPARE(capacity.first.component, std::string("a"));
    QVERIFY(!capacity.next.empty());
    QVERIFY2(capacity.next.front().what.starts_with("servers of a: "), capacity.next.front().what.c_str());
    QCOMPARE(capacity.next.front().then.component, std::string("b"));
    QVERIFY(capacity.next.front().then.limit > 700);
}

void CapacitySearchTest::anObjectiveThatNeverHoldsIsSaid() {
    sim::CapacityOptions options;
    options.mostRuns = 0;
    const sim::Capacity capacity = sim::findCapacity(
        scenario(kServers + "  # and another\n") , options);
    QVERIFY(capacity.neverHeld.empty());
    model::Scenario strict = scenario(kServers);
    strict.slos.push_back(strict.slos.front());
    strict.slos.back().name = "too fast";
    strict.slos.back().objective.metric.metric = model::Metric::responseTime;
    strict.slos.back().objective.threshold = std::chrono::milliseconds(5);
    const sim::Capacity never = sim::findCapacity(strict, options);
    QCOMPARE(never.neverHeld, std::vector<std::string>{"too fast"});
    QVERIFY(std::abs(*never.limit.value / exactLimit() - 1) < 0.002);
}

void CapacitySearchTest::nothingBreaks() {
    sim::CapacityOptions options;
    options.mostRuns = 2;
    const sim::Capacity capacity = sim::findCapacity(
        scenario("components: {away: {type: external, latency: 10 ms}}\n"
                 "workload: {entry: away, arrivals: poisson(10/s), profiles: {p: {actions: {x: 1}}}, range: 10/s..100/s}\n"),
        options);
    QVERIFY(capacity.beyondRange);
    QVERIFY(!capacity.limit.value);
    QCOMPARE(capacity.runs, 0);
}

void CapacitySearchTest::findsKneeAndCollapse() {
    sim::CapacityOptions options;
    options.mostRuns = 0;
    options.sensitivities = false;
    const sim::Capacity capacity = sim::findCapacity(
        scenario("components:\n"
                 "  phone: {type: client, timeout: 1 s, to: q}\n"
                 "  q: {type: station, operations: {x: [{work: exp(10 ms)}]}}\n"
                 "workload: {entry: phone, users: 100, profiles: {p: {think: exp(10 s), actions: {x: 1}}}, range: 100..10 k}\n"),
        options);
    // M/M/1 has the most throughput for its response time half full (Kleinrock 1979), at 500 users; it is
    // full at 1,000, and soon after everybody gives up before being served.
    QVERIFY(capacity.knee && *capacity.knee > 400 && *capacity.knee < 600);
    QVERIFY(capacity.collapse && *capacity.collapse > 1000 && *capacity.collapse < 1500);
}

void CapacitySearchTest::sensitivitiesAreThoseOfTheFormula() {
    sim::CapacityOptions options;
    options.mostRuns = 0;
    const sim::Capacity capacity = sim::findCapacity(
        scenario("components: {q: {type: station, servers: 100, operations: {x: [{work: exp(10 ms)}]}}}\n"
                 "workload: {entry: q, arrivals: poisson(100/s), profiles: {p: {actions: {x: 1}}}, range: 100/s..20000/s}\n"
                 "slos: [{name: busy, objective: q.utilisation < 80 %}]\n"),
        options);
    QCOMPARE(capacity.sensitivities.size(), std::size_t{2});
    for (const sim::Sensitivity& s : capacity.sensitivities) {
        const double expected = s.path == "q.servers" ? 0.1 : 1 / 1.1 - 1;
        QVERIFY2(std::abs(s.limitChange - expected) < 0.002, s.path.c_str());
    }
}

void CapacitySearchTest::resultsDoNotDependOnThreads() {
    sim::CapacityOptions one, two;
    one.threads = 1;
    two.threads = 2;
    one.mostRuns = two.mostRuns = 2;
    const sim::Capacity a = sim::findCapacity(scenario(kServers), one);
    const sim::Capacity b = sim::findCapacity(scenario(kServers), two);
    QCOMPARE(a.limit, b.limit);
    QCOMPARE(a.curve.size(), b.curve.size());
}

void CapacitySearchTest::scalesEveryDistribution() {
    for (const char* text :
         {"20 ms", "exp(20 ms)", "uniform(2 s, 5 s)", "erlang(k=3, mean=20 ms)", "gamma(mean=20 ms, cv=0.5)",
          "lognormal(mean=20 ms, p95=50 ms)", "hyperexp(mean=20 ms, cv=2)", "weibull(mean=20 ms, shape=0.7)",
          "pareto(min=5 ms, alpha=2.5)", "mix(80 % exp(5 ms), 20 % exp(50 ms))"}) {
        const model::Distribution law = *model::parseDistribution(text);
        const model::Distribution longer = sim::scaled(law, 3);
        QVERIFY2(std::abs(longer.mean() / law.mean() - 3) < 1e-9, text);
        QVERIFY2(std::abs(longer.squaredCv() - law.squaredCv()) < 1e-9, text);
    }
}

QTEST_GUILESS_MAIN(CapacitySearchTest)
#include "tst_capacity_search.moc"
