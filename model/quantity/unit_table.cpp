// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/quantity/unit_table.h"

#include "model/said.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace headroom::model {
namespace {

constexpr std::int64_t kKibi = 1024, kMebi = kKibi * 1024, kGibi = kMebi * 1024,
                       kTebi = kGibi * 1024;

constexpr UnitOfMeasure kDurations[] = {
    {"days", 11, 864}, {"day", 11, 864}, {"h", 11, 36}, {"min", 10, 6},
    {"s", 9},          {"ms", 6},        {"us", 3},     {"ns"}};
constexpr UnitOfMeasure kRates[] = {{"/h", 0, 1, 3600}, {"/min", 0, 1, 60}, {"/s"}};
constexpr UnitOfMeasure kBandwidths[] = {{"Gbit/s", 9, 1, 8},
                                         {"Mbit/s", 6, 1, 8},
                                         {"kbit/s", 3, 1, 8},
                                         {"bit/s", 0, 1, 8},
                                         {"TB/s", 12},
                                         {"GB/s", 9},
                                         {"MB/s", 6},
                                         {"KB/s", 3},
                                         {"TiB/s", 0, kTebi},
                                         {"GiB/s", 0, kGibi},
                                         {"MiB/s", 0, kMebi},
                                         {"KiB/s", 0, kKibi},
                                         {"B/s"}};
constexpr UnitOfMeasure kSizes[] = {{"TB", 12},        {"GB", 9},         {"MB", 6},
                                    {"KB", 3},         {"TiB", 0, kTebi}, {"GiB", 0, kGibi},
                                    {"MiB", 0, kMebi}, {"KiB", 0, kKibi}, {"B"}};
constexpr UnitOfMeasure kShares[] = {{"%", -2}, {""}};
constexpr UnitOfMeasure kCounts[] = {{"G", 9}, {"M", 6}, {"k", 3}, {""}};
constexpr UnitOfMeasure kAmounts[] = {{"USD"}};

struct KindOfQuantity {
    std::span<const UnitOfMeasure> units;
    std::string_view noun;
    std::string_view example;
};
constexpr std::array<KindOfQuantity, kQuantityKindCount> kKinds = {{
    {kDurations, HEADROOM_SAID("Model", "a duration"),
     HEADROOM_SAID("Model", "a duration such as `20 ms`")},
    {kRates, HEADROOM_SAID("Model", "a rate"), HEADROOM_SAID("Model", "a rate such as `1000/s`")},
    {kBandwidths, HEADROOM_SAID("Model", "a bandwidth"),
     HEADROOM_SAID("Model", "a bandwidth such as `12 Mbit/s`")},
    {kSizes, HEADROOM_SAID("Model", "a size"), HEADROOM_SAID("Model", "a size such as `50 KB`")},
    {kShares, HEADROOM_SAID("Model", "a share"),
     HEADROOM_SAID("Model", "a share such as `80 %` or `0.8`")},
    {kCounts, HEADROOM_SAID("Model", "a count"), HEADROOM_SAID("Model", "a count such as `400 k`")},
    {kAmounts, HEADROOM_SAID("Model", "an amount"),
     HEADROOM_SAID("Model", "an amount such as `0.40 USD`")},
}};

const KindOfQuantity& entryOf(QuantityKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

/// What people write for a unit, in lower case. One word may mean different units in different
/// kinds.
struct Alias {
    QuantityKind kind;
    std::string_view wrong;
    std::string_view right;
};
constexpr Alias kAliases[] = {
    {QuantityKind::duration, "nsec", "ns"},
    {QuantityKind::duration, "nanosecond", "ns"},
    {QuantityKind::duration, "usec", "us"},
    {QuantityKind::duration, "µs", "us"},
    {QuantityKind::duration, "microsecond", "us"},
    {QuantityKind::duration, "msec", "ms"},
    {QuantityKind::duration, "millisecond", "ms"},
    {QuantityKind::duration, "sec", "s"},
    {QuantityKind::duration, "second", "s"},
    {QuantityKind::duration, "m", "min"},
    {QuantityKind::duration, "minute", "min"},
    {QuantityKind::duration, "hr", "h"},
    {QuantityKind::duration, "hour", "h"},
    {QuantityKind::duration, "d", "days"},
    {QuantityKind::rate, "rps", "/s"},
    {QuantityKind::rate, "qps", "/s"},
    {QuantityKind::rate, "tps", "/s"},
    {QuantityKind::rate, "hz", "/s"},
    {QuantityKind::rate, "req/s", "/s"},
    {QuantityKind::rate, "request/s", "/s"},
    {QuantityKind::rate, "requests/s", "/s"},
    {QuantityKind::rate, "user/s", "/s"},
    {QuantityKind::rate, "users/s", "/s"},
    {QuantityKind::rate, "per second", "/s"},
    {QuantityKind::rate, "/sec", "/s"},
    {QuantityKind::rate, "/second", "/s"},
    {QuantityKind::rate, "rpm", "/min"},
    {QuantityKind::rate, "/m", "/min"},
    {QuantityKind::rate, "/minute", "/min"},
    {QuantityKind::rate, "per minute", "/min"},
    {QuantityKind::rate, "/hour", "/h"},
    {QuantityKind::rate, "per hour", "/h"},
    {QuantityKind::bandwidth, "bps", "bit/s"},
    {QuantityKind::bandwidth, "kbps", "kbit/s"},
    {QuantityKind::bandwidth, "mbps", "Mbit/s"},
    {QuantityKind::bandwidth, "gbps", "Gbit/s"},
    {QuantityKind::bandwidth, "kbit", "kbit/s"},
    {QuantityKind::bandwidth, "mbit", "Mbit/s"},
    {QuantityKind::bandwidth, "gbit", "Gbit/s"},
    {QuantityKind::bytes, "byte", "B"},
    {QuantityKind::bytes, "k", "KB"},
    {QuantityKind::bytes, "m", "MB"},
    {QuantityKind::bytes, "g", "GB"},
    {QuantityKind::bytes, "t", "TB"},
    {QuantityKind::share, "percent", "%"},
    {QuantityKind::share, "pct", "%"},
    {QuantityKind::count, "thousand", "k"},
    {QuantityKind::count, "million", "M"},
    {QuantityKind::count, "mio", "M"},
    {QuantityKind::count, "billion", "G"},
    {QuantityKind::money, "$", "USD"},
    {QuantityKind::money, "dollar", "USD"},
};

std::string lowerCase(std::string_view text) {
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](char c) {
        return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    });
    return lower;
}

