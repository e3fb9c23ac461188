// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/scenario_file.h"
#include "sim/analytic/solve.h"
#include "sim/study/experiment.h"
#include "tests/sim/small_run.h"

#include <QtTest>

#include <cmath>
#include <cstdio>

using namespace headroom;
using test::SmallRun;

namespace {

/// A web tier that both sides share in front of an api that the variant makes faster.
std::string shop(const std::string& workload, const std::string& rollOut) {
    return "keys: {mine: {popularity: own}, posts: {count: 500, popularity: zipf(0.9)}}\n"
           "components:\n"
           "  phone: {type: client, timeout: 2 s, retry: {attempts: 1, backoff: 50 ms}, to: web}\n"
           "  web: {type: service, instances: 2, concurrency: 8, cpus: 2, operations: {\n"
           "    get: [{work: exp(500 us)}, {call: {to: balancer, operation: get}}]}}\n"
           "  balancer: {type: load_balancer, to: api}\n"
           "  api: {type: service, instances: 2, concurrency: 10, cpus: 2,\n"
           "    pauses: {every: 7 s, lasting: 'uniform(5 ms, 20 ms)'}, operations: {get: [\n"
           "    {work: exp(4 ms)}, {call: {to: cache, operation: read, keys: posts}}]}}\n"
           "  cache: {type: cache, capacity: 100 items, ttl: 10 s, access: 1 ms, single_flight: "
           "true, "
           "origin: pool}\n"
           "  pool: {type: pool, size: {min: 1, max: 6}, connect: exp(5 ms), to: db}\n"
           "  db: {type: database, servers: 4, operations: {read: [{work: exp(6 ms)}]}}\n"
           "  hpa: {type: autoscaler, scales: api, instances: {min: 1, max: 4}}\n" +
           workload +
           "variants:\n"
           "  quick:\n"
           "    add: {components: {near: {type: cache, scope: instance, capacity: 50 items, "
           "access: "
           "100 us, origin: cache}, mail: {type: external, latency: exp(20 ms)}}}\n"
           "    set:\n"
           "      db.servers: 6\n"
           "      api.operations.get: [{work: exp(2 ms)}, {call: {to: near, operation: read, keys: "
           "posts}},\n"
           "        {call: {to: mail, operation: send, probability: 10 %}}]\n" +
           rollOut;
}

const std::string kUsers =
    "workload: {entry: phone, users: 400, profiles: {\n"
    "  a: {share: 75 %, think: exp(2 s), actions: {get: 1}}, b: {share: 25 %, think: 'uniform(1 s, "
    "2 "
    "s)', journey: [get]}}}\n";
const std::string kArrivals =
    "workload: {entry: phone, arrivals: poisson(150/s), profiles: {a: {actions: {get: 1}}}}\n";

std::string steps(const std::string& list) {
    return "roll_out: {variant: quick, steps: [" + list + "]}\n";
}
const std::string kInSteps =
    steps("{at: 0 s, share: 20 %}, {at: 20 s, share: 50 %}, {at: 40 s, share: 100 %}");

std::uint64_t begunBetween(const sim::TargetLog& log, std::size_t from, std::size_t to) {
    std::uint64_t sum = 0;
    for (std::size_t i = from; i < to; ++i) sum += log.intervals[i].begun;
    return sum;
}

/// Visits of `api` that meet the new side, of all in these seconds.
struct Split {
    double onNew = 0, all = 0;
};
Split splitOf(const SmallRun& run, std::size_t from, std::size_t to) {
    const auto onNew = static_cast<double>(begunBetween(run.log("api@quick"), from, to));
    return {onNew, onNew + static_cast<double>(begunBetween(run.log("api"), from, to))};
}

void append(std::string& text, const char* format, auto... values) {
    char line[120];
    std::snprintf(line, sizeof line, format, values...);
    text += line;
}

/// Every bit of what was counted.
std::string printed(const sim::TargetLog& log) {
    std::string text = log.name;
    for (const auto& i : log.intervals) {
        append(text, " %lu %lu %lu %lu %lu", i.begun, i.answered, i.refused, i.timedOut, i.failed);
        append(text, " %lu %lu %lu", i.lookUps, i.hits, i.coalesced);
        append(text, " %a %a %a %a", i.responseSum, i.ownSum, i.waitSum, i.cpuWaitSum);
        append(text, " %a %a %a %a", i.inSystemArea, i.busyArea, i.capacityArea, i.instancesArea);
    }
    return text;
}

model::Scenario scenarioFor(const std::string& workload, const std::string& rollOut,
                            const std::string& run) {
    return test::scenarioOf("headroom: 1\nname: Shop\nrun: " + run + "\n" +
                            shop(workload, rollOut));
}

}  // namespace

