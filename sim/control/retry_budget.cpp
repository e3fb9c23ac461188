// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/control/retry_budget.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace headroom::sim {

RetryBudget::RetryBudget(const model::RetryBudget& spec)
    : deposit_(std::llround(spec.share * static_cast<double>(kToken))),
      reserve_(std::llround(spec.atLeast.perSecond * seconds(spec.over.count()) *
                            static_cast<double>(kToken))),
      balance_(spec.over.count()) {}

void RetryBudget::onFirstAttempt(SimTime now) { balance_.add(now, deposit_); }

bool RetryBudget::allowRetry(SimTime now) {
    if (balance_.total(now) + reserve_ < kToken) return false;
    balance_.add(now, -kToken);
    return true;
}

bool ActiveRetryBudget::allows(std::int64_t activeAndPending, std::int64_t retries) const {
    const auto part = static_cast<std::int64_t>(share * static_cast<double>(activeAndPending));
    return retries < std::max(part, least);
}

}  // namespace headroom::sim
