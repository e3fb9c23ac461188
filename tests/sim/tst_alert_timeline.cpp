// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/judge/alert_timeline.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <random>

using namespace headroom::sim;

namespace {

constexpr SimTime kMinute = 60'000'000'000;

/// The state after each minute's evaluation; conditions[i] is that of minute i.
std::vector<AlertState> statesOf(const std::vector<bool>& conditions, SimTime hold,
                                 SimTime keepFiring) {
    AlertTimeline timeline(hold, keepFiring);
    std::vector<AlertState> states;
    SimTime now = 0;
    for (const bool condition : conditions) {
        states.push_back(timeline.evaluate(now, condition));
        now += kMinute;
    }
    return states;
}

/// `0*3 1*12`
std::vector<bool> minutes(std::initializer_list<std::pair<bool, int>> runs) {
    std::vector<bool> conditions;
    for (const auto& [value, count] : runs) conditions.insert(conditions.end(), count, value);
    return conditions;
}

QString rulesText(int hold, int keepFiring) {
    return QString(
               "groups:\n- name: g\n  interval: 1m\n  rules:\n  - alert: A\n    expr: v > 0\n"
               "    for: %1m\n    keep_firing_for: %2m\n")
        .arg(hold)
        .arg(keepFiring);
}

/// A test of these states for promtool: the value is 1 where the condition is true.
QString testText(const std::vector<bool>& conditions, const std::vector<AlertState>& states) {
    QString text =
        "rule_files: [rules.yml]\nevaluation_interval: 1m\ntests:\n- interval: 1m\n"
        "  input_series:\n  - series: v\n    values: '";
    for (const bool condition : conditions) text += condition ? "1 " : "0 ";
    text += "'\n  promql_expr_test:\n";
    for (std::size_t i = 0; i < states.size(); ++i) {
        text += QString(
                    "  - expr: ALERTS{alertstate=\"firing\"}\n    eval_time: %1m\n"
                    "    exp_samples: [")
                    .arg(i);
        if (states[i] == AlertState::firing)
            text += "{labels: 'ALERTS{alertname=\"A\",alertstate=\"firing\"}', value: 1}";
        text += "]\n";
    }
    return text;
}

void writeText(const QString& path, const QString& text) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text.toUtf8());
}

}  // namespace

class AlertTimelineTest : public QObject {
    Q_OBJECT

private slots:
    /// As promtool of Prometheus 2.42 answers: true from minute 3 with `for: 5m` is pending up to
    /// minute 7 and fires from 8; false from 15 with `keep_firing_for: 3m` fires up to 17.
    void holdsBeforeItFiresAndKeepsFiring() {
        const auto conditions = minutes({{false, 3}, {true, 12}, {false, 6}});
        const auto states = statesOf(conditions, 5 * kMinute, 3 * kMinute);
        using enum AlertState;
        for (std::size_t m = 0; m < states.size(); ++m) {
            const AlertState expected = m < 3    ? inactive
                                        : m < 8  ? pending
                                        : m < 18 ? firing
                                                 : inactive;
            QVERIFY2(states[m] == expected, qPrintable(QString::number(m)));
        }
    }
    void aDipWhilePendingBeginsTheHoldAnew() {
        const auto conditions = minutes({{true, 4}, {false, 1}, {true, 10}});
        const auto states = statesOf(conditions, 5 * kMinute, 0);
        QVERIFY(states[4] == AlertState::inactive);
        QVERIFY(states[9] == AlertState::pending);
        QVERIFY(states[10] == AlertState::firing);
    }
    void withoutHoldItFiresAtOnceAndResolvesAtOnce() {
        const auto states = statesOf(minutes({{true, 1}, {false, 1}}), 0, 0);
        QVERIFY(states[0] == AlertState::firing);
        QVERIFY(states[1] == AlertState::inactive);
    }
    void whatIsTrueAgainWhileItKeepsFiringWasNeverResolved() {
        const auto conditions = minutes({{true, 2}, {false, 2}, {true, 1}, {false, 4}});
        const auto states = statesOf(conditions, 0, 3 * kMinute);
        for (std::size_t m = 0; m < 8; ++m) QVERIFY(states[m] == AlertState::firing);
        QVERIFY(states[8] == AlertState::inactive);
    }
    void spansReachFromFiringToResolved() {
        const auto conditions = minutes({{false, 3}, {true, 4}, {false, 3}, {true, 3}});
        const std::vector<FiringSpan> expected{{5 * kMinute, 8 * kMinute},
                                               {12 * kMinute, 13 * kMinute}};
        QVERIFY(firingSpans(conditions, kMinute, kMinute, 0) == expected);
        QVERIFY(firingSpans(minutes({{false, 9}}), kMinute, 0, 0).empty());
        QVERIFY(firingSpans({}, kMinute, 0, 0).empty());
    }

    /// Random conditions, and promtool as the judge of every minute.
    void statesAreThoseOfPrometheus() {
        const QString promtool = QStandardPaths::findExecutable("promtool");
        if (promtool.isEmpty()) QSKIP("promtool is not installed");
        std::mt19937 random(1);
        for (const auto& [hold, keepFiring] : {std::pair{0, 0}, {2, 0}, {0, 3}, {4, 2}, {1, 1}}) {
            std::vector<bool> conditions;
            while (conditions.size() < 150)
                conditions.insert(conditions.end(), 1 + random() % 6, random() % 2 == 0);
            const auto states = statesOf(conditions, hold * kMinute, keepFiring * kMinute);
            QTemporaryDir folder;
            writeText(folder.filePath("rules.yml"), rulesText(hold, keepFiring));
            writeText(folder.filePath("test.yml"), testText(conditions, states));
            QProcess process;
            process.start(promtool, {"test", "rules", folder.filePath("test.yml")});
            QVERIFY(process.waitForFinished());
            QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
        }
    }
};

QTEST_GUILESS_MAIN(AlertTimelineTest)
#include "tst_alert_timeline.moc"