class RollOutTest : public QObject {
    Q_OBJECT

private slots:
    // Five standard deviations of the binomial distribution: of arrivals, each draws by itself.
    void arrivalsSplitByTheShareOfTheirTime() {
        const SmallRun run(shop(kArrivals, kInSteps), 60);
        const double shares[] = {0.2, 0.5, 1};
        for (std::size_t stage = 0; stage < 3; ++stage) {
            // What began before the step may arrive a moment later.
            const Split split = splitOf(run, 20 * stage + 1, 20 * stage + 20);
            QVERIFY(split.all > 2000);
            const double share = shares[stage];
            const double bound = 5 * std::sqrt(split.all * share * (1 - share)) + 1;
            QVERIFY2(std::abs(split.onNew - share * split.all) < bound,
                     qPrintable(QString("%1 of %2").arg(split.onNew).arg(split.all)));
        }
    }

    // Of closed users it is the users who are split, so that their number counts for the bound.
    void usersSplitByTheShareOfTheirTime() {
        const SmallRun run(shop(kUsers, kInSteps), 60);
        const double shares[] = {0.2, 0.5, 1};
        for (std::size_t stage = 0; stage < 3; ++stage) {
            const Split split = splitOf(run, 20 * stage + 1, 20 * stage + 20);
            QVERIFY(split.all > 2000);
            const double share = shares[stage], spread = share * (1 - share);
            const double bound = 5 * std::sqrt(spread / 400 + spread / split.all) + 1e-3;
            QVERIFY2(std::abs(split.onNew / split.all - share) < bound,
                     qPrintable(QString("%1 of %2").arg(split.onNew).arg(split.all)));
        }
    }

    // A cache of each user's own key that never forgets is missed once by each user on each side
    // that he is on: 400 in all while the share stands still, whoever is where.
    void usersStayOnTheirSide() {
        const std::string body =
            "keys: {mine: {popularity: own}}\n"
            "components:\n"
            "  api: {type: service, operations: {get: [{call: {to: cache, operation: read, keys: "
            "mine}}]}}\n"
            "  cache: {type: cache, capacity: 1 k items, origin: db}\n"
            "  db: {type: external, latency: 1 ms}\n"
            "workload: {entry: api, users: 400, profiles: {p: {think: exp(1 s), actions: {get: "
            "1}}}}\n"
            "variants: {quick: {set: {cache.access: 1 ms}}}\n";
        const SmallRun fixed(body + steps("{at: 0 s, share: 40 %}"), 30);
        QCOMPARE(fixed.total("db").begun, std::uint64_t{400});
        const auto onNew = fixed.total("cache@quick").lookUps - fixed.total("cache@quick").hits;
        QVERIFY(std::abs(static_cast<double>(onNew) - 160) < 5 * std::sqrt(400 * 0.4 * 0.6));
        // As the share grows, those who are on the new side stay there: nobody is back on the old.
        const SmallRun grows(
            body +
                steps("{at: 0 s, share: 40 %}, {at: 15 s, share: 70 %}, {at: 30 s, share: 100 %}"),
            45);
        QVERIFY(grows.total("cache").lookUps - grows.total("cache").hits <= 400 - onNew);
        QCOMPARE(grows.total("cache@quick").lookUps - grows.total("cache@quick").hits,
                 std::uint64_t{400});
    }

    // What nobody is sent to changes nothing of what is there: not one bit.
    void atNothingItIsTheBase_data() {
        QTest::addColumn<QString>("workload");
        QTest::newRow("users") << QString::fromStdString(kUsers);
        QTest::newRow("arrivals") << QString::fromStdString(kArrivals);
    }
    void atNothingItIsTheBase() {
        QFETCH(QString, workload);
        const std::string traffic = workload.toStdString();
        const SmallRun base(shop(traffic, ""), 30);
        const SmallRun none(shop(traffic, steps("{at: 0 s, share: 0 %}, {at: 1 h, share: 100 %}")),
                            30);
        QCOMPARE(printed(none.log("workload")), printed(base.log("workload")));
        for (const sim::TargetLog& log : base.result().components)
            QCOMPARE(printed(none.log(log.name)), printed(log));
        QCOMPARE(none.total("api@quick").begun, std::uint64_t{0});
        QCOMPARE(none.total("near").begun, std::uint64_t{0});
    }

