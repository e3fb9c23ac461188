// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QtTest>

#include <chrono>

#include "model/file/scenario_file.h"
#include "sim/analytic/solve.h"
#include "sim/study/experiment.h"

using namespace headroom;
using model::Metric;
using model::Statistic;

/// Shipped scenarios, solved and simulated: within 10 % of each other where nothing is more than
/// 70 % busy.
class BesideSimulationTest : public QObject {
    Q_OBJECT

private slots:
    void agree_data();
    void agree();
    void solvingIsQuick();
};

namespace {

model::Scenario scenarioOf(const QString& file, const QString& variant, double users, const QString& duration) {
    const QString path = QStringLiteral(HEADROOM_SOURCE_DIR "/") + file;
    QFile in(path);
    if (!in.open(QIODevice::ReadOnly)) throw std::runtime_error(path.toStdString());
    const std::string folder = path.left(path.lastIndexOf('/')).toStdString();
    const model::ScenarioFile scenario(in.readAll().toStdString(), path.toStdString(), folder);
    model::Overrides overrides{variant.toStdString(), {}, users, std::nullopt};
    if (!duration.isEmpty())
        overrides.set = {{"run.duration", duration.toStdString()},
                         {"run.warm_up", "60 s"},
                         {"run.replications", "2"}};
    model::LoadedScenario loaded = scenario.scenario(overrides);
    for (const model::Diagnostic& diagnostic : loaded.diagnostics) qWarning("%s", toText(diagnostic).c_str());
    return *loaded.scenario;
}

/// Half-widths of the simulation are allowed on top.
void compare(const char* what, const sim::Estimate& theory, const sim::Estimate& run, double least) {
    if (!run.value || *run.value < least) return;
    QVERIFY2(theory.value.has_value(), what);
    const double allowed = 0.1 * *run.value + run.halfWidth.value_or(0);
    QVERIFY2(std::abs(*theory.value - *run.value) <= allowed,
             qPrintable(QString("%1: theory %2, simulated %3").arg(what).arg(*theory.value).arg(*run.value)));
}

}  // namespace

void BesideSimulationTest::agree_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("variant");
    QTest::addColumn<double>("users");
    QTest::addColumn<QString>("duration");
    QTest::newRow("smallest") << "tests/scenarios/good/smallest.yaml" << "" << 60. << "400 s";
    QTest::newRow("small shop") << "tests/scenarios/good/small_shop.yaml" << "" << 3000. << "240 s";
    QTest::newRow("stations") << "tests/scenarios/good/stations.yaml" << "" << 10. << "1000 s";
    QTest::newRow("TALOWA today") << "scenarios/talowa.yaml" << "today" << 3000. << "240 s";
}

void BesideSimulationTest::agree() {
    QFETCH(QString, file);
    QFETCH(QString, variant);
    QFETCH(double, users);
    QFETCH(QString, duration);
    const model::Scenario scenario = scenarioOf(file, variant, users, duration);
    const sim::RunResult theory = sim::solve(scenario).result;
    const sim::RunResult run = sim::runExperiment(scenario, {2, {}, {}, {}});
    const sim::Figures &t = theory.workload.figures, &r = run.workload.figures;
    compare("throughput", t.at(Metric::throughput), r.at(Metric::throughput), 0);
    compare("response time", t.at(Metric::responseTime), r.at(Metric::responseTime), 0);
    compare("median response time", t.at(Metric::responseTime, Statistic::p50), r.at(Metric::responseTime, Statistic::p50), 0);
    for (std::size_t i = 0; i < run.components.size(); ++i) {
        const sim::TargetResult& component = run.components[i];
        const sim::Figures& own = theory.components[i].figures;
        compare(component.name.c_str(), own.at(Metric::throughput), component.figures.at(Metric::throughput), 1);
        compare(component.name.c_str(), own.at(Metric::hitRatio), component.figures.at(Metric::hitRatio), 0.05);
        if (component.type != "function")  // which keeps what a start from nothing has called up
            compare(component.name.c_str(), own.at(Metric::utilisation), component.figures.at(Metric::utilisation), 0.02);
    }
}

// An order of magnitude above what it takes on an idle machine, so that only a mistake fails it.
void BesideSimulationTest::solvingIsQuick() {
    const model::Scenario scenario = scenarioOf("scenarios/talowa.yaml", "target", 400e3, "");
    const auto start = std::chrono::steady_clock::now();
    sim::solve(scenario);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    QVERIFY(taken.count() < 2);
}

QTEST_GUILESS_MAIN(BesideSimulationTest)
#include "tst_beside_simulation.moc"
