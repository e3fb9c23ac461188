// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/scenario_file.h"
#include "sim/judge/claims.h"
#include "sim/study/experiment.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <string>

using namespace headroom;

/// The documented systems: all variants can be read, short runs from two seeds reach the same
/// verdicts, and what is inconsistent in a document comes out as such.
class SystemsTest : public QObject {
    Q_OBJECT

private slots:
    void everyVariantCanBeRun_data();
    void everyVariantCanBeRun();
    void twoSeedsAgree_data();
    void twoSeedsAgree();
    void inconsistenciesAreCaught_data();
    void inconsistenciesAreCaught();
    void whatIsFittedIsMarked_data();
    void whatIsFittedIsMarked();
    void aLostRegionCostsAnswersOnlyWhileItIsLost();
};

namespace {

const std::string kFolder = HEADROOM_SOURCE_DIR "/scenarios";

model::ScenarioFile fileOf(const QString& name) {
    QFile source(QString::fromStdString(kFolder) + "/" + name + ".yaml");
    const bool opened = source.open(QIODevice::ReadOnly);
    return {opened ? source.readAll().toStdString() : std::string(), name.toStdString() + ".yaml",
            kFolder};
}

struct Point {
    QString file;
    std::string variant;
    double users = 0;
    std::string duration, warmUp;
    int seed = 1;
};

sim::RunResult run(const Point& point) {
    model::Overrides overrides{
        .variant = point.variant, .set = {}, .users = point.users, .peak = {}};
    overrides.set.emplace_back("run",
                               "{duration: " + point.duration + ", warm_up: " + point.warmUp +
                                   ", replications: 1, seed: " + std::to_string(point.seed) + "}");
    const model::LoadedScenario loaded = fileOf(point.file).scenario(overrides);
    for (const model::Diagnostic& diagnostic : loaded.diagnostics)
        qWarning("%s", toText(diagnostic).c_str());
    return loaded.scenario ? sim::runExperiment(*loaded.scenario, {}) : sim::RunResult{};
}

/// Whether chance may decide: the bound is within the interval, or within 2 % of a figure that has
/// none because the run is so short.
bool isClose(const model::Claim& claim, const sim::ClaimVerdict& verdict) {
    if (verdict.why.find("too close to call") != std::string::npos) return true;
    if (!verdict.value.value || verdict.value.halfWidth) return false;
    const auto isNear = [&](const std::optional<double>& bound) {
        return bound && std::abs(*verdict.value.value - *bound) <= 0.02 * std::abs(*bound);
    };
    return isNear(claim.above) || isNear(claim.below);
}

/// Judges by the document alone.
class NoRuns : public sim::Evidence {
    Run runAt(const sim::ClaimPoint&) const override { return {nullptr, "there is no run", ""}; }
    Limit capacityOf(const std::string&) const override { return {{}, "there is no run"}; }
};

void addFiles() {
    QTest::addColumn<QString>("file");
    for (const char* name : {"talowa", "talowa-distributed", "avalo", "spark", "connecthub"})
        QTest::newRow(name) << QString(name);
}

}  // namespace

void SystemsTest::everyVariantCanBeRun_data() { addFiles(); }

void SystemsTest::everyVariantCanBeRun() {
    QFETCH(QString, file);
    const model::ScenarioFile source = fileOf(file);
    for (const model::Diagnostic& diagnostic : source.diagnostics())
        qWarning("%s", toText(diagnostic).c_str());
    QVERIFY(source.diagnostics().empty());
    const model::LoadedScenario base = source.scenario({});
    QVERIFY(base.scenario.has_value());
    QVERIFY(base.scenario->variants.size() >= 2);
    for (const auto& variant : base.scenario->variants) {
        const auto loaded =
            source.scenario({.variant = variant.name, .set = {}, .users = {}, .peak = {}});
        QVERIFY2(loaded.scenario.has_value(), variant.name.c_str());
    }
}

void SystemsTest::twoSeedsAgree_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("variant");
    QTest::addColumn<double>("users");
    QTest::addColumn<QString>("duration");
    QTest::addColumn<QString>("warmUp");
    QTest::newRow("avalo before") << "avalo" << "before" << 100.0 << "20 min" << "4 min";
    QTest::newRow("avalo after") << "avalo" << "after" << 1000.0 << "10 min" << "5 min";
    QTest::newRow("spark before") << "spark" << "before" << 1000.0 << "40 min" << "20 min";
    QTest::newRow("spark after") << "spark" << "after" << 10e3 << "3 min" << "2 min";
    QTest::newRow("connecthub launch") << "connecthub" << "launch" << 10e3 << "60 s" << "20 s";
    QTest::newRow("connecthub six months") << "connecthub" << "six_months" << 100e3 << "15 s" << "5 s";
    QTest::newRow("distributed today") << "talowa-distributed" << "today" << 30e3 << "4 min" << "2 min";
    QTest::newRow("distributed phase 1") << "talowa-distributed" << "phase_1" << 30e3 << "2 min" << "1 min";
    QTest::newRow("distributed phase 4") << "talowa-distributed" << "phase_4" << 100e3 << "60 s" << "30 s";
}

