// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <stdexcept>

#include "tests/sim/random_disturbance.h"
#include "tests/sim/random_scenario.h"
#include "tests/sim/small_run.h"

using namespace headroom;
using test::SmallRun;

namespace {

constexpr std::uint64_t kParts = 6, kScenarios = 50;  ///< in each part
constexpr int kSeconds = 5000;  // far longer than the work that ten seconds leave behind

/// What is still going on in the last interval; empty if nothing is.
std::string leftOver(const sim::TargetLog& log) {
    const sim::IntervalCounts& last = log.intervals.back();
    std::string left;
    const auto check = [&](const char* what, double area) {
        if (area != 0) left += " " + log.name + " " + what + " " + std::to_string(area);
    };
    check("in system", last.inSystemArea);
    check("waiting", last.waitingArea);
    check("busy", last.busyArea);
    check("slots", last.slotArea);
    for (const sim::CallLog& call : log.calls) check("calls", call.standingArea.back());
    return left;
}

bool endsEveryVisit(const sim::IntervalCounts& total) {
    return total.begun == total.answered + total.refused + total.timedOut + total.failed;
}

/// What cannot be, whatever the scenario; empty if all is well.
std::string wrongAt(const sim::TargetLog& log, const sim::IntervalCounts& total) {
    std::string wrong = leftOver(log);
    if (!endsEveryVisit(total)) wrong += " " + log.name + " visits that do not end";
    constexpr double kRounding = 1 + 1e-12;
    if (log.hasServers && total.busyArea > total.capacityArea * kRounding)
        wrong += " " + log.name + " busier than it can be";
    if (log.hasSlots && total.slotArea > total.slotCapacityArea * kRounding)
        wrong += " " + log.name + " more slots held than there are";
    return wrong;
}

}  // namespace

/// Random scenarios: nothing is lost, nothing is held for ever, and nothing is busier than it can be.
class EngineInvariantsTest : public QObject {
    Q_OBJECT

private:
    static void addParts();
    void check(bool disturbed);

    // Without and with disturbances, by all parts so far.
    sim::IntervalCounts seen_[2];
    std::uint64_t parts_[2] = {};

private slots:
    void hold_data() { addParts(); }
    void hold() { check(false); }
    /// While faults strike and autoscalers add and remove instances.
    void holdUnderDisturbance_data() { addParts(); }
    void holdUnderDisturbance() { check(true); }
};

void EngineInvariantsTest::addParts() {
    QTest::addColumn<quint64>("first");
    for (std::uint64_t part = 0; part < kParts; ++part)
        QTest::addRow("from %d on", static_cast<int>(part * kScenarios)) << quint64{part * kScenarios};
}

void EngineInvariantsTest::check(bool disturbed) {
    QFETCH(quint64, first);
    int ran = 0;
    std::string broken;
    sim::IntervalCounts& seen = seen_[disturbed];
    for (std::uint64_t number = first; number < first + kScenarios; ++number) {
        const std::string scenario = test::randomScenario(number);
        const std::string name = "\nscenario " + std::to_string(number) + " ";
        try {
            const SmallRun::Change change = [&](model::Scenario& changed) {
                if (disturbed) test::disturb(changed, number);
            };
            const SmallRun run(scenario, kSeconds, change, number);
            ++ran;
            for (const auto& log : run.result().components) {
                if (const std::string wrong = wrongAt(log, run.total(log.name)); !wrong.empty())
                    broken += name + wrong;
                seen += run.total(log.name);
            }
            if (!endsEveryVisit(run.total("workload")) || run.result().unfinished > 0)
                broken += name + "actions that do not end";
        } catch (const std::runtime_error& error) {
            const std::string what = error.what();
            if (!what.starts_with("small.yaml")) broken += name + what;
        }
    }
    QVERIFY2(broken.empty(), broken.c_str());
    QVERIFY(ran > static_cast<int>(kScenarios) / 2);
    if (++parts_[disturbed] < kParts) return;
    // All parts together have met whatever there is to meet.
    QVERIFY(seen.refused > 1000 && seen.timedOut > 1000 && seen.failed > 1000 && seen.answered > 1000);
    QVERIFY(seen.coalesced > 300 && seen.hits > 300 && seen.coldStarts > 300);
}

QTEST_GUILESS_MAIN(EngineInvariantsTest)
#include "tst_engine_invariants.moc"
