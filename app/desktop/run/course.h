// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/result.h"

#include <memory>
#include <string_view>
#include <vector>

/// The course of a run over its simulated time, finished or still growing.
namespace headroom::desktop {

struct Course {
    std::vector<sim::Series> series;
    double sampleSeconds = 0;
    double endSeconds = 0;      ///< of the whole run, also while it grows
    double warmUpSeconds = 0;
    bool growing = false;

    const sim::Series* find(std::string_view name) const;
    std::size_t intervals() const;
    /// The value in the interval that holds this moment; NaN if there is none.
    double at(std::string_view name, double seconds) const;
};
using CoursePtr = std::shared_ptr<const Course>;

CoursePtr courseOf(const sim::RunResult& result);

}  // namespace headroom::desktop
