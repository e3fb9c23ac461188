// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/study/recoveries.h"

#include <QTest>

#include <chrono>
#include <cmath>

using namespace headroom;
using namespace headroom::sim;
using namespace std::chrono_literals;

namespace {

/// Ten minutes in intervals of ten seconds: a hundred actions in each, answered in 0.1 s.
ReplicationResult steady() {
    ReplicationResult result;
    result.sample = 10'000'000'000;
    result.workload.intervals.resize(60);
    for (std::size_t i = 0; i < 60; ++i) {
        IntervalCounts& c = result.workload.intervals[i];
        c.answered = 100;
        c.responseSum = i % 2 == 0 ? 10 : 11;
        c.inSystemArea = c.responseSum;
    }
    return result;
}

void fail(ReplicationResult& result, std::size_t interval, std::uint64_t actions) {
    result.workload.intervals[interval].answered -= actions;
    result.workload.intervals[interval].failed += actions;
}

model::Scenario with(model::Duration at, std::optional<model::Duration> lasting) {
    model::Scenario scenario;
    model::Fault fault;
    fault.at = at;
    fault.lasting = lasting;
    fault.text = "kill 1 instance of api";
    scenario.faults.push_back(fault);
    return scenario;
}

Recovery recovery(const model::Scenario& scenario, const std::vector<ReplicationResult>& results) {
    return findRecoveries(scenario, results).at(0);
}

}  // namespace

class TestRecoveries : public QObject {
    Q_OBJECT

private slots:
    void withoutAnythingBadAtOnce() {
        const Recovery r = recovery(with(200s, 30s), {steady(), steady()});
        QCOMPARE(r.fault, std::string("kill 1 instance of api"));
        QCOMPARE(r.from, 200.0);
        QVERIFY(r.until && std::abs(*r.until - 230) < 1e-6);
        QCOMPARE(r.recoveredAt.value, std::optional(200.0));
        QCOMPARE(r.recovered, 2);
        QCOMPARE(r.errors.value, std::optional(0.0));
    }

    void whenErrorsHaveStopped() {
        ReplicationResult result = steady();
        fail(result, 20, 50);
        fail(result, 21, 20);
        fail(result, 22, 1);  // 1 %: within what may come by chance
        const Recovery r = recovery(with(203s, 30s), {result});
        QCOMPARE(r.recoveredAt.value, std::optional(220.0));
        QCOMPARE(r.errors.value, std::optional(70.0));
    }

    void whenAnswersAreAsFastAgain() {
        ReplicationResult result = steady();
        for (std::size_t i = 23; i < 30; ++i) result.workload.intervals[i].responseSum = 14;
        QCOMPARE(recovery(with(200s, std::nullopt), {result}).recoveredAt.value,
                 std::optional(300.0));
        result = steady();
        for (std::size_t i = 23; i < 30; ++i) result.workload.intervals[i].responseSum = 13;
        QCOMPARE(recovery(with(200s, std::nullopt), {result}).recoveredAt.value,
                 std::optional(200.0));
    }

    void aMinuteOfCalmIsNeeded() {
        ReplicationResult result = steady();
        fail(result, 20, 50);
        fail(result, 25, 50);  // 40 s of calm
        fail(result, 33, 50);  // 70 s of calm: something else
        QCOMPARE(recovery(with(200s, std::nullopt), {result}).recoveredAt.value,
                 std::optional(260.0));
    }

    void whatTheFaultDoesLaterCounts() {
        ReplicationResult result = steady();
        fail(result, 35, 50);  // 150 s after its beginning, while it lasts
        QCOMPARE(recovery(with(200s, 160s), {result}).recoveredAt.value, std::optional(360.0));
    }

    void nothingAnsweredIsNoRecovery() {
        ReplicationResult hung = steady();
        for (std::size_t i = 20; i < 60; ++i) hung.workload.intervals[i].answered = 0;
        const Recovery r = recovery(with(200s, 30s), {steady(), hung});
        QCOMPARE(r.recovered, 1);
        QVERIFY(!r.recoveredAt.value);
    }

    void faultsAfterTheEndDoNotStrike() {
        QVERIFY(findRecoveries(with(600s, 30s), std::vector{steady()}).empty());
        QVERIFY(findRecoveries(with(10s, 30s), Replications{}).empty());
    }
};

QTEST_GUILESS_MAIN(TestRecoveries)
#include "tst_recoveries.moc"
