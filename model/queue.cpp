// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/queue.h"

#include <algorithm>

namespace headroom::model {

int QueueSpec::consumerCount() const { return consumers.value_or(std::max(1, partitions)); }

}  // namespace headroom::model
