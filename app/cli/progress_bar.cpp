// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/progress_bar.h"

#include "app/report/safe_text.h"
#include "app/report/value_text.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace headroom::cli {

namespace {

constexpr std::size_t kBarWidth = 24;
constexpr std::size_t kWidest = 100;
constexpr std::size_t kUsualWidth = 80;

std::size_t terminalWidth() {
    winsize size{};
    if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return kUsualWidth;
    return std::clamp<std::size_t>(size.ws_col, 20, kWidest + 1) - 1;  // the last column would break the line
}

std::string bar(double fraction) {
    const auto full = static_cast<std::size_t>(fraction * static_cast<double>(kBarWidth));
    std::string text;
    for (std::size_t i = 0; i < kBarWidth; ++i) text += i < full ? "█" : "░";
    return text;
}

void write(const std::string& text) {
    std::fwrite(text.data(), 1, text.size(), stderr);
    std::fflush(stderr);
}

}  // namespace

std::string remainingText(double fraction, double elapsedSeconds) {
    constexpr double kTooEarly = 0.02;
    if (fraction < kTooEarly || elapsedSeconds < 1 || fraction >= 1) return {};
    const double left = elapsedSeconds * (1 - fraction) / fraction;
    return report::timeSpanText(std::max(1.0, left < 120 ? std::round(left) : std::round(left / 60) * 60)) + " left";
}

std::string progressLine(const std::string& label, double fraction, const std::string& remaining, std::size_t width) {
    const double share = std::clamp(fraction, 0.0, 1.0);
    std::string line = bar(share) + " " + std::to_string(static_cast<int>(share * 100)) + " %";
    if (!remaining.empty()) line += "  " + remaining;
    return report::shortened(line + "  " + label, width);
}

ProgressBar::~ProgressBar() { clear(); }

void ProgressBar::update(const std::string& label, double fraction) {
    constexpr auto kBetween = std::chrono::milliseconds(100);
    const Clock::time_point now = Clock::now();
    if (!shown_ || now - drawn_ < kBetween) return;
    drawn_ = now;
    onScreen_ = true;
    const double elapsed = std::chrono::duration<double>(now - start_).count();
    write("\r\x1b[K" + progressLine(label, fraction, remainingText(fraction, elapsed), terminalWidth()));
}

void ProgressBar::clear() {
    if (onScreen_) write("\r\x1b[K");
    onScreen_ = false;
}

}  // namespace headroom::cli
