// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/plain_name.h"

#include <algorithm>

namespace headroom::exchange {

std::string plainName(const std::string& text, char separator, std::size_t most) {
    std::string name;
    for (const char c : text) {
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        const bool fits = (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9');
        if (fits)
            name += lower;
        else if (!name.empty() && name.back() != separator)
            name += separator;
    }
    name.resize(std::min(name.size(), most));
    while (name.ends_with(separator)) name.pop_back();
    return name.empty() ? "unnamed" : name;
}

}  // namespace headroom::exchange
