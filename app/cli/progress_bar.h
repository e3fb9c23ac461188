// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>

namespace headroom::cli {

/// `2 min left`, from how much was done in which time; empty as long as that says nothing.
std::string remainingText(double fraction, double elapsedSeconds);

/// One line of `width` columns at most: what is run, a bar, per cent and the remaining time.
std::string progressLine(const std::string& label, double fraction, const std::string& remaining, std::size_t width);

/// A line on standard error that shows how far the work is; nothing if `shown` is false. One thread at a time.
class ProgressBar {
public:
    explicit ProgressBar(bool shown) : shown_(shown) {}
    ~ProgressBar();
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    /// `fraction` of everything, 0 … 1.
    void update(const std::string& label, double fraction);
    /// Removes the line.
    void clear();

private:
    using Clock = std::chrono::steady_clock;

    bool shown_;
    bool onScreen_ = false;
    Clock::time_point start_ = Clock::now();
    Clock::time_point drawn_{};
};

}  // namespace headroom::cli
