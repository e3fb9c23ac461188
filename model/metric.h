// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/quantity/quantity.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The names of what is measured, and the expressions that objectives and claims are written in.
namespace headroom::model {

/// Meanings are those of the format's reference. Shares are 0 … 1, times seconds, rates per second.
/// The times of a visit come first and have quantiles. `lag` is how far behind in time a queue (age
/// of its oldest waiting message) or a replica (age of what it shows) is: a level, with a mean.
enum class Metric : std::uint8_t {
    responseTime,
    ownTime,
    wait,
    cpuWait,
    deliveryTime,  // from `send` until the receiver has finished
    firstPaint,
    largestPaint,
    throughput,
    arrivalRate,
    errorRatio,
    availability,
    utilisation,
    occupancy,
    queueLength,
    inSystem,
    hitRatio,
    instances,
    coldStarts,
    memory,
    connections,
    cost,
    lag,
    egress,      // bytes of answers sent out, per second
    staleRatio,  // reads of a replica that missed a write of their key
    lateFrames,
    frameRate,
};
constexpr int kMetricCount = static_cast<int>(Metric::frameRate) + 1;
constexpr int kTimeMetricCount = static_cast<int>(Metric::largestPaint) + 1;

enum class Statistic : std::uint8_t { mean, p50, p90, p95, p99, p999, max };
constexpr int kStatisticCount = static_cast<int>(Statistic::max) + 1;

enum class Unit : std::uint8_t { seconds, perSecond, share, count, bytes, usd, bytesPerSecond };

std::string_view metricName(Metric metric);  ///< `response_time`
std::string_view statisticName(Statistic statistic);
Unit unitOf(Metric metric);
bool isTime(Metric metric);
std::optional<Metric> metricFromName(std::string_view name);
std::optional<Statistic> statisticFromName(std::string_view name);
std::vector<std::string_view> metricNames();

/// `p95(api.feed.response_time)`: statistic, target (a component or `workload`), operation (may be
/// empty), metric. Metrics that are one number (utilisation …) have statistic mean.
struct MetricRef {
    std::string target;
    std::string operation;
    Metric metric = Metric::responseTime;
    Statistic statistic = Statistic::mean;
    std::string variant;  ///< `METRIC @ VARIANT`; empty: the variant that is run
    bool operator==(const MetricRef&) const = default;
};

/// `p95(phone.response_time) < 2 s`
struct Objective {
    MetricRef metric;
    bool below = true;  ///< metric < threshold, else metric > threshold
    Quantity threshold;
    std::string text;  ///< as written
};

/// An arithmetic expression of metrics and numbers, as claims use it: `a @ today / a @ target`, + −
/// * / and ( ).
struct Expression {
    enum class Kind : std::uint8_t { number, metric, capacity, add, subtract, multiply, divide };
    Kind kind = Kind::number;
    double number = 0;
    MetricRef metric;  ///< Kind::metric; for Kind::capacity only its variant is meant
    std::vector<Expression> operands;         ///< two, for the arithmetic kinds
    std::optional<Unit> unit = std::nullopt;  ///< of a number that was written with one: `2 s`
    std::string path = {};  ///< of a number that stands elsewhere in the file: `api.instances`
};

/// `p95(TARGET.METRIC)`, `TARGET.METRIC`, either with ` @ VARIANT` behind it; TARGET is `workload`,
/// a component or `component.operation`. Times without a statistic are means. Errors: an unknown
/// statistic or metric (with the nearest name), no target, a quantile of what is not a time.
/// Whether the target exists is not seen here.
Parsed<MetricRef> parseMetricRef(std::string_view text);
/// A metric without a variant, `<` or `>`, and a threshold in the metric's unit.
Parsed<Objective> parseObjective(std::string_view text);
/// Precedence as usual; × may be written `x` or `*`, − as `-` (with a space before it, where it
/// follows a name: names may have hyphens). Quantities count in base units. Errors: those of
/// metrics and quantities, an operand or parenthesis missing, sums of unlike kinds, over 32
/// parentheses inside each other or 256 operations.
Parsed<Expression> parseExpression(std::string_view text);
/// What stands at a path of the file: a number with its unit (Kind::number), or an error.
using PathResolver = std::function<Parsed<Expression>(std::string_view path)>;
/// As `parseExpression`, but with paths into the file in the place of metrics: `hpa.instances.max x
/// 1000/min`. Each becomes a number that keeps its path. A path ends where a name with its dots and
/// `[i]` does.
Parsed<Expression> parseArithmetic(std::string_view text, const PathResolver& resolve);

/// `p95(api.response_time) > 200 ms`, `api.memory / 512 MB > 80 %`: an expression, `<` or `>`, and
/// a threshold of its unit. No variants, no `capacity`; at least one metric.
struct Condition {
    Expression left;
    bool below = false;  ///< left < threshold, else left > threshold
    double threshold = 0;
    std::optional<Unit> unit;  ///< of the threshold, as written
};
Parsed<Condition> parseCondition(std::string_view text);

/// What parses back to an equal metric.
std::string toText(const MetricRef& metric);
/// The unit of an expression's value, where it has one: a ratio of two times has none, users over a
/// rate are seconds.
std::optional<Unit> unitOf(const Expression& expression);
/// Whether they can be added and compared: both of one kind, also where it has no name (GB·s), or
/// one of them a number.
bool areAlike(const Expression& a, const Expression& b);
/// `1.24 s`, `83.1 %`, `12 300/s`: three significant digits and the unit, for people; fewer where
/// the value is exact in fewer, more for shares next to 100 % (`99.953 %`), whole counts and
/// amounts of money.
std::string formatValue(double value, Unit unit);

}  // namespace headroom::model
