// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/laws/caches.h"
#include "tests/laws/markov_chain.h"
#include "tests/laws/networks.h"
#include "tests/laws/possession.h"
#include "tests/laws/queues.h"

#include <QtTest>

#include <boost/math/quadrature/gauss_kronrod.hpp>

#include <cmath>
#include <limits>

using namespace headroom::laws;

namespace {

bool isClose(double value, double expected, double relative) {
    return std::abs(value - expected) <= relative * std::abs(expected) + 1e-14;
}
#define QVERIFY_CLOSE(value, expected, relative)                         \
    QVERIFY2(isClose(value, expected, relative),                         \
             qPrintable(QStringLiteral("%1, expected %2")                \
                            .arg(static_cast<double>(value), 0, 'g', 12) \
                            .arg(static_cast<double>(expected), 0, 'g', 12)))

/// The k-th moment of a time from its tail, none of which lies beyond `end`.
double moment(const Tail& tail, int k, double end = 500) {
    const auto integrand = [&](double t) { return k * std::pow(t, k - 1) * tail(t); };
    return boost::math::quadrature::gauss_kronrod<double, 31>::integrate(integrand, 0, end, 12,
                                                                         1e-8);
}

}  // namespace

/// The formulas that simulations are held against, held against each other and against published
/// values.
class TheoryTest : public QObject {
    Q_OBJECT

private slots:
    void erlangFormulasGiveTheTables();
    void manyServersContainTheSingleOne();
    void responsesOfManyServersHaveTheirMean();
    void generalServiceContainsTheExponential();
    void constantServiceWaits();
    void lastFirstKeepsTheMeanAndStretchesTheTail();
    void priorityConservesWork();
    void regularArrivalsWaitLess();
    void boundedQueueBlocksAsErlang();
    void waitOfSeenIsThatOfManyServers();
    void impatienceLiesBetweenLossAndWaiting();
    void powerOfTwoGivesThePublishedValues();
    void markovChainSolvesBirthAndDeath();
    void meanValueAnalysisAgreesWithConvolution();
    void machineRepairIsAClosedNetwork();
    void lastOfManyTasks();
    void shortestLineLiesBetweenOneLineAndSeparateLines();
    void layeredSystemContainsTheQueues();
    void layeredSystemWithRoomForAllIsAClosedNetwork();
    void lruIsExactForFewKeys();
    void cheGivesTheReferenceValues();
    void singleFlightContainsTheTtl();
    void secondTierLivesOffTheFirst();
};

void TheoryTest::erlangFormulasGiveTheTables() {
    QVERIFY_CLOSE(erlangB(1, 1), 0.5, 1e-12);
    QVERIFY_CLOSE(erlangB(2, 1), 0.2, 1e-12);
    QVERIFY_CLOSE(erlangB(10, 5), 0.018385, 1e-4);
    QVERIFY_CLOSE(erlangC(1, 0.7), 0.7, 1e-12);
    QVERIFY_CLOSE(erlangC(2, 1.5), 2 * 0.75 * 0.75 / 1.75, 1e-12);
    QVERIFY_CLOSE(erlangC(10, 8), 0.4092, 1e-3);
}

void TheoryTest::manyServersContainTheSingleOne() {
    const ManyServers one{0.5, 1, 1};
    QVERIFY_CLOSE(one.meanResponse(), 2, 1e-12);
    QVERIFY_CLOSE(quantile([&](double t) { return one.responseTail(t); }, 0.95), 2 * std::log(20),
                  1e-8);
    QVERIFY_CLOSE(quantile([&](double t) { return one.waitTail(t); }, 0.95), 2 * std::log(10),
                  1e-8);
    QCOMPARE(quantile([&](double t) { return one.waitTail(t); }, 0.5), 0.0);
}

void TheoryTest::responsesOfManyServersHaveTheirMean() {
    for (const double lambda : {0.5, 2.0, 2.9}) {  // 2.0: where the formula divides by nothing
        const ManyServers three{lambda, 1, 3};
        QVERIFY_CLOSE(moment([&](double t) { return three.responseTail(t); }, 1),
                      three.meanResponse(), 1e-5);
        QVERIFY_CLOSE(moment([&](double t) { return three.waitTail(t); }, 1), three.meanWait(),
                      1e-5);
    }
}

void TheoryTest::generalServiceContainsTheExponential() {
    QVERIFY_CLOSE(meanWaitGeneral(0.7, 1, 1), (ManyServers{0.7, 1, 1}.meanWait()), 1e-12);
    QVERIFY_CLOSE(meanWaitGeneral(0.7, 1, 0), 0.5 * meanWaitGeneral(0.7, 1, 1), 1e-12);
}

