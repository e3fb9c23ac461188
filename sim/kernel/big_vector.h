// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/mman.h>

#include <cstddef>
#include <new>
#include <vector>

/// Vectors of what half a million users need, touched at random: they ask the kernel for pages of
/// 2 MiB (transparent huge pages), since with pages of 4 KiB most fetches from memory begin with
/// one more for the page's address.
namespace headroom::sim {

template <typename T>
class HugePageAllocator {
public:
    using value_type = T;
    HugePageAllocator() = default;
    template <typename U>
    HugePageAllocator(const HugePageAllocator<U>&) {}

    T* allocate(std::size_t count) {
        const std::size_t bytes = count * sizeof(T);
        if (bytes < kPage) return static_cast<T*>(::operator new(bytes, kSmall));
        const std::size_t whole = (bytes + kPage - 1) / kPage * kPage;
        void* memory = ::operator new(whole, std::align_val_t{kPage});
#ifdef MADV_HUGEPAGE
        madvise(memory, whole, MADV_HUGEPAGE);  // a wish: without it all is only slower
#endif
        return static_cast<T*>(memory);
    }
    void deallocate(T* memory, std::size_t count) {
        const bool small = count * sizeof(T) < kPage;
        ::operator delete(memory, small ? kSmall : std::align_val_t{kPage});
    }
    friend bool operator==(const HugePageAllocator&, const HugePageAllocator&) { return true; }

private:
    static constexpr std::size_t kPage = std::size_t{2} << 20;
    static constexpr std::align_val_t kSmall{64};  ///< a cache line
};

template <typename T>
using BigVector = std::vector<T, HugePageAllocator<T>>;

}  // namespace headroom::sim
