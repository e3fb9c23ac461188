// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace headroom::sim {

/// Begins to fetch what lies at an address, which need not be valid, into the processor's caches.
///
/// The empty assembly keeps GCC from taking a function that does nothing but prefetch for one that
/// does nothing, and removing the calls of it.
inline void prefetch(const void* address) {
    __builtin_prefetch(address);
    asm volatile("");
}

}  // namespace headroom::sim
