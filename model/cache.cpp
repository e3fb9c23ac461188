// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cache.h"

#include <algorithm>

namespace headroom::model {

std::optional<Duration> CacheTier::lifetimeOf(std::string_view keys) const {
    const auto own = std::ranges::find(ttls, keys, &LifetimeOfClass::keys);
    return own == ttls.end() ? ttl : std::optional(own->ttl);
}

}  // namespace headroom::model
