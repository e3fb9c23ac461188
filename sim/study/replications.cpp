// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/study/replications.h"

#include <algorithm>
#include <mutex>
#include <numeric>
#include <optional>
#include <thread>
#include <utility>

namespace headroom::sim {

namespace {

class Workers {
public:
    Workers(const ReplicationPlan& plan, std::vector<ReplicationResult> done)
        : plan_(plan),
          results_(std::move(done)),
          finished_(results_.size(), true),
          fractions_(results_.size(), 1),
          next_(results_.size()),
          inOrder_(results_.size()) {
        results_.resize(static_cast<std::size_t>(plan.atMost));
        finished_.resize(results_.size());
        fractions_.resize(results_.size());
        expected_ = results_.size();
    }

    ReplicationOutcome run() {
        const std::stop_callback onStop(plan_.stop, [this] { stop_.request_stop(); });
        const int threads = std::clamp(plan_.threads, 1, plan_.atMost);
        std::vector<std::jthread> others;
        for (int t = 1; t < threads; ++t) others.emplace_back([this] { work(); });
        work();
        others.clear();
        return outcome();
    }

private:
    void work() {
        while (const std::optional<std::size_t> index = takeNext()) {
            const auto onProgress = [this, i = *index](double fraction) { report(i, fraction); };
            finish(*index, plan_.simulate(static_cast<int>(*index), stop_.get_token(), onProgress));
        }
    }

    std::optional<std::size_t> takeNext() {
        const std::scoped_lock lock(mutex_);
        if (next_ == results_.size() || stop_.stop_requested()) return std::nullopt;
        return next_++;
    }

    void report(std::size_t index, double fraction) {
        const std::scoped_lock lock(mutex_);
        fractions_[index] = fraction;
        tell();
    }

    void finish(std::size_t index, ReplicationResult result) {
        const std::scoped_lock lock(mutex_);
        finished_[index] = !result.interrupted || !result.stopped.empty();
        if (finished_[index]) fractions_[index] = 1;
        results_[index] = std::move(result);
        while (!enough_ && inOrder_ < results_.size() && finished_[inOrder_]) {
            ++inOrder_;
            decide();
        }
        tell();
    }

    // Replications 0 … inOrder_−1 are finished; those beyond have no say, however fast they were.
    void decide() {
        if (plan_.needed && inOrder_ >= 2) {
            const int needed = plan_.needed(std::span(results_).first(inOrder_));
            expected_ = std::clamp(static_cast<std::size_t>(std::max(needed, 1)), inOrder_,
                                   results_.size());
            enough_ = static_cast<std::size_t>(needed) <= inOrder_;
        }
        const bool gaveUp = !results_[inOrder_ - 1].stopped.empty();
        enough_ = enough_ || gaveUp || inOrder_ == results_.size();
        if (enough_) stop_.request_stop();
    }

    // A new expectation can be higher than the last one; the bar does not go back for that.
    void tell() {
        if (!plan_.progress) return;
        const auto end = fractions_.begin() + static_cast<std::ptrdiff_t>(expected_);
        const double share =
            std::accumulate(fractions_.begin(), end, 0.0) / static_cast<double>(expected_);
        furthest_ = enough_ ? 1 : std::clamp(share, furthest_, 1.0);
        plan_.progress({furthest_, static_cast<int>(inOrder_), static_cast<int>(expected_)});
    }

    ReplicationOutcome outcome() {
        ReplicationOutcome outcome;
        outcome.interrupted = !enough_;
        if (enough_) finished_.resize(inOrder_);
        for (std::size_t i = 0; i < finished_.size(); ++i)
            if (finished_[i]) outcome.results.push_back(std::move(results_[i]));
        if (outcome.results.empty()) keepFurthest(outcome);
        return outcome;
    }

    void keepFurthest(ReplicationOutcome& outcome) {
        const auto intervals = [](const ReplicationResult& r) {
            return r.workload.intervals.size();
        };
        const auto furthest = std::ranges::max_element(results_, {}, intervals);
        if (intervals(*furthest) > 0) outcome.results.push_back(std::move(*furthest));
    }

    const ReplicationPlan& plan_;
    std::stop_source stop_;
    std::mutex mutex_;
    std::vector<ReplicationResult> results_;
    std::vector<bool> finished_;
    std::vector<double> fractions_;
    std::size_t next_;
    std::size_t inOrder_;  ///< finished without a gap
    std::size_t expected_ = 0;
    bool enough_ = false;
    double furthest_ = 0;
};

}  // namespace

ReplicationOutcome runReplications(const ReplicationPlan& plan,
                                   std::vector<ReplicationResult> done) {
    return Workers(plan, std::move(done)).run();
}

}  // namespace headroom::sim
