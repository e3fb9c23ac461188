// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/progress_bar.h"
#include "app/report/run_record.h"

#include <cstdint>
#include <functional>
#include <mutex>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace headroom::cli {

/// How much of all the work each run is, by its load: events grow with it. They sum to 1.
std::vector<double> sharesOfWork(const std::vector<model::Scenario>& scenarios);
/// Of this program so far.
std::uint64_t peakMemoryBytes();

/// The engine gave up, or contradicts itself: there are figures, but not the ones that were asked for.
bool isUnfinished(const report::RunRecord& run);

/// How far several jobs are that run at once, on one bar; from any thread.
class SharedProgress {
public:
    /// `shares`: of each job in all the work.
    SharedProgress(ProgressBar& bar, std::vector<double> shares) : bar_(bar), shares_(std::move(shares)), done_(shares_.size()) {}
    void update(std::size_t job, const std::string& label, double fraction);

private:
    ProgressBar& bar_;
    std::vector<double> shares_, done_;
    std::mutex mutex_;
};

/// Threads for each of `count` jobs that share `threads`; at least one.
int threadsOfEach(std::size_t count, int threads);
/// Calls `job(i)` for i = 0 … count−1, on up to `threads` threads at a time, the calling one among them; in order on one.
void forEachAtOnce(std::size_t count, int threads, const std::function<void(std::size_t)>& job);

/// Runs the scenarios, up to `threads` of them at a time, or their replications where they are fewer. After `stop`,
/// those up to the first in which nothing was measured are returned.
std::vector<report::RunRecord> runPoints(std::vector<model::Scenario> scenarios, int threads, std::stop_token stop,
                                         ProgressBar& bar);

}  // namespace headroom::cli
