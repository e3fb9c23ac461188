// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/component_readers.h"
#include "model/file/sections.h"
#include "model/said.h"

#include <algorithm>
#include <cmath>

namespace headroom::model {
namespace {

constexpr double kShareTolerance = 1e-9;

/// Users and arrivals, of the workload or of a profile.
struct Load {
    bool closed = false;  ///< `users` stands there, readable or not
    bool open = false;
    bool isGiven() const { return closed || open; }
    std::optional<Schedule> users;
    std::optional<Arrivals> arrivals;
};

Load readLoad(MapReader& map) {
    Load load;
    const auto users = map.get("users");
    const auto arrivals = map.get("arrivals");
    load.closed = users.has_value();
    load.open = arrivals.has_value();
    if (users) load.users = readUsers(map.reading(), *users);
    if (arrivals) load.arrivals = readArrivals(map.reading(), *arrivals);
    if (users && arrivals)
        map.reading().errorAtKey(*arrivals, said("Model", "`arrivals` beside `users`"),
                                 said("Model", "one of them"));
    return load;
}

void readActions(Reading& reading, const Item& item, std::vector<Action>& actions) {
    if (!item.node->isMapping() || item.node->children.empty()) {
        reading.wrongKind(
            item, said("Model", "operations with their weights, such as {feed: 6, like: 3}"));
        return;
    }
    double sum = 0;
    for (const YamlNode& child : item.node->children) {
        Action action{.operation = child.key};
        const Item entry = entryOf(item, child);
        checkName(reading, entry, HEADROOM_SAID("Model", "an operation"));
        if (!readCount(reading, entry, action.weight)) action.weight = 1;
        sum += action.weight;
        actions.push_back(std::move(action));
    }
    if (!(sum > 0))
        reading.errorAtKey(item, said("Model", "weights of 0 only"),
                           said("Model", "a weight above 0"));
}

void readJourney(Reading& reading, const Item& item, std::vector<std::string>& journey) {
    if (!item.node->isSequence() || item.node->children.empty()) {
        reading.wrongKind(item, said("Model", "a list of operations, such as [feed, feed, like]"));
        return;
    }
    for (std::size_t i = 0; i < item.node->children.size(); ++i) {
        std::string operation;
        if (readText(reading, elementOf(item, i), operation))
            journey.push_back(std::move(operation));
    }
}

void readWhatIsDone(MapReader& map, Profile& profile) {
    const auto actions = map.get("actions");
    const auto journey = map.get("journey");
    if (actions) readActions(map.reading(), *actions, profile.actions);
    if (journey) readJourney(map.reading(), *journey, profile.journey);
    if (actions && journey)
        map.reading().errorAtKey(*journey, said("Model", "`journey` beside `actions`"),
                                 said("Model", "one of them"));
    if (!actions && !journey && map.isMapping()) {
        map.reading().errorAtKey(map.item(),
                                 said("Model", "a profile without `actions` and `journey`"),
                                 said("Model", "one of them"));
    }
}

void checkThink(MapReader& map, const Load& load) {
    const auto think = map.get("think");
    if (load.closed && !think && map.isMapping()) {
        map.reading().errorAtKey(
            map.item(), said("Model", "a profile of users without `think`"),
            said("Model", "`think`, the time between an answer and the next action"));
    }
    if (load.open && !load.closed && think) {
        map.reading().errorAtKey(*think, said("Model", "`think` in a profile of arrivals"),
                                 said("Model", "`think` with `users` only"));
    }
}

void readProfileShare(MapReader& map, double& share, const Load& own, bool alone) {
    share = alone ? 1 : 0;
    map.share("share", share);
    const auto entry = map.get("share");
    if (entry && own.isGiven()) {
        map.reading().warning(*entry,
                              said("Model", "`share` has no effect beside the profile's own load"));
    }
    if (!entry && !own.isGiven() && !alone && map.isMapping()) {
        map.reading().errorAtKey(map.item(),
                                 said("Model", "a profile without `share` beside others"),
                                 said("Model", "`share`, or its own `users` or `arrivals`"));
    }
}

Profile readProfile(Reading& reading, const Item& item, const Load& whole, bool alone) {
    Profile profile;
    profile.name = item.node->key;
    checkName(reading, item, HEADROOM_SAID("Model", "a profile"));
    MapReader map(reading, item, HEADROOM_SAID("Model", "a profile"));
    Load own = readLoad(map);
    readProfileShare(map, profile.share, own, alone);
    checkThink(map, own.isGiven() ? own : whole);
    map.distribution("think", profile.think);
    readWhatIsDone(map, profile);
    map.component("entry", profile.entry);
    map.share("leave", profile.leaveAfterError);
    readNetworks(map, nullptr, profile.networks);
    if (const auto zone = map.get("zone"); zone && readText(reading, *zone, profile.zone))
        checkNameText(reading, *zone, profile.zone, HEADROOM_SAID("Model", "a zone"));
    profile.users = std::move(own.users);
    profile.arrivals = std::move(own.arrivals);
    return profile;
}

bool sharesTheWhole(const Profile& profile) { return !profile.users && !profile.arrivals; }

void checkShares(Reading& reading, const Item& item, const std::vector<Profile>& profiles) {
    double sum = 0;
    bool complete = true;
    for (const Profile& profile : profiles) {
        if (!sharesTheWhole(profile)) continue;
        sum += profile.share;
        complete = complete && profile.share > 0;
    }
    const std::string shares = toText(Share{sum});
    if (sum > 1 + kShareTolerance) {
        reading.errorAtKey(item, said("Model", "shares of %1 in sum", {shares}),
                           said("Model", "100 % at most"));
    } else if (complete && sum > 0 && sum < 1 - kShareTolerance) {
        reading.warning(
            item, said("Model", "shares of %1 in sum are taken as parts of the whole", {shares}));
    }
}

void readProfiles(MapReader& map, Workload& workload, const Load& whole) {
    const auto entry = map.require("profiles");
    if (!entry) return;
    if (!entry->node->isMapping() || entry->node->children.empty()) {
        map.reading().wrongKind(*entry, said("Model", "profiles by name"));
        return;
    }
    const bool alone = entry->node->children.size() == 1;
    for (const YamlNode& child : entry->node->children) {
        workload.profiles.push_back(
            readProfile(map.reading(), entryOf(*entry, child), whole, alone));
    }
    checkShares(map.reading(), *entry, workload.profiles);
}

/// One end of a range: users, or a rate where the workload is open.
std::optional<double> rangeEnd(std::string_view text) {
    if (const auto count = parseCount(text)) return count->value;
    if (const auto rate = parseRate(text)) return rate->perSecond;
    return {};
}

void readRange(Reading& reading, const Item& item, Workload& workload) {
    constexpr const char* kExpected = HEADROOM_SAID("Model", "a range such as `30 k..500 k`");
    if (!item.node->isScalar()) return reading.wrongKind(item, said("Model", kExpected));
    const std::string_view text = item.node->text;
    const std::size_t dots = text.find("..");
    if (dots == std::string_view::npos) return reading.wrongKind(item, said("Model", kExpected));
    const auto from = rangeEnd(text.substr(0, dots));
    const auto to = rangeEnd(text.substr(dots + 2));
    if (!from || !to || !(*from > 0))
        return reading.wrongKind(item,
                                 said("Model", "a range such as `30 k..500 k`, from above 0"));
    if (*from >= *to) return reading.wrongKind(item, said("Model", "a range that goes up"));
    workload.rangeFrom = *from;
    workload.rangeTo = *to;
}

void readStart(MapReader& map, bool& together) {
    map.choice<bool>("start", together, {{"thinking", false}, {"together", true}});
}

void checkEntries(MapReader& map, const Workload& workload) {
    const bool everyProfileHasOne =
        std::ranges::none_of(workload.profiles, [](const Profile& p) { return p.entry.empty(); });
    if (!map.has("entry") && (workload.profiles.empty() || !everyProfileHasOne))
        map.require("entry");
}

/// The load of the workload is for the profiles that have none of their own.
void checkLoad(MapReader& map, const Workload& workload, const Load& whole) {
    if (workload.profiles.empty()) return;
    double shares = 0;
    bool shared = false;
    for (const Profile& profile : workload.profiles) {
        shared |= sharesTheWhole(profile);
        if (sharesTheWhole(profile)) shares += profile.share;
    }
    const std::string key = whole.closed ? "users" : "arrivals";
    if (shared && !whole.isGiven()) {
        map.reading().errorAtKey(map.item(),
                                 said("Model", "a workload without `users` and `arrivals`"),
                                 said("Model", "one of them"));
    } else if (!shared && whole.isGiven()) {
        map.reading().errorAtKey(
            *map.get(key), said("Model", "%1 that no profile takes a share of", {quoted(key)}),
            said("Model", "a profile without a load of its own"));
    } else if (shared && !(shares > 0)) {
        map.reading().errorAtKey(*map.get("profiles"), said("Model", "shares of 0 % only"),
                                 said("Model", "a share above 0 %"));
    }
}

}  // namespace

Workload readWorkload(Reading& reading, const Item& mapping) {
    Workload workload;
    MapReader map(reading, mapping, HEADROOM_SAID("Model", "a workload"));
    map.component("entry", workload.entry);
    const Load whole = readLoad(map);
    readStart(map, workload.startTogether);
    readProfiles(map, workload, whole);
    if (const auto range = map.get("range")) readRange(reading, *range, workload);
    if (map.isMapping()) checkEntries(map, workload);
    checkLoad(map, workload, whole);
    workload.users = whole.users;
    workload.arrivals = whole.arrivals;
    return workload;
}

}  // namespace headroom::model
