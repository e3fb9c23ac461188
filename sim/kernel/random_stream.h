// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cassert>
#include <cstdint>
#include <string_view>

/// Streams of random numbers that cannot overlap: Philox 4x64-10 (Salmon et al., "Parallel random
/// numbers: as easy as 1, 2, 3", SC'11), a counter run through a keyed bijection. A stream is a
/// key, made of what the numbers are for, so that a variant of the scenario sees the same numbers
/// wherever the same thing is drawn (common random numbers).
namespace headroom::sim {

class RandomStream {
public:
    using result_type = std::uint64_t;

    /// Streams of different (seed, replication, component, purpose) are independent: the four are
    /// hashed to the 128 bits of the key, so that two of a million streams share a key with
    /// probability 1.5e-27.
    RandomStream(std::uint64_t seed, std::uint32_t replication, std::string_view component,
                 std::string_view purpose);

    static constexpr result_type min() { return 0; }
    static constexpr result_type max() { return ~result_type{0}; }
    result_type operator()() {
        if (next_ == kBuffered) refill();
        return buffer_[next_++];
    }
    /// Uniform on (0, 1), both ends excluded: the middles of 2^52 equal cells, all exact in a
    /// double.
    double uniform() {
        return (static_cast<double>(static_cast<std::int64_t>((*this)() >> 12)) + 0.5) * 0x1p-52;
    }
    /// Uniform on 0 … n−1 without bias (Lemire, "Fast random integer generation in an interval",
    /// ACM TOMACS 29(1), 2019). Precondition: n > 0.
    std::uint64_t below(std::uint64_t n) {
        assert(n > 0);
        Wide product = static_cast<Wide>((*this)()) * n;
        if (static_cast<std::uint64_t>(product) < n) {
            const std::uint64_t tooFew = (0 - n) % n;
            while (static_cast<std::uint64_t>(product) < tooFew)
                product = static_cast<Wide>((*this)()) * n;
        }
        return static_cast<std::uint64_t>(product >> 64);
    }

private:
    __extension__ using Wide = unsigned __int128;
    static constexpr std::size_t kBlock = 4;
    /// Two blocks at a time, because their multiplications overlap in the processor; four are no
    /// faster.
    static constexpr std::size_t kBuffered = 2 * kBlock;

    [[gnu::noinline]] void refill();

    std::array<std::uint64_t, kBuffered> buffer_;
    std::size_t next_ = kBuffered;
    std::uint64_t counter_ = 0;
    std::array<std::uint64_t, 2> key_;
};

}  // namespace headroom::sim
