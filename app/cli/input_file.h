// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

namespace headroom::cli {

/// What a file that the user named holds, at most 64 MiB; nothing if it cannot be read, and `why`
/// not: "it is a folder". A pipe is read to its end if somebody writes into it; one into which
/// nobody does is not waited for.
std::optional<std::string> contentOf(const std::string& path, std::string& why);

}  // namespace headroom::cli
