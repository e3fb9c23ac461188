// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

/// Files that the program writes. They are there as a whole or not at all.
namespace headroom::cli {

/// Why a file of this name could not be written, or nothing. Leaves no trace.
std::optional<std::string> whyNotWritable(const std::string& path);

/// Creates the folder if need be; why that failed, or nothing.
std::optional<std::string> makeFolder(const std::string& path);

/// Replaces the file at once; why that failed, or nothing. Devices and pipes are written to as they are. What is written
/// is on the disk before the name leads to it, and the name before this returns: a power cut leaves the old or the new.
std::optional<std::string> writeFile(const std::string& path, std::string_view text);

/// Puts on the disk which files a folder holds: that of `path`. Where that cannot be done, all files are whole all the
/// same.
void syncFolderOf(const std::string& path);

}  // namespace headroom::cli
