// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/image.h"

namespace headroom::model {

double Image::meanBytes() const {
    if (formats.empty()) return bytes;
    double mean = 0;
    for (const ImageFormat& format : formats) mean += bytes * format.share * (1 - format.smaller);
    return mean;
}

}  // namespace headroom::model
