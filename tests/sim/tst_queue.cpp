// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/small_run.h"

#include <QtTest>

#include <cmath>

using namespace headroom;
using test::crowd;
using test::kTenArrivals;
using test::SmallRun;

namespace {

using Count = std::uint64_t;
bool isClose(double value, double expected) { return std::abs(value - expected) < 1e-6; }
#define COMPARE_TIME(value, expected) \
    QVERIFY2(                         \
        isClose(value, expected),     \
        qPrintable(                   \
            QStringLiteral("%1, expected %2").arg(value, 0, 'g', 12).arg(expected, 0, 'g', 12)))

/// An app that sends one message a request to the queue `events`, whose receiver takes `work`.
std::string sending(const std::string& queue, const std::string& work,
                    const std::string& send = "to: events, operation: put") {
    return "keys: {one: {count: 1}, many: {count: 1 k}}\n"
           "components:\n"
           "  app: {type: service, operations: {x: [{send: {" +
           send +
           "}}]}}\n"
           "  events: {type: queue, to: worker, " +
           queue +
           "}\n"
           "  worker: {type: service, cpus: 100, operations: {put: [{work: " +
           work + "}]}}\n";
}

}  // namespace

/// Queues, and `send`.
class QueueTest : public QObject {
    Q_OBJECT

private slots:
    void senderDoesNotWait();
    void sendWithoutQueueCountsAtTheReceiver();
    void callIsAnsweredOnceKept();
    void brokerGivesTheOldestToAnyConsumer();
    void partitionHasOneConsumer();
    void consumersBeyondPartitionsIdle();
    void oneConsumerTakesItsPartitionsInTurn();
    void keyDecidesThePartition();
    void batchLeavesWhenFull();
    void batchLeavesWhenItsWindowEnds();
    void batchWaitsForItsConsumer();
    void windowlessBatchTakesWhatIsThere();
    void lateConsumerTakesWhatHasWaited();
    void workOfABatchGrowsWithItsItems();
    void itemsOfOneSendStayTogether();
    void fullQueueRefuses();
    void fullQueueDropsTheOldest();
    void fullQueueBlocksSenders();
    void oldMessagesAreLost();
    void lagIsTheAgeOfTheOldest();
    void deliveriesAreRepeated();
    void failedBatchFailsAllItsMessages();
    void deliveryTimeRunsFromTheSend();
};

void QueueTest::senderDoesNotWait() {
    const SmallRun run(sending("consumers: 1", "2 s") + kTenArrivals);
    COMPARE_TIME(run.total("app").responseSum, 0.0);
    QCOMPARE(run.total("app").answered, Count{10});
    QCOMPARE(run.total("workload").answered, Count{10});
    // Arrivals at 1 … 10 s, each handled in 2 s: the n-th waits n − 1 seconds.
    QCOMPARE(run.total("events").answered, Count{10});
    COMPARE_TIME(run.total("events").waitSum, 45.0);
    COMPARE_TIME(run.total("events").waitingArea, 45.0);
    COMPARE_TIME(run.total("events").busyArea, 20.0);
    COMPARE_TIME(run.total("events").responseSum, 65.0);
    COMPARE_TIME(run.total("events").deliverySum, 65.0);
}

void QueueTest::sendWithoutQueueCountsAtTheReceiver() {
    const SmallRun run(
        "components:\n"
        "  app: {type: service, operations: {x: [{send: {to: worker, operation: put}}, {work: 1 "
        "s}]}}\n"
        "  worker: {type: service, cpus: 100, operations: {put: [{work: 3 s}]}}\n" +
        kTenArrivals);
    COMPARE_TIME(run.total("app").responseSum, 10.0);
    COMPARE_TIME(run.total("worker").deliverySum, 30.0);
    QCOMPARE(run.total("worker").deliveries, Count{10});
    QVERIFY(run.log("worker").hasDeliveries);
    QVERIFY(!run.log("app").hasDeliveries);
}

void QueueTest::callIsAnsweredOnceKept() {
    const std::string app =
        "components:\n"
        "  app: {type: service, operations: {x: [{call: {to: events, operation: put}}]}}\n"
        "  events: {type: queue, to: worker, access: 100 ms}\n"
        "  worker: {type: service, operations: {put: [{work: 3 s}]}}\n";
    const SmallRun run(app + kTenArrivals, 60);
    COMPARE_TIME(run.total("app").responseSum, 1.0);
    COMPARE_TIME(run.total("worker").busyArea, 30.0);
    QCOMPARE(run.total("events").answered, Count{10});
}

