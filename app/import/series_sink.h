// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/archive.h"
#include "app/archive/series.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// Where readers of files put their points.
namespace headroom::import {

using archive::Labels;
using archive::Point;
using archive::Series;
using archive::SeriesKey;

/// `http_requests{route="/feed"}` becomes `workload.throughput{operation="feed"}`: a name and the labels that it must
/// have, and what it is called instead. Labels that are not named stay.
struct Renaming {
    SeriesKey from, to;
};
/// `NAME{label="value"}=NAME{…}`; nothing if it is not of this form.
std::optional<Renaming> parseRenaming(const std::string& text);
std::string toText(const SeriesKey& key);

struct SeriesSummary {
    SeriesKey key;
    std::int64_t points = 0;
    std::int64_t firstMs = 0, lastMs = 0;
};

/// Collects points of many series and hands them on in parts, so that memory is bounded whatever the size of a file.
class SeriesSink {
public:
    using Deliver = std::function<void(const std::vector<Series>&)>;
    explicit SeriesSink(Deliver deliver, std::vector<Renaming> renamings = {});

    void add(const SeriesKey& key, Point point);
    /// Hands on what is left.
    void flush();
    /// What came in all, by name.
    std::vector<SeriesSummary> summary() const;

private:
    SeriesKey renamed(SeriesKey key) const;

    struct Collected {
        SeriesSummary summary;
        std::vector<Point> points;
    };
    Deliver deliver_;
    std::vector<Renaming> renamings_;
    std::map<SeriesKey, Collected> series_;  ///< by the name in the file
    std::size_t held_ = 0;
};

}  // namespace headroom::import
