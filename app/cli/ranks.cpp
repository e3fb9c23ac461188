// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ranks.h"

#include "sim/study/sweep.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#ifdef HEADROOM_MPI
#include <mpi.h>
#include <cstdlib>
#endif

namespace headroom::cli {

namespace {

using Compute = std::function<std::string(std::size_t)>;
using Keep = std::function<void(std::size_t, const std::string&)>;

void onThreads(const std::vector<std::size_t>& open, int threads, const std::stop_token& stop,
               const Compute& compute, const Keep& keep) {
    std::mutex mutex;
    sim::forEachPoint(open, threads, stop, [&](std::size_t index) {
        const std::string result = compute(index);
        const std::lock_guard lock(mutex);
        keep(index, result);
    });
}

#ifdef HEADROOM_MPI

enum Tag { kAsk = 1, kWork, kResult };
constexpr long long kNoMore = -1;

/// On ranks that are not the first: ask, compute, hand in, until there is no more. Threads take
/// turns to talk, since only the main thread may.
void serve(int threads, const Compute& compute) {
    const auto worker = [&](std::size_t index) { return compute(index); };
    static_cast<void>(threads);
    while (true) {
        MPI_Send(nullptr, 0, MPI_BYTE, 0, kAsk, MPI_COMM_WORLD);
        long long index = kNoMore;
        MPI_Recv(&index, 1, MPI_LONG_LONG, 0, kWork, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
        if (index == kNoMore) return;
        std::string result = worker(static_cast<std::size_t>(index));
        result.insert(0, std::to_string(index) + ' ');
        MPI_Send(result.data(), static_cast<int>(result.size()), MPI_CHAR, 0, kResult, MPI_COMM_WORLD);
    }
}

/// On the first rank: hands out work and keeps results while a thread of its own computes too.
class Coordinator {
public:
    Coordinator(const std::vector<std::size_t>& open, const std::stop_token& stop, int others)
        : open_(open), stop_(stop), others_(others) {}

    void run(const Compute& compute, const Keep& keep) {
        std::jthread own([&] { computeOwn(compute); });
        while (others_ > 0 || !ownDone()) {
            keepOwn(keep);
            int waiting = 0;
            MPI_Status status;
            MPI_Iprobe(MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, &waiting, &status);
            if (waiting)
                answer(status, keep);
            else
                std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
        keepOwn(keep);
    }

private:
    long long next() {
        const std::lock_guard lock(mutex_);
        if (stop_.stop_requested() || next_ >= open_.size()) return kNoMore;
        return static_cast<long long>(open_[next_++]);
    }
    void computeOwn(const Compute& compute) {
        for (long long index = next(); index != kNoMore; index = next()) {
            std::string result = compute(static_cast<std::size_t>(index));
            const std::lock_guard lock(mutex_);
            results_.emplace_back(static_cast<std::size_t>(index), std::move(result));
        }
        const std::lock_guard lock(mutex_);
        ownDone_ = true;
    }
    bool ownDone() {
        const std::lock_guard lock(mutex_);
        return ownDone_;
    }
    void keepOwn(const Keep& keep) {
        std::deque<std::pair<std::size_t, std::string>> results;
        {
            const std::lock_guard lock(mutex_);
            results.swap(results_);
        }
        for (const auto& [index, result] : results) keep(index, result);
    }
    void answer(const MPI_Status& status, const Keep& keep) {
        int size = 0;
        MPI_Get_count(&status, MPI_CHAR, &size);
        std::string text(static_cast<std::size_t>(size), '\0');
        MPI_Recv(text.data(), size, MPI_CHAR, status.MPI_SOURCE, status.MPI_TAG, MPI_COMM_WORLD,
                 MPI_STATUS_IGNORE);
        if (status.MPI_TAG == kResult) {
            const std::size_t space = text.find(' ');
            return keep(std::stoull(text.substr(0, space)), text.substr(space + 1));
        }
        const long long index = next();
        if (index == kNoMore) --others_;
        MPI_Send(&index, 1, MPI_LONG_LONG, status.MPI_SOURCE, kWork, MPI_COMM_WORLD);
    }

    const std::vector<std::size_t>& open_;
    std::stop_token stop_;
    int others_;  ///< ranks that still ask
    std::mutex mutex_;
    std::size_t next_ = 0;
    bool ownDone_ = false;
    std::deque<std::pair<std::size_t, std::string>> results_;
};

bool startedByMpi() {
    for (const char* name : {"OMPI_COMM_WORLD_SIZE", "PMI_SIZE", "PMIX_RANK", "SLURM_STEP_NUM_TASKS"})
        if (std::getenv(name)) return true;
    return false;
}

#endif

}  // namespace

#ifdef HEADROOM_MPI

Ranks::Ranks() {
    if (!startedByMpi()) return;
    int provided = 0;
    MPI_Init_thread(nullptr, nullptr, MPI_THREAD_FUNNELED, &provided);
    MPI_Comm_rank(MPI_COMM_WORLD, &rank_);
    MPI_Comm_size(MPI_COMM_WORLD, &count_);
}

Ranks::~Ranks() {
    int initialised = 0, finalised = 0;
    MPI_Initialized(&initialised);
    MPI_Finalized(&finalised);
    if (initialised && !finalised) MPI_Finalize();
}

void Ranks::forEach(const std::vector<std::size_t>& open, int threads, const std::stop_token& stop,
                    const Compute& compute, const Keep& keep) const {
    if (count_ == 1) return onThreads(open, threads, stop, compute, keep);
    if (!isFirst()) return serve(threads, compute);
    Coordinator(open, stop, count_ - 1).run(compute, keep);
}

std::string Ranks::shared(const std::string& text) const {
    if (count_ == 1) return text;
    int size = static_cast<int>(text.size());
    MPI_Bcast(&size, 1, MPI_INT, 0, MPI_COMM_WORLD);
    std::string all = isFirst() ? text : std::string(static_cast<std::size_t>(size), '\0');
    MPI_Bcast(all.data(), size, MPI_CHAR, 0, MPI_COMM_WORLD);
    return all;
}

#else

Ranks::Ranks() = default;
Ranks::~Ranks() = default;

void Ranks::forEach(const std::vector<std::size_t>& open, int threads, const std::stop_token& stop,
                    const Compute& compute, const Keep& keep) const {
    onThreads(open, threads, stop, compute, keep);
}

std::string Ranks::shared(const std::string& text) const { return text; }

#endif

}  // namespace headroom::cli
