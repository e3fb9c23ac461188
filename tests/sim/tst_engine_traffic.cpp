// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/small_run.h"

#include <QtTest>

#include <cmath>
#include <numeric>

using namespace headroom;
using test::SmallRun;

namespace {

using Count = std::uint64_t;
bool isClose(double value, double expected) { return std::abs(value - expected) < 1e-6; }
#define COMPARE_TIME(value, expected) \
    QVERIFY2(                         \
        isClose(value, expected),     \
        qPrintable(                   \
            QStringLiteral("%1, expected %2").arg(value, 0, 'g', 12).arg(expected, 0, 'g', 12)))

/// A service app with operations a and b of half a second each, never busy.
SmallRun run(const std::string& workload, int seconds) {
    return SmallRun(
        "components:\n  app: {type: service, operations: {a: [{delay: 500 ms}], b: [{delay: 500 "
        "ms}]}}\n"
        "workload: {entry: app, " +
            workload + "}\n",
        seconds);
}
/// The same where every request fails at once.
SmallRun failing(const std::string& workload, int seconds) {
    return SmallRun(
        "components:\n  app: {type: external, latency: 0 s, errors: 100 %}\nworkload: {entry: "
        "app, " +
            workload + "}\n",
        seconds);
}
const std::string kOneA = "profiles: {p: {actions: {a: 1}}}";

}  // namespace

/// Who comes, when, and what they do.
class EngineTrafficTest : public QObject {
    Q_OBJECT

private slots:
    void usersWaitAndThink();
    void usersStartInEquilibrium();
    void usersWaitForTheirTimeout();
    void journeyIsDoneInOrder();
    void actionsFollowTheirWeights();
    void sharesOfUsersAreDealtOut();
    void sharesOfArrivals();
    void stepsOfUsers();
    void rampOfUsers();
    void constantArrivalsAreEvenlySpaced();
    void recordedArrivalsComeAtTheirTimes();
    void rampOfArrivals();
    void poissonArrivals();
    void poissonFollowsItsSchedule();
    void failedUserThinksAndGoesOn();
    void impatientUserLeaves();
    void openActionsAtTheEndAreUnfinished();
    void profilesHaveTheirOwnLoad();
    void profilesHaveTheirOwnEntry();
};

void EngineTrafficTest::usersWaitAndThink() {
    const SmallRun r =
        run("users: 2, start: together, profiles: {p: {think: 1 s, actions: {a: 1}}}", 10);
    QCOMPARE(r.total("workload").begun, Count{14});  // at 0, 1.5, 3 … 9 s
    QCOMPARE(r.total("workload").answered, Count{14});
    COMPARE_TIME(r.total("workload").responseSum, 7.0);
    QCOMPARE(r.result().users, std::vector<double>(10, 2.0));
}

void EngineTrafficTest::usersStartInEquilibrium() {
    const SmallRun r = run("users: 1000, profiles: {p: {think: 10 s, actions: {a: 1}}}", 10);
    QCOMPARE(r.total("workload").begun, Count{1000});  // each once, as the think time is constant
    for (const auto& interval : r.result().workload.intervals) {
        QVERIFY(interval.begun > 50 && interval.begun < 150);
    }
}

void EngineTrafficTest::usersWaitForTheirTimeout() {
    const SmallRun r(
        "components:\n"
        "  phone: {type: client, timeout: 1 s, to: app}\n"
        "  app: {type: service, operations: {a: [{delay: 5 s}]}}\n"
        "workload: {entry: phone, users: 1, start: together, profiles: {p: {think: 1 s, actions: "
        "{a: 1}}}}\n",
        21);
    QCOMPARE(r.total("workload").timedOut, Count{10});
    QCOMPARE(r.total("app").answered, Count{8});  // begun at 0, 2 … 14 s and answered before 20 s
}

void EngineTrafficTest::journeyIsDoneInOrder() {
    const SmallRun r =
        run("users: 1, start: together, profiles: {p: {think: 500 ms, journey: [a, b, b]}}", 7);
    const auto& operations = r.result().operations;
    QCOMPARE(operations.size(), std::size_t{2});
    std::string order;
    for (std::size_t second = 0; second < 7; ++second) {
        for (const auto& operation : operations) {
            if (operation.intervals[second].begun > 0) order += operation.name;
        }
    }
    QCOMPARE(order, std::string("abbabba"));
}

