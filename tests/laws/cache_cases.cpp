// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/laws/caches.h"
#include "tests/laws/case.h"

/// Caches of real keys under Poisson look-ups.
namespace headroom::laws {

namespace {

Case cached(const std::string& name, const std::string& keys, double rate, double lookUps,
            const std::string& tiers, std::vector<Expectation> expectations) {
    return {
        name,
        fill("keys: {items: {$keys}}\n"
             "components:\n"
             "  app: {type: service, instances: 2, operations: {x: [{call: {to: c, operation: "
             "read, keys: items}}]}}\n"
             "$tiers\n"
             "workload: {entry: app, arrivals: poisson($rate), profiles: {p: {actions: {x: 1}}}}\n",
             {{"keys", keys}, {"tiers", tiers}, {"rate", perSecond(rate)}}),
        lookUps / rate, std::move(expectations)};
}

std::string cache(const std::string& settings, const std::string& fetch = "0 ms") {
    return fill(
        "  c: {type: cache, $settings, origin: db}\n  db: {type: external, latency: $fetch}\n",
        {{"settings", settings}, {"fetch", fetch}});
}

void addLeastRecentlyUsed(std::vector<Case>& cases) {
    const double exact = hitRatioOfLru(zipf(6, 1), 3);
    cases.push_back(cached("LRU, 3 of 6 keys", "count: 6, popularity: zipf(1)", 1000, 300e3,
                           cache("capacity: 3 items"),
                           {{"c.hit_ratio", exact}, {"db.throughput", 1000 * (1 - exact)}}));
    cases.push_back(cached("LRU by bytes, 3 of 6 keys", "count: 6, popularity: zipf(1), size: 4 KB",
                           1000, 300e3, cache("capacity: 13 KB"), {{"c.hit_ratio", exact}}));
    cases.push_back(cached("LRU, 50 of 200 keys alike", "count: 200", 1000, 300e3,
                           cache("capacity: 50 items"), {{"c.hit_ratio", 0.25}}));
    constexpr double kOfChe = 0.003;
    for (const double exponent : {0.6, 0.8, 0.99, 1.2}) {
        for (const int capacity : {100, 1000}) {
            cases.push_back(
                cached("LRU, " + std::to_string(capacity) + " of 10,000 keys, zipf(" +
                           number(exponent) + ")",
                       fill("count: 10 k, popularity: zipf($a)", {{"a", number(exponent)}}), 1000,
                       400e3, cache(fill("capacity: $c items", {{"c", std::to_string(capacity)}})),
                       {{"c.hit_ratio", hitRatioByChe(zipf(10'000, exponent), capacity), kOfChe}}));
        }
    }
}

void addTimeToLive(std::vector<Case>& cases) {
    for (const double ttl : {0.004, 0.02, 0.2}) {
        cases.push_back(cached("TTL, one key, " + number(100 * ttl) + " look-ups a life",
                               "count: 1", 100, 300e3,
                               cache("capacity: unlimited, ttl: " + seconds(ttl)),
                               {{"c.hit_ratio", hitRatioOfTtl({1}, 100, ttl)},
                                {"db.throughput", 100 * (1 - hitRatioOfTtl({1}, 100, ttl))}}));
    }
    cases.push_back(cached("TTL, 1,000 keys", "count: 1000, popularity: zipf(0.9)", 1000, 300e3,
                           cache("capacity: unlimited, ttl: 1 s"),
                           {{"c.hit_ratio", hitRatioOfTtl(zipf(1000, 0.9), 1000, 1)}}));
    cases.push_back(cached("TTL, a cache in each of 2 instances", "count: 1", 100, 300e3,
                           cache("scope: instance, capacity: unlimited, ttl: 40 ms"),
                           {{"c.hit_ratio", hitRatioOfTtlInTurn(100, 2, 0.04)}}));
    cases.push_back(
        cached("TTL in two tiers", "count: 1", 100, 300e3,
               "  c: {type: cache, capacity: unlimited, ttl: 10 ms, origin: far}\n"
               "  far: {type: cache, capacity: unlimited, ttl: 35 ms, origin: db}\n"
               "  db: {type: external, latency: 0 ms}\n",
               {{"c.hit_ratio", 0.5}, {"far.hit_ratio", hitRatioOfSecondTier(100, 0.01, 0.035)}}));
}

/// Each user has a cache and a key; they look it up whenever they have thought.
void addCacheOfUser(std::vector<Case>& cases) {
    cases.push_back(
        {"TTL, a cache for each user",
         "keys: {items: {popularity: own}}\n"
         "components:\n"
         "  app: {type: service, operations: {x: [{call: {to: c, operation: read, keys: "
         "items}}]}}\n"
         "  c: {type: cache, scope: user, capacity: 1 items, ttl: 2 s, origin: db}\n"
         "  db: {type: external, latency: 0 ms}\n"
         "workload: {entry: app, users: 200, profiles: {p: {think: exp(1 s), actions: {x: 1}}}}\n",
         1000,
         {{"c.hit_ratio", hitRatioOfTtl({1}, 1, 2)}}});
}

void addSingleFlight(std::vector<Case>& cases) {
    for (const double fetch : {0.005, 0.03}) {
        const SingleFlight flight(100, 0.02, fetch);
        cases.push_back(
            cached("single flight of " + seconds(fetch), "count: 1", 100, 300e3,
                   cache("capacity: unlimited, ttl: 20 ms, access: 1 ms, single_flight: true",
                         seconds(fetch)),
                   {{"c.hit_ratio", flight.hitRatio},
                    {"db.throughput", flight.fetchRate},
                    {"c.throughput", 100},
                    {"mean(c.response_time)", 1e-3 + flight.meanResponse}}));
    }
}

/// A read hits if the event before it was a read.
void addInvalidation(std::vector<Case>& cases) {
    cases.push_back({"invalidation by every fourth",
                     "keys: {items: {count: 1}}\n"
                     "components:\n"
                     "  app: {type: service, operations: {\n"
                     "      get: [{call: {to: c, operation: read, keys: items}}],\n"
                     "      put: [{call: {to: c, operation: write, keys: items}}]}}\n"
                     "  c: {type: cache, capacity: unlimited, origin: db}\n"
                     "  db: {type: external, latency: 0 ms}\n"
                     "workload: {entry: app, arrivals: poisson(1000/s), profiles: {p: {actions: "
                     "{get: 3, put: 1}}}}\n",
                     300,
                     {{"c.hit_ratio", 0.75}, {"db.throughput", 1000 * (0.25 + 0.75 * 0.25)}}});
}

void addFixedRatio(std::vector<Case>& cases) {
    cases.push_back(cached("hit ratio given", "count: 1", 1000, 200e3,
                           cache("hit_ratio: 80 %, access: 1 ms", "10 ms"),
                           {{"c.hit_ratio", 0.8},
                            {"db.throughput", 200},
                            {"mean(c.response_time)", 3e-3},
                            {"mean(c.own_time)", 1e-3}}));
}

}  // namespace

std::vector<Case> cacheCases() {
    std::vector<Case> cases;
    addLeastRecentlyUsed(cases);
    addTimeToLive(cases);
    addCacheOfUser(cases);
    addSingleFlight(cases);
    addInvalidation(cases);
    addFixedRatio(cases);
    return cases;
}

}  // namespace headroom::laws
