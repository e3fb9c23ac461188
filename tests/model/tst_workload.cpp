// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workload.h"

#include <QtTest>

using namespace headroom::model;
using namespace std::chrono_literals;

class WorkloadTest : public QObject {
    Q_OBJECT

    /// 100 until 10 s, rising to 300 at 20 s, then at once 50.
    const Schedule schedule_{{{10s, 100}, {20s, 300}, {20s, 50}}};

private slots:
    void levelsAreLinearBetweenPoints() {
        QCOMPARE(schedule_.at(10s), 100.0);
        QCOMPARE(schedule_.at(15s), 200.0);
        QCOMPARE(schedule_.at(17500ms), 250.0);
    }
    void levelsAreConstantOutsideThePoints() {
        QCOMPARE(schedule_.at(0s), 100.0);
        QCOMPARE(schedule_.at(1h), 50.0);
    }
    void aJumpHappensAtItsTime() {
        QVERIFY(schedule_.at(20s - 1ns) > 299.9);
        QCOMPARE(schedule_.at(20s), 50.0);
    }
    void thePeakIsTheHighestLevel() {
        QCOMPARE(schedule_.peak(), 300.0);
        QCOMPARE(Schedule::constant(7).peak(), 7.0);
    }
    void onlyEqualLevelsAreConstant() {
        QVERIFY(Schedule::constant(7).isConstant());
        QVERIFY((Schedule{{{0s, 7}, {5s, 7}}}).isConstant());
        QVERIFY(!schedule_.isConstant());
    }
    void scalingKeepsTheShape() {
        const Schedule doubled = schedule_.scaled(2);
        QCOMPARE(doubled.at(15s), 400.0);
        QCOMPARE(doubled.peak(), 600.0);
        QVERIFY(schedule_.scaled(1) == schedule_);
        QCOMPARE(doubled.points.size(), schedule_.points.size());
    }
};

QTEST_GUILESS_MAIN(WorkloadTest)
#include "tst_workload.moc"
