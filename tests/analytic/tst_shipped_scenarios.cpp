// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QtTest>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>

#include "model/file/scenario_file.h"
#include "sim/analytic/solve.h"
#include "sim/study/experiment.h"

using namespace headroom;
using model::Metric;

/// Every shipped scenario and variant, solved and simulated at a load at which nothing is more than
/// 70 % busy: mean response times, throughputs and utilisations within 10 % of each other.
class ShippedScenariosTest : public QObject {
    Q_OBJECT

private slots:
    void agree_data();
    void agree();
    void allVariantsAreThere();
    void solvingIsQuick_data();
    void solvingIsQuick();
};

namespace {

struct Case {
    const char *file, *variant;
    double users;
    const char *duration, *warmUp;
};

// Caches need their lifetimes to fill, so that runs are long where lifetimes are, and loads small.
constexpr Case kCases[] = {
    {"talowa", "today", 3000, "300 s", "120 s"},
    {"talowa", "target", 4000, "15 min", "10 min"},
    {"talowa", "target_one_pool", 4000, "15 min", "10 min"},
    {"talowa", "target_20_pools", 4000, "15 min", "10 min"},
    {"talowa", "target_slow_queries", 4000, "15 min", "10 min"},
    {"talowa", "target_same_firestore", 4000, "15 min", "10 min"},
    {"talowa", "target_sized", 3000, "20 min", "15 min"},
    {"talowa", "target_realistic", 4000, "15 min", "10 min"},
    {"talowa", "target_social", 3000, "15 min", "10 min"},
    {"talowa", "target_heavy", 2000, "15 min", "10 min"},
    {"talowa", "target_peak", 2000, "15 min", "10 min"},
    {"talowa", "load_test", 4000, "15 min", "10 min"},
    {"talowa-distributed", "today", 3000, "300 s", "120 s"},
    {"talowa-distributed", "phase_1", 3000, "15 min", "10 min"},
    {"talowa-distributed", "phase_2", 3000, "15 min", "10 min"},
    {"talowa-distributed", "phase_3", 500, "150 min", "75 min"},  // its CDN keeps for an hour
    {"talowa-distributed", "phase_4", 500, "150 min", "75 min"},
    {"avalo", "before", 200, "10 min", "4 min"},
    {"avalo", "after", 500, "20 min", "12 min"},
    {"avalo", "bill_before", 200, "10 min", "4 min"},
    {"avalo", "bill_after", 500, "20 min", "12 min"},
    {"spark", "before", 400, "40 min", "25 min"},
    {"spark", "after", 1000, "25 min", "15 min"},
    {"spark", "after_direct", 1000, "25 min", "15 min"},
    {"connecthub", "launch", 600, "15 min", "10 min"},
    {"connecthub", "six_months", 600, "15 min", "10 min"},
    {"connecthub", "one_year", 600, "15 min", "10 min"},
    {"connecthub", "without_cdn", 600, "15 min", "10 min"},
    {"connecthub", "geographic", 600, "15 min", "10 min"},
};

// What they show is how a fault, a loss of the network or a roll-out goes by, which theory does not know.
const char* const kPassing[] = {"cache_lost", "region_lost", "offline", "gradual_rollout"};

const model::ScenarioFile& fileOf(const std::string& name) {
    static std::map<std::string, model::ScenarioFile> files;
    const auto known = files.find(name);
    if (known != files.end()) return known->second;
    const QString path = QStringLiteral(HEADROOM_SOURCE_DIR "/scenarios/%1.yaml").arg(QString::fromStdString(name));
    QFile in(path);
    if (!in.open(QIODevice::ReadOnly)) throw std::runtime_error(path.toStdString());
    const std::string folder = path.left(path.lastIndexOf('/')).toStdString();
    return files.try_emplace(name, in.readAll().toStdString(), path.toStdString(), folder).first->second;
}

model::Scenario scenarioOf(const Case& c) {
    model::Overrides overrides{c.variant, {}, c.users, std::nullopt};
    overrides.set = {{"run.duration", c.duration}, {"run.warm_up", c.warmUp}, {"run.replications", "1"}};
    model::LoadedScenario loaded = fileOf(c.file).scenario(overrides);
    for (const model::Diagnostic& diagnostic : loaded.diagnostics) qWarning("%s", toText(diagnostic).c_str());
    return *loaded.scenario;
}

/// The half-width of the simulation is allowed on top; of utilisations, so is half a percentage
/// point, which is what they are shown to.
void compare(const std::string& what, const sim::Estimate& theory, const sim::Estimate& run, double slack) {
    if (!run.value) return;
    QVERIFY2(theory.value.has_value(), what.c_str());
    const double allowed = 0.1 * *run.value + run.halfWidth.value_or(0) + slack;
    QVERIFY2(std::abs(*theory.value - *run.value) <= allowed,
             qPrintable(QString("%1: theory %2, simulated %3")
                            .arg(QString::fromStdString(what)).arg(*theory.value).arg(*run.value)));
}

const Case& caseNamed(const QString& name) {
    return *std::ranges::find_if(kCases, [&](const Case& c) { return name == QString("%1 %2").arg(c.file, c.variant); });
}

void addCases() {
    QTest::addColumn<QString>("name");
    for (const Case& c : kCases) {
        const QString name = QString("%1 %2").arg(c.file, c.variant);
        QTest::newRow(qPrintable(name)) << name;
    }
}

}  // namespace

