// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/kernel/big_vector.h"
#include "sim/kernel/random_stream.h"
#include "sim/program/program.h"

#include <array>
#include <cstdint>
#include <vector>

namespace headroom::sim {

/// The users of a population who think for an exponential time. It has no memory: the next one of
/// all is any one of a profile's thinkers, and comes after an exponential time at the sum of all
/// their rates. So one moment stands for half a million pending events, exactly. While it is
/// pending, users come back and the sum grows: what is left of the unit exponential that was drawn
/// for it is used up at the new rate.
class ThinkingUsers {
public:
    ThinkingUsers(const Program& program, const std::vector<std::uint16_t>& profiles);

    /// Whether the users of this profile think like that.
    bool takes(std::uint16_t profile) const { return groups_[profile].rate > 0; }
    /// Precondition: takes(profile).
    void add(SimTime now, std::uint16_t profile, std::uint32_t user, RandomStream& stream);
    /// When the next one acts; kNever if nobody thinks.
    SimTime nextTime() const { return next_; }
    /// Removes and returns the one whose time has come.
    std::uint32_t take(RandomStream& stream);
    /// A guess at who will be the next; kNone if it is not yet known. For fetching ahead.
    std::uint32_t likelyNext() const;

private:
    struct Group {
        double rate = 0;  ///< of one user, per nanosecond; 0: think times are not exponential
        double sum = 0;   ///< of all who think
        BigVector<std::uint32_t> users;
    };
    /// Who is taken is drawn some turns ahead, as a number that means the same user whoever comes
    /// and goes in between (nearly always), so that the record can be fetched ahead.
    static constexpr std::size_t kAhead = 4;

    Group& chooseGroup(std::uint64_t number);
    const Group& chooseGroup(std::uint64_t number) const;
    static std::size_t placeOf(std::uint64_t number, std::size_t count);
    void spend(SimTime now);
    void plan();

    std::vector<Group> groups_;  ///< by profile of the program
    double rate_ = 0;            ///< the sum over all who think
    double left_ = 0;            ///< of the unit exponential
    bool drawn_ = false;         ///< the numbers are
    SimTime updated_ = 0;
    SimTime next_ = kNever;
    std::array<std::uint64_t, kAhead> choices_{};  ///< a ring
    std::size_t turn_ = 0;
};

}  // namespace headroom::sim
