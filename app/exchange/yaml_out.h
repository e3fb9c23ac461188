// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <string>

namespace headroom::exchange {

/// A value as a YAML document in block style. Strings that are not plain words are quoted as JSON
/// quotes them, so that nothing in them can become structure; they are made printable first.
std::string yamlText(const nlohmann::ordered_json& value);

/// In double quotes, printable: fits inside `{ }` as well.
std::string yamlString(const std::string& text);

}  // namespace headroom::exchange
