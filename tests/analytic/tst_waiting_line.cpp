// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/analytic/waiting_line.h"

#include <QtTest>

#include "tests/laws/networks.h"
#include "tests/laws/queues.h"

using namespace headroom;
using sim::LineAnswer;
using sim::LineQuestion;

/// One line against what is known exactly.
class WaitingLineTest : public QObject {
    Q_OBJECT

private slots:
    void erlangLossIsThatOfTheTables_data();
    void erlangLossIsThatOfTheTables();
    void openLineIsErlangs_data();
    void openLineIsErlangs();
    void generalServiceIsPollaczekAndKhinchines();
    void regularArrivalsWaitLess();
    void finiteRoomIsExact_data();
    void finiteRoomIsExact();
    void finitePopulationIsExact_data();
    void finitePopulationIsExact();
    void largePopulationInOverloadWaitsForEachOther();
    void impatientLeaveAsTheyDoExactly();
    void overloadSaysSo();
    void waitOfOverloadIsAsLongAsPatience();
};

namespace {

void compare(double actual, double expected, double relative = 1e-9) {
    const QString message = QString("%1, expected %2").arg(actual, 0, 'g', 12).arg(expected, 0, 'g', 12);
    QVERIFY2(std::abs(actual - expected) <= relative * std::abs(expected) + 1e-300, qPrintable(message));
}

LineQuestion open(int servers, double rate, double holding) {
    LineQuestion question;
    question.servers = servers;
    question.arrivalRate = rate;
    question.holding = holding;
    return question;
}

}  // namespace

// Offered loads at which 1 % are lost, as in every table of Erlang B (Cooper, Introduction to
// Queueing Theory, 2nd ed., appendix; five digits).
void WaitingLineTest::erlangLossIsThatOfTheTables_data() {
    QTest::addColumn<int>("servers");
    QTest::addColumn<double>("load");
    QTest::newRow("1") << 1 << 0.010101;
    QTest::newRow("2") << 2 << 0.15259;
    QTest::newRow("5") << 5 << 1.3608;
    QTest::newRow("10") << 10 << 4.4612;
    QTest::newRow("20") << 20 << 12.031;
    QTest::newRow("50") << 50 << 37.901;
    QTest::newRow("100") << 100 << 84.064;
}

void WaitingLineTest::erlangLossIsThatOfTheTables() {
    QFETCH(int, servers);
    QFETCH(double, load);
    compare(sim::erlangLoss(servers, load), 0.01, 3e-4);
    compare(sim::erlangLoss(servers, load), laws::erlangB(servers, load), 1e-10);
}

