// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scenario.h"
#include "sim/result.h"

#include <optional>
#include <string>
#include <vector>

/// The figures that a document asserts, held against what runs measured.
namespace headroom::sim {

/// Which run a claim's figure is to be had from.
struct ClaimPoint {
    std::string variant;          ///< empty: the claim names none
    std::optional<double> users;  ///< none: the load that the file gives
    bool operator==(const ClaimPoint&) const = default;
};

/// The runs that there are.
class Evidence {
public:
    struct Run {
        const RunResult* result = nullptr;
        std::string why;        ///< there is none, in words: "it is about variant `target`; …"
        std::string name = {};  ///< of the run, where there are several
    };
    struct Limit {
        Estimate load;
        std::string why;  ///< it is not known, in words
        std::string caveat = {};  ///< what was left aside to find it, in words; may be empty
    };

    virtual ~Evidence() = default;
    virtual Run runAt(const ClaimPoint& point) const = 0;
    /// The largest load that keeps every objective of a variant.
    virtual Limit capacityOf(const std::string& variant) const = 0;
};

/// Bounds are included (`between [3 s, 10 s]` holds at 3 s). Values of expressions carry an
/// interval (sim/judge/uncertain.h); a bound within it makes the verdict close, and `why` says so.
/// Arithmetic on the document's own numbers that misses its bound cannot hold, whatever is
/// simulated. A claim that names nothing to be measured, or that there is no run for, cannot be
/// judged: `holds` is unknown and `why` says which.
ClaimVerdict judgeClaim(const model::Claim& claim, const Evidence& evidence);

/// All claims by one run: those about another variant, another number of users, a difference
/// between variants or the capacity cannot be judged by it.
std::vector<ClaimVerdict> judgeClaims(const model::Scenario& scenario, const RunResult& result);

/// The runs that these claims need, in the order of first mention, each once. Claims that need none
/// (arithmetic, capacity, nothing that can be measured) add none.
std::vector<ClaimPoint> pointsOf(const std::vector<model::Claim>& claims);

/// The variants whose capacity these claims are about, in the order of first mention, each once.
std::vector<std::string> variantsOfCapacity(const std::vector<model::Claim>& claims);

/// The number of closed users of a scenario; nothing where it varies or the workload is open.
std::optional<double> constantUsers(const model::Workload& workload);

}  // namespace headroom::sim