void QueueTest::brokerGivesTheOldestToAnyConsumer() {
    const SmallRun run(sending("consumers: 2", "2 s") + crowd(4));
    COMPARE_TIME(run.total("events").waitSum, 4.0);
    COMPARE_TIME(run.total("events").busyArea, 8.0);
    COMPARE_TIME(run.total("events").capacityArea, 60.0);
}

void QueueTest::partitionHasOneConsumer() {
    // One key: one partition, whatever there are.
    const SmallRun run(sending("partitions: 4", "2 s", "to: events, operation: put, keys: one") +
                       crowd(4));
    COMPARE_TIME(run.total("events").waitSum, 12.0);
}

void QueueTest::consumersBeyondPartitionsIdle() {
    const SmallRun run(sending("partitions: 2, consumers: 8", "2 s") + crowd(4));
    COMPARE_TIME(run.total("events").waitSum, 4.0);
    COMPARE_TIME(run.total("events").capacityArea, 60.0);
}

void QueueTest::oneConsumerTakesItsPartitionsInTurn() {
    // Without keys in turn: messages 1 and 3 are in the first partition, 2 and 4 in the second.
    const SmallRun run(sending("partitions: 2, consumers: 1", "2 s") + crowd(4));
    COMPARE_TIME(run.total("events").waitSum, 12.0);
    COMPARE_TIME(run.total("events").capacityArea, 30.0);
}

void QueueTest::keyDecidesThePartition() {
    // With a thousand keys all four partitions have about a quarter.
    const SmallRun run(
        sending("partitions: 4", "1 s", "to: events, operation: put, keys: many") + crowd(400),
        400);
    QCOMPARE(run.total("events").answered, Count{400});
    const double perPartition = run.total("events").busyArea / 4;
    COMPARE_TIME(perPartition, 100.0);
    // The longest of four lines of about 100: 400 messages alone would take 400 s.
    QVERIFY(run.total("events").waitSum < 400 * 70.0);
    QVERIFY(run.total("events").waitSum > 400 * 45.0);
}

void QueueTest::batchLeavesWhenFull() {
    const SmallRun run(sending("batch: {window: 1 h, size: 5}", "1 s") + kTenArrivals);
    // Five arrive within 4 s; the first waits 4 s, the last not at all.
    COMPARE_TIME(run.total("events").waitSum, 20.0);
    QCOMPARE(run.total("worker").answered, Count{2});
    QCOMPARE(run.total("events").answered, Count{10});
    COMPARE_TIME(run.total("events").busyArea, 2.0);
    COMPARE_TIME(run.total("events").deliverySum, 30.0);
}

void QueueTest::batchLeavesWhenItsWindowEnds() {
    const SmallRun run(sending("batch: {window: 2500 ms, size: 50}", "1 s") + kTenArrivals);
    // 1, 2, 3 | 4, 5, 6 | 7, 8, 9 | 10: waits of 2.5 + 1.5 + 0.5 each.
    QCOMPARE(run.total("worker").answered, Count{4});
    COMPARE_TIME(run.total("events").waitSum, 3 * 4.5 + 2.5);
}

void QueueTest::batchWaitsForItsConsumer() {
    const SmallRun run(sending("batch: {window: 1 h, size: 2}", "5 s") + kTenArrivals, 60);
    // Pairs are full at 2, 4, 6, 8, 10 s and handled from 2, 7, 12, 17, 22 s.
    QCOMPARE(run.total("worker").answered, Count{5});
    COMPARE_TIME(run.total("events").waitSum, 5 * 1.0 + 2.0 * (0 + 3 + 6 + 9 + 12));
}

void QueueTest::windowlessBatchTakesWhatIsThere() {
    const SmallRun run(sending("batch: {window: 0 s, size: 3}", "2600 ms") + kTenArrivals, 60);
    // 1 | 2, 3 at 3.6 | 4, 5, 6 at 6.2 | 7, 8 at 8.8 | 9, 10 at 11.4
    QCOMPARE(run.total("worker").answered, Count{5});
    COMPARE_TIME(run.total("events").waitSum, 2.2 + 3.6 + 2.6 + 3.8);
}

// As without a window, each batch a tenth of a second later: those that closed meanwhile go together.
void QueueTest::lateConsumerTakesWhatHasWaited() {
    const SmallRun run(sending("batch: {window: 100 ms, size: 3}", "2600 ms") + kTenArrivals, 60);
    // 1 | 2, 3 at 3.7 | 4, 5, 6 at 6.3 | 7, 8 at 8.9 | 9, 10 at 11.5
    QCOMPARE(run.total("worker").answered, Count{5});
}
void QueueTest::workOfABatchGrowsWithItsItems() {
    const SmallRun run(sending("batch: {window: 1 h, size: 5}", "{time: 1 s, each: 200 ms}") +
                       kTenArrivals);
    COMPARE_TIME(run.total("worker").busyArea, 2 * 2.0);
}