void WaitingLineTest::openLineIsErlangs_data() {
    QTest::addColumn<int>("servers");
    QTest::addColumn<double>("utilisation");
    for (const int servers : {1, 2, 16, 600, 10'000})
        for (const double utilisation : {0.3, 0.7, 0.95, 0.999})
            QTest::addRow("%d at %g", servers, utilisation) << servers << utilisation;
}

void WaitingLineTest::openLineIsErlangs() {
    QFETCH(int, servers);
    QFETCH(double, utilisation);
    const double mu = 50, lambda = utilisation * servers * mu;
    const LineAnswer a = sim::solveLine(open(servers, lambda, 1 / mu));
    const laws::ManyServers theory{lambda, mu, servers};
    compare(a.utilisation, utilisation);
    QVERIFY(!a.saturated);
    if (theory.meanWait() > 1e-12) compare(a.wait, theory.meanWait(), 1e-6);
    if (a.waits > 0.06)
        compare(1 - a.waitLaw().atMost(0.5 * a.wait), theory.waitTail(0.5 * a.wait), 1e-6);
}

void WaitingLineTest::generalServiceIsPollaczekAndKhinchines() {
    LineQuestion question = open(1, 70, 0.01);
    for (const double cv2 : {0.0, 0.5, 1.0, 4.0}) {
        question.squaredCv = cv2;
        compare(sim::solveLine(question).wait, laws::meanWaitGeneral(70, 0.01, cv2));
    }
}

void WaitingLineTest::regularArrivalsWaitLess() {
    LineQuestion question = open(1, 70, 0.01);
    question.arrivalSquaredCv = 0;
    compare(sim::solveLine(question).wait, laws::constantArrivals(70, 100).meanWait(), 0.05);
    question.arrivalSquaredCv = 0.25;
    compare(sim::solveLine(question).wait, laws::erlangArrivals(70, 4, 100).meanWait(), 0.05);
}

void WaitingLineTest::finiteRoomIsExact_data() {
    QTest::addColumn<int>("servers");
    QTest::addColumn<int>("room");
    QTest::addColumn<double>("offered");
    for (const double offered : {0.5, 0.95, 1.0, 1.8}) {
        QTest::addRow("1 server, room 5, %g", offered) << 1 << 5 << offered;
        QTest::addRow("8 servers, no line, %g", offered) << 8 << 8 << offered;
        QTest::addRow("50 servers, room 250, %g", offered) << 50 << 250 << offered;
    }
}

void WaitingLineTest::finiteRoomIsExact() {
    QFETCH(int, servers);
    QFETCH(int, room);
    QFETCH(double, offered);
    const double mu = 10, lambda = offered * servers * mu;
    LineQuestion question = open(servers, lambda, 1 / mu);
    question.places = room - servers;
    const LineAnswer a = sim::solveLine(question);
    const std::vector<double> p = laws::boundedQueue(lambda, mu, servers, room);
    double waiting = 0;
    for (std::size_t n = static_cast<std::size_t>(servers); n < p.size(); ++n)
        waiting += p[n] * static_cast<double>(n - static_cast<std::size_t>(servers));
    QVERIFY(std::abs(a.lost - p.back()) < 1e-8 * p.back() + 1e-14);
    QVERIFY(std::abs(a.queue - waiting) < 1e-7 * (1 + waiting));
    QVERIFY(std::abs(a.wait - waiting / (lambda * (1 - p.back()))) < 1e-8);
}

void WaitingLineTest::finitePopulationIsExact_data() {
    QTest::addColumn<int>("users");
    QTest::addColumn<int>("servers");
    QTest::addColumn<double>("think");
    QTest::newRow("10 users, light") << 10 << 1 << 50.0;
    QTest::newRow("10 users, at the knee") << 10 << 1 << 9.0;
    QTest::newRow("10 users, full") << 10 << 1 << 1.0;
    QTest::newRow("300 users, 16 servers") << 300 << 16 << 18.0;
    QTest::newRow("300 users, 16 servers, full") << 300 << 16 << 5.0;
}

void WaitingLineTest::finitePopulationIsExact() {
    QFETCH(int, users);
    QFETCH(int, servers);
    QFETCH(double, think);
    const laws::MachineRepair theory(users, think, 1, servers);
    LineQuestion question = open(servers, theory.throughput, 1);
    question.population = users;
    question.elsewhere = think;
    const LineAnswer a = sim::solveLine(question);
    compare(a.utilisation, theory.throughput / servers, 1e-8);
    QVERIFY(std::abs(a.wait - (theory.meanResponse - 1)) < 1e-7 * theory.meanResponse);
    const double half = theory.meanResponse / 2;
    QVERIFY(std::abs(1 - a.waitLaw().atMost(half) - theory.waitTail(half)) < 0.06);
}

void WaitingLineTest::largePopulationInOverloadWaitsForEachOther() {
    LineQuestion question = open(600, 1, 0.075);
    question.population = 500'000;
    question.elsewhere = 20;
    // All servers busy: N = X (Z + W + s).
    const double throughput = 600 / 0.075;
    compare(sim::solveLine(question).wait, 500'000 / throughput - 20 - 0.075, 1e-6);
}

void WaitingLineTest::impatientLeaveAsTheyDoExactly() {
    for (const double offered : {0.7, 0.95, 1.2, 2.0}) {
        LineQuestion question = open(50, offered * 50, 1);
        question.patience = 0.5;
        const LineAnswer a = sim::solveLine(question);
        const laws::ImpatientQueue theory(offered * 50, 1, 50, 0.5);
        // The cut is at a number of places instead of at a time.
        QVERIFY(std::abs(a.lost - theory.abandoned) < 0.01);
        QVERIFY(std::abs(a.utilisation - theory.utilisation) < 0.01);
        QVERIFY(std::abs(a.wait - theory.meanWait) < 0.03);
    }
}

void WaitingLineTest::overloadSaysSo() {
    QVERIFY(sim::solveLine(open(4, 401, 0.01)).saturated);
    QVERIFY(!sim::solveLine(open(4, 399, 0.01)).saturated);
}

void WaitingLineTest::waitOfOverloadIsAsLongAsPatience() {
    LineQuestion question = open(80, 2 * 80, 1);
    question.patience = 12;
    const LineAnswer a = sim::solveLine(question);
    compare(a.wait, 12, 0.02);
    compare(a.lost, 0.5, 0.01);
    QVERIFY(a.waitLaw().quantile(0.99) < 13);
}

QTEST_GUILESS_MAIN(WaitingLineTest)
#include "tst_waiting_line.moc"
