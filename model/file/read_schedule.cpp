// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/diurnal.h"
#include "model/file/replay_reader.h"
#include "model/file/sections.h"
#include "model/said.h"

#include <algorithm>
#include <array>

namespace headroom::model {
namespace {

/// How the levels of a schedule are written: users, or a rate.
struct LevelKind {
    std::string_view key;  ///< of a step: `users` or `rate`
    bool (*read)(Reading&, const Item&, double&);
};

constexpr double kMostUsers = 1e8;
constexpr double kMostPerSecond = 1e9;

bool readUserLevel(Reading& reading, const Item& item, double& out) {
    if (!readCount(reading, item, out)) return false;
    if (out <= kMostUsers) return true;
    reading.wrongKind(item, said("Model", "100 M users at most"));
    return false;
}

bool readRateLevel(Reading& reading, const Item& item, double& out) {
    if (!readRate(reading, item, out)) return false;
    if (out <= kMostPerSecond) return true;
    reading.wrongKind(item, said("Model", "1 G/s at most"));
    return false;
}

constexpr LevelKind kUsers{"users", readUserLevel};
constexpr LevelKind kRates{"rate", readRateLevel};

Schedule readRamp(Reading& reading, const Item& item, const LevelKind& kind) {
    double from = 0;
    double to = 0;
    Duration over{};
    MapReader map(reading, item, "`ramp`");
    if (const auto entry = map.get("from")) kind.read(reading, *entry, from);
    if (const auto entry = map.require("to")) kind.read(reading, *entry, to);
    if (const auto entry = map.require("over"))
        readDuration(reading, *entry, over, Zero::forbidden);
    return {{{Duration{}, from}, {over, to}}};
}

Schedule::Point readPoint(Reading& reading, const Item& item, const LevelKind& kind) {
    Schedule::Point point;
    MapReader map(reading, item, HEADROOM_SAID("Model", "a step of a schedule"));
    if (const auto at = map.require("at")) readDuration(reading, *at, point.at);
    if (const auto level = map.require(kind.key)) kind.read(reading, *level, point.level);
    return point;
}

/// Before the first step there is no load; each step jumps to its level.
Schedule readSteps(Reading& reading, const Item& item, const LevelKind& kind) {
    Schedule schedule;
    if (!item.node->isSequence() || item.node->children.empty()) {
        reading.wrongKind(item, said("Model", "a list of {at, %1}", {kind.key}));
        return Schedule::constant(0);
    }
    double before = 0;
    Duration last{-1};
    for (std::size_t i = 0; i < item.node->children.size(); ++i) {
        const Item element = elementOf(item, i);
        const Schedule::Point point = readPoint(reading, element, kind);
        if (point.at <= last)
            reading.error(element, said("Model", "a step at %1", {quoted(toText(point.at))}),
                          said("Model", "a time after the step before"));
        last = std::max(last, point.at);
        if (point.at.count() > 0) schedule.points.push_back({point.at, before});
        schedule.points.push_back(point);
        before = point.level;
    }
    return schedule;
}

/// `20:00`
bool readTimeOfDay(Reading& reading, const Item& item, Duration& out) {
    const std::string& text = item.node->text;
    const auto part = [&](std::size_t at) { return (text[at] - '0') * 10 + text[at + 1] - '0'; };
    const auto isDigit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
    const bool hasForm = item.node->isScalar() && text.size() == 5 && text[2] == ':' &&
                         isDigit(0) && isDigit(1) && isDigit(3) && isDigit(4);
    if (!hasForm || part(0) > 23 || part(3) > 59) {
        reading.wrongKind(item, said("Model", "a time of day such as `20:00`"));
        return false;
    }
    out = std::chrono::hours(part(0)) + std::chrono::minutes(part(3));
    return true;
}

void readLevel(MapReader& map, std::string_view key, const LevelKind& kind, double& out) {
    if (const auto entry = map.require(key)) kind.read(map.reading(), *entry, out);
}

void readClock(MapReader& map, std::string_view key, Duration& out) {
    if (const auto entry = map.get(key)) readTimeOfDay(map.reading(), *entry, out);
}

std::optional<Schedule> readDiurnal(Reading& reading, const Item& item, const LevelKind& kind) {
    Diurnal diurnal;
    const std::size_t before = reading.errorCount();
    MapReader map(reading, item, "`diurnal`");
    readLevel(map, "mean", kind, diurnal.mean);
    readLevel(map, "peak", kind, diurnal.peak);
    readClock(map, "peak_at", diurnal.peakAt);
    readClock(map, "start", diurnal.start);
    map.duration("day", diurnal.day, Zero::forbidden);
    if (reading.errorCount() > before || !map.isMapping()) return {};
    if (diurnal.mean > 0 && diurnal.peak >= diurnal.mean &&
        diurnal.peak <= kMostPeakToMean * diurnal.mean)
        return scheduleOf(diurnal, reading.horizon());
    reading.error(*map.get("peak"),
                  said("Model", "%1 beside this `mean`", {map.get("peak")->node->describe()}),
                  said("Model", "from the mean (above 0) to 10 times the mean"));
    return {};
}

Schedule readSpike(Reading& reading, const Item& item, const LevelKind& kind) {
    Spike spike;
    MapReader map(reading, item, "`spike`");
    readLevel(map, "from", kind, spike.from);
    readLevel(map, "to", kind, spike.to);
    for (const char* key : {"at", "hold"}) map.require(key);
    map.duration("at", spike.at);
    map.duration("rise", spike.rise);
    map.duration("hold", spike.hold);
    map.duration("fall", spike.fall);
    return scheduleOf(spike);
}

using ShapeReader = std::optional<Schedule> (*)(Reading&, const Item&, const LevelKind&);
struct Shape {
    std::string_view key;
    ShapeReader read;
};
constexpr std::array kShapes = {
    Shape{"ramp",
          [](Reading& r, const Item& i, const LevelKind& k) -> std::optional<Schedule> {
              return readRamp(r, i, k);
          }},
    Shape{"steps",
          [](Reading& r, const Item& i, const LevelKind& k) -> std::optional<Schedule> {
              return readSteps(r, i, k);
          }},
    Shape{"diurnal", readDiurnal},
    Shape{"spike",
          [](Reading& r, const Item& i, const LevelKind& k) -> std::optional<Schedule> {
              return readSpike(r, i, k);
          }},
};

constexpr const char* kShapeNames =
    HEADROOM_SAID("Model", "`ramp`, `steps`, `diurnal`, `spike` or `replay`");

/// Keys of a schedule that are no shapes, for users and arrivals alike.
bool isShapeless(const YamlNode& node) {
    return std::ranges::all_of(node.children,
                               [](const YamlNode& child) { return child.key == "process"; });
}

/// A schedule with exactly one shape; a trace of single arrivals ends up in `times`.
std::optional<Schedule> readShape(MapReader& map, const LevelKind& kind,
                                  std::vector<Duration>* times) {
    std::optional<Schedule> schedule;
    std::string_view first;
    const auto note = [&](std::string_view key) {
        if (!first.empty())
            map.reading().errorAtKey(*map.get(key),
                                     said("Model", "%1 beside %2", {quoted(key), quoted(first)}),
                                     said("Model", "one of them"));
        first = key;
    };
    for (const Shape& shape : kShapes) {
        const auto entry = map.get(shape.key);
        if (!entry) continue;
        note(shape.key);
        schedule = shape.read(map.reading(), *entry, kind);
    }
    const bool replays = map.has("replay");
    if (replays) note("replay");
    auto replay = readReplay(map, times != nullptr);
    if (replay.schedule) schedule = std::move(replay.schedule);
    if (times) *times = std::move(replay.times);
    // Any other key has been reported, or will be as an unknown one.
    if (map.isMapping() && first.empty() && isShapeless(*map.item().node))
        map.error(said("Model", "a schedule without a shape"), said("Model", kShapeNames));
    return schedule;
}

/// The text between the parentheses of `name(…)`.
std::optional<std::string> argument(const std::string& text, const std::string& name) {
    const std::string start = name + "(";
    if (!text.starts_with(start) || !text.ends_with(')')) return {};
    return text.substr(start.size(), text.size() - start.size() - 1);
}

std::optional<Arrivals> readStream(Reading& reading, const Item& item) {
    const std::string& text = item.node->text;
    const auto poisson = argument(text, "poisson");
    const auto constant = argument(text, "constant");
    const Parsed<Rate> rate = parseRate(poisson ? *poisson : constant ? *constant : text);
    if (!rate || rate->perSecond > kMostPerSecond) {
        reading.error(item, quoted(text),
                      said("Model", "`poisson(100/s)`, `constant(100/s)` or a schedule"));
        return {};
    }
    return Arrivals{.process = constant ? Arrivals::Process::constant : Arrivals::Process::poisson,
                    .rate = Schedule::constant(rate->perSecond)};
}

}  // namespace

std::optional<Schedule> readUsers(Reading& reading, const Item& item) {
    if (item.node->isMapping()) {
        MapReader map(reading, item, HEADROOM_SAID("Model", "a schedule of users"));
        return readShape(map, kUsers, nullptr);
    }
    double users = 0;
    if (!readUserLevel(reading, item, users)) return {};
    return Schedule::constant(users);
}

std::optional<Arrivals> readArrivals(Reading& reading, const Item& item) {
    if (item.node->isScalar()) return readStream(reading, item);
    Arrivals arrivals;
    MapReader map(reading, item, HEADROOM_SAID("Model", "a schedule of arrivals"));
    map.choice<Arrivals::Process>(
        "process", arrivals.process,
        {{"poisson", Arrivals::Process::poisson}, {"constant", Arrivals::Process::constant}});
    const auto shape = readShape(map, kRates, &arrivals.times);
    if (!shape) return {};
    if (!arrivals.times.empty()) arrivals.process = Arrivals::Process::trace;
    arrivals.rate = *shape;
    return arrivals;
}

}  // namespace headroom::model
