// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fault.h"

#include <algorithm>

namespace headroom::model {

double RollOut::shareAt(Duration time) const {
    const auto next = std::ranges::upper_bound(stages, time, {}, &Stage::at);
    return next == stages.begin() ? 0 : std::prev(next)->share;
}

}  // namespace headroom::model
