// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/engine/simulate.h"
#include "sim/study/experiment.h"
#include "tests/sim/small_run.h"

#include <QtTest>

#include <cstdio>

using namespace headroom;

namespace {

/// Something of everything that draws random numbers, and what else is put beside it.
std::string mixed(const std::string& component = {}, const std::string& profile = {}) {
    return "headroom: 1\n"
           "name: Mixed\n"
           "run: {duration: 60 s, sample: 1 s, warm_up: 10 s, replications: 4, seed: 7}\n"
           "keys: {posts: {count: 10 k, popularity: zipf(0.9), size: 4 KB}, mine: {popularity: "
           "own}}\n"
           "components:\n"
           "  phone: {type: client, network: {rtt: 'lognormal(mean=60 ms, p95=180 ms)'}, timeout: "
           "3 s,\n"
           "          retry: {attempts: 2, backoff: 200 ms, jitter: full, budget: 10 %},\n"
           "          hedge: {after: p95, budget: 5 %}, breaker: {window: 10 s, at_least: 20}, to: balancer}\n"
           "  balancer: {type: load_balancer, policy: power_of_two, to: api}\n"
           "  api: {type: service, instances: 3, concurrency: 20, cpus: 2, cpu: ps, queue: 50, "
           "operations: {\n"
           "      feed: [{work: 'gamma(mean=4 ms, cv=0.5)'}, {call: {to: cache, operation: read, collapse: true, "
           "keys: posts}},\n"
           "             {parallel: {limit: 2, steps: [{call: {to: mail, operation: x, hedge: {after: 50 ms}, times: "
           "1.5}},\n"
           "               {choose: [{share: 30 %, steps: [{delay: exp(2 ms)}]}]}, {call: {to: "
           "resize, operation: x}}]}}],\n"
           "      like: [{call: {to: cache, operation: write, keys: mine, probability: 70 %,\n"
           "             bulkhead: {concurrency: 2, queue: 5}, breaker: {window: 20}}}]}}\n"
           "  cache: {type: cache, capacity: 500 items, ttl: 20 s, eviction: random, single_flight: true, origin: "
           "pool}\n"
           "  pool: {type: pool, size: {min: 1, max: 8}, acquire_timeout: 1 s, connect: exp(20 "
           "ms), to: db}\n"
           "  db: {type: database, servers: 4, queue: 100, operations: {read: [{work: exp(6 ms)}], "
           "write: [{work: exp(9 ms)}]}}\n"
           "  mail: {type: external, latency: exp(20 ms), errors: 2 %}\n"
           "  resize: {type: function, cold_start: exp(500 ms), instances: {max: 5, keep_alive: 2 "
           "s},\n"
           "           operations: {x: [{work: 'uniform(1 ms, 9 ms)'}]}}\n" +
           component +
           "workload: {entry: phone, users: 900, profiles: {\n"
           "    realistic: {share: 80 %, think: exp(2 s), actions: {feed: 6, like: 3}},\n"
           "    heavy: {share: 20 %, think: 'lognormal(mean=1 s, cv=1)', leave: 1 %, journey: "
           "[feed, feed, like]}" +
           profile + "}}\n";
}

void append(std::string& text, const char* format, auto... values) {
    char line[120];
    std::snprintf(line, sizeof line, format, values...);
    text += line;
}

/// Every bit of what a replication counted.
std::string printed(const sim::TargetLog& log) {
    std::string text = log.name;
    for (const auto& i : log.intervals) {
        append(text, " %lu %lu %lu %lu %lu", i.begun, i.answered, i.refused, i.timedOut, i.failed);
        append(text, " %lu %lu %lu %lu", i.lookUps, i.hits, i.coalesced, i.coldStarts);
        append(text, " %a %a %a %a", i.responseSum, i.ownSum, i.waitSum, i.cpuWaitSum);
        append(text, " %a %a %a", i.inSystemArea, i.waitingArea, i.busyArea);
    }
    return text + "\n";
}

std::string printed(const sim::ReplicationResult& result) {
    std::string text = printed(result.workload);
    for (const auto* logs : {&result.operations, &result.components}) {
        for (const auto& log : *logs) text += printed(log);
    }
    append(text, "%lu %lu %lu", result.events, result.visits, result.unfinished);
    return text;
}

/// Every figure of a result but for how long it took.
std::string printed(const sim::TargetResult& target) {
    std::string text = target.name;
    for (int m = 0; m < model::kMetricCount; ++m) {
        const auto metric = static_cast<model::Metric>(m);
        const int statistics = model::isTime(metric) ? model::kStatisticCount : 1;
        for (int s = 0; s < statistics; ++s) {
            const auto& figure = target.figures.at(metric, static_cast<model::Statistic>(s));
            append(text, " %a ± %a", figure.value.value_or(-1), figure.halfWidth.value_or(-1));
        }
    }
    return text + "\n";
}

std::string printed(const sim::RunResult& result) {
    std::string text = printed(result.workload);
    for (const auto* targets : {&result.operations, &result.components}) {
        for (const auto& target : *targets) text += printed(target);
    }
    for (const auto& series : result.series) {
        text += series.name;
        for (const double value : series.values) append(text, " %a", value);
    }
    append(text, " %lu %lu %a", result.events, result.visits, result.unfinished);
    return text;
}

sim::ReplicationResult simulated(const std::string& scenario, std::uint64_t seed, int replication) {
    const auto program = sim::compile(test::scenarioOf(scenario));
    sim::ReplicationSettings settings;
    settings.seed = seed;
    settings.replication = replication;
    return sim::simulate(*program, settings);
}

sim::RunResult experiment(const std::string& scenario, int threads) {
    sim::ExperimentOptions options;
    options.threads = threads;
    return sim::runExperiment(test::scenarioOf(scenario), options);
}

}  // namespace

