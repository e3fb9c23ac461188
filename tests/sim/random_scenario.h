// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace headroom::test {

/// The body of a scenario with a random architecture of every component type, overloaded for ten seconds by users and
/// arrivals that then stop. Everything that can go wrong does: full lines, lost patience, cancelled calls, failures.
/// The same number gives the same text. Nearly all of them are free of errors.
std::string randomScenario(std::uint64_t number);

}  // namespace headroom::test
