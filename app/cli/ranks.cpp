// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ranks.h"

#include "sim/study/sweep.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#ifdef HEADROOM_MPI
#include <chrono>
#include <cstdlib>
#include <mpi.h>
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

enum Tag { kAsk = 1, kWork, kResult, kDone };
constexpr long long kNoMore = -1;

/// Points worked on by some threads. Who owns it, the only one that may talk to other ranks, hands
/// in indices and takes results.
class Workshop {
public:
    Workshop(int threads, const Compute& compute) : compute_(compute) {
        for (int i = 0; i < threads; ++i)
            workers_.emplace_back([this](const std::stop_token& stop) { work(stop); });
    }
    // Joined before what they use is gone.
    ~Workshop() { workers_.clear(); }
    Workshop(const Workshop&) = delete;

    /// Handed in, and not taken yet.
    std::size_t open() const { return open_; }
    void handIn(std::size_t index) {
        ++open_;
        const std::lock_guard lock(mutex_);
        indices_.push_back(index);
        changed_.notify_all();
    }
    /// The next result, if there is one now.
    std::optional<std::pair<std::size_t, std::string>> take() {
        const std::lock_guard lock(mutex_);
        return takeLocked();
    }
    /// Waits for it. Precondition: something is open.
    std::pair<std::size_t, std::string> wait() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return !results_.empty(); });
        return *takeLocked();
    }

private:
    std::optional<std::pair<std::size_t, std::string>> takeLocked() {
        if (results_.empty()) return std::nullopt;
        auto result = std::move(results_.front());
        results_.pop_front();
        --open_;
        return result;
    }
    void work(const std::stop_token& stop) {
        std::unique_lock lock(mutex_);
        while (changed_.wait(lock, stop, [this] { return !indices_.empty(); })) {
            const std::size_t index = indices_.front();
            indices_.pop_front();
            lock.unlock();
            std::string result = compute_(index);
            lock.lock();
            results_.emplace_back(index, std::move(result));
            changed_.notify_all();
        }
    }

    const Compute& compute_;
    std::size_t open_ = 0;
    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::deque<std::size_t> indices_;
    std::deque<std::pair<std::size_t, std::string>> results_;
    std::vector<std::jthread> workers_;
};

long long askForWork() {
    long long index = kNoMore;
    MPI_Send(nullptr, 0, MPI_BYTE, 0, kAsk, MPI_COMM_WORLD);
    MPI_Recv(&index, 1, MPI_LONG_LONG, 0, kWork, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
    return index;
}

/// On ranks that are not the first: ask, compute, send, until there is no more.
void serve(int threads, const Compute& compute) {
    Workshop workshop(threads, compute);
    bool more = true;
    while (more || workshop.open() > 0) {
        if (more && workshop.open() < static_cast<std::size_t>(threads)) {
            const long long index = askForWork();
            more = index != kNoMore;
            if (more) workshop.handIn(static_cast<std::size_t>(index));
            continue;
        }
        const auto [index, result] = workshop.wait();
        const std::string text = std::to_string(index) + ' ' + result;
        MPI_Send(text.data(), static_cast<int>(text.size()), MPI_CHAR, 0, kResult, MPI_COMM_WORLD);
    }
    MPI_Send(nullptr, 0, MPI_BYTE, 0, kDone, MPI_COMM_WORLD);
}

/// On the first rank: hands out work and keeps results while threads of its own compute too.
class Coordinator {
public:
    Coordinator(const std::vector<std::size_t>& open, const std::stop_token& stop, int others)
        : open_(open), stop_(stop), others_(others) {}

    void run(int threads, const Compute& compute, const Keep& keep) {
        Workshop own(threads, compute);
        bool more = true;
        while (others_ > 0 || more || own.open() > 0) {
            while (more && own.open() < static_cast<std::size_t>(threads)) more = begin(own);
            while (const auto result = own.take()) keep(result->first, result->second);
            if (!answerOne(keep)) std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
    }

private:
    long long next() {
        if (stop_.stop_requested() || next_ >= open_.size()) return kNoMore;
        return static_cast<long long>(open_[next_++]);
    }
    bool begin(Workshop& own) {
        const long long index = next();
        if (index != kNoMore) own.handIn(static_cast<std::size_t>(index));
        return index != kNoMore;
    }
    /// False if no other rank has anything to say.
    bool answerOne(const Keep& keep) {
        int waiting = 0;
        MPI_Status status;
        MPI_Iprobe(MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, &waiting, &status);
        if (waiting) answer(status, keep);
        return waiting != 0;
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
        if (status.MPI_TAG == kDone) {
            --others_;
            return;
        }
        const long long index = next();
        MPI_Send(&index, 1, MPI_LONG_LONG, status.MPI_SOURCE, kWork, MPI_COMM_WORLD);
    }

    const std::vector<std::size_t>& open_;
    std::stop_token stop_;
    int others_;  ///< ranks that may still send a result
    std::size_t next_ = 0;
};

bool startedByMpi() {
    for (const char* name :
         {"OMPI_COMM_WORLD_SIZE", "PMI_SIZE", "PMIX_RANK", "SLURM_STEP_NUM_TASKS"})
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
    Coordinator(open, stop, count_ - 1).run(threads, compute, keep);
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
