// SPDX-License-Identifier: GPL-3.0-or-later
#include "allocation_count.h"
#include "sim/kernel/event_queue.h"
#include "sim/kernel/random_stream.h"

#include <QTest>
#include <queue>

#include <algorithm>
#include <vector>

using namespace headroom::sim;

namespace {

constexpr SimTime kHour = 3'600'000'000'000;

/// The order that the calendar must keep, in the plainest form.
class ReferenceQueue {
public:
    void push(SimTime time, std::uint32_t payload) { entries_.push({time, inserted_++, payload}); }
    bool empty() const { return entries_.empty(); }
    std::size_t size() const { return entries_.size(); }
    SimTime nextTime() const { return empty() ? kNever : entries_.top().time; }
    std::uint32_t pop() {
        const std::uint32_t payload = entries_.top().payload;
        entries_.pop();
        return payload;
    }

private:
    struct Entry {
        SimTime time;
        std::uint64_t inserted;
        std::uint32_t payload;
        bool operator<(const Entry& other) const {
            return time != other.time ? time > other.time : inserted > other.inserted;
        }
    };
    std::priority_queue<Entry> entries_;
    std::uint64_t inserted_ = 0;
};

/// How the times of a random workload lie.
struct Shape {
    std::size_t pending;  ///< how many events it hovers about
    SimTime spread;       ///< how far ahead events are pushed
    SimTime grain;        ///< times are multiples of it, so that there are ties
    std::uint64_t burst;  ///< how many are pushed at one time, at most
};

/// Runs the calendar beside the reference, and notes whether they ever differ.
class Comparison {
public:
    Comparison(int widthLog2, std::uint32_t firstSequence, Shape shape)
        : queue_(widthLog2, firstSequence),
          stream_(7, static_cast<std::uint32_t>(widthLog2), "queue", "workload"),
          shape_(shape) {}

    /// True if all agreed, down to the last event.
    bool run(int steps) {
        for (; steps > 0 && same_; --steps) {
            const bool filling = reference_.size() < shape_.pending;
            const bool push =
                filling ? stream_.below(4) != 0 : stream_.below(4 * shape_.burst) == 0;
            if (push || reference_.empty()) {
                pushSome();
            } else {
                popOne();
            }
            if (stream_.below(5) == 0) same_ &= queue_.nextTime() == reference_.nextTime();
        }
        while (!reference_.empty() && same_) popOne();
        return same_ && queue_.empty() && queue_.nextTime() == kNever;
    }

private:
    SimTime nextDelay() {
        const auto delay =
            static_cast<SimTime>(stream_.below(static_cast<std::uint64_t>(shape_.spread)));
        return delay / shape_.grain * shape_.grain;
    }
    void pushSome() {
        const SimTime time = now_ / shape_.grain * shape_.grain + shape_.grain + nextDelay();
        for (std::uint64_t n = stream_.below(shape_.burst) + 1; n > 0; --n) {
            queue_.push(time, ++pushed_);
            reference_.push(time, pushed_);
        }
    }
    void popOne() {
        now_ = reference_.nextTime();
        const EventQueue::Event event = queue_.pop();
        same_ &= event.time == now_ && event.payload == reference_.pop();
        same_ &= queue_.size() == reference_.size();
    }

