// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/components/cache_store.h"

#include <cassert>

namespace headroom::sim {

namespace {
constexpr std::uint32_t kAbsent = KeyTable::kAbsent;
}

CacheStore::Group& CacheStore::group(std::uint32_t number) {
    assert(number < kMaxGroups);
    if (number >= groups_.size()) groups_.resize(number + 1);
    return groups_[number];
}

void CacheStore::link(Group& g, std::uint32_t item) {
    items_[item].newer = kAbsent;
    items_[item].older = g.newest;
    (g.newest == kAbsent ? g.oldest : items_[g.newest].newer) = item;
    g.newest = item;
}

void CacheStore::unlink(Group& g, std::uint32_t item) {
    const Item& i = items_[item];
    (i.newer == kAbsent ? g.newest : items_[i.newer].older) = i.older;
    (i.older == kAbsent ? g.oldest : items_[i.older].newer) = i.newer;
}

void CacheStore::remove(Group& g, std::uint32_t item) {
    unlink(g, item);
    --g.entries;
    g.bytes -= items_[item].bytes;
    table_.erase(items_[item].key);
    items_[item].older = freeItem_;
    freeItem_ = item;
}

bool CacheStore::find(std::uint32_t number, std::uint64_t key, SimTime now) {
    const std::uint32_t item = table_.find(join(number, key));
    if (item == kAbsent) return false;
    Group& g = group(number);
    if (items_[item].expiry <= now) {
        remove(g, item);
        return false;
    }
    if (g.newest != item) {
        unlink(g, item);
        link(g, item);
    }
    return true;
}

void CacheStore::insert(std::uint32_t number, std::uint64_t key, std::uint32_t bytes, SimTime now) {
    insertUntil(number, key, bytes, ttl_ == kNever ? kNever : now + ttl_);
}

void CacheStore::insertUntil(std::uint32_t number, std::uint64_t key, std::uint32_t bytes,
                             SimTime expiry) {
    erase(number, key);
    if (bytes > maxBytes_ || maxEntries_ == 0) return;
    Group& g = group(number);
    while (g.entries + 1 > maxEntries_ || g.bytes + bytes > maxBytes_) remove(g, g.oldest);
    std::uint32_t item = freeItem_;
    if (item == kAbsent) {
        item = static_cast<std::uint32_t>(items_.size());
        items_.emplace_back();
    } else {
        freeItem_ = items_[item].older;
    }
    items_[item] = {join(number, key), expiry, kAbsent, kAbsent, bytes};
    link(g, item);
    ++g.entries;
    g.bytes += bytes;
    table_.insert(items_[item].key, item);
}

void CacheStore::erase(std::uint32_t number, std::uint64_t key) {
    const std::uint32_t item = table_.find(join(number, key));
    if (item != kAbsent) remove(group(number), item);
}

void CacheStore::clearGroup(std::uint32_t number) {
    Group& g = group(number);
    while (g.oldest != kAbsent) remove(g, g.oldest);
}

}  // namespace headroom::sim