void EngineTrafficTest::actionsFollowTheirWeights() {
    const SmallRun r =
        run("arrivals: constant(1000/s), profiles: {p: {actions: {a: 3, b: 1}}}", 20);
    const double a =
        static_cast<double>(r.action("a").begun) / static_cast<double>(r.total("workload").begun);
    QVERIFY(std::abs(a - 0.75) < 0.015);  // five standard deviations
}

void EngineTrafficTest::sharesOfUsersAreDealtOut() {
    const SmallRun r = run(
        "users: 10, start: together, profiles: {most: {share: 80 %, think: 1 h, actions: {a: 1}}, "
        "few: {share: 20 %, think: 1 h, actions: {b: 1}}}",
        5);
    QCOMPARE(r.action("a").begun, Count{8});
    QCOMPARE(r.action("b").begun, Count{2});
}

void EngineTrafficTest::sharesOfArrivals() {
    const SmallRun r =
        run("arrivals: constant(1000/s), profiles: {most: {share: 80 %, actions: {a: 1}}, few: "
            "{share: 20 %, actions: {b: 1}}}",
            20);
    const double a =
        static_cast<double>(r.action("a").begun) / static_cast<double>(r.total("workload").begun);
    QVERIFY(std::abs(a - 0.8) < 0.015);
}

void EngineTrafficTest::stepsOfUsers() {
    const SmallRun r =
        run("users: {steps: [{at: 0 s, users: 2}, {at: 5 s, users: 4}, {at: 8 s, users: 0}]}, "
            "profiles: {p: {think: 100 s, actions: {a: 1}}}",
            10);
    const std::vector<double> expected = {2, 2, 2, 2, 2, 4, 4, 4};
    // Whoever acts at 8 s stays until the answer.
    QCOMPARE(std::vector<double>(r.result().users.begin(), r.result().users.begin() + 8), expected);
    QVERIFY(r.result().users[8] <= 0.5 * 4);
    QCOMPARE(r.result().users[9], 0.0);
}

void EngineTrafficTest::rampOfUsers() {
    const SmallRun r =
        run("users: {ramp: {from: 0, to: 100, over: 10 s}}, profiles: {p: {think: 1 h, actions: "
            "{a: 1}}}",
            12);
    for (std::size_t second = 0; second < 10; ++second) {
        const double middle = 10 * (static_cast<double>(second) + 0.5);
        QVERIFY(std::abs(r.result().users[second] - middle) < 0.2);
    }
    QCOMPARE(r.result().users[11], 100.0);
}

void EngineTrafficTest::constantArrivalsAreEvenlySpaced() {
    const SmallRun r = run("arrivals: constant(3/s), " + kOneA, 10);
    for (std::size_t second = 1; second < 9; ++second)
        QCOMPARE(r.result().workload.intervals[second].begun, Count{3});
    QVERIFY(r.total("workload").begun >= 29 && r.total("workload").begun <= 30);
    QVERIFY(r.result().users.empty());
}

void EngineTrafficTest::rampOfArrivals() {
    const SmallRun r = run(
        "arrivals: {process: constant, ramp: {from: 0/s, to: 100/s, over: 10 s}}, " + kOneA, 10);
    Count before = 0;
    for (std::size_t second = 0; second < 10; ++second) {
        before += r.result().workload.intervals[second].begun;
        const double area =
            5 * std::pow(static_cast<double>(second) + 1, 2);  // under the ramp up to now
        QVERIFY(std::abs(static_cast<double>(before) - area) <= 1);
    }
}

void EngineTrafficTest::poissonArrivals() {
    const SmallRun r = run("arrivals: poisson(1000/s), " + kOneA, 100);
    double squares = 0;
    for (const auto& interval : r.result().workload.intervals) {
        squares += std::pow(static_cast<double>(interval.begun) - 1000, 2);
    }
    QVERIFY(std::abs(static_cast<double>(r.total("workload").begun) - 100e3) <
            5 * std::sqrt(100e3));
    QVERIFY(squares / 100 / 1000 > 0.4 &&
            squares / 100 / 1000 < 1.8);  // the variance is the mean: chi-square of 100
}

