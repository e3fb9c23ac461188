// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/traffic/traffic.h"

#include "sim/engine/engine.h"
#include "sim/traffic/schedule_walk.h"

#include <algorithm>
#include <cmath>

namespace headroom::sim {

namespace {

EntryIndex nextAction(Engine& engine, const ProfileInfo& profile, std::uint16_t& step, bool isNew) {
    const std::vector<EntryIndex>& entries = isNew ? profile.newEntries : profile.entries;
    if (entries.size() == 1) return entries.front();
    if (!profile.journey) return entries[profile.actions.draw(engine.stream(profile.choiceStream))];
    const EntryIndex entry = entries[step];
    step = static_cast<std::uint16_t>((step + 1u) % entries.size());
    return entry;
}

/// Half a million users who come at once take tens of milliseconds.
constexpr std::uint32_t kUsersBetweenLooks = 4096;

bool isRolledOut(const ProfileInfo& profile) { return !profile.newEntries.empty(); }

double newShare(const Engine& engine) {
    return engine.program.scenario.rollOut->shareAt(model::Duration(engine.now()));
}

/// Uniform on [0, 1): the finalizer of SplitMix64 (Steele, Lea & Flood, "Fast splittable
/// pseudorandom number generators", OOPSLA 2014).
double placeOf(std::uint32_t user, std::uint64_t salt) {
    std::uint64_t z = salt + (std::uint64_t{user} + 1) * 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return static_cast<double>((z ^ (z >> 31)) >> 11) * 0x1p-53;
}

}  // namespace

ClosedPopulation::ClosedPopulation(const Program& program, const PopulationInfo& info,
                                   std::uint32_t number)
    : program_(&program),
      info_(&info),
      first_(info.firstUser),
      count_(info.peak),
      number_(number),
      users_(info.peak),
      thinking_(program, info.profiles) {
    dealProfiles();
}

void ClosedPopulation::dealProfiles() {
    std::vector<double> dealt(info_->shares.size(), 0.0);
    for (std::size_t u = 0; u < users_.size(); ++u) {
        std::size_t best = 0;
        double mostMissing = -1e300;
        for (std::size_t p = 0; p < dealt.size(); ++p) {
            const double missing = info_->shares[p] * static_cast<double>(u + 1) - dealt[p];
            if (missing > mostMissing) {
                mostMissing = missing;
                best = p;
            }
        }
        ++dealt[best];
        users_[u].profile = info_->profiles[best];
    }
}

void ClosedPopulation::start(Engine& engine) {
    if (engine.program.scenario.rollOut) sideSalt_ = engine.stream(engine.program.sideStream)();
    setWanted(engine, wholeLevel(info_->users, 0));
    onScheduleChange(engine);
}

void ClosedPopulation::onScheduleChange(Engine& engine) {
    setWanted(engine, wholeLevel(info_->users, engine.now()));
    const SimTime next = timeOfChange(info_->users, engine.now(), wanted_);
    if (next != kNever)
        engine.schedule(std::max(next, engine.now() + 1), EventKind::users, number_);
}

void ClosedPopulation::setWanted(Engine& engine, std::int64_t users) {
    const auto wanted = static_cast<std::uint32_t>(std::clamp<std::int64_t>(users, 0, info_->peak));
    const std::uint32_t before = wanted_;
    wanted_ = wanted;
    for (std::uint32_t u = before; u < wanted; ++u) {
        if (u % kUsersBetweenLooks == 0 && engine.isAskedToStop()) return;
        arrive(engine, first_ + u);
    }
    for (std::uint32_t u = wanted; u < before; ++u) {
        // Whoever is acting leaves after the answer; whoever thinks is no longer counted, and goes
        // at the next action.
        if (users_[u].doing == Doing::thinking) engine.userCount.add(engine.now(), -1);
    }
}

void ClosedPopulation::arrive(Engine& engine, std::uint32_t user) {
    switch (at(user).doing) {
        case Doing::acting:
        case Doing::gone: return;
        case Doing::thinking:  // left and came back before the next action: the think time goes on
            engine.userCount.add(engine.now(), 1);
            return;
        case Doing::away: break;
    }
    engine.userCount.add(engine.now(), 1);
    if (!info_->startTogether) {
        if (engine.now() == 0) engine.seat(user, program_->profiles[at(user).profile]);
        return think(engine, user, true);
    }
    at(user).doing = Doing::thinking;
    engine.schedule(engine.now(), EventKind::think, user);
}

void ClosedPopulation::think(Engine& engine, std::uint32_t user, bool residual) {
    User& u = at(user);
    u.doing = Doing::thinking;
    if (thinking_.takes(u.profile))
        return thinking_.add(engine.now(), u.profile, user, engine.stream(info_->thinkStream));
    const Draw& think = program_->profiles[u.profile].think;
    RandomStream& stream = engine.stream(think.stream);
    const SimTime time = residual ? think.sampler.drawResidual(stream) : think.sampler.draw(stream);
    engine.schedule(engine.now() + time, EventKind::think, user);
}

void ClosedPopulation::onNextThinker(Engine& engine) {
    const std::uint32_t user = thinking_.take(engine.stream(info_->thinkStream));
    if (const std::uint32_t next = thinking_.likelyNext(); next != kNone) engine.fetchUser(next);
    onThinkOver(engine, user);
}

void ClosedPopulation::onThinkOver(Engine& engine, std::uint32_t user) {
    if (!isWanted(user)) {
        at(user).doing = Doing::away;
        engine.userLeft(user);
        return;
    }
    act(engine, user);
}

void ClosedPopulation::act(Engine& engine, std::uint32_t user) {
    User& u = at(user);
    u.doing = Doing::acting;
    const ProfileInfo& profile = program_->profiles[u.profile];
    const bool isNew = isRolledOut(profile) && isOnNewSide(engine, user);
    engine.startAction(nextAction(engine, profile, u.step, isNew), user);
}

bool ClosedPopulation::isOnNewSide(Engine& engine, std::uint32_t user) const {
    return placeOf(user, sideSalt_) < newShare(engine);
}

void ClosedPopulation::leave(Engine& engine, std::uint32_t user, Doing where) {
    at(user).doing = where;
    engine.userLeft(user);
    engine.userCount.add(engine.now(), -1);
}

void ClosedPopulation::onActionEnded(Engine& engine, std::uint32_t user, bool failed) {
    const ProfileInfo& profile = program_->profiles[at(user).profile];
    if (failed && profile.leaveAfterError > 0 &&
        engine.stream(profile.leaveStream).uniform() < profile.leaveAfterError)
        return leave(engine, user, Doing::gone);
    if (!isWanted(user)) return leave(engine, user, Doing::away);
    think(engine, user, false);
}

ArrivalProcess::ArrivalProcess(const SourceInfo& info, std::uint32_t number)
    : info_(&info), number_(number) {
    const model::Schedule& rate = info.arrivals.rate;
    if (rate.points.empty()) return;  // a recording has none
    peak_ = rate.peak();
    varies_ = !rate.isConstant();
}

SimTime ArrivalProcess::nextRecorded() {
    const auto& times = info_->arrivals.times;
    return next_ < times.size() ? times[next_++].count() : kNever;
}

inline SimTime ArrivalProcess::nextTime(Engine& engine) {
    const model::Schedule& rate = info_->arrivals.rate;
    if (info_->arrivals.process == model::Arrivals::Process::trace) return nextRecorded();
    if (info_->arrivals.process == model::Arrivals::Process::constant)
        return timeOfArea(rate, engine.now(), 1);
    if (peak_ <= 0) return kNever;
    RandomStream& stream = engine.stream(info_->stream);
    SimTime time = engine.now();
    do {
        time += info_->gap.draw(stream);
        if (time > engine.endTime()) return kNever;
    } while (varies_ && stream.uniform() * peak_ > rate.at(model::Duration(time)));
    return time;
}

[[gnu::always_inline]] inline void ArrivalProcess::scheduleNext(Engine& engine) {
    const SimTime next = nextTime(engine);
    if (next != kNever) engine.schedule(next, EventKind::arrival, number_);
}

void ArrivalProcess::start(Engine& engine) { scheduleNext(engine); }

void ArrivalProcess::onArrival(Engine& engine) {
    const std::uint16_t profile =
        info_->profiles.size() == 1
            ? info_->profiles.front()
            : info_->profiles[info_->choice.draw(engine.stream(info_->choiceStream))];
    const ProfileInfo& info = engine.program.profiles[profile];
    const bool isNew =
        isRolledOut(info) && engine.stream(engine.program.sideStream).uniform() < newShare(engine);
    std::uint16_t firstStep = 0;
    engine.startAction(nextAction(engine, info, firstStep, isNew), engine.nextVisitor());
    scheduleNext(engine);
}

}  // namespace headroom::sim
