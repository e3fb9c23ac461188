// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace headroom {

/// Whether this was built with a sanitizer that looks at every access to memory, and so is some ten times as slow.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif

}  // namespace headroom
