// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/control/function_scaling.h"

#include <QTest>

using namespace headroom::sim;

namespace {

constexpr SimTime kSecond = 1'000'000'000;

FunctionScaling::Settings cloudRun() {
    FunctionScaling::Settings settings;
    settings.concurrency = 80;
    settings.max = 100;
    return settings;
}

}  // namespace

class TestFunctionScaling : public QObject {
    Q_OBJECT

private slots:
    // 60 % of 80 requests is 48, of one CPU 0.6.
    void eachDriverAsksForItsShare() {
        const FunctionScaling scaling(cloudRun());
        QCOMPARE(scaling.instancesFor(0, 48), 1);
        QCOMPARE(scaling.instancesFor(0, 49), 2);
        QCOMPARE(scaling.instancesFor(0.6, 0), 1);
        QCOMPARE(scaling.instancesFor(3.0, 0), 5);
        QCOMPARE(scaling.instancesFor(3.0, 480), 10);
        QCOMPARE(scaling.instancesFor(0, 0), 0);
    }

    void moreCpusOfAnInstanceNeedFewerOfThem() {
        auto settings = cloudRun();
        settings.cpus = 4;
        QCOMPARE(FunctionScaling(settings).instancesFor(12, 0), 5);
    }

    void limitsHold() {
        auto settings = cloudRun();
        settings.min = 2;
        settings.max = 8;
        QCOMPARE(FunctionScaling(settings).instancesFor(0, 0), 2);
        QCOMPARE(FunctionScaling(settings).instancesFor(50, 5000), 8);
    }

    // A step from nothing to 480 requests in flight is wholly believed after a minute.
    void averagesOverAMinute() {
        FunctionScaling scaling(cloudRun());
        SimTime now = 0;
        const auto samples = [&](int count, double requests) {
            for (int i = 0; i < count; ++i) scaling.sample(now += 5 * kSecond, 0, requests);
        };
        samples(24, 0);
        QCOMPARE(scaling.instances(now), 0);
        samples(6, 480);
        QCOMPARE(scaling.instances(now), 5);
        samples(6, 480);
        QCOMPARE(scaling.instances(now), 10);
        samples(6, 0);
        QCOMPARE(scaling.instances(now), 5);
        samples(6, 0);
        QCOMPARE(scaling.instances(now), 0);
    }
};

QTEST_GUILESS_MAIN(TestFunctionScaling)
#include "tst_function_scaling.moc"
