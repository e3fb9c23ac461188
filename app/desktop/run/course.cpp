// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/run/course.h"

#include <algorithm>
#include <limits>

namespace headroom::desktop {

const sim::Series* Course::find(std::string_view name) const {
    const auto found = std::ranges::find(series, name, &sim::Series::name);
    return found == series.end() ? nullptr : &*found;
}

std::size_t Course::intervals() const {
    std::size_t most = 0;
    for (const sim::Series& one : series) most = std::max(most, one.values.size());
    return most;
}

double Course::at(std::string_view name, double seconds) const {
    const sim::Series* one = find(name);
    if (one == nullptr || one->values.empty() || sampleSeconds <= 0) return std::numeric_limits<double>::quiet_NaN();
    const auto index = static_cast<std::size_t>(std::max(0.0, seconds) / sampleSeconds);
    return one->values[std::min(index, one->values.size() - 1)];
}

CoursePtr courseOf(const sim::RunResult& result) {
    return std::make_shared<const Course>(Course{result.series, result.sampleSeconds, result.simulatedSeconds,
                                                 result.warmUpSeconds, false});
}

}  // namespace headroom::desktop
