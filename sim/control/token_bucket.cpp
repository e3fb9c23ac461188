// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/control/token_bucket.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace headroom::sim {

namespace {
constexpr double kRounding = 1e-6;  // of a token, and of a nanosecond
}  // namespace

TokenRule::TokenRule(const model::Limit& limit)
    : rate_(limit.rate.perSecond),
      burst_(limit.burstTokens()),
      upTo_(limit.upTo ? limit.upTo->perSecond : std::numeric_limits<double>::infinity()) {
    if (!limit.grows) return;
    factor_ = 1 + limit.grows->share;
    every_ = limit.grows->every.count();
}

double TokenRule::growthAt(SimTime now) const {
    if (every_ == kNever) return std::min(rate_, upTo_);
    const auto steps = static_cast<double>(now / every_);
    return std::floor(std::min(rate_ * std::pow(factor_, steps), upTo_));
}

double TokenRule::rate(SimTime now) const { return growthAt(now); }

double TokenRule::capacity(SimTime now) const {
    if (every_ == kNever) return burst_;
    return burst_ == rate_ ? growthAt(now) : burst_ * growthAt(now) / rate_;
}

void TokenBucket::fill(const TokenRule& rule, SimTime now) {
    tokens_ = std::min(rule.capacity(now), tokens_ + seconds(now - filled_) * rule.rate(now));
    filled_ = now;
}

bool TokenBucket::take(const TokenRule& rule, SimTime now, double tokens) {
    fill(rule, now);
    if (tokens > tokens_ + kRounding) return false;
    tokens_ = std::max(0.0, tokens_ - tokens);
    return true;
}

SimTime TokenBucket::availableAt(const TokenRule& rule, SimTime now, double tokens) {
    fill(rule, now);
    if (tokens <= tokens_) return now;
    const double rate = rule.rate(now);
    if (tokens > rule.capacity(now) + kRounding || rate <= 0) return kNever;
    const double wait = (tokens - tokens_) / rate * kNanosecondsPerSecond;
    return now + static_cast<SimTime>(std::ceil(wait - kRounding));
}

}  // namespace headroom::sim
