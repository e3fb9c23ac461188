// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/control/outlier_detection.h"

#include <QTest>

using namespace headroom::sim;
using namespace headroom;

namespace {

constexpr SimTime kSecond = 1'000'000'000;

bool fail(OutlierDetection& detection, SimTime now, std::size_t host, int times) {
    bool out = false;
    for (int i = 0; i < times; ++i) out = detection.record(now, host, true);
    return out;
}

}  // namespace

class TestOutlierDetection : public QObject {
    Q_OBJECT

private slots:
    void fiveFailuresInARowTakeAHostOut() {
        OutlierDetection detection({}, 4);
        QVERIFY(!fail(detection, 0, 1, 4));
        detection.record(0, 1, false);
        QVERIFY(!fail(detection, 0, 1, 4));
        QVERIFY(fail(detection, 0, 1, 1));
        QVERIFY(detection.isOut(30 * kSecond - 1, 1));
        QVERIFY(!detection.isOut(30 * kSecond, 1));
        QVERIFY(!detection.isOut(0, 0));
    }

    void everyTimeItIsOutForLonger() {
        OutlierDetection detection({}, 4);
        SimTime now = 0;
        for (int times = 1; times <= 12; ++times) {
            QVERIFY(fail(detection, now, 2, 5));
            QCOMPARE(detection.backAt(2) - now, std::min(300, 30 * times) * kSecond);
            now = detection.backAt(2);
        }
    }

    void servingWellIsForgiven() {
        OutlierDetection detection({}, 4);
        fail(detection, 0, 2, 5);
        fail(detection, 30 * kSecond, 2, 5);  // out until 90 s
        QVERIFY(fail(detection, 100 * kSecond, 2, 5));
        QCOMPARE(detection.backAt(2), 160 * kSecond);  // the second time, as one is forgiven
        QVERIFY(fail(detection, 1000 * kSecond, 2, 5));
        QCOMPARE(detection.backAt(2), 1030 * kSecond);
    }

    // max_ejection_percent 10: of 30 hosts three, of four one.
    void onlyAPartMayBeOut() {
        OutlierDetection many({}, 30);
        for (std::size_t host = 0; host < 3; ++host) QVERIFY(fail(many, 0, host, 5));
        QVERIFY(!fail(many, 0, 3, 5));
        QVERIFY(fail(many, 30 * kSecond, 3, 1));  // the first ones are back
        OutlierDetection few({}, 4);
        QVERIFY(fail(few, 0, 0, 5));
        QVERIFY(!fail(few, 0, 1, 5));
    }

    void aHealthCheckNeedsSeveralProbesToChangeItsMind() {
        const model::HealthCheck spec;  // fall 3, rise 2
        HealthState state;
        QVERIFY(!state.probe(spec, false) && !state.probe(spec, false));
        QVERIFY(!state.probe(spec, true));
        QVERIFY(!state.probe(spec, false) && !state.probe(spec, false));
        QVERIFY(state.isHealthy());
        QVERIFY(state.probe(spec, false));
        QVERIFY(!state.isHealthy());
        QVERIFY(!state.probe(spec, true) && !state.probe(spec, false) && !state.probe(spec, true));
        QVERIFY(state.probe(spec, true));
        QVERIFY(state.isHealthy());
    }
};

QTEST_GUILESS_MAIN(TestOutlierDetection)
#include "tst_outlier_detection.moc"
