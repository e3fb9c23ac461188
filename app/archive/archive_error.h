// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>

namespace headroom::archive {

/// Why the archive cannot be used, or could not take what was to be filed. What was committed before stays as it is.
class ArchiveError : public std::runtime_error {
public:
    enum class Kind {
        unusable,  ///< no archive of this program, of a newer one, or damaged: left as it is
        missing,   ///< there is no such file, or no such entry in it
        failed,    ///< disk full, locked for too long, not writable
    };
    ArchiveError(Kind kind, const std::string& what) : std::runtime_error(what), kind_(kind) {}
    Kind kind() const { return kind_; }

private:
    Kind kind_;
};

}  // namespace headroom::archive
