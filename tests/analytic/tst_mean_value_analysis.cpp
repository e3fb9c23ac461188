// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/analytic/mean_value_analysis.h"

#include <QtTest>

#include "tests/laws/markov_chain.h"
#include "tests/laws/networks.h"

using namespace headroom;
using sim::ClosedClasses;
using sim::ClosedSolution;
using sim::ClosedStation;

/// Closed networks against textbooks, and against their Markov chains.
class MeanValueAnalysisTest : public QObject {
    Q_OBJECT

private slots:
    void oneClassOfTheTextbook();
    void oneClassIsBuzens_data();
    void oneClassIsBuzens();
    void twoClassesAreTheirMarkovChain_data();
    void twoClassesAreTheirMarkovChain();
    void linearizerIsCloseToExact_data();
    void linearizerIsCloseToExact();
};

namespace {

Eigen::ArrayXd array(std::initializer_list<double> values) {
    Eigen::ArrayXd a(static_cast<Eigen::Index>(values.size()));
    std::copy(values.begin(), values.end(), a.begin());
    return a;
}

ClosedClasses oneClass(int customers, double think) {
    return {Eigen::ArrayXi::Constant(1, customers), Eigen::ArrayXd::Constant(1, think)};
}

void compare(double actual, double expected, double relative) {
    const QString message = QString("%1, expected %2").arg(actual, 0, 'g', 10).arg(expected, 0, 'g', 10);
    QVERIFY2(std::abs(actual - expected) <= relative * std::abs(expected), qPrintable(message));
}

/// Two classes at shared-processor stations: customers of a class share the servers with all.
struct Chain {
    std::vector<ClosedStation> stations;
    ClosedClasses classes;

    // State: customers of class 0 at each station, then of class 1; the rest thinks.
    laws::MarkovChain chain() const {
        const auto k = stations.size();
        const auto next = [this, k](const laws::MarkovChain::State& s) {
            std::vector<laws::MarkovChain::Transition> moves;
            for (std::size_t r = 0; r < 2; ++r) {
                const auto row = static_cast<Eigen::Index>(r);
                int thinking = classes.customers[row];
                for (std::size_t i = 0; i < k; ++i) thinking -= s[r * k + i];
                laws::MarkovChain::State to = s;
                ++to[r * k];
                moves.push_back({to, thinking / classes.think[row]});
                for (std::size_t i = 0; i < k; ++i) {
                    const int here = s[i] + s[k + i], own = s[r * k + i];
                    if (own == 0) continue;
                    to = s;
                    --to[r * k + i];
                    if (i + 1 < k) ++to[r * k + i + 1];
                    const double busy = std::min(here, stations[i].servers);
                    moves.push_back({to, busy * own / here / stations[i].demands[row]});
                }
            }
            return moves;
        };
        return {laws::MarkovChain::State(2 * k, 0), next};
    }
};

}  // namespace

// Lazowska, Zahorjan, Graham & Sevcik, Quantitative System Performance (1984), §6.4.1: three users,
// 15 s of thinking, a CPU (0.605 s) and two disks (2.1 and 1.35 s), worked through by hand: residence
// times 4.055, 4.4013 and 4.7998 s with one, two and three users.
void MeanValueAnalysisTest::oneClassOfTheTextbook() {
    const std::vector<ClosedStation> stations{
        {array({0.605}), 1}, {array({2.1}), 1}, {array({1.35}), 1}};
    const ClosedSolution s = sim::exactMva(stations, oneClass(3, 15));
    compare(s.throughput[0], 0.15152, 1e-4);
    compare(s.residence.col(0).sum(), 4.7998, 1e-4);
    compare(sim::exactMva(stations, oneClass(2, 15)).residence.col(0).sum(), 4.4013, 1e-4);
    const ClosedSolution one = sim::exactMva(stations, oneClass(1, 15));
    compare(one.throughput[0], 1 / 19.055, 1e-12);
}

void MeanValueAnalysisTest::oneClassIsBuzens_data() {
    QTest::addColumn<int>("customers");
    for (const int n : {1, 2, 10, 100}) QTest::addRow("%d", n) << n;
}

void MeanValueAnalysisTest::oneClassIsBuzens() {
    QFETCH(int, customers);
    const ClosedSolution s = sim::exactMva(
        {{array({0.3}), 1}, {array({1.0}), 4}, {array({0.25}), 1}, {array({2.0}), 0}},
        oneClass(customers, 5));
    const double buzen = laws::convolutionThroughput(
        {{0.3, 1}, {1.0, 4}, {0.25, 1}, {7.0, 0}}, customers);
    compare(s.throughput[0], buzen, 1e-6);
}

void MeanValueAnalysisTest::twoClassesAreTheirMarkovChain_data() {
    QTest::addColumn<int>("servers");
    QTest::addColumn<double>("think");
    QTest::newRow("one server, busy") << 1 << 1.0;
    QTest::newRow("one server, light") << 1 << 20.0;
    QTest::newRow("three servers") << 3 << 0.5;
}

void MeanValueAnalysisTest::twoClassesAreTheirMarkovChain() {
    QFETCH(int, servers);
    QFETCH(double, think);
    const Chain network{{{array({0.5, 1.5}), servers}, {array({0.8, 0.2}), 1}},
                        {Eigen::ArrayXi{{3, 2}}, array({think, 2 * think})}};
    const ClosedSolution s = sim::exactMva(network.stations, network.classes);
    const laws::MarkovChain chain = network.chain();
    for (std::size_t r = 0; r < 2; ++r) {
        const double thinking = chain.mean([&](const laws::MarkovChain::State& state) {
            return network.classes.customers[static_cast<Eigen::Index>(r)] - state[2 * r] -
                   state[2 * r + 1];
        });
        const auto row = static_cast<Eigen::Index>(r);
        compare(s.throughput[row], thinking / network.classes.think[row], 1e-8);
        const double queue =
            chain.mean([&](const laws::MarkovChain::State& state) { return state[2 * r + 1]; });
        compare(s.throughput[row] * s.residence(1, row), queue, 1e-8);
    }
}

void MeanValueAnalysisTest::linearizerIsCloseToExact_data() {
    QTest::addColumn<int>("servers");
    QTest::addColumn<double>("think");
    QTest::newRow("balanced") << 1 << 0.0;
    QTest::newRow("at the knee") << 1 << 20.0;
    QTest::newRow("light") << 1 << 100.0;
    QTest::newRow("four servers") << 4 << 10.0;
}

void MeanValueAnalysisTest::linearizerIsCloseToExact() {
    QFETCH(int, servers);
    QFETCH(double, think);
    const std::vector<ClosedStation> stations{
        {array({1.0, 0.4}) * servers, servers}, {array({0.6, 1.0}), 1}, {array({0.3, 0.3}), 1}};
    const ClosedClasses classes{Eigen::ArrayXi{{12, 9}}, array({think, think})};
    const ClosedSolution exact = sim::exactMva(stations, classes);
    const ClosedSolution close = sim::linearizer(stations, classes);
    for (Eigen::Index r = 0; r < 2; ++r)
        compare(close.throughput[r], exact.throughput[r], servers == 1 ? 0.01 : 0.03);
}

QTEST_GUILESS_MAIN(MeanValueAnalysisTest)
#include "tst_mean_value_analysis.moc"
