// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/quantity_reader.h"

#include "model/file/map_reader.h"
#include "model/said.h"

namespace headroom::model {

std::string exampleOf(Unit unit) {
    switch (unit) {
        case Unit::seconds: return said("Model", "a duration such as `2 s`");
        case Unit::perSecond: return said("Model", "a rate such as `100/s`");
        case Unit::share: return said("Model", "a share such as `80 %`");
        case Unit::count: return said("Model", "a count such as `400 k`");
        case Unit::bytes: return said("Model", "a size such as `512 MiB`");
        case Unit::bytesPerSecond: return said("Model", "a bandwidth such as `12 Mbit/s`");
        case Unit::usd: return said("Model", "an amount such as `0.40 USD`");
    }
    return {};
}

bool isOf(const Quantity& quantity, Unit unit) {
    switch (unit) {
        case Unit::seconds: return std::holds_alternative<Duration>(quantity);
        case Unit::perSecond: return std::holds_alternative<Rate>(quantity);
        case Unit::bytes: return std::holds_alternative<Bytes>(quantity);
        case Unit::bytesPerSecond: return std::holds_alternative<Bandwidth>(quantity);
        case Unit::usd: return std::holds_alternative<Money>(quantity);
        case Unit::count: return std::holds_alternative<Count>(quantity);
        case Unit::share:
            return std::holds_alternative<Share>(quantity) ||
                   std::holds_alternative<Count>(quantity);
    }
    return false;
}

std::optional<double> readQuantityOf(Reading& reading, const Item& item, std::optional<Unit> unit) {
    std::string text;
    if (!readText(reading, item, text)) return {};
    const Parsed<Quantity> quantity = parseQuantity(text);
    if (!quantity) {
        reading.textError(item, quantity.error());
        return {};
    }
    if (unit && !isOf(*quantity, *unit)) {
        reading.wrongKind(item, exampleOf(*unit));
        return {};
    }
    return magnitude(*quantity);
}

}  // namespace headroom::model
