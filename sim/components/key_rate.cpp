// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/components/key_rate.h"

#include <algorithm>
#include <cmath>

namespace headroom::sim {

KeyRate::KeyRate(const model::HotKeys& limit)
    : gap_(std::max<SimTime>(1, std::llround(kNanosecondsPerSecond / limit.writes.perSecond))),
      burst_(static_cast<SimTime>((std::max(1.0, limit.burst) - 1) * static_cast<double>(gap_))),
      queue_(limit.queue) {}

SimTime KeyRate::take(std::uint64_t key, SimTime now) {
    Bucket& bucket = bucketOf(key, now);
    const SimTime turn = std::max(now, bucket.full - burst_);
    // Turns of those that wait are a gap apart, and the last one was a gap before this one.
    const std::int64_t waiting = (turn - now + gap_ - 1) / gap_;
    if (turn > now && waiting > queue_) return kNever;
    bucket.full = std::max(now, bucket.full) + gap_;
    return turn;
}

KeyRate::Bucket& KeyRate::bucketOf(std::uint64_t key, SimTime now) {
    if (const std::uint32_t found = table_.find(key); found != KeyTable::kAbsent)
        return buckets_[found];
    if (buckets_.size() >= sweepAt_) forgetFull(now);
    table_.insert(key, static_cast<std::uint32_t>(buckets_.size()));
    return buckets_.emplace_back(Bucket{key, 0});
}

void KeyRate::forgetFull(SimTime now) {
    for (const Bucket& bucket : buckets_) table_.erase(bucket.key);
    std::erase_if(buckets_, [&](const Bucket& bucket) { return bucket.full <= now; });
    for (std::size_t i = 0; i < buckets_.size(); ++i)
        table_.insert(buckets_[i].key, static_cast<std::uint32_t>(i));
    sweepAt_ = std::max<std::size_t>(1024, 2 * buckets_.size());
}

}  // namespace headroom::sim
