// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/components/key_table.h"

#include <cassert>
#include <utility>

namespace headroom::sim {

void KeyTable::insert(std::uint64_t key, std::uint32_t value) {
    if (2 * (size_ + 1) > slots_.size()) grow();
    std::size_t i = home(key);
    while (slots_[i].value != kAbsent) i = next(i);
    slots_[i] = {key, value};
    ++size_;
}

std::size_t KeyTable::slotOf(std::uint64_t key) const {
    std::size_t i = home(key);
    while (slots_[i].value == kAbsent || slots_[i].key != key) {
        assert(slots_[i].value != kAbsent);
        i = next(i);
    }
    return i;
}

void KeyTable::assign(std::uint64_t key, std::uint32_t value) { slots_[slotOf(key)].value = value; }

void KeyTable::erase(std::uint64_t key) {
    std::size_t hole = slotOf(key);
    for (std::size_t i = next(hole); slots_[i].value != kAbsent; i = next(i)) {
        // An entry may fill the hole unless its home lies cyclically after the hole and up to where
        // it stands.
        const std::size_t distanceHome = (i - home(slots_[i].key)) & (slots_.size() - 1);
        const std::size_t distanceHole = (i - hole) & (slots_.size() - 1);
        if (distanceHome < distanceHole) continue;
        slots_[hole] = slots_[i];
        hole = i;
    }
    slots_[hole] = {};
    --size_;
}

void KeyTable::grow() {
    BigVector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    size_ = 0;
    for (const Slot& slot : old)
        if (slot.value != kAbsent) insert(slot.key, slot.value);
}

}  // namespace headroom::sim
