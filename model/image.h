// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/quantity/quantity.h"

#include <string>
#include <vector>

/// Pictures that answers carry: how large they are depends on what the device understands.
namespace headroom::model {

struct ImageFormat {
    std::string name;    ///< `avif`
    double share = 0;    ///< of the requests, 0 … 1; all shares sum to 1
    double smaller = 0;  ///< than the reference, 0 … 1
};

/// A kind of picture: `card`, 400 x 600.
struct Image {
    std::string name;
    double bytes = 0;                  ///< of the reference (JPEG)
    std::vector<ImageFormat> formats;  ///< empty: the reference only

    /// Over the formats: bytes · Σ share · (1 − smaller).
    double meanBytes() const;
};

}  // namespace headroom::model
