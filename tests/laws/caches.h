// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

/// Results for caches under independent look-ups (the independent reference model). Times are
/// seconds.
namespace headroom::laws {

/// P(k) ∝ 1/k^exponent, k = 1 … count.
std::vector<double> zipf(int count, double exponent);

/// Hit ratio of LRU, exact: the sum over all orders in which the cache may hold its keys (King
/// 1971). For a handful of keys.
double hitRatioOfLru(const std::vector<double>& popularity, int capacity);
/// Hit ratio of LRU by the characteristic time (Che, Tung & Wang 2002); asymptotically exact.
double hitRatioByChe(const std::vector<double>& popularity, int capacity);
/// Hit ratio of a cache large enough for all keys whose entries live for `ttl` from when they were
/// fetched, reads not renewing them, under Poisson look-ups: each key has rate · ttl hits a miss.
double hitRatioOfTtl(const std::vector<double>& popularity, double rate, double ttl);

/// The same for one key in each of `caches` that get the Poisson look-ups in turn (Erlang gaps);
/// rate: of all together.
double hitRatioOfTtlInTurn(double rate, int caches, double ttl);

/// One key, Poisson look-ups, entries living for `ttl` from when they come, `fetch` after the miss
/// that asked for them; look-ups meanwhile join that flight.
struct SingleFlight {
    SingleFlight(double rate, double ttl, double fetch);
    double hitRatio;      ///< joiners are no hits
    double fetchRate;     ///< of the origin
    double meanResponse;  ///< of a look-up, joiners wait for what is left of the flight
};

/// Hit ratio of a second tier behind a first one for one key: the second sees the first's misses,
/// which are ttl1 plus an exponential gap apart (a renewal process); nothing takes time.
double hitRatioOfSecondTier(double rate, double ttl1, double ttl2);

}  // namespace headroom::laws
