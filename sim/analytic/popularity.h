// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scenario.h"

#include <Eigen/Core>

namespace headroom::sim {

/// The popularity of a key class in bins of keys that are almost equally popular: the first hundred
/// alone, then ranks within 5 % of each other together. For Zipf over two million keys these are
/// 300 bins instead.
struct KeyPopularity {
    explicit KeyPopularity(const model::KeyClass& keys);

    Eigen::ArrayXd counts;  ///< keys in each bin
    Eigen::ArrayXd shares;  ///< of look-ups that go to each bin; sum 1
    double bytes = 0;       ///< of one key
    bool own = false;       ///< one key for each user
};

}  // namespace headroom::sim