void TheoryTest::constantServiceWaits() {
    QVERIFY_CLOSE(waitTailConstant(0.7, 1, 0), 0.7, 1e-12);
    QVERIFY_CLOSE(waitTailConstant(0.7, 1, 0.6), 1 - 0.3 * std::exp(0.42), 1e-12);
    double sum =
        0;  // trapezoids, piece by piece, as the tail has kinks at multiples of the service
    for (int i = 0; i < 4'000; ++i) {
        sum += 0.01 *
               (waitTailConstant(0.9, 1, i * 0.01) + waitTailConstant(0.9, 1, (i + 1) * 0.01)) / 2;
    }
    QVERIFY_CLOSE(sum, meanWaitGeneral(0.9, 1, 0), 1e-3);
}

void TheoryTest::lastFirstKeepsTheMeanAndStretchesTheTail() {
    const double rho = 0.7;
    const auto lastFirst = [=](double t) { return waitTailLastFirst(rho, 1, t); };
    const auto firstFirst = [=](double t) { return ManyServers{rho, 1, 1}.waitTail(t); };
    QVERIFY_CLOSE(lastFirst(0), rho, 1e-12);
    QVERIFY_CLOSE(moment(lastFirst, 1), moment(firstFirst, 1), 1e-4);
    QVERIFY_CLOSE(moment(lastFirst, 2), moment(firstFirst, 2) / (1 - rho), 1e-3);  // Kingman 1962
}

void TheoryTest::priorityConservesWork() {
    QVERIFY_CLOSE(meanWaitsByPriority({{0.7, 1, 2}}).front(), meanWaitGeneral(0.7, 1, 2), 1e-12);
    const auto waits = meanWaitsByPriority({{0.3, 1, 1}, {0.4, 1, 1}});
    QVERIFY(waits[0] < waits[1]);
    QVERIFY_CLOSE(0.3 * waits[0] + 0.4 * waits[1], 0.7 * meanWaitGeneral(0.7, 1, 1), 1e-12);
}

void TheoryTest::regularArrivalsWaitLess() {
    QVERIFY_CLOSE(erlangArrivals(0.7, 1, 1).meanWait(), (ManyServers{0.7, 1, 1}.meanWait()), 1e-9);
    QVERIFY_CLOSE(constantArrivals(0.5, 1).sigma, 0.203188, 1e-5);
    const double two = erlangArrivals(0.7, 2, 1).meanResponse();
    QVERIFY(two < ManyServers({0.7, 1, 1}).meanResponse());
    QVERIFY(two > constantArrivals(0.7, 1).meanResponse());
    QVERIFY_CLOSE(erlangArrivals(0.7, 20000, 1).sigma, constantArrivals(0.7, 1).sigma, 1e-4);
}

void TheoryTest::boundedQueueBlocksAsErlang() {
    const double rho = 0.7;
    QVERIFY_CLOSE(boundedQueue(rho, 1, 1, 5).back(),
                  (1 - rho) * std::pow(rho, 5) / (1 - std::pow(rho, 6)), 1e-12);
    QVERIFY_CLOSE(boundedQueue(8, 1, 10, 10).back(), erlangB(10, 8), 1e-12);
    QVERIFY_CLOSE(meanOf(boundedQueue(2, 1, 3, 500)) / 2, (ManyServers{2, 1, 3}.meanResponse()),
                  1e-9);
}

void TheoryTest::waitOfSeenIsThatOfManyServers() {
    const ManyServers three{2.5, 1, 3};
    const auto seen = boundedQueue(2.5, 1, 3, 600);
    for (const double t : {0.0, 0.3, 2.0})
        QVERIFY_CLOSE(waitTailOfSeen(seen, 1, 3, t), three.waitTail(t), 1e-8);
}

void TheoryTest::impatienceLiesBetweenLossAndWaiting() {
    QVERIFY_CLOSE(ImpatientQueue(2, 1, 3, 0).abandoned, erlangB(3, 2), 1e-12);
    const ImpatientQueue patient(2, 1, 3, 200);
    QVERIFY_CLOSE(patient.abandoned, 0, 1e-12);
    QVERIFY_CLOSE(patient.meanWait, (ManyServers{2, 1, 3}.meanWait()), 1e-9);
    const double decay = 0.8 * std::exp(-0.2 * 3);  // one server, after Barrer
    QVERIFY_CLOSE(ImpatientQueue(0.8, 1, 1, 3).abandoned, 0.2 * decay / (1 - 0.8 * decay), 1e-12);
    QVERIFY_CLOSE(ImpatientQueue(3, 1, 3, 2).meanWait, ImpatientQueue(3.00001, 1, 3, 2).meanWait,
                  1e-4);
    const ImpatientQueue crowded(5, 1, 3, 1);
    QVERIFY(crowded.utilisation < 1);
    QVERIFY_CLOSE(crowded.utilisation * 3, 5 * (1 - crowded.abandoned), 1e-12);
}

