// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/kernel/random_stream.h"

#include <Random123/philox.h>

#include <algorithm>
#include <bit>

namespace headroom::sim {
namespace {

/// The finaliser of MurmurHash3 (Appleby), a bijection in which each bit of the input moves each of
/// the output.
std::uint64_t murmurMix(std::uint64_t x) {
    x = (x ^ (x >> 33)) * 0xff51afd7ed558ccdULL;
    x = (x ^ (x >> 33)) * 0xc4ceb9fe1a85ec53ULL;
    return x ^ (x >> 33);
}

/// Stafford's variant 13 of it, as in SplitMix64 (Steele, Lea & Flood 2014).
std::uint64_t staffordMix(std::uint64_t x) {
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

/// Two lanes of 64 bits, each a chain of a different mixing function over the same words. A text is
/// its length and then its bytes in words of eight, so that ("ab", "c") and ("a", "bc") differ.
class KeyHash {
public:
    void add(std::uint64_t word) {
        first_ = murmurMix(first_ ^ word) + 0x9e3779b97f4a7c15ULL;
        second_ = staffordMix(std::rotl(second_, 23) + word * 0xd6e8feb86659fd93ULL) ^
                  0x6a09e667f3bcc909ULL;
    }
    void add(std::string_view text) {
        add(text.size());
        for (; !text.empty(); text.remove_prefix(std::min<std::size_t>(text.size(), 8)))
            add(wordOf(text.substr(0, 8)));
    }
    std::array<std::uint64_t, 2> key() const {
        return {murmurMix(first_ + second_), staffordMix(second_)};
    }

private:
    static std::uint64_t wordOf(std::string_view bytes) {
        std::uint64_t word = 0;
        for (char byte : bytes) word = word << 8 | static_cast<unsigned char>(byte);
        return word;
    }

    std::uint64_t first_ = 0x243f6a8885a308d3ULL;  // the fraction of pi
    std::uint64_t second_ = 0x13198a2e03707344ULL;
};

}  // namespace

RandomStream::RandomStream(std::uint64_t seed, std::uint32_t replication,
                           std::string_view component, std::string_view purpose) {
    KeyHash hash;
    hash.add(seed);
    hash.add(replication);
    hash.add(component);
    hash.add(purpose);
    key_ = hash.key();
}

void RandomStream::refill() {
    for (std::size_t i = 0; i < kBuffered; i += kBlock) {
        const auto block = r123::Philox4x64::ctr_type{{counter_++, 0, 0, 0}};
        const auto numbers = r123::Philox4x64{}(block, {{key_[0], key_[1]}});
        for (std::size_t j = 0; j < kBlock; ++j) buffer_[i + j] = numbers[j];
    }
    next_ = 0;
}

}  // namespace headroom::sim
