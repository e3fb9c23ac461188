// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/control/target_tracking.h"

#include <QTest>

using namespace headroom::sim;

namespace {

constexpr SimTime kMinute = 60'000'000'000;

TargetTracking::Settings half(std::vector<double> targets = {0.5}) {
    TargetTracking::Settings settings;
    settings.targets = std::move(targets);
    settings.min = 2;
    settings.max = 100;
    return settings;
}

/// A policy and the capacity it keeps, fed with a data point each minute.
struct Tracked {
    TargetTracking policy;
    int capacity;
    SimTime now = 0;

    int minute(const TargetTracking::Metrics& metrics) {
        now += kMinute;
        return capacity = policy.decide(now, capacity, metrics);
    }
    int minutes(int count, const TargetTracking::Metrics& metrics) {
        for (int i = 0; i < count; ++i) minute(metrics);
        return capacity;
    }
};

}  // namespace

class TestTargetTracking : public QObject {
    Q_OBJECT

private slots:
    void scalesOutInProportionAfterThreePoints() {
        Tracked tracked{TargetTracking(half()), 10};
        QCOMPARE(tracked.minutes(2, {0.8}), 10);
        QCOMPARE(tracked.minute({0.8}), 16);
    }

    void roundsSoThatNeverTooLittleIsAdded() {
        Tracked tracked{TargetTracking(half()), 10};
        QCOMPARE(tracked.minutes(3, {0.501}), 11);
    }

    void anInterruptionStartsTheCountAgain() {
        Tracked tracked{TargetTracking(half()), 10};
        tracked.minutes(2, {0.8});
        tracked.minute({0.5});
        QCOMPARE(tracked.minutes(2, {0.8}), 10);
        tracked.minute({std::nullopt});
        QCOMPARE(tracked.minutes(2, {0.8}), 10);
        QCOMPARE(tracked.minute({0.8}), 16);
    }

    // The new instances are not there yet, and the metric shows the old ones: nothing is added
    // twice, and more only for a metric that has risen.
    void whatWasAddedCountsDuringTheCooldown() {
        Tracked tracked{TargetTracking(half()), 10};
        tracked.minutes(3, {0.8});
        QCOMPARE(tracked.minute({0.8}), 16);
        QCOMPARE(tracked.minute({0.9}), 18);
        QCOMPARE(tracked.minutes(4, {0.9}), 18);
    }

    void afterTheCooldownItReckonsFromWhatThereIs() {
        Tracked tracked{TargetTracking(half()), 10};
        tracked.minutes(3, {0.8});
        QCOMPARE(tracked.minutes(4, {0.8}), 16);
        QCOMPARE(tracked.minute({0.8}), 26);
    }

    void scalesInOnlyAfterAQuarterOfAnHour() {
        Tracked tracked{TargetTracking(half()), 20};
        QCOMPARE(tracked.minutes(14, {0.2}), 20);
        QCOMPARE(tracked.minute({0.2}), 8);
        // The cooldown, after which the metric is still low.
        QCOMPARE(tracked.minutes(4, {0.2}), 8);
        QCOMPARE(tracked.minute({0.2}), 4);
        QCOMPARE(tracked.minutes(60, {0.0}), 2);
    }

    void withinTheMarginNothingIsRemoved() {
        Tracked tracked{TargetTracking(half()), 20};
        QCOMPARE(tracked.minutes(60, {0.45}), 20);
        Tracked disabled{TargetTracking(half()), 20};
        auto settings = half();
        settings.scaleIn = false;
        disabled.policy = TargetTracking(settings);
        QCOMPARE(disabled.minutes(60, {0.1}), 20);
    }

    void scaleOutEndsACooldownOfScaleIn() {
        Tracked tracked{TargetTracking(half()), 20};
        tracked.minutes(15, {0.2});
        QCOMPARE(tracked.capacity, 8);
        QCOMPARE(tracked.minutes(3, {1.0}), 16);
    }

    void severalMetricsKeepTheLargest() {
        Tracked tracked{TargetTracking(half({0.5, 100.0})), 10};
        QCOMPARE(tracked.minutes(3, {0.6, 200.0}), 20);
        Tracked low{TargetTracking(half({0.5, 100.0})), 20};
        QCOMPARE(low.minutes(30, {0.1, 95.0}), 20);
        QCOMPARE(low.minutes(15, {0.1, 50.0}), 10);
    }

    void limitsHold() {
        auto settings = half();
        settings.max = 12;
        QCOMPARE(Tracked({TargetTracking(settings), 10}).minutes(3, {5.0}), 12);
        QCOMPARE(Tracked({TargetTracking(settings), 1}).minute({0.5}), 2);
        QCOMPARE(Tracked({TargetTracking(settings), 13}).minute({0.5}), 12);
    }
};

QTEST_GUILESS_MAIN(TestTargetTracking)
#include "tst_target_tracking.moc"
