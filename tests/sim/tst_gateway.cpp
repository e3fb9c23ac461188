// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/small_run.h"

#include <QtTest>

#include <cmath>

using namespace headroom;
using test::SmallRun;

namespace {

using Count = std::uint64_t;
bool isClose(double value, double expected) { return std::abs(value - expected) < 1e-6; }
#define COMPARE_TIME(value, expected) \
    QVERIFY2(                         \
        isClose(value, expected),     \
        qPrintable(                   \
            QStringLiteral("%1, expected %2").arg(value, 0, 'g', 12).arg(expected, 0, 'g', 12)))

/// A gateway `app` in front of a service that takes 1 s for x.
std::string gateway(const std::string& keys) {
    return "components:\n"
           "  app: {type: gateway, to: api, " +
           keys +
           "}\n"
           "  api: {type: service, cpus: 1000, operations: {x: [{work: 1 s}]}}\n";
}
/// Users of whom each acts at once and not again, or (not together) about once in the run.
std::string users(int count, bool together = true) {
    return std::string("workload: {entry: app, start: ") + (together ? "together" : "thinking") +
           ", users: " + std::to_string(count) +
           ", profiles: {p: {think: " + (together ? "1 h" : "exp(10 s)") + ", actions: {x: 1}}}}\n";
}

}  // namespace

/// Gateways: connections, heartbeats, pushes.
class GatewayTest : public QObject {
    Q_OBJECT

private slots:
    void usersAreConnectedFromTheStart();
    void togetherTheyConnectFirst();
    void connectionsBeyondTheCapacityAreRefused();
    void connectionsAreSpreadEvenly();
    void sessionsEnd();
    void visitorsLeaveWithTheirAnswer();
    void heartbeatsTakeCpuTime();
    void memoryGrowsWithConnections();
    void memoryOfManyLargeInstancesDoesNotOverflow();
    void pushReachesReceivers();
    void pushTakesCpuTimeForEachReceiver();
    void pushReachesOpenConnectionsOnly();
    void deliveryTimeRunsFromTheFirstSend();
    void operationsOfItsOwnRunThere();
    void usersOfALostInstanceComeBack();
    void withoutRoomTheyTryAgain();
};

void GatewayTest::usersAreConnectedFromTheStart() {
    const SmallRun run(gateway("capacity: 200, connect: 10 ms") + users(100, false));
    COMPARE_TIME(run.total("app").connectionsArea, 3000.0);
    COMPARE_TIME(run.total("app").slotArea, 0.0);
    COMPARE_TIME(run.total("app").capacityArea, 200.0 * 30);
    QVERIFY(run.total("app").answered > 200);
}

void GatewayTest::togetherTheyConnectFirst() {
    // One CPU accepts one connection after the other.
    const SmallRun run(gateway("connect: 10 ms") + users(100));
    COMPARE_TIME(run.total("app").slotArea, 1.0);
    COMPARE_TIME(run.total("app").responseSum, 100 * 1.0 + 0.01 * 100 * 101 / 2);
    QCOMPARE(run.total("app").answered, Count{100});
}

void GatewayTest::connectionsBeyondTheCapacityAreRefused() {
    const SmallRun run(gateway("instances: 2, capacity: 30") + users(100));
    QCOMPARE(run.total("app").answered, Count{60});
    QCOMPARE(run.total("app").refused, Count{40});
    COMPARE_TIME(run.total("app").connectionsArea, 60.0 * 30);
    COMPARE_TIME(run.total("app").busyArea, run.total("app").capacityArea);
}

void GatewayTest::connectionsAreSpreadEvenly() {
    // Four CPUs accept 25 connections each.
    const SmallRun run(gateway("instances: 4, connect: 10 ms") + users(100));
    COMPARE_TIME(run.total("app").responseSum, 100 * 1.0 + 4 * 0.01 * 25 * 26 / 2);
}

void GatewayTest::sessionsEnd() {
    const SmallRun run(gateway("session: 5 s") + users(10));
    COMPARE_TIME(run.total("app").connectionsArea, 50.0);
    const SmallRun again(gateway("session: 10 s, connect: 1 ms") + users(1000, false), 200);
    // Actions every 11 s for a session of 10 s: connected, on average, less than all the time.
    const double open = again.total("app").connectionsArea / 200;
    QVERIFY2(open > 400 && open < 700, qPrintable(QString::number(open)));
}

void GatewayTest::visitorsLeaveWithTheirAnswer() {
    const std::string stream =
        "workload: {entry: app, arrivals: {process: constant, steps: [{at: 0 s, rate: 10/s}, "
        "{at: 10.05 s, rate: 0/s}]}, profiles: {p: {actions: {x: 1}}}}\n";
    const SmallRun run(gateway("capacity: 1 k") + stream);
    COMPARE_TIME(run.total("app").connectionsArea, 100.0);
    const SmallRun staying(gateway("capacity: 1 k, session: 3 s") + stream);
    COMPARE_TIME(staying.total("app").connectionsArea, 300.0);
    const SmallRun few(gateway("capacity: 5") + stream);
    QVERIFY(few.total("app").refused > 40);
}

void GatewayTest::heartbeatsTakeCpuTime() {
    const SmallRun run(
        gateway("capacity: 1 k, heartbeat: {every: 2 s, work: 1 ms}") + users(500, false), 100);
    // 500 connections, 50 heartbeats each; the first comes within two seconds.
    const double beats = run.total("app").slotArea / 0.001;
    QVERIFY2(beats > 500 * 49.0 && beats < 500 * 51.0, qPrintable(QString::number(beats)));
    QVERIFY(run.total("app").answered < 5000);  // heartbeats are no visits
}