void ShippedScenariosTest::agree_data() { addCases(); }

void ShippedScenariosTest::agree() {
    QFETCH(QString, name);
    const model::Scenario scenario = scenarioOf(caseNamed(name));
    const sim::RunResult theory = sim::solve(scenario).result;
    const sim::RunResult run = sim::runExperiment(scenario, {1, {}, {}, {}});
    const sim::Figures &t = theory.workload.figures, &r = run.workload.figures;
    compare("throughput", t.at(Metric::throughput), r.at(Metric::throughput), 0);
    compare("response time", t.at(Metric::responseTime), r.at(Metric::responseTime), 0);
    for (std::size_t i = 0; i < run.components.size(); ++i) {
        const sim::TargetResult& component = run.components[i];
        const sim::Figures& own = theory.components[i].figures;
        // A function keeps the instances that its start from nothing has called up, and says so.
        const sim::Estimate& busy = component.figures.at(Metric::utilisation);
        if (busy.value) QVERIFY2(*busy.value < 0.7, component.name.c_str());
        if (component.type != "function")
            compare(component.name + ".utilisation", own.at(Metric::utilisation), busy, 0.005);
    }
}

void ShippedScenariosTest::allVariantsAreThere() {
    for (const char* file : {"talowa", "talowa-distributed", "avalo", "spark", "connecthub"})
        for (const model::VariantInfo& variant : fileOf(file).variants()) {
            const bool isPassing = std::ranges::find(kPassing, variant.name) != std::end(kPassing);
            const bool isThere = std::ranges::any_of(kCases, [&](const Case& c) { return variant.name == c.variant && file == std::string(c.file); });
            QVERIFY2(isThere != isPassing, variant.name.c_str());
        }
}

void ShippedScenariosTest::solvingIsQuick_data() { addCases(); }

// Several times what it takes on an idle machine (under 50 ms), so that only a mistake fails it.
void ShippedScenariosTest::solvingIsQuick() {
    QFETCH(QString, name);
    const model::Scenario scenario = scenarioOf(caseNamed(name));
    const auto start = std::chrono::steady_clock::now();
    sim::solve(scenario);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    QVERIFY2(taken.count() < 1, qPrintable(QString::number(taken.count())));
}

QTEST_GUILESS_MAIN(ShippedScenariosTest)
#include "tst_shipped_scenarios.moc"
