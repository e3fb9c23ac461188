// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/control/knative_pod_autoscaler.h"
#include "tests/control/published_cases.h"

#include <QTest>

#include <cmath>
#include <cstdlib>
#include <string>

using namespace headroom::sim;
using nlohmann::json;

namespace {

constexpr SimTime kSecond = 1'000'000'000;
constexpr SimTime kBegin = 1000 * kSecond;

/// The settings of knative/serving pkg/autoscaler/scaling/autoscaler_test.go.
KnativePodAutoscaler::Settings upstream(double target) {
    KnativePodAutoscaler::Settings settings;
    settings.target = target;
    settings.capacity = target / 0.75;
    settings.maxUpRate = settings.maxDownRate = 10;
    return settings;
}

KnativePodAutoscaler::Settings settingsOf(const json& spec) {
    KnativePodAutoscaler::Settings settings = upstream(spec["target"]);
    settings.panicThreshold = spec["panicThreshold"];
    settings.maxUpRate = spec["maxScaleUpRate"];
    settings.maxDownRate = spec["maxScaleDownRate"];
    settings.stableWindow = spec["stableWindow"].get<SimTime>() * kSecond;
    settings.reachable = spec["reachable"];
    settings.scaleDownDelay = spec["scaleDownDelay"].get<SimTime>() * kSecond;
    settings.burstCapacity = spec["targetBurstCapacity"];
    return settings;
}

}  // namespace

class TestKnativePodAutoscaler : public QObject {
    Q_OBJECT

private slots:
    // RateLimitScaleUp of autoscaler_test.go.
    void growsAtMostTenfoldADecision() {
        KnativePodAutoscaler kpa(upstream(10), kBegin, 1);
        QCOMPARE(kpa.decide(kBegin, 1000, 1001, 1).pods, 10);
        QCOMPARE(kpa.decide(kBegin, 1000, 1001, 10).pods, 100);
    }

    // SmallScaleDownRate of the same file.
    void shrinksAtMostByTheRate() {
        auto settings = upstream(10);
        settings.maxDownRate = 1.1;
        KnativePodAutoscaler kpa(settings, kBegin, 1);
        QCOMPARE(kpa.decide(kBegin, 1, 1, 100).pods, 90);
    }

    // PanicThenUnPanicScaleDown of the same file.
    void staysUpUntilThePanicIsAStableWindowOld() {
        KnativePodAutoscaler kpa(upstream(10), kBegin, 1);
        QCOMPARE(kpa.decide(kBegin, 100, 100, 1).pods, 10);
        QVERIFY(kpa.panics());
        QCOMPARE(kpa.decide(kBegin, 100, 1000, 10).pods, 100);
        QCOMPARE(kpa.decide(kBegin + 30 * kSecond, 1, 1, 100).pods, 100);
        QCOMPARE(kpa.decide(kBegin + 61 * kSecond, 1, 1, 10).pods, 1);
        QVERIFY(!kpa.panics());
    }

    void beginsInPanicWithMoreThanOnePod() {
        KnativePodAutoscaler kpa(upstream(10), kBegin, 4);
        QVERIFY(kpa.panics());
        QCOMPARE(kpa.decide(kBegin, 1, 1, 4).pods, 4);
        QVERIFY(!KnativePodAutoscaler(upstream(10), kBegin, 1).panics());
    }

    void activationRaisesWhatIsNotZero() {
        auto settings = upstream(10);
        settings.activationScale = 3;
        KnativePodAutoscaler kpa(settings, kBegin, 1);
        QCOMPARE(kpa.decide(kBegin, 5, 0, 1).pods, 3);
        QCOMPARE(kpa.decide(kBegin, 0, 0, 1).pods, 0);
    }

    void limitsAndTheGracePeriodOfTheLastPod() {
        auto settings = upstream(10);
        settings.max = 7;
        KnativePodAutoscaler kpa(settings, kBegin, 1);
        QCOMPARE(kpa.scale(kBegin, 1000, 10, 1), 7);
        QCOMPARE(kpa.scale(kBegin, 0, 0, 1), 1);
        QCOMPARE(kpa.scale(kBegin + 29 * kSecond, 0, 0, 1), 1);
        QCOMPARE(kpa.scale(kBegin + 30 * kSecond, 0, 0, 1), 0);
        settings.min = 2;
        QCOMPARE(KnativePodAutoscaler(settings, kBegin, 1).scale(kBegin, 0, 0, 1), 2);
    }

    void averagesOnlySinceTheRecordBegan() {
        WindowedAverage average(60 * kSecond, kSecond);
        QCOMPARE(average.average(kBegin, 60 * kSecond), 0.0);
        average.record(kBegin, 10);
        average.record(kBegin + kSecond, 20);
        QCOMPARE(average.average(kBegin + kSecond, 60 * kSecond), 15.0);
        QCOMPARE(average.average(kBegin + kSecond, kSecond), 20.0);
        average.record(kBegin + 3 * kSecond, 30);  // nothing in the second before
        QCOMPARE(average.average(kBegin + 3 * kSecond, 60 * kSecond), 15.0);
        QCOMPARE(average.average(kBegin + 3 * kSecond, 3 * kSecond), std::round(50e6 / 3) / 1e6);
        QCOMPARE(average.average(kBegin + 200 * kSecond, 60 * kSecond), 0.0);
    }

    void averagesOverTheWindowAsItMoves() {
        WindowedAverage average(60 * kSecond, kSecond);
        for (int s = 0; s < 500; ++s) average.record(kBegin + s * kSecond, s);
        QCOMPARE(average.average(kBegin + 499 * kSecond, 60 * kSecond), 469.5);
        QCOMPARE(average.average(kBegin + 499 * kSecond, 6 * kSecond), 496.5);
    }

    void publishedSequences_data() {
        const auto cases = headroom::tests::publishedCases("kpa_cases.json");
        if (!cases) QSKIP("kpa_cases.json is not in HEADROOM_DATA");
        QTest::addColumn<QString>("text");
        for (const json& row : (*cases)["sequences"])
            QTest::newRow(row["name"].get<std::string>().c_str())
                << QString::fromStdString(row.dump());
    }
    void publishedSequences() {
        QFETCH(QString, text);
        const json row = json::parse(text.toStdString());
        const auto panicAge = row["spec"].value("startPanicAge", 0);
        KnativePodAutoscaler kpa(settingsOf(row["spec"]), kBegin - panicAge * kSecond,
                                 row["initialReady"]);
        for (const json& step : row["steps"]) {
            const auto decision = kpa.decide(kBegin + step["t"].get<SimTime>() * kSecond,
                                             step["stable"], step["panic"], step["ready"]);
            QCOMPARE(decision.pods, step["want"].get<int>());
            // Upstream compares it with ±1.
            QVERIFY(std::abs(decision.excessBurst - step["ebc"].get<int>()) <= 1);
            if (step.contains("panicking")) QCOMPARE(kpa.panics(), step["panicking"].get<bool>());
        }
    }
};

QTEST_GUILESS_MAIN(TestKnativePodAutoscaler)
#include "tst_knative_pod_autoscaler.moc"
