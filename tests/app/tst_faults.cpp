// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/scenario_file.h"
#include "sim/engine/simulate.h"
#include "tests/app/program.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

using namespace headroom;

namespace {

const QString kFile = test::goodScenario("recovery.yaml");
constexpr double kSample = 5;

/// The intervals that begin from `from` to before `to`, in seconds.
sim::IntervalCounts between(const sim::TargetLog& log, double from, double to) {
    sim::IntervalCounts sum;
    for (double at = from; at < to; at += kSample)
        sum += log.intervals.at(static_cast<std::size_t>(at / kSample));
    return sum;
}

double errors(const sim::IntervalCounts& counts) {
    return static_cast<double>(counts.refused + counts.timedOut + counts.failed);
}

}  // namespace

/// What goes wrong in a file, from the file through the simulation to the report.
class FaultsTest : public QObject {
    Q_OBJECT

    sim::ReplicationResult result_;
    QJsonArray recoveries_;
    QTemporaryDir folder_;

    const sim::TargetLog& log(const std::string& name) const {
        for (const sim::TargetLog& log : result_.components)
            if (log.name == name) return log;
        throw std::out_of_range(name);
    }
    double instances(double from, double to) const {
        return between(log("api"), from, to).instancesArea / (to - from);
    }
    double meanTime(const std::string& name, double from, double to) const {
        const sim::IntervalCounts counts = between(log(name), from, to);
        return counts.responseSum / static_cast<double>(counts.answered);
    }
    double hitRatio(double from, double to) const {
        const sim::IntervalCounts counts = between(log("posts_cache"), from, to);
        return static_cast<double>(counts.hits) / static_cast<double>(counts.lookUps);
    }
    double recovery(int fault, const QString& figure) const {
        return test::at(recoveries_.at(fault).toObject(), figure + ".value").toDouble(-1);
    }

private slots:
    void initTestCase();
    void killedInstancesComeBack();
    void aLostZoneTakesHalf();
    void aSlowDatabaseIsSlow();
    void aFailingDependencyFailsItsShare();
    void aFlushedCacheFillsAgain();
    void acrossACutLinkCallersTimeOut();
    void everyReportShowsIt();
};

void FaultsTest::initTestCase() {
    QFile source(kFile);
    QVERIFY(source.open(QIODevice::ReadOnly));
    const model::ScenarioFile file(source.readAll().toStdString(), "recovery.yaml", ".");
    const model::LoadedScenario loaded = file.scenario();
    QVERIFY(loaded.scenario);
    QVERIFY(loaded.scenario->notSimulated.empty());
    result_ = sim::simulate(*sim::compile(*loaded.scenario), {});
    QVERIFY(result_.brokenInvariants.empty());
    const test::Outcome outcome = test::headroom({"run", kFile, "--json", "-", "--report", folder_.filePath("report.html")});
    QCOMPARE(outcome.code, 0);
    recoveries_ = test::jsonOf(outcome).value("recoveries").toArray();
    QCOMPARE(recoveries_.size(), 6);
}

// Two of four instances are away for 30 s and start for 10 s more. The others get 50/s each and can
// do 40/s: 400 requests wait at each, and go at 40/s less the 25/s that still come, in 27 s.
void FaultsTest::killedInstancesComeBack() {
    QCOMPARE(instances(170, 180), 4.0);
    QCOMPARE(instances(180, 220), 2.0);
    QCOMPARE(instances(220, 240), 4.0);
    QVERIFY(errors(between(result_.workload, 180, 240)) > 500);
    const double time = recovery(0, "time_to_recover_s");
    QVERIFY2(std::abs(time - 67) <= 15, qPrintable(QString::number(time)));
    QVERIFY(recovery(0, "errors") > 500);
    QVERIFY(errors(between(result_.workload, 300, 360)) < 10);
}

// As above: 700 wait at each of the others when the zone is back, after 60 s and 10 s to start.
void FaultsTest::aLostZoneTakesHalf() {
    QCOMPARE(instances(360, 430), 2.0);
    QCOMPARE(instances(430, 440), 4.0);
    const double time = recovery(1, "time_to_recover_s");
    QVERIFY2(std::abs(time - 117) <= 15, qPrintable(QString::number(time)));
}

void FaultsTest::aSlowDatabaseIsSlow() {
    const double before = meanTime("db", 500, 540);
    QVERIFY2(before > 0.09 && before < 0.12, qPrintable(QString::number(before)));
    QVERIFY(meanTime("db", 550, 600) > 15 * before);
    QVERIFY(meanTime("db", 660, 700) < 1.3 * before);
    QVERIFY(recovery(2, "time_to_recover_s") >= 55);
}

// 100/s for 30 s, of which half fail.
void FaultsTest::aFailingDependencyFailsItsShare() {
    const double failed = errors(between(result_.workload, 720, 750));
    QVERIFY2(failed > 1350 && failed < 1650, qPrintable(QString::number(failed)));
    QVERIFY(errors(between(result_.workload, 755, 800)) < 10);
    QVERIFY(std::abs(recovery(3, "time_to_recover_s") - 30) <= kSample);
    QVERIFY(std::abs(recovery(3, "errors") - failed) < 200);
}

// Of the 2,000 keys, 100/s have been asked for after t s with probability 1 − exp(−t / 20 s).
void FaultsTest::aFlushedCacheFillsAgain() {
    const double usual = hitRatio(860, 900);
    const double first = hitRatio(900, 905);
    QVERIFY2(first < 0.2, qPrintable(QString::number(first)));
    QVERIFY2(hitRatio(915, 920) > 0.45, qPrintable(QString::number(hitRatio(915, 920))));
    QVERIFY(usual > 0.6);
    const double time = recovery(4, "time_to_recover_s");
    QVERIFY2(time > 0 && time <= 60, qPrintable(QString::number(time)));
    QVERIFY(recovery(4, "errors") < 20);
}

// 100/s for 20 s wait 300 ms for nothing.
void FaultsTest::acrossACutLinkCallersTimeOut() {
    const double failed = errors(between(result_.workload, 1080, 1105));
    QVERIFY2(failed > 1850 && failed < 2150, qPrintable(QString::number(failed)));
    QCOMPARE(between(log("mail"), 1085, 1100).begun, std::uint64_t{0});
    QVERIFY(between(log("mail"), 1105, 1110).begun > 400);
    QVERIFY(std::abs(recovery(5, "time_to_recover_s") - 20) <= kSample);
}

void FaultsTest::everyReportShowsIt() {
    const QByteArray summary = test::headroom({"run", kFile, "--duration", "14 min"}).out;
    QFile report(folder_.filePath("report.html"));
    QVERIFY(report.open(QIODevice::ReadOnly));
    for (const QByteArray& text : {summary, report.readAll()}) {
        QVERIFY(text.contains("kill 2 instances of api"));
        QVERIFY(text.contains("fail mail 50 %"));
        QVERIFY(text.contains("Time to recover"));
        QVERIFY(text.contains("Failed actions"));
    }
}

QTEST_GUILESS_MAIN(FaultsTest)
#include "tst_faults.moc"