void TheoryTest::powerOfTwoGivesThePublishedValues() {
    QVERIFY_CLOSE(meanResponsePowerOfTwo(0.5), 1.2657, 1e-4);
    QVERIFY_CLOSE(meanResponsePowerOfTwo(0.9), 2.6141, 1e-4);
}

void TheoryTest::markovChainSolvesBirthAndDeath() {
    const MarkovChain chain({0}, [](const MarkovChain::State& state) {
        std::vector<MarkovChain::Transition> out;
        if (state[0] < 5) out.push_back({{state[0] + 1}, 0.7});
        if (state[0] > 0) out.push_back({{state[0] - 1}, 1.0});
        return out;
    });
    QCOMPARE(chain.size(), std::size_t{6});
    const auto p = boundedQueue(0.7, 1, 1, 5);
    QVERIFY_CLOSE(chain.mean([](const auto& state) { return state[0]; }), meanOf(p), 1e-12);
    QVERIFY_CLOSE(chain.mean([](const auto& state) { return state[0] == 5; }), p[5], 1e-12);
}

void TheoryTest::meanValueAnalysisAgreesWithConvolution() {
    const std::vector<ClosedStation> stations{{2, 0}, {0.03, 1}, {0.1, 4}, {0.02, 1}};
    for (const int customers : {1, 3, 20, 60}) {
        const ClosedNetwork network = meanValueAnalysis(stations, customers);
        QVERIFY_CLOSE(network.throughput, convolutionThroughput(stations, customers), 1e-7);
        QVERIFY_CLOSE(network.throughput * network.cycle(), customers, 1e-12);
    }
    QVERIFY_CLOSE(meanValueAnalysis(stations, 1).cycle(), 2.15, 1e-12);
}

void TheoryTest::machineRepairIsAClosedNetwork() {
    for (const int servers : {1, 3}) {
        const MachineRepair repair(12, 2, 1, servers);
        const ClosedNetwork network = meanValueAnalysis({{2, 0}, {1, servers}}, 12);
        QVERIFY_CLOSE(repair.throughput, network.throughput, 1e-8);
        QVERIFY_CLOSE(repair.meanResponse, network.residence[1], 1e-8);
        const double wait = repair.meanWaiting / repair.throughput;
        QVERIFY_CLOSE(wait, repair.meanResponse - 1, 1e-9);
        QVERIFY_CLOSE(moment([&](double t) { return repair.waitTail(t); }, 1), wait, 1e-5);
    }
}

void TheoryTest::lastOfManyTasks() {
    QVERIFY_CLOSE(meanOfLast(3, 3, 1), 1 + 1 / 2.0 + 1 / 3.0, 1e-12);
    QVERIFY_CLOSE(meanOfLast(3, 1, 2), 6, 1e-12);
    QVERIFY_CLOSE(meanOfLast(3, 2, 1), 2, 1e-12);
    QVERIFY_CLOSE(meanForkJoinOfTwo(1e-9, 1), meanOfLast(2, 2, 1), 1e-6);
}

void TheoryTest::shortestLineLiesBetweenOneLineAndSeparateLines() {
    QVERIFY_CLOSE(meanResponseShortest(0.7, 1, 1, 100), 1 / 0.3, 1e-9);
    const double oneLine = ManyServers{1.4, 1, 2}.meanResponse();
    const double shortest = meanResponseShortest(1.4, 1, 2, 60);
    QVERIFY(oneLine < shortest && shortest < erlangArrivals(0.7, 2, 1).meanResponse());
    QVERIFY_CLOSE(meanResponseShorterOfTwo(1.4, 1, 2, 60), shortest, 1e-9);
    const double ofThree = meanResponseShorterOfTwo(2.1, 1, 3, 25);
    QVERIFY(meanResponseShortest(2.1, 1, 3, 25) < ofThree &&
            ofThree < meanResponsePowerOfTwo(0.7) * 1.2);
}

