// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/payload_reader.h"
#include "model/said.h"

#include <charconv>
#include <cmath>

namespace headroom::model {
namespace {

constexpr std::size_t kMostImages = 1000;
constexpr double kShareTolerance = 1e-9;
/// JPEG at the quality that the web uses has some 2 bits for a pixel.
constexpr double kBitsPerPixel = 2;

/// `400x600`
std::optional<double> parsePixels(std::string_view text) {
    unsigned width = 0, height = 0;
    const char* end = text.data() + text.size();
    const auto [stop, first] = std::from_chars(text.data(), end, width);
    if (first != std::errc() || stop == end || *stop != 'x') return {};
    const auto [last, second] = std::from_chars(stop + 1, end, height);
    if (second != std::errc() || last != end || width == 0 || height == 0) return {};
    return static_cast<double>(width) * height;
}

void readPixels(MapReader& map, Image& image) {
    const auto entry = map.get("pixels");
    double bits = kBitsPerPixel;
    map.count("bits_per_pixel", bits, Zero::forbidden);
    if (!entry) return;
    const auto pixels = entry->node->isScalar() ? parsePixels(entry->node->text) : std::nullopt;
    if (pixels)
        image.bytes = *pixels * bits / 8;
    else
        map.reading().wrongKind(*entry, said("Model", "width and height such as `400x600`"));
}

void readFormats(MapReader& owner, std::vector<ImageFormat>& out) {
    const auto entry = owner.get("formats");
    if (!entry) return;
    Reading& reading = owner.reading();
    const std::size_t before = reading.errorCount();
    double sum = 0;
    for (const Item& item : namedEntries(reading, *entry, HEADROOM_SAID("Model", "formats"), 100)) {
        ImageFormat format{.name = item.node->key};
        MapReader map(reading, item, HEADROOM_SAID("Model", "a format of an image"));
        map.require("share");
        map.share("share", format.share);
        map.share("smaller", format.smaller);
        sum += format.share;
        out.push_back(format);
    }
    if (reading.errorCount() == before && std::abs(sum - 1) > kShareTolerance)
        reading.errorAtKey(*entry, said("Model", "shares of %1 in sum", {toText(Share{sum})}),
                           "100 %");
}

Image readImage(Reading& reading, const Item& item) {
    Image image{.name = item.node->key, .bytes = 0, .formats = {}};
    checkName(reading, item, HEADROOM_SAID("Model", "an image"));
    MapReader map(reading, item, HEADROOM_SAID("Model", "an image"));
    Bytes size;
    map.bytes("size", size);
    if (map.has("size")) image.bytes = static_cast<double>(size.count);
    readPixels(map, image);
    readFormats(map, image.formats);
    if (map.isMapping() && map.has("size") == map.has("pixels"))
        reading.errorAtKey(item,
                           map.has("size") ? said("Model", "`size` beside `pixels`")
                                           : said("Model", "an image without `size` and `pixels`"),
                           said("Model", "one of them"));
    return image;
}

double readImageCounts(Reading& reading, const Item& mapping) {
    double bytes = 0;
    for (const Item& item :
         namedEntries(reading, mapping, HEADROOM_SAID("Model", "numbers of images"), kMostImages)) {
        double count = 0;
        const auto image = reading.imageBytes().find(item.node->key);
        std::vector<std::string> names;
        for (const auto& [name, size] : reading.imageBytes()) names.push_back(name);
        if (image == reading.imageBytes().end())
            reading.errorAtKey(item, quoted(item.node->key), said("Model", "the name of an image"),
                               nearestName(item.node->key, names));
        else if (readCount(reading, item, count))
            bytes += count * image->second;
    }
    return bytes;
}

}  // namespace

std::vector<Image> readImages(Reading& reading, const Item& mapping) {
    std::vector<Image> images;
    for (const Item& item :
         namedEntries(reading, mapping, HEADROOM_SAID("Model", "images"), kMostImages)) {
        images.push_back(readImage(reading, item));
        reading.imageBytes()[images.back().name] = images.back().meanBytes();
    }
    return images;
}

void readPayload(MapReader& owner, std::string_view key, std::optional<Bytes>& out) {
    const auto entry = owner.get(key);
    if (!entry || !entry->node->isMapping()) return owner.bytes(key, out);
    MapReader map(owner.reading(), *entry, HEADROOM_SAID("Model", "a size with images"));
    Bytes size;
    map.bytes("size", size);
    double bytes = static_cast<double>(size.count);
    if (const auto images = map.require("images"))
        bytes += readImageCounts(owner.reading(), *images);
    out = Bytes{std::llround(std::min(bytes, 1e18))};
}

}  // namespace headroom::model