void GatewayTest::memoryGrowsWithConnections() {
    const SmallRun run(gateway("instances: 2, memory: {base: 100 MB, per_connection: 50 KB}") +
                       users(100, false));
    const auto total = run.total("app");
    COMPARE_TIME(total.memoryArea / total.instancesArea / 1e6, 100 + 2.5);
}
void GatewayTest::memoryOfManyLargeInstancesDoesNotOverflow() {
    const SmallRun run(gateway("instances: 1000, memory: {base: 100 GB, per_connection: 50 KB}") +
                       users(100, false));
    const auto total = run.total("app");
    COMPARE_TIME(total.memoryArea / total.instancesArea / 1e6, 100e3 + 2.5 / 500);
}

void GatewayTest::pushReachesReceivers() {
    const SmallRun run(
        "components:\n"
        "  app: {type: gateway, to: api, operations: {tell: [{push: {receivers: 10, network: 300 "
        "ms}}]}}\n"
        "  api: {type: service, operations: {x: [{call: {to: app, operation: tell}}]}}\n" +
        users(100));
    QCOMPARE(run.total("app").deliveries, Count{1000});
    COMPARE_TIME(run.total("app").deliverySum, 1000 * 0.3);
}

void GatewayTest::pushTakesCpuTimeForEachReceiver() {
    const SmallRun run(
        "components:\n"
        "  app: {type: gateway, to: api, operations: {tell: [{push: {receivers: 4, work: 100 "
        "ms}}]}}\n"
        "  api: {type: service, operations: {x: [{delay: 1 s}, {call: {to: app, operation: "
        "tell}}]}}\n" +
        users(4));
    // Four pushes to all four: sixteen times 100 ms on one CPU.
    QCOMPARE(run.total("app").deliveries, Count{16});
    COMPARE_TIME(run.total("app").slotArea, 1.6);
    QCOMPARE(run.total("workload").answered, Count{4});
}

void GatewayTest::pushReachesOpenConnectionsOnly() {
    const SmallRun run(
        "components:\n"
        "  app: {type: gateway, to: api, operations: {tell: [{push: {receivers: 1 k}}]}}\n"
        "  api: {type: service, operations: {x: [{delay: 1 s}, {call: {to: app, operation: "
        "tell}}]}}\n" +
        users(7));
    QCOMPARE(run.total("app").deliveries, Count{49});
}

void GatewayTest::deliveryTimeRunsFromTheFirstSend() {
    const SmallRun run(
        "components:\n"
        "  app: {type: gateway, to: api, operations: {tell: [{push: {receivers: 1, network: 50 "
        "ms}}]}}\n"
        "  api: {type: service, operations: {x: [{send: {to: events, operation: fan}}]}}\n"
        "  events: {type: queue, to: fan_out, batch: {window: 1 s, size: 10}}\n"
        "  fan_out: {type: service, operations: {fan: [{work: 200 ms}, {call: {to: app, operation: "
        "tell}}]}}\n" +
        users(1));
    COMPARE_TIME(run.total("app").deliverySum, 1.25);
    COMPARE_TIME(run.total("events").deliverySum, 1.2);
}

void GatewayTest::operationsOfItsOwnRunThere() {
    const SmallRun run(
        "components:\n"
        "  app: {type: gateway, instances: 2, operations: {x: [{work: 100 ms}]}}\n" +
        users(10));
    COMPARE_TIME(run.total("app").responseSum, 2 * 0.1 * 15);
    COMPARE_TIME(run.total("app").slotArea, 1.0);
}

namespace {
double connections(const SmallRun& run, std::size_t second) {
    return run.log("app").intervals.at(second).connectionsArea;
}
const std::string kReconnect = "reconnect: {backoff: 1 s, cap: 2 s, jitter: none}";
const std::string kKill = "faults: [{at: 10 s, kill: 1 instance of app, for: 5 s}]\n";
}  // namespace

// Fifty users lose their connection, and are all back after a second, each with a handshake.
void GatewayTest::usersOfALostInstanceComeBack() {
    const SmallRun run(kKill + gateway("instances: 2, capacity: 100, cpus: 9, connect: 10 ms, " + kReconnect) +
                       users(100, false));
    COMPARE_TIME(connections(run, 9), 100.0);
    COMPARE_TIME(connections(run, 11), 100.0);
    QVERIFY(connections(run, 10) < 60);  // but for those who act meanwhile
    COMPARE_TIME(run.log("app").intervals.at(12).instancesArea, 1.0);
    COMPARE_TIME(run.log("app").intervals.at(16).instancesArea, 2.0);
}

// The other instance is full: they try after 1 s, and every 2 s from then on.
void GatewayTest::withoutRoomTheyTryAgain() {
    const SmallRun run(kKill + gateway("instances: 2, capacity: 50, cpus: 9, connect: 10 ms, " + kReconnect) +
                       users(100, false));
    COMPARE_TIME(connections(run, 14), 50.0);
    COMPARE_TIME(connections(run, 17), 100.0);
    QVERIFY(run.total("app").refused > 0);
}

QTEST_GUILESS_MAIN(GatewayTest)
#include "tst_gateway.moc"
