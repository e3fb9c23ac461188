// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/metric.h"

/// Axes of charts: where a value stands, and which values are named.
namespace headroom::report {

struct Tick {
    double value = 0;
    std::string label;
};

/// Maps values from [low, high] to pixels from `start` to `end`, linearly or logarithmically.
class Axis {
public:
    static Axis linear(double low, double high, double start, double end) { return {low, high, start, end, false}; }
    /// Precondition: 0 < low < high.
    static Axis logarithmic(double low, double high, double start, double end) { return {low, high, start, end, true}; }

    /// Values outside are drawn at the edge.
    double at(double value) const;
    double low() const { return low_; }
    double high() const { return high_; }
    bool isLogarithmic() const { return logarithmic_; }

private:
    Axis(double low, double high, double start, double end, bool logarithmic)
        : low_(low), high_(high), start_(start), end_(end), logarithmic_(logarithmic) {}

    double low_, high_, start_, end_;
    bool logarithmic_;
};

/// 1, 2 or 5 times a power of ten, so that a span takes about `wanted` of it. Precondition: span > 0, wanted ≥ 1.
double niceStep(double span, int wanted);

/// From 0 to the first nice value at or above `highest`; labels in the unit that suits the top (`0`, `200`, `400 ms`).
struct ValueScale {
    double top = 1;
    std::vector<Tick> ticks;
};
ValueScale linearScale(double highest, model::Unit unit);

/// 1, 2 and 5 (or 1 alone, over more than two decades) of each decade in [low, high].
std::vector<Tick> logarithmicTicks(double low, double high, model::Unit unit);

/// Round simulated times: `0`, `5 min`, `10 min`.
std::vector<Tick> timeTicks(double seconds);

/// `2.5`, `1 000`: as few decimals as the value needs, at most six.
std::string plainNumber(double value);

}  // namespace headroom::report
