// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/engine/visit.h"
#include "sim/traffic/thinking_users.h"

#include <vector>

namespace headroom::sim {

class Engine;

/// The users of closed populations: each thinks, acts, waits for the answer, thinks … Users start
/// thinking, with the rest of a think time that a random moment finds (or act at once, `start:
/// together`). As the schedule falls, users leave after what they are doing; as it rises, they come
/// in thinking.
///
/// Profiles are dealt out so that every prefix of the population has their shares as nearly as
/// whole users allow.
///
/// In a roll-out each user has a place of its own between 0 and 1, drawn as by hashing its number,
/// and is on the new side while that is below the share.
class ClosedPopulation {
public:
    ClosedPopulation(const Program& program, const PopulationInfo& info, std::uint32_t number);

    void start(Engine& engine);
    void onScheduleChange(Engine& engine);
    void onThinkOver(Engine& engine, std::uint32_t user);
    /// When the next one of those acts who think without an event of their own; kNever if nobody.
    SimTime nextThinker() const { return thinking_.nextTime(); }
    void onNextThinker(Engine& engine);
    void onActionEnded(Engine& engine, std::uint32_t user, bool failed);
    /// Precondition: has(user).
    bool isHere(std::uint32_t user) const {
        const Doing doing = users_[user - first_].doing;
        return doing == Doing::thinking || doing == Doing::acting;
    }
    bool has(std::uint32_t user) const { return user - first_ < count_; }
    /// Begins to fetch a user's record into the processor's caches. Precondition: has(user).
    void prefetch(std::uint32_t user) const { sim::prefetch(&users_[user - first_]); }

private:
    enum class Doing : std::uint8_t { away, thinking, acting, gone };
    struct User {
        std::uint16_t profile = 0;
        std::uint16_t step = 0;  ///< next one of the journey
        Doing doing = Doing::away;
    };
    User& at(std::uint32_t user) { return users_[user - first_]; }
    bool isWanted(std::uint32_t user) const { return user - first_ < wanted_; }
    void dealProfiles();
    void arrive(Engine& engine, std::uint32_t user);
    void think(Engine& engine, std::uint32_t user, bool residual);
    void act(Engine& engine, std::uint32_t user);
    bool isOnNewSide(Engine& engine, std::uint32_t user) const;
    void leave(Engine& engine, std::uint32_t user, Doing where);
    void setWanted(Engine& engine, std::int64_t users);

    const Program* program_;
    const PopulationInfo* info_;
    std::uint32_t first_, count_;  ///< its users' numbers: kept here, as every visit asks
    std::uint32_t number_;
    std::uint32_t wanted_ = 0;
    std::uint64_t sideSalt_ = 0;  ///< of a roll-out
    BigVector<User> users_;
    ThinkingUsers thinking_;
};

/// A stream of users who come, act once and are gone. Poisson: by thinning at the peak rate where
/// the rate varies (Lewis & Shedler 1979); constant: one for every whole arrival that the rate has
/// added up; a recording of single arrivals: at its times.
class ArrivalProcess {
public:
    ArrivalProcess(const SourceInfo& info, std::uint32_t number);

    void start(Engine& engine);
    void onArrival(Engine& engine);

private:
    void scheduleNext(Engine& engine);
    SimTime nextTime(Engine& engine);
    SimTime nextRecorded();

    const SourceInfo* info_;
    std::uint32_t number_;
    double peak_ = 0;       ///< arrivals a second
    bool varies_ = false;   ///< whether the rate does
    std::size_t next_ = 0;  ///< of a recording
};

}  // namespace headroom::sim
