// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/file/reading.h"
#include "model/metric.h"

#include <optional>
#include <string>

/// Reads values that are compared with figures.
namespace headroom::model {

/// "a duration such as `2 s`", in the user's language
std::string exampleOf(Unit unit);
bool isOf(const Quantity& quantity, Unit unit);
/// The magnitude of a quantity in base units; nothing, and an error, if it is not measured in
/// `unit`, where there is one.
std::optional<double> readQuantityOf(Reading& reading, const Item& item, std::optional<Unit> unit);

}  // namespace headroom::model
