// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <thread>

namespace headroom::cli {

/// While it lives, Ctrl-C (and SIGTERM, SIGHUP) asks to stop instead of ending the program; a second one ends it at
/// once with 130. A signal that was ignored when the program started stays so. At most one lives at a time.
class Interruption {
public:
    Interruption();
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

    std::stop_token token() const { return source_.get_token(); }
    bool happened() const { return source_.stop_requested(); }

private:
    std::stop_source source_;
    std::jthread watcher_;
};

}  // namespace headroom::cli
