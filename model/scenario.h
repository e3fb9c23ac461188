// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alert.h"
#include "model/component.h"
#include "model/fault.h"
#include "model/image.h"
#include "model/metric.h"
#include "model/price.h"
#include "model/workload.h"
#include "model/zone.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// A whole scenario with its variant applied: a plain value, valid as far as one file can be.
namespace headroom::model {

/// How replications end: a count, or precision.
struct Replications {
    int atMost = 5;
    std::optional<double> until;  ///< relative half-width of every objective's metric, 0 … 1
};

struct WarmUp {
    enum class Kind { automatic, fixed, none };
    Kind kind = Kind::automatic;
    Duration time{};  ///< Kind::fixed
};

struct RunSettings {
    Duration duration = std::chrono::minutes(30);
    WarmUp warmUp;
    Duration sample = std::chrono::seconds(5);
    std::uint64_t seed = 1;
    Replications replications;
    double confidence = 0.95;
};

/// What a cache holds: `count` keys whose popularity decides hit ratios.
struct KeyClass {
    std::string name;
    enum class Popularity { zipf, uniform, own };  ///< own: one key for each user
    Popularity popularity = Popularity::uniform;
    double zipfExponent = 0;
    std::int64_t count = 0;  ///< unused for own
    Bytes size{};
    int priority = 0;  ///< under `eviction: priority`; the lowest goes first
};

struct Slo {
    std::string name;
    Objective objective;
    std::optional<Duration> over;  ///< of the error budget
};

/// What no run can exceed, whatever the parameters that the document leaves open: arithmetic over
/// values of the file, such as `api_hpa.instances.max x 1000/min`. A claim on the other side of it
/// cannot hold, and the verdict prints the arithmetic.
struct Bound {
    bool atMost = true;     ///< the claimed figure is at most this, else at least
    Expression expression;  ///< of numbers; those that stand elsewhere in the file have their path
    std::string text;       ///< as written
};

/// A figure that a document asserts.
struct Claim {
    std::string says;
    std::string source;
    std::string ofText;  ///< as written; empty: the claim names nothing that can be measured
    std::optional<Expression> of;
    std::optional<double> above, below;  ///< base units; both for `between`
    std::string variant;                 ///< `in:`; empty: any
    std::optional<double> users;
    std::optional<Bound> bound = std::nullopt;  ///< not evaluated unless every part has a value
};

struct VariantInfo {
    std::string name;
    std::string on;  ///< built on this one; empty: on the base
    std::string about;
};

struct Assumption {
    std::string says;
    std::string why;
    bool fitted = false;         ///< chosen so that the model gives a documented figure
    std::string variant = {};    ///< `in:`; empty: any
    std::string parameter = {};  ///< path of the value it is about; may be empty
};

/// A parameter that `size` may choose.
struct Tunable {
    std::string path;
    std::vector<std::string> values;  ///< as written; empty if there are bounds
    std::optional<double> from, to;   ///< whole numbers from … to, where the file says `between`
};

/// Production's view of a figure of the model.
struct ObservedSeries {
    MetricRef metric;
    std::string query;  ///< PromQL
};
struct Observed {
    std::string prometheus;  ///< URL; may be empty
    std::vector<ObservedSeries> series;
};

struct Position {
    double x = 0, y = 0;
};

struct Scenario {
    std::string name;
    std::string about;
    std::string variant;  ///< the one applied; empty: the base
    RunSettings run;
    std::vector<KeyClass> keys;
    std::vector<Component> components;  ///< in the order of the file
    Workload workload;
    std::vector<Slo> slos;
    std::vector<Claim> claims;
    std::vector<Assumption> assumptions;
    std::vector<VariantInfo> variants;  ///< all that the file has
    std::map<std::string, Position> layout;
    Network network;
    std::vector<Fault> faults;  ///< ascending in time
    std::vector<Alert> alerts;
    PriceSettings prices;
    std::optional<RollOut> rollOut;
    std::vector<Image> images;
    /// The scenario with the variant of `rollOut`, and with what the command line changes; null
    /// without.
    std::shared_ptr<const Scenario> rollOutScenario;
    std::vector<Tunable> tune;
    Observed observed;
    std::vector<std::string>
        notSimulated;  ///< parts of the file that change no figure of this version, in words

    const Component* component(std::string_view componentName) const;
    const KeyClass* keyClass(std::string_view keyClassName) const;
    /// Names of zones: those of components, replicas, profiles and regions, each once, sorted.
    std::vector<std::string> zones() const;
    /// Names of groups of caches, each once, in the order of the file.
    std::vector<std::string> cacheGroups() const;
};

}  // namespace headroom::model