void SystemsTest::twoSeedsAgree() {
    QFETCH(QString, file);
    QFETCH(QString, variant);
    QFETCH(double, users);
    QFETCH(QString, duration);
    QFETCH(QString, warmUp);
    Point point{file, variant.toStdString(), users, duration.toStdString(), warmUp.toStdString()};
    const sim::RunResult first = run(point);
    point.seed = 7;
    const sim::RunResult second = run(point);
    for (const sim::RunResult* result : {&first, &second}) {
        QVERIFY(result->events > 1000);
        for (const std::string& broken : result->brokenInvariants) QFAIL(broken.c_str());
    }
    QCOMPARE(first.slos.size(), second.slos.size());
    for (std::size_t i = 0; i < first.slos.size(); ++i)
        QVERIFY2(first.slos[i].met == second.slos[i].met, first.slos[i].name.c_str());
    const model::LoadedScenario loaded = fileOf(file).scenario({});
    const std::vector<model::Claim>& claims = loaded.scenario->claims;
    QCOMPARE(claims.size(), first.claims.size());
    std::size_t judged = first.slos.size();
    for (std::size_t i = 0; i < first.claims.size(); ++i) {
        const sim::ClaimVerdict &a = first.claims[i], &b = second.claims[i];
        if (isClose(claims[i], a) || isClose(claims[i], b)) continue;
        QVERIFY2(a.holds == b.holds, (a.says + ": " + a.why + " | " + b.why).c_str());
        judged += a.holds.has_value();
    }
    QVERIFY(judged > 0);
}

void SystemsTest::inconsistenciesAreCaught_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("says");
    const auto add = [](const char* file, const char* says) {
        QTest::addRow("%s: %s", file, says) << QString(file) << QString(says);
    };
    add("talowa", "3x: 80% against 30%");
    add("talowa", "10 million daily users: one of 400,000 and 500,000 at once");
    add("talowa", "400,000 users with one pool of 50 connections, if that is meant");
    add("avalo", "768K GB-s x $0.0000025 = $1,920 a month");
    add("avalo", "51.2K GB-s x $0.0000025 = $128 a month");
    add("avalo", "8 M reads less save $24 a month");
    add("avalo", "All endpoints < 1 s P95: the table says 1,200 ms");
    add("avalo", "100 in all at 300 ms: 333 req/s (Little)");
    add("spark", "WebSocket latency: 35 ms");
    add("spark", "35 ms with batches of 100 ms, of which a message waits half on the mean");
    add("connecthub", "50 replicas at 1,000 requests a minute each carry 5,000 requests/s");
    add("connecthub", "50 replicas carry 500,000 requests/s at no more than 1,000 a minute each");
    add("connecthub", "Throughput: 10,000+ requests/s is enough for the 6-month target");
    add("connecthub", "1 year: 500,000 API requests/s");
}

void SystemsTest::inconsistenciesAreCaught() {
    QFETCH(QString, file);
    QFETCH(QString, says);
    const model::LoadedScenario loaded = fileOf(file).scenario({});
    QVERIFY(loaded.scenario.has_value());
    const auto claim =
        std::ranges::find(loaded.scenario->claims, says.toStdString(), &model::Claim::says);
    QVERIFY(claim != loaded.scenario->claims.end());
    const sim::ClaimVerdict verdict = sim::judgeClaim(*claim, NoRuns{});
    QVERIFY(verdict.cannotHold);
    QVERIFY2(verdict.why.find('=') != std::string::npos, verdict.why.c_str());  // the arithmetic
}

void SystemsTest::whatIsFittedIsMarked_data() { addFiles(); }

// A system with a documented "before" was fitted to it; the plan of ConnectHub has none.
void SystemsTest::whatIsFittedIsMarked() {
    QFETCH(QString, file);
    const model::LoadedScenario loaded = fileOf(file).scenario({});
    QVERIFY(loaded.scenario.has_value());
    const auto& assumptions = loaded.scenario->assumptions;
    QCOMPARE(std::ranges::any_of(assumptions, &model::Assumption::fitted), file != "connecthub");
    for (const model::Assumption& assumption : assumptions)
        QCOMPARE(assumption.fitted, QString::fromStdString(assumption.says).startsWith("fitted: "));
}

void SystemsTest::aLostRegionCostsAnswersOnlyWhileItIsLost() {
    const sim::RunResult result =
        run({"talowa-distributed", "region_lost", 20e3, "8 min", "none"});
    QCOMPARE(result.recoveries.size(), std::size_t{1});
    const sim::Recovery& lost = result.recoveries.front();
    QVERIFY(lost.recoveredAt.value.has_value());
    for (const std::string& broken : result.brokenInvariants) QFAIL(broken.c_str());
}

QTEST_GUILESS_MAIN(SystemsTest)
#include "tst_systems.moc"