void QueueTest::itemsOfOneSendStayTogether() {
    const SmallRun run(sending("batch: {window: 1 h, size: 5}", "{time: 1 s, each: 100 ms}",
                               "to: events, operation: put, items: 3") +
                       kTenArrivals);
    // Two sends fill a batch of at least five.
    QCOMPARE(run.total("worker").answered, Count{5});
    COMPARE_TIME(run.total("worker").busyArea, 5 * 1.6);
}

void QueueTest::fullQueueRefuses() {
    const SmallRun run(sending("capacity: 3", "2 s") + crowd(10));
    QCOMPARE(run.total("events").answered, Count{3});
    QCOMPARE(run.total("events").refused, Count{7});
    QCOMPARE(run.total("workload").answered, Count{10});  // the senders do not know
}

void QueueTest::fullQueueDropsTheOldest() {
    const SmallRun run(sending("capacity: 3, overflow: drop_oldest", "2 s") + crowd(10));
    // The first is being handled; of those that wait the last two stay.
    QCOMPARE(run.total("events").answered, Count{3});
    QCOMPARE(run.total("events").failed, Count{7});
    COMPARE_TIME(run.total("events").waitSum, 2.0 + 4.0);
}

void QueueTest::fullQueueBlocksSenders() {
    const SmallRun run(sending("capacity: 3, overflow: block", "2 s") + crowd(5));
    QCOMPARE(run.total("events").answered, Count{5});
    // Room for the fourth is made after 2 s, for the fifth after 4 s.
    COMPARE_TIME(run.total("app").responseSum, 6.0);
    COMPARE_TIME(run.total("workload").responseSum, 6.0);
}

void QueueTest::oldMessagesAreLost() {
    const SmallRun run(sending("retention: 3 s", "2 s") + crowd(10));
    // Taken at 0 and 2 s; those still waiting at 3 s are gone.
    QCOMPARE(run.total("events").answered, Count{2});
    QCOMPARE(run.total("events").failed, Count{8});
    COMPARE_TIME(run.total("events").waitingArea, 2.0 + 8 * 3.0);
}

void QueueTest::lagIsTheAgeOfTheOldest() {
    const SmallRun run(sending("consumers: 1", "2 s") + crowd(3));
    // All came at 0; the last is taken at 4 s: the age grows from 0 to 4.
    COMPARE_TIME(run.total("events").lagArea, 8.0);
}

void QueueTest::deliveriesAreRepeated() {
    const SmallRun run(
        "components:\n"
        "  app: {type: service, operations: {x: [{send: {to: events, operation: put}}]}}\n"
        "  events: {type: queue, to: mail, retry: {attempts: 2, backoff: 1 s}}\n"
        "  mail: {type: external, latency: 100 ms, errors: 100 %}\n" +
        crowd(1));
    QCOMPARE(run.total("mail").failed, Count{3});
    QCOMPARE(run.total("events").failed, Count{1});
    COMPARE_TIME(run.total("events").busyArea, 3 * 0.1 + 1.0 + 2.0);
}

void QueueTest::failedBatchFailsAllItsMessages() {
    const SmallRun run(
        "components:\n"
        "  app: {type: service, operations: {x: [{send: {to: events, operation: put}}]}}\n"
        "  events: {type: queue, to: mail, batch: {window: 1 s, size: 4}}\n"
        "  mail: {type: external, latency: 100 ms, errors: 100 %}\n" +
        crowd(6));
    QCOMPARE(run.total("mail").failed, Count{2});
    QCOMPARE(run.total("events").failed, Count{6});
    QCOMPARE(run.total("events").deliveries, Count{0});
}

void QueueTest::deliveryTimeRunsFromTheSend() {
    const SmallRun run(
        "components:\n"
        "  app: {type: service, operations: {x: [{send: {to: events, operation: put}}]}}\n"
        "  events: {type: queue, to: first, access: 1 s}\n"
        "  first: {type: service, operations: {put: [{send: {to: second, operation: put}}, {work: "
        "1 s}]}}\n"
        "  second: {type: service, operations: {put: [{work: 5 s}]}}\n" +
        crowd(1));
    COMPARE_TIME(run.total("events").deliverySum, 2.0);
    COMPARE_TIME(run.total("second").deliverySum, 5.0);
}

QTEST_GUILESS_MAIN(QueueTest)
#include "tst_queue.moc"
