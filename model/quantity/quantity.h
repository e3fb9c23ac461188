// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/quantity/parsed.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

// <compare> comes with <string> and <variant>; included by itself, Qt's moc cannot parse it in the
// tests.

/// Numbers with units. Every kind is a type of its own, so that a size cannot be passed for a time.
///
/// Text form: a number, a space that may be left out, and a unit: `250 us`, `1.5 s`, `64 KiB`, `12
/// Mbit/s`, `1000/s`, `80 %`, `400 k`, `0.40 USD`. A bare number where a unit is needed is an
/// error; shares and counts may be bare. Numbers are decimal, with an exponent if need be (`1e6`),
/// never negative, never infinite; they are read with the point of the format whatever the locale.
namespace headroom::model {

/// A time span in whole nanoseconds: `ns`, `us`, `ms`, `s`, `min`, `h`, `day`/`days`. Never
/// negative in a scenario; at most 292 years.
using Duration = std::chrono::nanoseconds;

/// Events, requests or users per second: `/s`, `/min`, `/h`.
struct Rate {
    double perSecond = 0;
    auto operator<=>(const Rate&) const = default;
};

/// Bytes a second: `bit/s`, `kbit/s`, `Mbit/s`, `Gbit/s`, `B/s`, `KB/s`, `MiB/s` …
struct Bandwidth {
    double bytesPerSecond = 0;
    auto operator<=>(const Bandwidth&) const = default;
};

/// A size: `B`, `KB` (1000), `KiB` (1024) … `TiB`.
struct Bytes {
    std::int64_t count = 0;
    auto operator<=>(const Bytes&) const = default;
};

/// A part of a whole: `80 %` or `0.8`; 0 … 1 unless a reader allows more.
struct Share {
    double fraction = 0;
    auto operator<=>(const Share&) const = default;
};

/// A number of things, with `k`, `M`, `G` as thousands: `400 k`.
struct Count {
    double value = 0;
    auto operator<=>(const Count&) const = default;
};

/// An amount in US dollars: `0.40 USD`.
struct Money {
    double usd = 0;
    auto operator<=>(const Money&) const = default;
};

/// Any one of them, as objectives and claims compare them.
using Quantity = std::variant<Duration, Rate, Bandwidth, Bytes, Share, Count, Money>;

constexpr double toSeconds(Duration d) { return static_cast<double>(d.count()) * 1e-9; }
/// About what a Duration holds: 292 years.
inline constexpr double kMostSeconds = 9.2e9;
/// Rounded to the nearest nanosecond. Precondition: |seconds| ≤ kMostSeconds.
Duration fromSeconds(double seconds);

Parsed<Duration> parseDuration(std::string_view text);
/// A duration in seconds, not rounded to nanoseconds: what distributions are made of. Same text and
/// errors.
Parsed<double> parseSeconds(std::string_view text);
Parsed<Rate> parseRate(std::string_view text);
Parsed<Bandwidth> parseBandwidth(std::string_view text);
Parsed<Bytes> parseBytes(std::string_view text);
Parsed<Share> parseShare(std::string_view text, double atMost = 1);
Parsed<Count> parseCount(std::string_view text);
Parsed<Money> parseMoney(std::string_view text);
/// Whichever kind the unit names; a bare number is a Count. A share may be over 100 % here.
Parsed<Quantity> parseQuantity(std::string_view text);

/// The magnitude in the kind's base unit: seconds, per second, bytes per second, bytes, fraction,
/// count, USD.
double magnitude(const Quantity& quantity);

/// What parses back to the same value, in the unit a person would choose: `1.5 s`, `400 k`, `99.9
/// %`.
std::string toText(Duration d);
std::string toText(Rate r);
std::string toText(Bandwidth b);
std::string toText(Bytes b);
std::string toText(Share s);
std::string toText(Count c);
std::string toText(Money m);
std::string toText(const Quantity& quantity);

}  // namespace headroom::model
