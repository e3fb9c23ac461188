// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/policy.h"

#include <algorithm>

namespace headroom::model {

double Limit::burstTokens() const { return burst.value_or(std::max(1.0, rate.perSecond)); }

}  // namespace headroom::model