void EngineTrafficTest::poissonFollowsItsSchedule() {
    const SmallRun r =
        run("arrivals: {steps: [{at: 0 s, rate: 1000/s}, {at: 10 s, rate: 4000/s}, {at: 20 s, "
            "rate: 0/s}]}, " +
                kOneA,
            30);
    const auto between = [&](std::size_t from, std::size_t to) {
        double sum = 0;
        for (std::size_t i = from; i < to; ++i)
            sum += static_cast<double>(r.result().workload.intervals[i].begun);
        return sum;
    };
    QVERIFY(std::abs(between(0, 10) - 10e3) < 5 * std::sqrt(10e3));
    QVERIFY(std::abs(between(10, 20) - 40e3) < 5 * std::sqrt(40e3));
    QCOMPARE(between(20, 30), 0.0);
}

void EngineTrafficTest::failedUserThinksAndGoesOn() {
    const SmallRun r =
        failing("users: 1, start: together, profiles: {p: {think: 1 s, actions: {a: 1}}}", 10);
    QCOMPARE(r.total("workload").failed, Count{10});
}

void EngineTrafficTest::impatientUserLeaves() {
    const SmallRun r = failing(
        "users: 4, start: together, profiles: {p: {think: 1 s, leave: 100 %, actions: {a: 1}}}",
        10);
    QCOMPARE(r.total("workload").failed, Count{4});
    QCOMPARE(r.result().users.back(), 0.0);
}

void EngineTrafficTest::openActionsAtTheEndAreUnfinished() {
    const SmallRun r =
        run("arrivals: {process: constant, steps: [{at: 0 s, rate: 4/s}]}, " + kOneA, 10);
    const auto total = r.total("workload");
    QCOMPARE(r.result().unfinished, total.begun - total.answered);
    QVERIFY(r.result().unfinished == 1 || r.result().unfinished == 2);
    QCOMPARE(total.refused + total.timedOut + total.failed, Count{0});
}

void EngineTrafficTest::profilesHaveTheirOwnLoad() {
    const SmallRun r =
        run("profiles: {crowd: {users: 2, think: 1.5 s, actions: {a: 1}}, "
            "stream: {arrivals: constant(5/s), actions: {b: 1}}}, start: together",
            20);
    QCOMPARE(r.action("a").begun, Count{20});
    QVERIFY(r.action("b").begun >= 99 && r.action("b").begun <= 100);
    QCOMPARE(r.result().users.front(), 2.0);
}

void EngineTrafficTest::profilesHaveTheirOwnEntry() {
    const SmallRun r(
        "components:\n"
        "  app: {type: service, operations: {a: [{delay: 1 s}]}}\n"
        "  back_office: {type: service, operations: {a: [{delay: 3 s}]}}\n"
        "workload: {entry: app, users: 10, start: together, profiles: {\n"
        "    guests: {share: 70 %, think: 1 h, actions: {a: 1}},\n"
        "    staff: {share: 30 %, think: 1 h, entry: back_office, actions: {a: 1}}}}\n",
        5);
    QCOMPARE(r.total("app").answered, Count{7});
    QCOMPARE(r.total("back_office").answered, Count{3});
    QCOMPARE(r.action("a").answered, Count{10});
    COMPARE_TIME(r.action("a").responseSum, 7 * 1.0 + 3 * 3.0);
}

void EngineTrafficTest::recordedArrivalsComeAtTheirTimes() {
    const SmallRun r(
        "components:\n  app: {type: service, operations: {a: [{delay: 500 ms}]}}\n"
        "workload: {entry: app, arrivals: 1/s, " + kOneA + "}\n",
        10, [](model::Scenario& scenario) {
            model::Arrivals& arrivals = *scenario.workload.arrivals;
            arrivals.process = model::Arrivals::Process::trace;
            for (const double at : {0.0, 1.25, 1.25, 5.5, 12.0})
                arrivals.times.push_back(model::fromSeconds(at));
        });
    const auto& intervals = r.log("app").intervals;
    QCOMPARE(r.total("app").begun, Count{4});
    QCOMPARE(intervals[0].begun, Count{1});
    QCOMPARE(intervals[1].begun, Count{2});
    COMPARE_TIME(intervals[1].inSystemArea, 2 * 0.5);
    QCOMPARE(intervals[5].begun, Count{1});
    QCOMPARE(intervals[6].answered, Count{1});
}

QTEST_GUILESS_MAIN(EngineTrafficTest)
#include "tst_engine_traffic.moc"
