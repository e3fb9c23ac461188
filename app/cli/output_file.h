// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>
#include <string>
#include <string_view>

/// Files that the program writes. They are there as a whole or not at all.
namespace headroom::cli {

/// Why a file of this name could not be written, or nothing. Leaves no trace.
std::optional<std::string> whyNotWritable(const std::string& path);

/// Creates the folder if need be; why that failed, or nothing.
std::optional<std::string> makeFolder(const std::string& path);

/// Replaces the file at once, whole or not at all; why that failed, empty if it did not. What is written is on the disk
/// before the name leads to it, and the name before this returns: a power cut leaves the old or the new.
QString writeWhole(const QString& name, QByteArrayView bytes);

/// The same, but devices and pipes are written to as they are; why that failed, as a message, or nothing.
std::optional<std::string> writeFile(const std::string& path, std::string_view text);

}  // namespace headroom::cli
