// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/laws/one_queue.h"

namespace headroom::laws {

Effort effortAt(double load, double squaredCv) {
    const double spread = (1 + squaredCv) / 2;
    if (load < 0.5) return {250e3 * spread, 10, 0.03};
    if (load < 0.9) return {500e3 * spread, 10, 0.03};
    return {750e3 * spread, 30, 0.05};
}

Case oneQueue(const std::string& name, double load, const std::string& components, double rate,
              const Effort& effort, std::vector<Expectation> expectations,
              const std::string& actions) {
    for (auto& e : expectations)
        e.precision = effort.precision * (e.metric.starts_with("p99") ? 2 : 1);
    return {name + " at " + number(load),
            "components:\n  q: " + components +
                fill("\nworkload: {entry: q, arrivals: poisson($rate), profiles: {p: {actions: "
                     "{$actions}}}}\n",
                     {{"rate", perSecond(rate)}, {"actions", actions}}),
            effort.customers / rate, std::move(expectations), effort.replications};
}

}  // namespace headroom::laws
