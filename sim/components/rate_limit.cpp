// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/components/rate_limit.h"

#include "sim/engine/engine.h"

namespace headroom::sim {

namespace {
std::size_t bucketsOf(const Program& program, model::Scope scope) {
    switch (scope) {
        case model::Scope::shared: return 1;
        case model::Scope::instance: return program.instanceCount + 1;
        case model::Scope::user: return program.userCount;
    }
    return 1;
}
}  // namespace

RateLimit::RateLimit(const Program& program, const LimitInfo& info, std::uint32_t number)
    : rule_(*info.spec),
      scope_(info.spec->scope),
      queue_(info.spec->queue),
      number_(number),
      buckets_(bucketsOf(program, scope_), TokenBucket(rule_, 0)) {
    if (queue_ > 0) lines_.resize(buckets_.size());
}

// The last one is for callers that are no instances, and for users who come once.
std::uint32_t RateLimit::bucketOf(const Visit& visit) const {
    const auto last = static_cast<std::uint32_t>(buckets_.size() - 1);
    if (scope_ == model::Scope::instance) return std::min(visit.instance, last);
    return scope_ == model::Scope::user ? visit.user : 0;
}

Acquired RateLimit::take(Engine& engine, VisitId id) {
    const std::uint32_t bucket = bucketOf(engine.visits[id]);
    if (bucket >= buckets_.size()) return Acquired::yes;
    if (lines_.empty())
        return buckets_[bucket].take(rule_, engine.now()) ? Acquired::yes : Acquired::refused;
    WaitingLine& line = lines_[bucket];
    if (line.empty() && buckets_[bucket].take(rule_, engine.now())) return Acquired::yes;
    if (line.size() >= queue_) return Acquired::refused;
    line.pushBack(engine.visits, id);
    if (line.size() == 1) waitForToken(engine, bucket);
    return Acquired::waits;
}

void RateLimit::waitForToken(Engine& engine, std::uint32_t bucket) {
    const SimTime at = buckets_[bucket].availableAt(rule_, engine.now());
    if (at != kNever) engine.plan(at, {ControlKind::token, number_, bucket});
}

// One event at a time is under way for a line that is not empty; it may find nobody, or be early.
void RateLimit::onToken(Engine& engine, std::uint32_t bucket) {
    WaitingLine& line = lines_[bucket];
    if (line.empty()) return;
    if (buckets_[bucket].take(rule_, engine.now())) engine.grantToken(line.popFront(engine.visits));
    if (!line.empty()) waitForToken(engine, bucket);
}

void RateLimit::abandon(Engine& engine, VisitId id) {
    lines_[bucketOf(engine.visits[id])].remove(engine.visits, id);
}

}  // namespace headroom::sim
