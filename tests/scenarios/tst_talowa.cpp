// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/scenario_file.h"
#include "sim/study/experiment.h"

#include <QFile>
#include <QTest>

#include <optional>
#include <string>

using namespace headroom;

/// What scenarios/talowa.yaml says about the documented system: where it works, where it hangs, and
/// what the target would carry. The bounds are those of the document, not figures of one seed.
class TestTalowa : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyVariantIsRight();
    void todayWorksBelowTheHang_data() { addSeeds(); }
    void todayWorksBelowTheHang();
    void todayAt30000IsAsDocumented_data() { addSeeds(); }
    void todayAt30000IsAsDocumented();
    void todayCollapsesBeyond_data() { addSeeds(); }
    void todayCollapsesBeyond();
    void theHangComesFromTheConnections();
    void theHangComesFromWaitingInTheBackEnd();
    void theTargetAnswers400000InTime();
    void theTargetMissesItsHitRatio();
    void onePoolOf50CarriesLessThanToday();

private:
    struct Point {
        std::string variant = "today";
        double users = 0;
        std::string duration = "4 min", warmUp = "2 min";
        int seed = 1;
        std::vector<std::pair<std::string, std::string>> set = {};
    };
    static void addSeeds();
    sim::RunResult run(const Point& point) const;

    std::optional<model::ScenarioFile> file_;
};

namespace {

const std::string kPath = HEADROOM_SOURCE_DIR "/scenarios/talowa.yaml";

double figure(const sim::RunResult& result, const std::string& metric) {
    const auto ref = model::parseMetricRef(metric);
    return ref ? result.figure(*ref).value.value_or(-1) : -1;
}

std::optional<bool> isMet(const sim::RunResult& result, const std::string& slo) {
    for (const sim::SloVerdict& verdict : result.slos)
        if (verdict.name == slo) return verdict.met;
    return {};
}

/// The verdicts on the claims that this run can judge, as far as their text is given.
std::optional<bool> holds(const sim::RunResult& result, const std::string& says) {
    for (const sim::ClaimVerdict& verdict : result.claims)
        if (verdict.says == says) return verdict.holds;
    return {};
}

}  // namespace

void TestTalowa::addSeeds() {
    QTest::addColumn<int>("seed");
    QTest::newRow("seed 1") << 1;
    QTest::newRow("seed 7") << 7;
}

sim::RunResult TestTalowa::run(const Point& point) const {
    model::Overrides overrides{
        .variant = point.variant, .set = point.set, .users = point.users, .peak = {}};
    overrides.set.emplace_back("run",
                               "{duration: " + point.duration + ", warm_up: " + point.warmUp +
                                   ", replications: 1, seed: " + std::to_string(point.seed) + "}");
    const model::LoadedScenario loaded = file_->scenario(overrides);
    for (const model::Diagnostic& diagnostic : loaded.diagnostics)
        qWarning("%s", toText(diagnostic).c_str());
    if (!loaded.scenario) return {};
    const sim::RunResult result = sim::runExperiment(*loaded.scenario, {});
    for (const std::string& broken : result.brokenInvariants) qWarning("%s", broken.c_str());
    return result.brokenInvariants.empty() ? result : sim::RunResult{};
}

void TestTalowa::initTestCase() {
    QFile source(QString::fromStdString(kPath));
    QVERIFY(source.open(QIODevice::ReadOnly));
    file_.emplace(source.readAll().toStdString(), "talowa.yaml", HEADROOM_SOURCE_DIR "/scenarios");
}

void TestTalowa::everyVariantIsRight() {
    for (const model::Diagnostic& diagnostic : file_->diagnostics())
        qWarning("%s", toText(diagnostic).c_str());
    QVERIFY(file_->diagnostics().empty());
    for (const char* variant : {"today", "target"}) {
        QVERIFY(file_->scenario({.variant = variant, .set = {}, .users = {}, .peak = {}})
                    .scenario.has_value());
    }
}

