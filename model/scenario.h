// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "model/component.h"
#include "model/metric.h"
#include "model/workload.h"

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
};

struct Slo {
    std::string name;
    Objective objective;
    std::optional<Duration> over;  ///< of the error budget
};

/// A figure that a document asserts.
struct Claim {
    std::string says;
    std::string source;
    std::string ofText;      ///< as written; empty: the claim names nothing that can be measured
    std::optional<Expression> of;
    std::optional<double> above, below;  ///< base units; both for `between`
    std::string variant;     ///< `in:`; empty: any
    std::optional<double> users;
};

struct VariantInfo {
    std::string name;
    std::string on;     ///< built on this one; empty: on the base
    std::string about;
};

struct Assumption {
    std::string says;
    std::string why;
};

struct Position { double x = 0, y = 0; };

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
    std::vector<std::string> notSimulated;  ///< parts of the file that change no figure of this version, in words

    const Component* component(std::string_view componentName) const;
    const KeyClass* keyClass(std::string_view keyClassName) const;
};

}  // namespace headroom::model