/// Same file and seed, same bits.
class EngineRepeatableTest : public QObject {
    Q_OBJECT

private slots:
    void sameSeedGivesTheSameBits();
    void otherSeedsAndReplicationsDiffer();
    void invariantsHold();
    void threadsDoNotMatter();
    void strangersDoNotMatter();
    void arrivalsDoNotDependOnTheSystem();
};

void EngineRepeatableTest::sameSeedGivesTheSameBits() {
    QCOMPARE(printed(simulated(mixed(), 7, 0)), printed(simulated(mixed(), 7, 0)));
}

void EngineRepeatableTest::otherSeedsAndReplicationsDiffer() {
    const std::string first = printed(simulated(mixed(), 7, 0));
    QVERIFY(first != printed(simulated(mixed(), 8, 0)));
    QVERIFY(first != printed(simulated(mixed(), 7, 1)));
}

void EngineRepeatableTest::invariantsHold() {
    const sim::ReplicationResult result = simulated(mixed(), 7, 0);
    QCOMPARE(result.brokenInvariants, std::vector<std::string>());
    // The scenario is worth its tests: something of everything happens.
    const auto total = [&](const std::string& name) {
        sim::IntervalCounts sum;
        for (const auto& log : result.components) {
            if (log.name == name) {
                for (const auto& interval : log.intervals) sum += interval;
            }
        }
        return sum;
    };
    QVERIFY(total("cache").hits > 0 && total("cache").coalesced > 0);
    QVERIFY(total("resize").coldStarts > 0);
    QVERIFY(total("mail").failed > 0);
    QVERIFY(total("pool").waitSum > 0);
    QVERIFY(total("phone").begun > 10'000);
}

void EngineRepeatableTest::threadsDoNotMatter() {
    const std::string one = printed(experiment(mixed(), 1));
    QCOMPARE(printed(experiment(mixed(), 2)), one);
    QCOMPARE(printed(experiment(mixed(), 3)), one);
}

void EngineRepeatableTest::strangersDoNotMatter() {
    const auto alone = simulated(mixed(), 7, 0);
    const auto beside =
        simulated(mixed("  apart: {type: station, operations: {x: [{work: exp(1 ms)}]}}\n",
                        ", others: {arrivals: poisson(300/s), entry: apart, actions: {x: 1}}"),
                  7, 0);
    QCOMPARE(beside.components.size(), alone.components.size() + 1);
    for (std::size_t i = 0; i < alone.components.size(); ++i) {
        QCOMPARE(printed(beside.components[i]), printed(alone.components[i]));
    }
}

void EngineRepeatableTest::arrivalsDoNotDependOnTheSystem() {
    const auto arrivals = [](int servers) {
        const test::SmallRun run(
            "components:\n  app: {type: station, servers: " + std::to_string(servers) +
                ", operations: {a: [{work: exp(8 ms)}], b: [{work: exp(9 ms)}]}}\n"
                "workload: {entry: app, arrivals: poisson(100/s), profiles: {p: {actions: {a: 2, "
                "b: 1}}}}\n",
            30);
        std::string text;
        for (const auto& operation : run.result().operations) {
            for (const auto& interval : operation.intervals) append(text, "%lu ", interval.begun);
        }
        return text;
    };
    QCOMPARE(arrivals(1), arrivals(7));
}

QTEST_GUILESS_MAIN(EngineRepeatableTest)
#include "tst_engine_repeatable.moc"
