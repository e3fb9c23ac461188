// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/program/program.h"

#include <vector>

namespace headroom::sim {

class Engine;

/// Does to the system what the scenario's `faults` say, at their times, and undoes it when they are
/// over. Faults on the same target add up: factors multiply, and a request gets through two failing
/// ones only if it gets through each.
///
/// A call on a link that is cut, or to a component that is lost, gets no answer: its caller waits
/// for its timeout, or fails at once where it has none.
class FaultInjector {
public:
    explicit FaultInjector(const Program& program);

    void start(Engine& engine);
    void begin(Engine& engine, std::uint32_t fault);
    void end(Engine& engine, std::uint32_t fault);

    // Of a step, a request, a call. To be asked only while the flags say so.
    bool slows() const { return slows_; }
    double slowness(EntryIndex entry) const { return slowness_[entry]; }
    bool meddles() const { return meddles_; }
    double failing(EntryIndex entry) const { return failing_[entry]; }
    bool isCut(SiteIndex site) const { return cut_[site]; }
    /// Whether the instance of this number would stand in a zone that is lost.
    bool isLost(std::uint32_t instance) const;

private:
    /// Servers of a station or of a part of a database.
    struct Killed {
        ComponentIndex component;
        std::uint32_t part;
        int servers;
    };
    void apply();
    void killPart(Engine& engine, const FaultInfo& fault, Killed killed);
    void kill(Engine& engine, const FaultInfo& fault);
    void killServers(Engine& engine, const FaultInfo& fault);
    void lose(Engine& engine, const FaultInfo& fault);
    void back(Engine& engine, const FaultInfo& fault);

    const Program& program_;
    std::vector<bool> active_;                ///< by fault
    std::vector<double> slowness_, failing_;  ///< by entry
    std::vector<bool> cut_;                   ///< by call site
    std::vector<std::vector<Killed>> killed_;  ///< by fault
    bool slows_ = false, meddles_ = false;
};

}  // namespace headroom::sim
