// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/overrides.h"

#include "model/quantity/quantity.h"
#include "model/said.h"

#include <algorithm>
#include <cmath>

namespace headroom::model {
namespace {

/// Every schedule of the kind that overrides speak of: users, or rates where there are none.
std::vector<Schedule*> loadsOf(Workload& workload) {
    std::vector<Schedule*> users;
    std::vector<Schedule*> rates;
    const auto add = [&](std::optional<Schedule>& own, std::optional<Arrivals>& arrivals) {
        if (own) users.push_back(&*own);
        if (arrivals) rates.push_back(&arrivals->rate);
    };
    add(workload.users, workload.arrivals);
    for (Profile& profile : workload.profiles) add(profile.users, profile.arrivals);
    return users.empty() ? rates : users;
}

/// A recording of single arrivals whose rate is changed is a stream of that rate.
void forgetTimes(Workload& workload, const std::vector<Schedule*>& loads) {
    const auto forget = [&](std::optional<Arrivals>& arrivals) {
        if (!arrivals || arrivals->process != Arrivals::Process::trace) return;
        if (std::ranges::find(loads, &arrivals->rate) == loads.end()) return;
        arrivals->process = Arrivals::Process::poisson;
        arrivals->times.clear();
    };
    forget(workload.arrivals);
    for (Profile& profile : workload.profiles) forget(profile.arrivals);
}

double sumAt(const std::vector<Schedule*>& loads, Duration time) {
    double sum = 0;
    for (const Schedule* load : loads) sum += load->at(time);
    return sum;
}

struct Peak {
    Duration at{};
    double level = 0;
};

/// A sum of linear pieces is highest at an end of one of them; a jump's upper side may be just
/// before its time.
Peak peakOf(const std::vector<Schedule*>& loads) {
    Peak peak;
    for (const Schedule* load : loads) {
        for (const Schedule::Point& point : load->points) {
            for (const Duration at : {point.at, std::max(point.at - Duration{1}, Duration{})}) {
                const double level = sumAt(loads, at);
                if (level > peak.level) peak = {at, level};
            }
        }
    }
    return peak;
}

Diagnostic problem(const char* option, std::string found, std::string expected) {
    return {.file = option,
            .path = {},
            .found = std::move(found),
            .expected = std::move(expected),
            .suggestion = {}};
}

std::optional<Diagnostic> checkLoad(const char* option, double load, const Peak& peak) {
    if (!std::isfinite(load) || load < 0)
        return problem(option, said("Model", "a load that is no number"),
                       said("Model", "a number, 0 or more"));
    if (peak.level > 0) return {};
    return problem(option, said("Model", "a workload that is 0 all the time"),
                   said("Model", "a load in the file that can be scaled"));
}

}  // namespace

std::optional<Diagnostic> makeConstant(Workload& workload, double users) {
    const auto loads = loadsOf(workload);
    const Peak peak = peakOf(loads);
    if (auto diagnostic = checkLoad("--users", users, peak)) return diagnostic;
    for (Schedule* load : loads)
        *load = Schedule::constant(users * (load->at(peak.at) / peak.level));
    forgetTimes(workload, loads);
    return {};
}

std::optional<Diagnostic> scaleToPeak(Workload& workload, double peakLevel) {
    const auto loads = loadsOf(workload);
    const Peak peak = peakOf(loads);
    if (auto diagnostic = checkLoad("--peak", peakLevel, peak)) return diagnostic;
    for (Schedule* load : loads) *load = load->scaled(peakLevel / peak.level);
    forgetTimes(workload, loads);
    return {};
}

}  // namespace headroom::model
