// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/components/cache_store.h"

#include <algorithm>
#include <cassert>

namespace headroom::sim {

namespace {
constexpr std::uint32_t kAbsent = KeyTable::kAbsent;
}

FewEntries& CacheStore::group(std::uint32_t number) {
    assert(number < kMaxGroups);
    if (number >= groups_.size()) groups_.resize(number + 1);
    return groups_[number];
}

bool CacheStore::find(std::uint32_t number, std::uint64_t key, SimTime now) {
    FewEntries& few = group(number);
    if (isRanked_) return ranked_.find(number, key, now);
    return few.areElsewhere() ? findListed(lists_[few.list()], join(number, key), now)
                              : findFew(few, key, now);
}

void CacheStore::insert(std::uint32_t number, std::uint64_t key, SimTime now) {
    const SimTime lifetime = lifetimeOf(key);
    insertUntil(number, key, lifetime == kNever ? kNever : now + lifetime);
}

void CacheStore::insertUntil(std::uint32_t number, std::uint64_t key, SimTime expiry) {
    erase(number, key);
    const std::uint32_t bytes = bytesOf(key);
    if (bytes > maxBytes_ || maxEntries_ == 0) return;
    if (isRanked_) return insertRanked(number, key, bytes, expiry);
    FewEntries& few = group(number);
    if (!few.areElsewhere()) insertFew(few, key, expiry);
    if (!few.areElsewhere() && few.find(key) == FewEntries::kMost) moveToList(number, few);
    if (few.areElsewhere()) insertListed(lists_[few.list()], join(number, key), bytes, expiry);
}

void CacheStore::insertRanked(std::uint32_t number, std::uint64_t key, std::uint32_t bytes,
                              SimTime expiry) {
    while (ranked_.size(number) + 1 > maxEntries_ || ranked_.bytes(number) + bytes > maxBytes_)
        ranked_.evict(number);
    ranked_.insert(number, key, bytes, expiry, classOf(key).priority);
}

void CacheStore::erase(std::uint32_t number, std::uint64_t key) {
    if (isRanked_) {
        group(number);
        return ranked_.erase(number, key);
    }
    FewEntries& few = group(number);
    if (!few.areElsewhere()) {
        const std::size_t place = few.find(key);
        if (place < FewEntries::kMost) few.erase(place);
        return;
    }
    const std::uint32_t item = table_.find(join(number, key));
    if (item != kAbsent) remove(lists_[few.list()], item);
}

void CacheStore::clearGroup(std::uint32_t number) {
    if (isRanked_) return ranked_.clearGroup(number);
    FewEntries& few = group(number);
    if (few.areElsewhere()) {
        List& list = lists_[few.list()];
        while (list.oldest != kAbsent) remove(list, list.oldest);
        freeLists_.push_back(few.list());
    }
    few = {};
}

std::uint64_t CacheStore::bytesOf(const FewEntries& few) const {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < few.size(); ++i) sum += bytesOf(few[i].key);
    return sum;
}

bool CacheStore::findFew(FewEntries& few, std::uint64_t key, SimTime now) {
    const std::size_t place = few.find(key);
    if (place == FewEntries::kMost) return false;
    if (few[place].expiry <= now) {
        few.erase(place);
        return false;
    }
    if (renews_) few.moveToFront(place);
    return true;
}

// Does nothing if the group has room for the entry but its cache line has not.
void CacheStore::insertFew(FewEntries& few, std::uint64_t key, SimTime expiry) {
    std::size_t entries = few.size();
    while (entries + 1 > maxEntries_ || bytesOf(few) + bytesOf(key) > maxBytes_)
        few.erase(--entries);
    if (entries < FewEntries::kMost) few.pushFront({key, expiry});
}

void CacheStore::moveToList(std::uint32_t number, FewEntries& few) {
    if (freeLists_.empty()) {
        freeLists_.push_back(static_cast<std::uint32_t>(lists_.size()));
        lists_.emplace_back();
    }
    const std::uint32_t list = freeLists_.back();
    freeLists_.pop_back();
    for (std::size_t i = few.size(); i-- > 0;)
        insertListed(lists_[list], join(number, few[i].key), bytesOf(few[i].key), few[i].expiry);
    few.moveElsewhere(list);
}

bool CacheStore::findListed(List& list, std::uint64_t joined, SimTime now) {
    const std::uint32_t item = table_.find(joined);
    if (item == kAbsent) return false;
    if (items_[item].expiry <= now) {
        remove(list, item);
        return false;
    }
    if (renews_ && list.newest != item) {
        unlink(list, item);
        link(list, item);
    }
    return true;
}

// Precondition: the key is not there, and fits into an empty group.
void CacheStore::insertListed(List& list, std::uint64_t joined, std::uint32_t bytes,
                              SimTime expiry) {
    while (list.entries + 1 > maxEntries_ || list.bytes + bytes > maxBytes_)
        remove(list, list.oldest);
    std::uint32_t item = freeItem_;
    if (item == kAbsent) {
        item = static_cast<std::uint32_t>(items_.size());
        items_.emplace_back();
    } else {
        freeItem_ = items_[item].older;
    }
    items_[item] = {joined, expiry, kAbsent, kAbsent};
    link(list, item);
    ++list.entries;
    list.bytes += bytes;
    table_.insert(joined, item);
    // Who goes next is known, and will be looked up in the table to be taken out.
    if (list.entries + 1 > maxEntries_) table_.prefetch(items_[list.oldest].key);
}

void CacheStore::link(List& list, std::uint32_t item) {
    items_[item].newer = kAbsent;
    items_[item].older = list.newest;
    (list.newest == kAbsent ? list.oldest : items_[list.newest].newer) = item;
    list.newest = item;
}

void CacheStore::unlink(List& list, std::uint32_t item) {
    const Item& i = items_[item];
    (i.newer == kAbsent ? list.newest : items_[i.newer].older) = i.older;
    (i.older == kAbsent ? list.oldest : items_[i.older].newer) = i.newer;
}

void CacheStore::remove(List& list, std::uint32_t item) {
    unlink(list, item);
    --list.entries;
    list.bytes -= bytesOfJoined(items_[item].key);
    table_.erase(items_[item].key);
    items_[item].older = freeItem_;
    freeItem_ = item;
}

std::uint64_t CacheStore::bytesInGroup(std::uint32_t number) const {
    if (number >= groups_.size()) return 0;
    if (isRanked_) return ranked_.covers(number) ? ranked_.bytes(number) : 0;
    const FewEntries& few = groups_[number];
    return few.areElsewhere() ? lists_[few.list()].bytes : bytesOf(few);
}

std::uint64_t CacheStore::entriesInGroup(std::uint32_t number) const {
    if (number >= groups_.size()) return 0;
    if (isRanked_) return ranked_.covers(number) ? ranked_.size(number) : 0;
    const FewEntries& few = groups_[number];
    return few.areElsewhere() ? lists_[few.list()].entries : few.size();
}

void CacheStore::evict(std::uint32_t number, std::uint64_t entries) {
    entries = std::min(entries, entriesInGroup(number));
    for (; entries > 0; --entries) {
        FewEntries& few = group(number);
        if (isRanked_)
            ranked_.evict(number);
        else if (few.areElsewhere())
            remove(lists_[few.list()], lists_[few.list()].oldest);
        else
            few.erase(few.size() - 1);
    }
}

void CacheStore::clear() {
    for (std::uint32_t number = 0; number < groups_.size(); ++number) clearGroup(number);
}

}  // namespace headroom::sim
