// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/database.h"

#include <cstdint>
#include <string>

/// The tables of the archive, and how a file gets them. The version is SQLite's `user_version`; each version is the one
/// before with one step more, so that a file of any age is brought up to date.
namespace headroom::archive {

constexpr std::int64_t kApplicationId = 0x4844'524D;  ///< `HDRM`, at offset 68 of the file
std::int64_t newestVersion();

/// Brings an archive, or an empty file, to `version` in one transaction. Other processes may try the same at once.
void migrate(Database& database, std::int64_t version);

/// Why a file may not be touched, from its first 100 bytes and without SQLite, which would write beside it; empty if
/// it is an archive, or empty, or not there.
std::string whyNotAnArchive(const std::string& path);

}  // namespace headroom::archive