    // With nothing random in it, the new side is the variant to the bit.
    void atAllItIsTheVariant() {
        const std::string body =
            "components:\n"
            "  app: {type: load_balancer, to: api}\n"
            "  api: {type: service, cpus: 1, concurrency: 4, operations: {x: [{work: 300 ms}, "
            "{call: "
            "{to: db, operation: read}}]}}\n"
            "  db: {type: database, servers: 1, operations: {read: [{work: 600 ms}]}}\n" +
            test::kTenArrivals;
        const std::string change = "{api.concurrency: 2, 'db.operations.read[0].work': 1100 ms}";
        const SmallRun all(body + "variants: {quick: {set: " + change + "}}\n" +
                           steps("{at: 0 s, share: 100 %}"));
        const SmallRun variant(body, 30, [](model::Scenario& scenario) {
            for (model::Component& component : scenario.components) {
                if (auto* api = std::get_if<model::ServiceSpec>(&component.spec))
                    api->concurrency = 2;
                if (component.name == "db")
                    component.operations[0].steps[0].action =
                        model::Work{model::Distribution::constant(std::chrono::milliseconds(1100))};
            }
        });
        QVERIFY(variant.total("api").waitSum > 0);
        QCOMPARE(printed(all.log("workload")), printed(variant.log("workload")));
        for (const std::string name : {"api", "db"}) {
            const std::string figures = printed(variant.log(name)).substr(name.size());
            QCOMPARE(printed(all.log(name + "@quick")).substr(name.size() + 6), figures);
            QCOMPARE(all.total(name).begun, std::uint64_t{0});
        }
    }

    // Chance included, the means of a variant that takes all are those of the variant, inside the
    // sum of the intervals.
    void atAllItHasTheVariantsFigures() {
        const std::string run =
            "{duration: 2 min, warm_up: none, sample: 5 s, replications: 4, seed: 3}";
        const std::string all = steps("{at: 0 s, share: 100 %}");
        const sim::RunResult rolledOut = sim::runExperiment(scenarioFor(kArrivals, all, run), {});
        const model::ScenarioFile file(
            "headroom: 1\nname: Shop\nrun: " + run + "\n" + shop(kArrivals, ""), "s.yaml", ".");
        model::Overrides overrides;
        overrides.variant = "quick";
        const sim::RunResult variant = sim::runExperiment(*file.scenario(overrides).scenario, {});
        const auto compare = [](const sim::Estimate& a, const sim::Estimate& b) {
            return std::abs(*a.value - *b.value) <= *a.halfWidth + *b.halfWidth;
        };
        for (const model::Metric metric :
             {model::Metric::responseTime, model::Metric::utilisation, model::Metric::throughput}) {
            if (metric != model::Metric::utilisation)
                QVERIFY(compare(rolledOut.workload.figures.at(metric),
                                variant.workload.figures.at(metric)));
            for (const std::string name : {"api", "db"}) {
                const sim::Estimate a =
                    rolledOut.figure({name + "@quick", "", metric, model::Statistic::mean, ""});
                const sim::Estimate b =
                    variant.figure({name, "", metric, model::Statistic::mean, ""});
                QVERIFY2(
                    compare(a, b),
                    qPrintable(
                        QString("%1 %2 against %3").arg(name.c_str()).arg(*a.value).arg(*b.value)));
            }
        }
    }