std::string_view aliasOf(QuantityKind kind, std::string_view lower) {
    const auto* alias = std::ranges::find_if(
        kAliases, [&](const Alias& a) { return a.kind == kind && a.wrong == lower; });
    return alias == std::end(kAliases) ? std::string_view{} : alias->right;
}

std::string_view sameButForCase(QuantityKind kind, std::string_view lower) {
    const auto units = unitsOf(kind);
    const auto unit = std::ranges::find_if(
        units, [&](const UnitOfMeasure& u) { return lowerCase(u.name) == lower; });
    return unit == units.end() ? std::string_view{} : unit->name;
}

/// `Mb/s` is a bit rate by its small b, as against `mB/s`.
std::string_view bitRate(QuantityKind kind, std::string_view wrong) {
    if (kind != QuantityKind::bandwidth) return {};
    if (wrong == "kb/s" || wrong == "Kb/s") return "kbit/s";
    if (wrong == "Mb/s" || wrong == "mb/s") return "Mbit/s";
    if (wrong == "Gb/s" || wrong == "gb/s") return "Gbit/s";
    return {};
}

}  // namespace

std::span<const UnitOfMeasure> unitsOf(QuantityKind kind) { return entryOf(kind).units; }

const UnitOfMeasure* findUnit(QuantityKind kind, std::string_view name) {
    const auto units = unitsOf(kind);
    const auto unit = std::ranges::find(units, name, &UnitOfMeasure::name);
    return unit == units.end() ? nullptr : &*unit;
}

std::string_view intendedUnit(QuantityKind kind, std::string_view wrong) {
    if (wrong.empty()) return {};
    if (const auto unit = bitRate(kind, wrong); !unit.empty()) return unit;
    const std::string lower = lowerCase(wrong);
    if (const auto unit = sameButForCase(kind, lower); !unit.empty()) return unit;
    if (const auto unit = aliasOf(kind, lower); !unit.empty()) return unit;
    if (!lower.ends_with('s')) return {};
    const std::string_view singular = std::string_view(lower).substr(0, lower.size() - 1);
    if (const auto unit = aliasOf(kind, singular); !unit.empty()) return unit;
    return sameButForCase(kind, singular);
}

std::string_view exampleOf(QuantityKind kind) { return entryOf(kind).example; }
std::string_view nounOf(QuantityKind kind) { return entryOf(kind).noun; }

}  // namespace headroom::model
