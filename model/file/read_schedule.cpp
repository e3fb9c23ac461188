// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/sections.h"

#include <algorithm>

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
    reading.wrongKind(item, "100 M users at most");
    return false;
}

bool readRateLevel(Reading& reading, const Item& item, double& out) {
    if (!readRate(reading, item, out)) return false;
    if (out <= kMostPerSecond) return true;
    reading.wrongKind(item, "1 G/s at most");
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
    MapReader map(reading, item, "a step of a schedule");
    if (const auto at = map.require("at")) readDuration(reading, *at, point.at);
    if (const auto level = map.require(kind.key)) kind.read(reading, *level, point.level);
    return point;
}

/// Before the first step there is no load; each step jumps to its level.
Schedule readSteps(Reading& reading, const Item& item, const LevelKind& kind) {
    Schedule schedule;
    if (!item.node->isSequence() || item.node->children.empty()) {
        reading.wrongKind(item, "a list of {at, " + std::string(kind.key) + "}");
        return Schedule::constant(0);
    }
    double before = 0;
    Duration last{-1};
    for (std::size_t i = 0; i < item.node->children.size(); ++i) {
        const Item element = elementOf(item, i);
        const Schedule::Point point = readPoint(reading, element, kind);
        if (point.at <= last)
            reading.error(element, "a step at " + quoted(toText(point.at)),
                          "a time after the step before");
        last = std::max(last, point.at);
        if (point.at.count() > 0) schedule.points.push_back({point.at, before});
        schedule.points.push_back(point);
        before = point.level;
    }
    return schedule;
}

std::optional<Schedule> readShape(MapReader& map, const LevelKind& kind) {
    const auto ramp = map.get("ramp");
    const auto steps = map.get("steps");
    if (ramp && steps) map.reading().errorAtKey(*steps, "`steps` beside `ramp`", "one of them");
    if (ramp) return readRamp(map.reading(), *ramp, kind);
    if (steps) return readSteps(map.reading(), *steps, kind);
    // Any other key has been reported, or will be as an unknown one.
    const bool otherKeys = std::ranges::any_of(
        map.item().node->children, [](const YamlNode& child) { return child.key != "process"; });
    if (map.isMapping() && !otherKeys) map.error("a schedule without a shape", "`ramp` or `steps`");
    return {};
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
        reading.error(item, quoted(text), "`poisson(100/s)`, `constant(100/s)` or a schedule");
        return {};
    }
    return Arrivals{.process = constant ? Arrivals::Process::constant : Arrivals::Process::poisson,
                    .rate = Schedule::constant(rate->perSecond)};
}

}  // namespace

std::optional<Schedule> readUsers(Reading& reading, const Item& item) {
    if (item.node->isMapping()) {
        MapReader map(reading, item, "a schedule of users");
        return readShape(map, kUsers);
    }
    double users = 0;
    if (!readUserLevel(reading, item, users)) return {};
    return Schedule::constant(users);
}

std::optional<Arrivals> readArrivals(Reading& reading, const Item& item) {
    if (item.node->isScalar()) return readStream(reading, item);
    Arrivals arrivals;
    MapReader map(reading, item, "a schedule of arrivals");
    map.choice<Arrivals::Process>(
        "process", arrivals.process,
        {{"poisson", Arrivals::Process::poisson}, {"constant", Arrivals::Process::constant}});
    const auto shape = readShape(map, kRates);
    if (!shape) return {};
    arrivals.rate = *shape;
    return arrivals;
}

}  // namespace headroom::model
