// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <stdexcept>

#include "tests/sim/random_scenario.h"
#include "tests/sim/small_run.h"

using namespace headroom;
using test::SmallRun;

namespace {

constexpr std::uint64_t kScenarios = 300;
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

}  // namespace

/// Random scenarios: nothing is lost, nothing is held for ever, and nothing is busier than it can be.
class EngineInvariantsTest : public QObject {
    Q_OBJECT

private slots:
    void hold();
};

void EngineInvariantsTest::hold() {
    int ran = 0;
    sim::IntervalCounts seen;
    for (std::uint64_t number = 0; number < kScenarios; ++number) {
        const std::string scenario = test::randomScenario(number);
        try {
            const SmallRun run(scenario, kSeconds, {}, number);
            ++ran;
            for (const auto& log : run.result().components) {
                const auto total = run.total(log.name);
                const std::string left = leftOver(log);
                QVERIFY2(left.empty(), ("scenario " + std::to_string(number) + left).c_str());
                QVERIFY2(endsEveryVisit(total), ("scenario " + std::to_string(number) + " " + log.name).c_str());
                QVERIFY2(!log.hasServers || total.busyArea <= total.capacityArea * (1 + 1e-12), ("scenario " + std::to_string(number) + " " + log.name).c_str());
                QVERIFY2(!log.hasSlots || total.slotArea <= total.slotCapacityArea * (1 + 1e-12), ("scenario " + std::to_string(number) + " " + log.name).c_str());
                seen += total;
            }
            QVERIFY(endsEveryVisit(run.total("workload")));
            QCOMPARE(run.result().unfinished, std::uint64_t{0});
        } catch (const std::runtime_error& error) {
            QVERIFY2(std::string(error.what()).find("small.yaml") == 0, ("scenario " + std::to_string(number) + " " + error.what()).c_str());
        }
    }
    QVERIFY(ran > static_cast<int>(kScenarios) / 2);
    QVERIFY(seen.refused > 1000 && seen.timedOut > 1000 && seen.failed > 1000 && seen.answered > 1000);
    QVERIFY(seen.coalesced > 1000 && seen.hits > 1000 && seen.coldStarts > 1000);
}

QTEST_GUILESS_MAIN(EngineInvariantsTest)
#include "tst_engine_invariants.moc"
