// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

/// What can be written, is read, checked and documented, and is not simulated yet.
///
/// THE TABLE IS IN not_simulated.cpp. Whoever makes the engine simulate something removes its row
/// in the same change; nothing else has to be switched on. As long as a row stands, a scenario that
/// uses it is an error that names it (`ScenarioFile` with `Unsimulated::accepted` takes it all the
/// same and notes it in `Scenario::notSimulated`), and the reference lists it under "What this
/// version does not simulate".
namespace headroom::model {

constexpr std::string_view kAnyMapping = "{}";
constexpr std::string_view kAnyList = "[]";

struct NotSimulated {
    std::string_view
        mapping;           ///< as messages call it: "a call", "a service"; "a component": any type
    std::string_view key;  ///< of the mapping
    std::string_view value;  ///< only with this value; empty: with any
    const char* words;       ///< for notes, to be said in the context "Model": "circuit breakers"
    bool changesFigures = true;  ///< else a warning is enough
};
std::span<const NotSimulated> notSimulated();

/// Null if it is simulated. `value` is the scalar behind the key, or `kAnyMapping` or `kAnyList`.
const NotSimulated* findNotSimulated(std::string_view mapping, std::string_view key,
                                     std::string_view value);

/// Whether a scenario may use what is not simulated.
enum class Unsimulated { refused, accepted };

}  // namespace headroom::model
