// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/zone.h"

#include <QTest>

using namespace headroom::model;
using namespace std::chrono_literals;

namespace {

Network world() {
    Network network;
    network.withinZone = Distribution::constant(1ms);
    network.withinRegion = Distribution::constant(2ms);
    network.regions = {{"eu", {"eu-1", "eu-2"}}, {"us", {"us-1"}}};
    network.between = {{"eu", "us", Distribution::constant(90ms)},
                       {"us-1", "eu-2", Distribution::constant(70ms)},
                       {"eu", "moon", Distribution::constant(3s)}};
    return network;
}

double milliseconds(std::string_view a, std::string_view b) {
    const Network network = world();
    const Distribution* distance = network.roundTrip(a, b);
    return distance ? distance->mean() * 1000 : -1;
}

}  // namespace

class ZoneTest : public QObject {
    Q_OBJECT
private slots:
    void takesTheMostParticularDistance() {
        QCOMPARE(milliseconds("eu-1", "eu-1"), 1.0);
        QCOMPARE(milliseconds("eu-1", "eu-2"), 2.0);
        QCOMPARE(milliseconds("eu-1", "us-1"), 90.0);
        QCOMPARE(milliseconds("eu-2", "us-1"), 70.0);
        QCOMPARE(milliseconds("us-1", "eu-2"), 70.0);
        QCOMPARE(milliseconds("moon", "eu-2"), 3000.0);
    }

    void knowsNoDistanceToWhatHasNoPlace() {
        QCOMPARE(milliseconds("", "eu-1"), -1.0);
        QCOMPARE(milliseconds("eu-1", ""), -1.0);
        QCOMPARE(milliseconds("us-1", "moon"), -1.0);
    }

    void tellsRegions() {
        const Network network = world();
        QVERIFY(network.sameRegion("eu-1", "eu-2"));
        QVERIFY(!network.sameRegion("eu-1", "us-1"));
        QVERIFY(network.sameRegion("moon", "moon"));
        QVERIFY(!network.sameRegion("moon", "sun"));
        QCOMPARE(network.regionOf("us-1")->name, std::string("us"));
        QVERIFY(!network.regionOf("moon"));
        QVERIFY(!network.isEmpty());
        QVERIFY(Network{}.isEmpty());
    }
};

QTEST_GUILESS_MAIN(ZoneTest)
#include "tst_zone.moc"
