// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/component_readers.h"
#include "model/file/policy_reader.h"
#include "model/file/sections.h"
#include "model/said.h"

#include <cmath>

namespace headroom::model {
namespace {

constexpr double kShareTolerance = 1e-9;
constexpr std::size_t kMostNetworks = 100;

NetworkClass readNetworkClass(Reading& reading, const Item& item) {
    NetworkClass result;
    result.name = item.node->key;
    checkName(reading, item, HEADROOM_SAID("Model", "a network"));
    MapReader map(reading, item, HEADROOM_SAID("Model", "a network of several"));
    map.require("share");
    map.sharePositive("share", result.share);
    readNetworkKeys(map, result.network);
    return result;
}

void readNetworkClasses(Reading& reading, const Item& item, std::vector<NetworkClass>& out) {
    double sum = 0;
    const std::size_t before = reading.errorCount();
    for (const Item& entry :
         namedEntries(reading, item, HEADROOM_SAID("Model", "networks"), kMostNetworks)) {
        out.push_back(readNetworkClass(reading, entry));
        sum += out.back().share;
    }
    if (reading.errorCount() == before && std::abs(sum - 1) > kShareTolerance)
        reading.errorAtKey(item, said("Model", "shares of %1 in sum", {toText(Share{sum})}),
                           "100 %");
}

void readFrame(MapReader& owner, std::optional<FrameBudget>& out) {
    const auto entry = owner.get("frame");
    if (!entry) return;
    FrameBudget frame;
    MapReader map(owner.reading(), *entry, "`frame`");
    map.duration("budget", frame.budget, Zero::forbidden);
    map.requireDistribution("work", frame.work);
    map.distribution("each", frame.each);
    map.whole("items", frame.items, {.least = 1, .most = 1'000'000});
    if (const auto items = map.get("items"); items && !frame.each)
        owner.reading().errorAtKey(*items, said("Model", "`items` without `each`"),
                                   said("Model", "`each`, the work for one of them"));
    out = frame;
}

void readOffline(MapReader& owner, std::optional<Offline>& out) {
    const auto entry = owner.get("offline");
    if (!entry) return;
    Offline offline;
    MapReader map(owner.reading(), *entry, "`offline`");
    for (const char* key : {"share", "at", "for"}) map.require(key);
    map.sharePositive("share", offline.share);
    map.duration("at", offline.at);
    map.duration("for", offline.lasting, Zero::forbidden);
    map.duration("back_over", offline.backOver);
    map.limit("keeps", offline.keeps, 0);
    out = offline;
}

}  // namespace

void readNetworkKeys(MapReader& map, ClientNetwork& network) {
    map.distribution("rtt", network.roundTrip);
    map.bandwidth("down", network.down);
    map.bandwidth("up", network.up);
}

void readNetworks(MapReader& owner, std::optional<ClientNetwork>* single,
                  std::vector<NetworkClass>& classes) {
    const auto one = owner.get("network");
    const auto several = owner.get("networks");
    if (one) {
        ClientNetwork network;
        MapReader map(owner.reading(), *one, "`network`");
        readNetworkKeys(map, network);
        if (single)
            *single = network;
        else
            classes.push_back({"all", 1, network});
    }
    if (several) readNetworkClasses(owner.reading(), *several, classes);
    if (one && several)
        owner.reading().errorAtKey(*several, said("Model", "`networks` beside `network`"),
                                   said("Model", "one of them"));
}

void readClient(MapReader& map, Component& component) {
    ClientSpec spec;
    map.requireComponent("to", spec.to);
    readNetworks(map, &spec.network, spec.networks);
    map.duration("timeout", spec.timeout);
    map.flag("cancel", spec.cancel);
    readRetry(map, spec.retry);
    readBreaker(map, spec.breaker);
    readHedge(map, spec.hedge);
    readMemory(map, spec.memory, MemoryOf::client);
    readFrame(map, spec.frame);
    readOffline(map, spec.offline);
    readOwnOperations(map, component);
    component.spec = std::move(spec);
}

}  // namespace headroom::model