void TheoryTest::layeredSystemContainsTheQueues() {
    const double instant = 1e9;
    const LayeredFigures atSlots = solve({.concurrency = 3,
                                          .cpus = 3,
                                          .connections = 3,
                                          .servers = 3,
                                          .ownRate = instant,
                                          .queryRate = 1,
                                          .arrivalRate = 2,
                                          .longestLine = 7});
    const auto p = boundedQueue(2, 1, 3, 10);
    QVERIFY_CLOSE(atSlots.refused, p.back(), 1e-6);
    QVERIFY_CLOSE(atSlots.response, meanOf(p) / (2 * (1 - p.back())), 1e-6);

    // With more slots than connections the whole line stands before the pool or before the database
    // instead.
    for (const int connections : {1, 4}) {
        const LayeredFigures f = solve({.concurrency = 11,
                                        .cpus = 11,
                                        .connections = connections,
                                        .servers = 1,
                                        .ownRate = instant,
                                        .queryRate = 1,
                                        .arrivalRate = 0.8,
                                        .longestLine = 0});
        QVERIFY_CLOSE(f.response, meanOf(boundedQueue(0.8, 1, 1, 11)) / f.throughput, 1e-6);
        QVERIFY_CLOSE(f.serverUtilisation, f.throughput, 1e-9);
    }
}

void TheoryTest::layeredSystemWithRoomForAllIsAClosedNetwork() {
    const LayeredFigures f = solve({.concurrency = 10,
                                    .cpus = 2,
                                    .connections = 10,
                                    .servers = 3,
                                    .ownRate = 4,
                                    .queryRate = 1,
                                    .users = 10,
                                    .think = 2});
    const ClosedNetwork network = meanValueAnalysis({{2, 0}, {0.25, 2}, {1, 3}}, 10);
    QVERIFY_CLOSE(f.throughput, network.throughput, 1e-8);
    QVERIFY_CLOSE(f.ownTime, network.residence[1], 1e-7);
    QVERIFY_CLOSE(f.queryResponse, network.residence[2], 1e-7);
    QVERIFY_CLOSE(f.wait, 0, 1e-12);
    QVERIFY_CLOSE(f.response, network.residence[1] + network.residence[2], 1e-7);
}

void TheoryTest::lruIsExactForFewKeys() {
    QVERIFY_CLOSE(hitRatioOfLru({0.8, 0.2}, 1), 0.68, 1e-12);
    QVERIFY_CLOSE(hitRatioOfLru({0.5, 0.3, 0.2}, 3), 1, 1e-12);
    const std::vector<double> p{0.5, 0.3, 0.2};
    const MarkovChain list({0, 1}, [&](const MarkovChain::State& newestFirst) {
        std::vector<MarkovChain::Transition> out;
        for (int key = 0; key < 3; ++key) {
            if (key != newestFirst[0]) out.push_back({{key, newestFirst[0]}, p[key]});
        }
        return out;
    });
    const double hits = list.mean([&](const auto& held) { return p[held[0]] + p[held[1]]; });
    QVERIFY_CLOSE(hitRatioOfLru(p, 2), hits, 1e-12);
    const auto eight = zipf(8, 0.9);
    QVERIFY_CLOSE(hitRatioByChe(eight, 4), hitRatioOfLru(eight, 4), 0.03);
}

void TheoryTest::cheGivesTheReferenceValues() {
    QVERIFY_CLOSE(hitRatioByChe(zipf(10'000, 0.8), 100), 0.156625, 1e-5);
    QVERIFY_CLOSE(hitRatioByChe(zipf(10'000, 0.99), 1000), 0.66414, 1e-5);
}

void TheoryTest::singleFlightContainsTheTtl() {
    const SingleFlight instant(10, 0.3, 0);
    QVERIFY_CLOSE(instant.hitRatio, hitRatioOfTtl({1}, 10, 0.3), 1e-12);
    QVERIFY_CLOSE(instant.hitRatio, 0.75, 1e-12);
    QVERIFY_CLOSE(hitRatioOfTtlInTurn(10, 1, 0.3), 0.75, 1e-12);
    QVERIFY_CLOSE(hitRatioOfTtlInTurn(1e5, 2, 0.3), 1 - 1 / 15e3, 1e-6);
    const SingleFlight slow(10, 0.3, 0.6);
    QVERIFY_CLOSE(slow.hitRatio, 0.3, 1e-12);
    QVERIFY_CLOSE(slow.fetchRate, 1, 1e-12);
    QVERIFY_CLOSE(slow.meanResponse, 0.1 * 0.6 + 0.6 * 0.3, 1e-12);
}

void TheoryTest::secondTierLivesOffTheFirst() {
    QCOMPARE(hitRatioOfSecondTier(10, 2, 2), 0.0);
    QVERIFY_CLOSE(hitRatioOfSecondTier(10, 1e-5, 0.3), 0.75, 1e-3);
    QVERIFY_CLOSE(hitRatioOfSecondTier(1e9, 1, 3.5), 0.75, 1e-6);
}

QTEST_GUILESS_MAIN(TheoryTest)
#include "tst_theory.moc"
