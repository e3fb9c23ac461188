// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/quantity/quantity.h"

#include "model/quantity/number_text.h"
#include "model/quantity/unit_table.h"
#include "model/said.h"

#include <cassert>
#include <cmath>
#include <limits>
#include <optional>

namespace headroom::model {
namespace {

constexpr std::string_view kAnyQuantity =
    HEADROOM_SAID("Model", "a number with a unit, such as `20 ms`, `80 %` or `1000/s`");

std::string words(std::string_view english) { return said("Model", std::string(english).c_str()); }

TextError outOfRange(const NumberText& number) {
    return {quoted(number.whole), said("Model", "a number between 1e-300 and 1e300"), {}};
}

/// `20 sec` becomes `20 s`. Empty if nothing is near.
std::string withUnit(const NumberText& number, std::string_view unit) {
    if (unit.empty()) return {};
    const bool spaced = unit.front() != '/';
    return std::string(number.number) + (spaced ? " " : "") + std::string(unit);
}

struct Measured {
    NumberText number;
    const UnitOfMeasure* unit;
};

template <typename Real>
std::optional<Real> valueOf(const Measured& m) {
    return scaledValue<Real>(m.number, m.unit->decimalShift, m.unit->multiplier, m.unit->divisor);
}

TextError notANumber(std::string_view text, std::string_view noun, std::string_view example) {
    const bool negative = text.starts_with('-') && splitNumber(text.substr(1));
    if (negative)
        return {quoted(text), said("Model", "%1 that is not negative", {words(noun)}), {}};
    return {quoted(text), words(example), {}};
}

Parsed<Measured> measured(std::string_view text, QuantityKind kind) {
    text = trimmed(text);
    const auto number = splitNumber(text);
    if (!number) return notANumber(text, nounOf(kind), exampleOf(kind));
    const UnitOfMeasure* unit = findUnit(kind, number->rest);
    if (!unit) {
        return TextError{quoted(text), words(exampleOf(kind)),
                         withUnit(*number, intendedUnit(kind, number->rest))};
    }
    return Measured{*number, unit};
}

Parsed<double> realValue(std::string_view text, QuantityKind kind) {
    const auto m = measured(text, kind);
    if (!m) return m.error();
    const auto value = valueOf<double>(*m);
    if (!value) return outOfRange(m->number);
    return *value;
}

/// A whole number of the base unit, to the nearest. long double holds every int64 exactly.
Parsed<std::int64_t> wholeValue(std::string_view text, QuantityKind kind, std::string_view atMost,
                                std::string_view atLeast) {
    static_assert(std::numeric_limits<long double>::digits >= 63);
    const auto m = measured(text, kind);
    if (!m) return m.error();
    const auto value = valueOf<long double>(*m);
    if (!value) return outOfRange(m->number);
    const long double rounded = std::round(*value);
    if (rounded >= 0x1p63L) return TextError{quoted(m->number.whole), words(atMost), {}};
    if (rounded == 0 && *value > 0) return TextError{quoted(m->number.whole), words(atLeast), {}};
    return static_cast<std::int64_t>(rounded);
}

template <typename T>
Parsed<T> as(const Parsed<double>& value) {
    if (!value) return value.error();
    return T{*value};
}

template <typename T>
Parsed<Quantity> widened(const Parsed<T>& parsed) {
    if (!parsed) return parsed.error();
    return Quantity{*parsed};
}

Parsed<Quantity> parseKind(std::string_view text, QuantityKind kind) {
    switch (kind) {
        case QuantityKind::duration: return widened(parseDuration(text));
        case QuantityKind::rate: return widened(parseRate(text));
        case QuantityKind::bandwidth: return widened(parseBandwidth(text));
        case QuantityKind::bytes: return widened(parseBytes(text));
        case QuantityKind::share:
            return widened(parseShare(text, std::numeric_limits<double>::infinity()));
        case QuantityKind::count: return widened(parseCount(text));
        case QuantityKind::money: return widened(parseMoney(text));
    }
    assert(false);
    return TextError{};
}

/// Counts before shares, since a bare number is a count; durations before counts, since `5 m` means
/// minutes.
constexpr QuantityKind kOrderOfGuessing[] = {
    QuantityKind::duration, QuantityKind::count, QuantityKind::rate, QuantityKind::bandwidth,
    QuantityKind::bytes,    QuantityKind::share, QuantityKind::money};

}  // namespace

Duration fromSeconds(double seconds) {
    assert(std::abs(seconds) <= kMostSeconds);
    return Duration{std::llround(seconds * 1e9)};
}

Parsed<Duration> parseDuration(std::string_view text) {
    const auto nanoseconds = wholeValue(text, QuantityKind::duration,
                                        HEADROOM_SAID("Model", "a duration of at most 292 years"),
                                        HEADROOM_SAID("Model", "a duration of at least `1 ns`"));
    if (!nanoseconds) return nanoseconds.error();
    return Duration{*nanoseconds};
}

Parsed<double> parseSeconds(std::string_view text) {
    if (const auto duration = parseDuration(text); !duration) return duration.error();
    constexpr int kNanosecondShift = 9;
    const auto m = measured(text, QuantityKind::duration);
    return *scaledValue<double>(m->number, m->unit->decimalShift - kNanosecondShift,
                                m->unit->multiplier);
}

Parsed<Bytes> parseBytes(std::string_view text) {
    const auto count = wholeValue(text, QuantityKind::bytes,
                                  HEADROOM_SAID("Model", "a size of at most 9 million TB"),
                                  HEADROOM_SAID("Model", "a size of at least `1 B`"));
    if (!count) return count.error();
    return Bytes{*count};
}

Parsed<Rate> parseRate(std::string_view text) {
    return as<Rate>(realValue(text, QuantityKind::rate));
}
Parsed<Bandwidth> parseBandwidth(std::string_view text) {
    return as<Bandwidth>(realValue(text, QuantityKind::bandwidth));
}
Parsed<Count> parseCount(std::string_view text) {
    return as<Count>(realValue(text, QuantityKind::count));
}
Parsed<Money> parseMoney(std::string_view text) {
    return as<Money>(realValue(text, QuantityKind::money));
}

Parsed<Share> parseShare(std::string_view text, double atMost) {
    const auto fraction = realValue(text, QuantityKind::share);
    if (!fraction) return fraction.error();
    if (*fraction <= atMost) return Share{*fraction};
    TextError error{quoted(trimmed(text)),
                    said("Model", "a share of at most `%1`", {toText(Share{atMost})}),
                    {}};
    // Most likely percent were meant: `80` for `80 %`.
    if (!trimmed(text).ends_with('%') && *fraction <= 100 * atMost)
        error.suggestion = std::string(trimmed(text)) + " %";
    return error;
}

Parsed<Quantity> parseQuantity(std::string_view text) {
    text = trimmed(text);
    const auto number = splitNumber(text);
    if (!number) return notANumber(text, HEADROOM_SAID("Model", "a quantity"), kAnyQuantity);
    for (const QuantityKind kind : kOrderOfGuessing) {
        if (findUnit(kind, number->rest)) return parseKind(text, kind);
    }
    for (const QuantityKind kind : kOrderOfGuessing) {
        const auto unit = intendedUnit(kind, number->rest);
        if (!unit.empty())
            return TextError{quoted(text), words(kAnyQuantity), withUnit(*number, unit)};
    }
    return TextError{quoted(text), words(kAnyQuantity), {}};
}

double magnitude(const Quantity& quantity) {
    struct Magnitude {
        double operator()(Duration d) const { return toSeconds(d); }
        double operator()(Rate r) const { return r.perSecond; }
        double operator()(Bandwidth b) const { return b.bytesPerSecond; }
        double operator()(Bytes b) const { return static_cast<double>(b.count); }
        double operator()(Share s) const { return s.fraction; }
        double operator()(Count c) const { return c.value; }
        double operator()(Money m) const { return m.usd; }
    };
    return std::visit(Magnitude{}, quantity);
}

}  // namespace headroom::model