void TestTalowa::todayWorksBelowTheHang() {
    QFETCH(int, seed);
    const sim::RunResult at20 =
        run({.users = 20e3, .duration = "3 min", .warmUp = "1 min", .seed = seed});
    QCOMPARE(isMet(at20, "every operation"), std::optional(true));
    QCOMPARE(isMet(at20, "API"), std::optional(true));
    QVERIFY(figure(at20, "workload.error_ratio") < 0.001);
    QVERIFY(figure(at20, "pool.utilisation") < 0.8);
}

void TestTalowa::todayAt30000IsAsDocumented() {
    QFETCH(int, seed);
    const sim::RunResult at30 = run({.users = 30e3, .seed = seed});
    QCOMPARE(holds(at30, "Response time: 3-10 seconds"), std::optional(true));
    QCOMPARE(holds(at30, "Error rate: 2-5%"), std::optional(true));
    QCOMPARE(holds(at30, "Cache hit rate: ~30%"), std::optional(true));
}

void TestTalowa::todayCollapsesBeyond() {
    QFETCH(int, seed);
    const sim::RunResult at20 =
        run({.users = 20e3, .duration = "3 min", .warmUp = "1 min", .seed = seed});
    const sim::RunResult at40 = run({.users = 40e3, .seed = seed});
    QVERIFY(figure(at40, "workload.error_ratio") > 0.05);
    QVERIFY(figure(at40, "mean(workload.response_time)") > 10);
    // Twice the users, and fewer actions a second that succeed.
    QVERIFY(figure(at40, "workload.throughput") < figure(at20, "workload.throughput"));
}

// Nothing else is changed, and the same users are served at once.
void TestTalowa::theHangComesFromTheConnections() {
    const sim::RunResult twice = run({.users = 30e3, .set = {{"pool.size.max", "1200"}}});
    QCOMPARE(isMet(twice, "every operation"), std::optional(true));
    QVERIFY(figure(twice, "workload.error_ratio") < 0.001);
}

// All connections are held while most of the function's slots only wait for one, and its own CPUs
// are idle.
void TestTalowa::theHangComesFromWaitingInTheBackEnd() {
    const sim::RunResult at30 = run({.users = 30e3});
    QVERIFY(figure(at30, "pool.utilisation") > 0.99);
    QVERIFY(figure(at30, "api.occupancy") > 0.9);
    QVERIFY(figure(at30, "api.utilisation") < 0.2);
    QVERIFY(figure(at30, "pool.queue_length") > 5 * 600);
    QVERIFY(!at30.bottlenecks.empty());
    QCOMPARE(at30.bottlenecks.front().component, std::string("pool"));
}

void TestTalowa::theTargetAnswers400000InTime() {
    const sim::RunResult at400 =
        run({.variant = "target", .users = 400e3, .duration = "80 s", .warmUp = "40 s"});
    for (const char* slo : {"every operation", "feed", "API", "query", "errors", "availability"})
        QVERIFY2(isMet(at400, slo) == std::optional(true), slo);
}

// Users come back to what their own phone keeps, so that the ratio does not depend on how many they
// are; the caches need their 5 min twice until it is steady.
void TestTalowa::theTargetMissesItsHitRatio() {
    const sim::RunResult result =
        run({.variant = "target", .users = 10e3, .duration = "20 min", .warmUp = "10 min"});
    QVERIFY(figure(result, "phone_cache.hit_ratio") > 0.7);
    QCOMPARE(isMet(result, "cache"), std::optional(false));
}

void TestTalowa::onePoolOf50CarriesLessThanToday() {
    const sim::RunResult at40 = run({.variant = "target_one_pool", .users = 40e3});
    QVERIFY(figure(at40, "pool.utilisation") > 0.99);
    QVERIFY(figure(at40, "workload.error_ratio") > 0.05);
}

QTEST_GUILESS_MAIN(TestTalowa)
#include "tst_talowa.moc"
