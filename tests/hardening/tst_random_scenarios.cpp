// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/json.h"
#include "app/report/theory.h"
#include "model/architecture.h"
#include "model/file/scenario_file.h"
#include "sim/analytic/solve.h"
#include "sim/engine/simulate.h"
#include "tests/sim/random_disturbance.h"
#include "tests/sim/random_scenario.h"

#include <nlohmann/json.hpp>

#include <QtTest>

#include <set>

using namespace headroom;

namespace {

constexpr int kSeconds = 5000;  // far longer than the work that ten seconds leave behind
constexpr double kRounding = 1e-9;

/// How many: HEADROOM_SCENARIOS, 60 without it. They begin where those of tst_engine_invariants end.
int scenarios() {
    const int asked = qEnvironmentVariableIntValue("HEADROOM_SCENARIOS");
    return asked > 0 ? asked : 60;
}
constexpr std::uint64_t kFirst = 10'000;

std::string textOf(std::uint64_t number) {
    return "headroom: 1\nname: Random\nrun: {warm_up: none, sample: 1 s, duration: " + std::to_string(kSeconds) + " s}\n" +
           test::randomScenario(number);
}

sim::IntervalCounts totalOf(const sim::TargetLog& log) {
    sim::IntervalCounts total;
    for (const auto& interval : log.intervals) total += interval;
    return total;
}

/// What cannot be, whatever the scenario; empty if all is well.
class Invariants {
public:
    std::string wrongWith(const sim::ReplicationResult& result) {
        std::string wrong = result.brokenInvariants.empty() ? "" : result.brokenInvariants.front();
        if (result.unfinished > 0) wrong += " actions that do not end";
        for (const sim::TargetLog& log : result.components) check(log, wrong);
        check(result.workload, wrong);
        return wrong;
    }
    int littleChecked = 0;

private:
    void check(const sim::TargetLog& log, std::string& wrong) {
        const sim::IntervalCounts total = totalOf(log);
        const auto ended = total.answered + total.refused + total.timedOut + total.failed;
        const auto say = [&](const std::string& what) { wrong += " " + log.name + ": " + what; };
        if (total.begun != ended) say(std::to_string(total.begun) + " begun, " + std::to_string(ended) + " ended");
        if (log.hasServers && total.busyArea > total.capacityArea * (1 + kRounding)) say("busier than it can be");
        if (log.hasSlots && total.slotArea > total.slotCapacityArea * (1 + kRounding)) say("more slots held than there are");
        if (total.waitingArea > total.inSystemArea * (1 + kRounding)) say("more wait than are there");
        if (total.hits > total.lookUps || total.staleReads > total.copyReads || total.lateFrames > total.frames) say("more than all");
        for (const double area : {total.inSystemArea, total.waitingArea, total.busyArea, total.slotArea, total.responseSum, total.waitSum, total.lagArea})
            if (!(area >= 0) || !std::isfinite(area)) say("a measure of " + std::to_string(area));
        const sim::IntervalCounts& last = log.intervals.back();
        if (last.inSystemArea != 0 || last.busyArea != 0 || last.slotArea != 0) say("something is still held at the end");
        little(log, total, wrong);
    }

    /// L = λW holds on every path that begins and ends empty, as a sum: the time that visits were there.
    void little(const sim::TargetLog& log, const sim::IntervalCounts& total, std::string& wrong) {
        if (total.answered == 0 || total.refused + total.timedOut + total.failed > 0 || !kWhole.contains(log.type)) return;
        ++littleChecked;
        if (std::abs(total.inSystemArea - total.responseSum) > 1e-6 * total.responseSum + 1e-6)
            wrong += " " + log.name + ": Little's law: " + std::to_string(total.inSystemArea) + " visit-seconds there, " +
                     std::to_string(total.responseSum) + " s of response times";
    }

    const std::set<std::string> kWhole{"station", "service", "database", "external"};
};

sim::ReplicationResult run(const model::Scenario& scenario, std::uint64_t number) {
    const auto program = sim::compile(scenario);
    sim::ReplicationSettings settings;
    settings.seed = number;
    return sim::simulate(*program, settings);
}

bool sameCounts(const sim::ReplicationResult& a, const sim::ReplicationResult& b) {
    for (std::size_t i = 0; i < a.components.size(); ++i) {
        const auto one = totalOf(a.components[i]), other = totalOf(b.components[i]);
        if (one.begun != other.begun || one.answered != other.answered || one.responseSum != other.responseSum || one.busyArea != other.busyArea)
            return false;
    }
    return a.components.size() == b.components.size();
}

}  // namespace

/// Architectures that nobody thought of, by the thousand: nothing is lost, held for ever or counted twice, in the
/// simulation; and queueing theory has an answer, or says that it has none.
class RandomScenariosTest : public QObject {
    Q_OBJECT

private slots:
    void keepEveryInvariant() {
        Invariants invariants;
        int ran = 0;
        std::string broken;
        for (std::uint64_t number = kFirst; number < kFirst + static_cast<std::uint64_t>(scenarios()); ++number) {
            const model::ScenarioFile file(textOf(number), "random.yaml", "");
            auto loaded = file.scenario();
            if (!loaded.scenario || !checkGraph(*loaded.scenario).empty()) continue;
            ++ran;
            const std::string name = "\nscenario " + std::to_string(number) + ":";
            const sim::Solution solution = sim::solve(*loaded.scenario);
            const auto record = report::recordOf(*loaded.scenario, solution);
            if (!nlohmann::json::accept(report::jsonText(report::solveJson(record, solution)))) broken += name + " solve prints no JSON";
            const bool disturbed = number % 2 == 1;
            if (disturbed) test::disturb(*loaded.scenario, number);
            const auto result = run(*loaded.scenario, number);
            if (const std::string wrong = invariants.wrongWith(result); !wrong.empty()) broken += name + wrong;
            if (number % 20 == 0 && !sameCounts(result, run(*loaded.scenario, number))) broken += name + " two runs differ";
        }
        qInfo("%d of %d scenarios ran; Little's law was checked at %d components", ran, scenarios(), invariants.littleChecked);
        QVERIFY2(broken.empty(), broken.c_str());
        QVERIFY(ran > scenarios() / 2 && invariants.littleChecked > ran / 10);
    }
};

QTEST_GUILESS_MAIN(RandomScenariosTest)
#include "tst_random_scenarios.moc"
