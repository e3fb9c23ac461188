// SPDX-License-Identifier: GPL-3.0-or-later
// What a pop and a push cost, by the number of pending events: the calendar beside a binary and a
// 4-ary heap. Prints a table, judges nothing. Usage: bench_event_queue [repeats, default 15]

#include "sim/kernel/event_heap.h"
#include "sim/kernel/event_queue.h"
#include "sim/kernel/random_stream.h"

#include <queue>

#include <boost/random/exponential_distribution.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

namespace {

using namespace headroom::sim;

constexpr double kMeanDelay = 20e9;
constexpr int kBatch = 200'000;

/// Delays drawn beforehand, so that the table is about the queue and not about the logarithm.
class Delays {
public:
    Delays() : delays_(std::size_t{1} << 15) {
        RandomStream stream(1, 0, "benchmark", "delays");
        for (SimTime& delay : delays_)
            delay = static_cast<SimTime>(kMeanDelay *
                                         boost::random::exponential_distribution<>()(stream));
    }
    SimTime next() { return delays_[i_++ % delays_.size()]; }

private:
    std::vector<SimTime> delays_;
    std::size_t i_ = 0;
};

class BinaryHeap {
public:
    void push(SimTime time, std::uint32_t payload) {
        queue_.push({time, std::uint64_t{pushed_++} << 32 | payload});
    }
    Event pop() {
        const PendingEvent event = queue_.top();
        queue_.pop();
        return {event.time, event.sequence(), event.payload()};
    }

private:
    struct IsAfter {
        bool operator()(const PendingEvent& a, const PendingEvent& b) const {
            return isBefore(b, a);
        }
    };
    std::priority_queue<PendingEvent, std::vector<PendingEvent>, IsAfter> queue_;
    std::uint32_t pushed_ = 0;
};

class FourHeap {
public:
    void push(SimTime time, std::uint32_t payload) {
        heap_.push({time, std::uint64_t{pushed_++} << 32 | payload});
    }
    Event pop() {
        const PendingEvent event = heap_.pop();
        return {event.time, event.sequence(), event.payload()};
    }

private:
    EventHeap heap_;
    std::uint32_t pushed_ = 0;
};

template <typename Queue>
void hold(Queue& queue, Delays& delays, int times) {
    for (; times > 0; --times) {
        const Event event = queue.pop();
        queue.push(event.time + delays.next(), event.payload);
    }
}

struct Figures {
    double best, median;
};

/// Nanoseconds of processor time for a pop and a push, once the queue has turned over three times.
template <typename Queue>
Figures nanosecondsPerPair(Queue& queue, int pending, int repeats) {
    Delays delays;
    for (int i = 0; i < pending; ++i) queue.push(delays.next(), 0);
    hold(queue, delays, std::max(3 * pending, kBatch));
    std::vector<double> figures;
    for (int i = 0; i < repeats; ++i) {
        const std::clock_t start = std::clock();
        hold(queue, delays, kBatch);
        figures.push_back(1e9 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC /
                          kBatch);
    }
    std::sort(figures.begin(), figures.end());
    return {figures.front(), figures[figures.size() / 2]};
}

void printRow(int pending, int repeats) {
    EventQueue calendar;
    FourHeap fourHeap;
    BinaryHeap binaryHeap;
    const Figures ours = nanosecondsPerPair(calendar, pending, repeats);
    const Figures four = nanosecondsPerPair(fourHeap, pending, repeats);
    const Figures two = nanosecondsPerPair(binaryHeap, pending, repeats);
    std::printf("%10d  %8.1f %8.1f  %8.1f %8.1f  %8.1f %8.1f  %8.2f\n", pending, ours.best,
                ours.median, four.best, four.median, two.best, two.median,
                ours.median / four.median);
}

std::string processor() {
    std::ifstream file("/proc/cpuinfo");
    for (std::string line; std::getline(file, line);)
        if (line.starts_with("model name")) return line.substr(line.find(':') + 2);
    return "unknown processor";
}

void printMachine() {
#ifdef NDEBUG
    const char* build = "optimised, without assertions";
#else
    const char* build = "with assertions: not for comparison";
#endif
    std::printf("%s, %u cores; g++ %s, %s\n", processor().c_str(),
                std::thread::hardware_concurrency(), __VERSION__, build);
}

}  // namespace

int main(int argc, char** argv) {
    const int repeats = argc > 1 ? std::max(std::atoi(argv[1]), 1) : 15;
    printMachine();
    std::printf(
        "hold model: ns of processor time for a pop and a push, delays exponential with mean 20 "
        "s\n\n");
    std::printf("%10s  %17s  %17s  %17s  %8s\n", "", "calendar", "4-ary heap", "binary heap",
                "calendar/");
    std::printf("%10s  %8s %8s  %8s %8s  %8s %8s  %8s\n", "pending", "best", "median", "best",
                "median", "best", "median", "4-ary");
    for (int pending : {1, 2, 5, 10, 20, 50, 100, 1000, 10'000, 30'000, 100'000, 500'000})
        printRow(pending, repeats);
}