    EventQueue queue_;
    ReferenceQueue reference_;
    RandomStream stream_;
    Shape shape_;
    SimTime now_ = 0;
    std::uint32_t pushed_ = 0;
    bool same_ = true;
};

/// Pops one and pushes it again, later: the hold model of the literature.
void hold(EventQueue& queue, RandomStream& stream, int times) {
    for (; times > 0; --times) {
        const EventQueue::Event event = queue.pop();
        queue.push(event.time + static_cast<SimTime>(stream.below(40'000'000'000)), event.payload);
    }
}

}  // namespace

class TestEventQueue : public QObject {
    Q_OBJECT

private slots:
    void isInOrder_data() {
        QTest::addColumn<Shape>("shape");
        QTest::newRow("two pending") << Shape{2, 1'000'000'000, 1, 1};
        QTest::newRow("a front full") << Shape{60, 1'000'000'000, 1, 1};
        QTest::newRow("a hundred") << Shape{100, 20'000'000'000, 1, 1};
        QTest::newRow("thousands") << Shape{5000, 20'000'000'000, 1, 1};
        QTest::newRow("dense, all in one bucket") << Shape{2000, 100'000, 1, 1};
        QTest::newRow("sparse, hours apart") << Shape{40, 5 * kHour, 1, 1};
        QTest::newRow("far, weeks ahead") << Shape{300, 1000 * kHour, 1, 1};
        QTest::newRow("ties") << Shape{1000, 1'000'000'000, 50'000'000, 1};
        QTest::newRow("bursts") << Shape{3000, 10'000'000'000, 1'000'000, 500};
        QTest::newRow("bursts, all at once") << Shape{3000, 1, 1'000'000, 500};
        QTest::newRow("so many that they stay on the way") << Shape{50'000, 20'000'000'000, 1, 1};
        QTest::newRow("so many, far and in bursts") << Shape{50'000, 1000 * kHour, 1'000'000, 500};
        QTest::newRow("months") << Shape{100, 5000 * kHour, 1, 3};
    }
    void isInOrder() {
        QFETCH(Shape, shape);
        for (int widthLog2 : {0, 4, 13, 20, 27, 40, 62}) {
            const int steps = std::max(20'000, static_cast<int>(2 * shape.pending));
            const bool same = Comparison(widthLog2, 0, shape).run(steps);
            QVERIFY2(same, qPrintable(QString("at a width of 2^%1 ns").arg(widthLog2)));
        }
    }

    /// Numbers of insertion are 32 bits wide; ties must survive the end of them, wherever they
    /// wait.
    void isInOrderBeyondTheLastSequence() {
        for (SimTime spread : {SimTime{1'000'000}, SimTime{20'000'000'000}, 1000 * kHour}) {
            const Shape shape{1500, spread, std::max<SimTime>(spread / 50, 1), 20};
            for (std::uint32_t left : {0U, 1U, 100U, 5000U, 20'000U})
                QVERIFY(Comparison(20, ~left, shape).run(20'000));
        }
        const Shape many{40'000, 20'000'000'000, 400'000'000, 20};
        QVERIFY(Comparison(20, ~60'000U, many).run(80'000));
    }

    /// The mixture of scales that a run has: a few events long before, then users, then steps.
    void isInOrderWhenScalesMeet() {
        EventQueue queue;
        ReferenceQueue reference;
        RandomStream stream(1, 1, "queue", "mixed");
        const auto push = [&](SimTime time) {
            reference.push(time, static_cast<std::uint32_t>(reference.size()));
            queue.push(time, static_cast<std::uint32_t>(reference.size() - 1));
        };
        for (SimTime hour = 1; hour <= 500; ++hour) push(hour * kHour);
        for (int user = 0; user < 20'000; ++user)
            push(static_cast<SimTime>(stream.below(20'000'000'000)));
        for (int step = 0; step < 20'000; ++step)
            push(static_cast<SimTime>(stream.below(1'000'000)));
        while (!reference.empty()) {
            QCOMPARE(queue.nextTime(), reference.nextTime());
            QCOMPARE(queue.pop().payload, reference.pop());
        }
    }

    /// Looking at the next time moves the wheels to it, but events before it may still come.
    void takesEventsBeforeTheOneLookedAt() {
        EventQueue queue;
        ReferenceQueue reference;
        RandomStream stream(1, 1, "queue", "peek");
        std::uint32_t pushed = 0;
        const auto push = [&](SimTime time) {
            queue.push(time, ++pushed);
            reference.push(time, pushed);
        };
        for (SimTime hour = 1; hour <= 200; ++hour) push(hour * kHour);
        for (SimTime now = 0; now < 200 * kHour; now += kHour) {
            QCOMPARE(queue.nextTime(), reference.nextTime());
            for (int i = 0; i < 100; ++i)
                push(now + static_cast<SimTime>(stream.below(kHour / 1000)) / 64 * 64);
            for (int i = 0; i < 101; ++i) QCOMPARE(queue.pop().payload, reference.pop());
        }
        QVERIFY(queue.empty());
    }

    void countsSequences() {
        EventQueue queue;
        queue.push(9, 1);
        queue.push(3, 2);
        QCOMPARE(queue.pop().sequence, 1U);
        QCOMPARE(queue.pop().sequence, 0U);
    }

    void takesTheLastTimeOfAll() {
        for (int widthLog2 : {0, 20, 62}) {
            EventQueue queue(widthLog2);
            for (std::uint32_t i = 0; i < 300; ++i) queue.push(kNever - 1 - i % 3, i);
            for (SimTime i = 0; i < 300; ++i) QCOMPARE(queue.pop().time, kNever - 3 + i / 100);
        }
    }

    void allocatesNothingInTheSteadyState_data() {
        QTest::addColumn<int>("pending");
        for (int pending : {1, 50, 1000, 100'000}) QTest::addRow("%d", pending) << pending;
    }
    void allocatesNothingInTheSteadyState() {
        QFETCH(int, pending);
        EventQueue queue;
        RandomStream stream(1, 1, "queue", "hold");
        for (int i = 0; i < pending; ++i)
            queue.push(static_cast<SimTime>(stream.below(20'000'000'000)), 0);
        hold(queue, stream, 20 * pending + 100'000);
        const long before = allocations;
        hold(queue, stream, 10 * pending);
        QCOMPARE(allocations, before);
    }
};

QTEST_GUILESS_MAIN(TestEventQueue)
#include "tst_event_queue.moc"
