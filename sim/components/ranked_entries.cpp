// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/components/ranked_entries.h"

#include <cassert>

namespace headroom::sim {

namespace {
/// As CacheStore::join().
std::uint64_t join(std::uint32_t group, std::uint64_t key) {
    return (static_cast<std::uint64_t>(group) << 36) | key;
}
}  // namespace

bool RankedEntries::goesBefore(std::uint32_t a, std::uint32_t b) const {
    const Item &x = items_[a], &y = items_[b];
    return x.rank != y.rank ? x.rank < y.rank : x.turn < y.turn;
}

void RankedEntries::put(Group& group, std::size_t place, std::uint32_t item) {
    group.items[place] = item;
    items_[item].place = static_cast<std::uint32_t>(place);
}

void RankedEntries::moveUp(Group& group, std::size_t place) {
    const std::uint32_t item = group.items[place];
    for (; place > 0; place = (place - 1) / 2) {
        const std::uint32_t parent = group.items[(place - 1) / 2];
        if (!goesBefore(item, parent)) break;
        put(group, place, parent);
    }
    put(group, place, item);
}

void RankedEntries::moveDown(Group& group, std::size_t place) {
    const std::uint32_t item = group.items[place];
    while (true) {
        std::size_t child = 2 * place + 1;
        if (child >= group.items.size()) break;
        if (child + 1 < group.items.size() &&
            goesBefore(group.items[child + 1], group.items[child]))
            ++child;
        if (!goesBefore(group.items[child], item)) break;
        put(group, place, group.items[child]);
        place = child;
    }
    put(group, place, item);
}

void RankedEntries::remove(Group& group, std::size_t place) {
    const std::uint32_t item = group.items[place];
    const std::uint32_t last = group.items.back();
    group.items.pop_back();
    group.bytes -= items_[item].bytes;
    free_.push_back(item);
    if (last == item) return;
    put(group, place, last);
    if (!isOrdered()) return;
    moveUp(group, place);
    moveDown(group, items_[last].place);
}

bool RankedEntries::find(std::uint32_t number, std::uint64_t key, SimTime now) {
    cover(number);
    const std::uint32_t found = table_.find(join(number, key));
    if (found == KeyTable::kAbsent) return false;
    Item& item = items_[found];
    if (item.expiry <= now) {
        erase(number, key);
        return false;
    }
    if (eviction_ == model::Eviction::lfu) ++item.rank;
    if (eviction_ == model::Eviction::lfu || eviction_ == model::Eviction::priority) {
        item.turn = ++turn_;
        moveDown(groups_[number], item.place);
    }
    return true;
}

void RankedEntries::insert(std::uint32_t number, std::uint64_t key, std::uint32_t bytes,
                           SimTime expiry, int priority) {
    cover(number);
    if (free_.empty()) {
        free_.push_back(static_cast<std::uint32_t>(items_.size()));
        items_.emplace_back();
        free_.reserve(items_.capacity());
    }
    const std::uint32_t item = free_.back();
    free_.pop_back();
    const std::int64_t rank = eviction_ == model::Eviction::ttl        ? expiry
                              : eviction_ == model::Eviction::priority ? priority
                                                                       : 0;
    items_[item] = {key, expiry, rank, ++turn_, bytes, 0};
    Group& group = groups_[number];
    group.bytes += bytes;
    group.items.push_back(item);
    items_[item].place = static_cast<std::uint32_t>(group.items.size() - 1);
    if (isOrdered()) moveUp(group, group.items.size() - 1);
    table_.insert(join(number, key), item);
}

void RankedEntries::erase(std::uint32_t number, std::uint64_t key) {
    cover(number);
    const std::uint32_t item = table_.find(join(number, key));
    if (item == KeyTable::kAbsent) return;
    table_.erase(join(number, key));
    remove(groups_[number], items_[item].place);
}

void RankedEntries::evict(std::uint32_t number) {
    Group& group = groups_[number];
    assert(!group.items.empty());
    const std::size_t place = isOrdered() ? 0 : random_->below(group.items.size());
    table_.erase(join(number, items_[group.items[place]].key));
    remove(group, place);
}

void RankedEntries::clearGroup(std::uint32_t number) {
    cover(number);
    Group& group = groups_[number];
    while (!group.items.empty()) {
        table_.erase(join(number, items_[group.items.back()].key));
        remove(group, group.items.size() - 1);
    }
}

}  // namespace headroom::sim
