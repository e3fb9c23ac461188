// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/laws/caches.h"

#include <boost/math/special_functions/gamma.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace headroom::laws {

std::vector<double> zipf(int count, double exponent) {
    std::vector<double> p;
    for (int k = 1; k <= count; ++k) p.push_back(std::pow(k, -exponent));
    const double sum = std::accumulate(p.begin(), p.end(), 0.0);
    for (double& x : p) x /= sum;
    return p;
}

namespace {

/// Keys enter `held` in order of use. An order has probability p1 · p2/(1−p1) · p3/(1−p1−p2) …
double hitsFrom(const std::vector<double>& p, std::vector<bool>& held, double heldShare,
                double probability, int places) {
    if (places == 0) return probability * heldShare;
    double hits = 0;
    for (std::size_t key = 0; key < p.size(); ++key) {
        if (held[key]) continue;
        held[key] = true;
        hits += hitsFrom(p, held, heldShare + p[key], probability * p[key] / (1 - heldShare),
                         places - 1);
        held[key] = false;
    }
    return hits;
}

}  // namespace

double hitRatioOfLru(const std::vector<double>& popularity, int capacity) {
    std::vector<bool> held(popularity.size());
    return hitsFrom(popularity, held, 0, 1, capacity);
}

double hitRatioByChe(const std::vector<double>& popularity, int capacity) {
    const auto expectedEntries = [&](double time) {
        double sum = 0;
        for (const double p : popularity) sum -= std::expm1(-p * time);
        return sum;
    };
    double low = 0, high = capacity;
    while (expectedEntries(high) < capacity) high *= 2;
    for (int i = 0; i < 200; ++i) {
        const double middle = (low + high) / 2;
        (expectedEntries(middle) < capacity ? low : high) = middle;
    }
    double hits = 0;
    for (const double p : popularity) hits -= p * std::expm1(-p * high);
    return hits;
}

double hitRatioOfTtl(const std::vector<double>& popularity, double rate, double ttl) {
    double hits = 0;
    for (const double p : popularity) hits += p * p * rate * ttl / (1 + p * rate * ttl);
    return hits;
}

double hitRatioOfTtlInTurn(double rate, int caches, double ttl) {
    double hits = 0;  // between two misses: all look-ups within ttl
    for (int n = 1; n * caches < 100 * (1 + rate * ttl); ++n) {
        hits += boost::math::gamma_p(static_cast<double>(n) * caches, rate * ttl);
    }
    return hits / (1 + hits);
}

SingleFlight::SingleFlight(double rate, double ttl, double fetch) {
    const double lookUpsACycle = 1 + rate * fetch + rate * ttl;
    hitRatio = rate * ttl / lookUpsACycle;
    fetchRate = rate / lookUpsACycle;
    meanResponse = (fetch + rate * fetch * fetch / 2) / lookUpsACycle;
}

double hitRatioOfSecondTier(double rate, double ttl1, double ttl2) {
    double hits = 0;  // between two misses of the second tier
    for (int n = 1; n * ttl1 < ttl2; ++n)
        hits += boost::math::gamma_p(static_cast<double>(n), rate * (ttl2 - n * ttl1));
    return hits / (1 + hits);
}

}  // namespace headroom::laws
