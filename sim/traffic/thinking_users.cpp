// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/traffic/thinking_users.h"

#include "sim/kernel/prefetch.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace headroom::sim {

ThinkingUsers::ThinkingUsers(const Program& program, const std::vector<std::uint16_t>& profiles)
    : groups_(program.profiles.size()) {
    for (const std::uint16_t profile : profiles) {
        const double mean = program.profiles[profile].think.sampler.exponentialMean();
        if (mean > 0) groups_[profile].rate = 1 / mean;
    }
}

void ThinkingUsers::add(SimTime now, std::uint16_t profile, std::uint32_t user,
                        RandomStream& stream) {
    if (!drawn_) {
        left_ = Sampler::standardExponential(stream);
        for (std::uint64_t& choice : choices_) choice = stream();
        drawn_ = true;
    }
    spend(now);
    Group& group = groups_[profile];
    group.users.push_back(user);
    group.sum = group.rate * static_cast<double>(group.users.size());
    plan();
}

std::uint32_t ThinkingUsers::take(RandomStream& stream) {
    const std::uint64_t number = choices_[turn_ % kAhead];
    Group& group = chooseGroup(number);
    BigVector<std::uint32_t>& users = group.users;
    std::size_t place = placeOf(number, users.size());
    if (place >= users.size()) place = stream.below(users.size());
    const std::uint32_t user = users[place];
    users[place] = users.back();
    users.pop_back();
    group.sum = group.rate * static_cast<double>(users.size());
    choices_[turn_++ % kAhead] = stream();
    updated_ = next_;
    left_ = Sampler::standardExponential(stream);
    plan();

    const std::uint64_t later = choices_[(turn_ + 1) % kAhead];
    const BigVector<std::uint32_t>& others = chooseGroup(later).users;
    prefetch(others.data() + placeOf(later, others.size()));
    return user;
}

std::uint32_t ThinkingUsers::likelyNext() const {
    const std::uint64_t number = choices_[turn_ % kAhead];
    const BigVector<std::uint32_t>& users = chooseGroup(number).users;
    const std::size_t place = placeOf(number, users.size());
    return place < users.size() ? users[place] : kNone;
}

/// By the upper half of the number. If nobody thinks, any.
const ThinkingUsers::Group& ThinkingUsers::chooseGroup(std::uint64_t number) const {
    double rest = static_cast<double>(number >> 32) * 0x1p-32 * rate_;
    const Group* chosen = &groups_.front();
    for (const Group& group : groups_) {
        if (group.users.empty()) continue;
        chosen = &group;
        rest -= group.sum;
        if (rest < 0) break;
    }
    return *chosen;
}

ThinkingUsers::Group& ThinkingUsers::chooseGroup(std::uint64_t number) {
    return const_cast<Group&>(std::as_const(*this).chooseGroup(number));
}

/// By the lower half: uniform on the places below the next power of two, of which those from
/// `count` on do not count.
std::size_t ThinkingUsers::placeOf(std::uint64_t number, std::size_t count) {
    return (number & UINT32_MAX) & (std::bit_ceil(count) - 1);
}

void ThinkingUsers::spend(SimTime now) {
    left_ = std::max(0.0, left_ - rate_ * static_cast<double>(now - updated_));
    updated_ = now;
}

void ThinkingUsers::plan() {
    rate_ = 0;
    for (const Group& group : groups_) rate_ += group.sum;
    next_ = rate_ > 0 ? updated_ + Sampler::rounded(left_ / rate_) : kNever;
}

}  // namespace headroom::sim