    // What exists once serves both; what the variant adds serves its side; and everything that is
    // begun ends (SmallRun fails on a broken invariant).
    void requestsKeepToTheirSide() {
        const SmallRun run(shop(kArrivals, kInSteps), 60);
        const auto begun = [&](const char* name) { return run.total(name).begun; };
        QCOMPARE(begun("balancer") + begun("balancer@quick"), begun("api") + begun("api@quick"));
        QCOMPARE(begun("near"), run.total("near").lookUps);
        QVERIFY(begun("near") <= begun("api@quick"));
        QVERIFY(begun("near") > 0);
        QCOMPARE(run.total("mail").begun > 0, true);
        QCOMPARE(begun("pool"), begun("db"));
        QVERIFY(begun("db@quick") > 0);
        // Those that still wait for a connection at the end.
        QVERIFY(begun("pool@quick") >= begun("db@quick"));
        QVERIFY(begun("pool@quick") - begun("db@quick") < 50);
        // The shared cache holds what either side has read.
        QVERIFY(run.total("cache").hits > run.total("cache").lookUps / 4);
        QCOMPARE(run.action("get").begun + run.action("get@quick").begun,
                 run.total("workload").begun);
        // Half a second after the last step nobody is on the old side any more.
        QCOMPARE(begunBetween(run.log("api"), 43, 60), std::uint64_t{0});
    }

    void faultsStrikeBothSides() {
        const std::string fault = "faults: [{at: 10 s, fail: api 100 %, for: 5 s}]\n";
        const SmallRun run(shop(kArrivals, steps("{at: 0 s, share: 50 %}") + fault), 20);
        for (const char* name : {"api", "api@quick"}) {
            std::uint64_t failed = 0, answered = 0;
            for (std::size_t i = 11; i < 14; ++i) {
                failed += run.log(name).intervals[i].failed;
                answered += run.log(name).intervals[i].answered;
            }
            QVERIFY(failed > 100);
            QCOMPARE(answered, std::uint64_t{0});
        }
    }

    // Two threads finish in any order.
    void doesNotDependOnThreads() {
        const model::Scenario scenario = scenarioFor(
            kUsers, kInSteps, "{duration: 60 s, warm_up: auto, sample: 1 s, replications: 4}");
        const sim::RunResult one = sim::runExperiment(scenario, {1, {}, {}, {}});
        const sim::RunResult two = sim::runExperiment(scenario, {2, {}, {}, {}});
        QCOMPARE(one.events, two.events);
        QCOMPARE(one.components.size(), two.components.size());
        for (std::size_t i = 0; i < one.components.size(); ++i) {
            const auto &a = one.components[i].figures, &b = two.components[i].figures;
            QCOMPARE(a.at(model::Metric::throughput).value, b.at(model::Metric::throughput).value);
            QCOMPARE(a.at(model::Metric::responseTime, model::Statistic::p95).value,
                     b.at(model::Metric::responseTime, model::Statistic::p95).value);
        }
        // Shares change over time: nothing is cut as warm-up.
        QVERIFY(!one.stationary);
        QCOMPARE(one.warmUpSeconds, 0.0);
    }

    // Theory takes the last step for ever: at 100 % that is the variant.
    void theoryTakesTheLastStep() {
        const std::string run = "{duration: 60 s}";
        const sim::Solution half =
            sim::solve(scenarioFor(kArrivals, steps("{at: 0 s, share: 50 %}"), run));
        const auto throughput = [&](const sim::RunResult& result, const char* name) {
            return *result.figure({name, "", model::Metric::throughput, model::Statistic::mean, ""})
                        .value;
        };
        QVERIFY(std::abs(throughput(half.result, "api") - 75) < 1);
        QVERIFY(std::abs(throughput(half.result, "api@quick") - 75) < 1);
        QVERIFY(std::abs(throughput(half.result, "web") - 150) < 1);
        const sim::Solution all = sim::solve(scenarioFor(kArrivals, kInSteps, run));
        const model::ScenarioFile file(
            "headroom: 1\nname: Shop\nrun: " + run + "\n" + shop(kArrivals, ""), "s.yaml", ".");
        model::Overrides overrides;
        overrides.variant = "quick";
        const sim::Solution variant = sim::solve(*file.scenario(overrides).scenario);
        const auto response = [](const sim::Solution& solution) {
            return *solution.result.workload.figures.at(model::Metric::responseTime).value;
        };
        QVERIFY(std::abs(response(all) / response(variant) - 1) < 0.01);
        const bool says = std::ranges::any_of(all.approximations, [](const std::string& text) {
            return text.find("roll-out is taken at its last step") != std::string::npos;
        });
        QVERIFY(says);
    }
};

QTEST_GUILESS_MAIN(RollOutTest)
#include "tst_engine_roll_out.moc"
