// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

/// Streams of random numbers that cannot overlap: Philox 4x64-10 (Salmon et al., "Parallel random numbers: as easy
/// as 1, 2, 3", SC'11), a counter run through a keyed bijection. A stream is a key, made of what the numbers are for,
/// so that a variant of the scenario sees the same numbers wherever the same thing is drawn (common random numbers).
namespace headroom::sim {

class RandomStream {
public:
    using result_type = std::uint64_t;

    /// Streams of different (seed, replication, component, purpose) are independent.
    RandomStream(std::uint64_t seed, std::uint32_t replication, std::string_view component, std::string_view purpose);

    static constexpr result_type min() { return 0; }
    static constexpr result_type max() { return ~result_type{0}; }
    result_type operator()();
    /// Uniform on (0, 1), both ends excluded.
    double uniform();
    /// Uniform on 0 … n−1 without bias. Precondition: n > 0.
    std::uint64_t below(std::uint64_t n);
};

}  // namespace headroom::sim
