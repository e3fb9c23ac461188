// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/file/map_reader.h"
#include "model/image.h"

#include <optional>
#include <vector>

namespace headroom::model {

std::vector<Image> readImages(Reading& reading, const Item& mapping);
/// A size; or `{size: 2 KB, images: {card: 10}}`, the size and the images' mean sizes together.
void readPayload(MapReader& owner, std::string_view key, std::optional<Bytes>& out);

}  // namespace headroom::model
