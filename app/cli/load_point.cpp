// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/load_point.h"

#include "model/quantity/quantity.h"

namespace headroom::cli {

model::Parsed<double> parseLoad(std::string_view text) {
    const model::Parsed<model::Count> count = model::parseCount(text);
    if (!count) return count.error();
    if (count->value <= 0) return model::TextError{"`" + std::string(text) + "`", "a count over 0", ""};
    return count->value;
}

model::Parsed<std::vector<LoadPoint>> parseLoadPoints(std::string_view text, const std::string& otherwise) {
    const std::size_t equals = text.rfind('=');
    const bool named = equals != std::string_view::npos;
    const std::string variant = named ? std::string(text.substr(0, equals)) : otherwise;
    if (named && variant.empty())
        return model::TextError{"`" + std::string(text) + "`", "a variant before `=`", ""};
    std::string_view loads = named ? text.substr(equals + 1) : text;
    std::vector<LoadPoint> points;
    while (true) {
        const std::size_t comma = loads.find(',');
        const model::Parsed<double> load = parseLoad(loads.substr(0, comma));
        if (!load) return load.error();
        points.push_back({variant, *load});
        if (comma == std::string_view::npos) return points;
        loads.remove_prefix(comma + 1);
    }
}

}  // namespace headroom::cli
