// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/analytic/waiting_line.h"

#include <boost/math/special_functions/gamma.hpp>

#include <algorithm>
#include <cmath>

namespace headroom::sim {

namespace {

constexpr double kNegligible = 1e-14;
constexpr double kMostStates = 4e6;

/// In double, and with 0 or infinity where a number is too small or too large, not an exception.
using Plainly = boost::math::policies::policy<
    boost::math::policies::promote_double<false>,
    boost::math::policies::overflow_error<boost::math::policies::ignore_error>,
    boost::math::policies::underflow_error<boost::math::policies::ignore_error>>;

/// The chain of the number present, relative to its most probable state.
class Chain {
public:
    explicit Chain(const LineQuestion& q) : q_(q), servers_(q.servers) {
        top_ = servers_ + std::floor(std::min(q.places, q.patience * q.departures(servers_)));
        if (std::isfinite(q.population)) top_ = std::min(top_, q.population);
        top_ = std::min(top_, servers_ + kMostStates);
        walk();
    }

    LineAnswer answer() const {
        LineAnswer a;
        const double served = served_;
        a.held = served > 0 ? busy_ / served : q_.holding;
        a.utilisation = busy_ / sum_ / servers_;
        a.lost = arrivals_ > 0 ? turnedAway_ / arrivals_ : 0;
        const double admitted = arrivals_ - turnedAway_;
        a.waits = admitted > 0 ? std::min(1.0, waiters_ / admitted) : 0;
        a.wait = served > 0 ? waiting_ / served : 0;
        a.queue = waiting_ / sum_;
        a.wholeWait = served > 0 ? whole_ / served : 0;
        if (waiters_ > 0 && waitSum_ > 0) {
            const double mean = waitSum_ / waiters_;
            a.waitSquaredCv = std::max(0.0, squareSum_ / waiters_ / (mean * mean) - 1);
        }
        return a;
    }

private:
    double birth(double n) const {
        return std::isfinite(q_.population) ? (q_.population - n) / q_.elsewhere : q_.arrivalRate;
    }
    double death(double n) const { return q_.departures(n); }
    double ratio(double n) const { return birth(n) / death(n + 1); }

    double mode() const {
        double low = 0, high = top_;  // ratios fall with n
        while (low < high) {
            const double middle = std::floor((low + high) / 2);
            if (ratio(middle) >= 1)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    void add(double n, double p) {
        const double seen = std::isfinite(q_.population) ? p * birth(n) : p * q_.arrivalRate;
        sum_ += p;
        busy_ += p * std::min(n, servers_);
        served_ += p * death(n);
        waiting_ += p * std::max(0.0, std::min(n, q_.most) - servers_);
        whole_ += p * std::max(0.0, n - servers_);
        arrivals_ += seen;
        if (n >= top_) turnedAway_ += seen;
        if (n < servers_ || n >= top_) return;
        const double behind = std::max(0.0, std::min(n + 1, q_.most) - servers_),
                     step = 1 / death(servers_);
        if (!(behind > 0)) return;
        waiters_ += seen;
        waitSum_ += seen * behind * step;
        squareSum_ += seen * behind * (behind + 1) * step * step;
    }

    void walk() {
        const double start = mode();
        add(start, 1);
        double p = 1;
        for (double n = start; n < top_ && p > kNegligible; ++n) add(n + 1, p *= ratio(n));
        p = 1;
        for (double n = start; n > 0 && p > kNegligible; --n) add(n - 1, p /= ratio(n - 1));
    }

    const LineQuestion& q_;
    double servers_, top_ = 0;
    double sum_ = 0, busy_ = 0, served_ = 0, waiting_ = 0, whole_ = 0, arrivals_ = 0,
           turnedAway_ = 0;
    double waiters_ = 0, waitSum_ = 0, squareSum_ = 0;
};

bool isBounded(const LineQuestion& q) {
    return std::isfinite(q.population) || std::isfinite(q.places) || std::isfinite(q.patience);
}

/// As many as can be are here, all the time.
LineAnswer fullAnswer(const LineQuestion& q) {
    LineAnswer a;
    const double most = q.departures(q.servers);
    a.held = std::min<double>(q.servers, q.most) / most;
    a.utilisation = std::min(1.0, q.most / q.servers);
    a.queue = std::max(0.0, q.most - q.servers);
    a.waits = a.queue > 0 ? 1 : 0;
    a.wait = a.wholeWait = a.queue / most;
    return a;
}

LineAnswer openAnswer(const LineQuestion& q) {
    LineAnswer a;
    a.held = q.holding;
    if (std::isfinite(q.most))
        return q.arrivalRate >= q.departures(q.servers) * (1 - 1e-6) ? fullAnswer(q)
                                                                     : Chain(q).answer();
    if (q.drain) {
        a.saturated = q.arrivalRate >= q.departures(q.servers) * (1 - 1e-6);
        a.utilisation = 1;
        return a.saturated ? a : Chain(q).answer();
    }
    const double load = q.arrivalRate * q.holding;
    a.utilisation = std::min(1.0, load / q.servers);
    a.saturated = load >= q.servers;
    if (a.saturated) return a;
    a.waits = erlangDelay(q.servers, load);
    a.wait = a.waits * q.holding / (q.servers - load);
    a.queue = a.wait * q.arrivalRate;
    a.wholeWait = a.wait;
    return a;
}

/// How much of the wait is chance, as opposed to a population that has nowhere else to be: the
/// line over that of an open stream at the same utilisation.
double shareOfChance(const LineQuestion& q, const LineAnswer& a) {
    if (!isBounded(q)) return std::isfinite(q.most) && a.utilisation >= 1 ? 0 : 1;
    if (q.drain) {
        const double busy = q.arrivalRate * (1 - a.lost) / q.departures(q.servers);
        return busy < 1 - 1e-12 ? std::clamp(a.queue * (1 - busy) / busy, 0.0, 1.0) : 0;
    }
    const double load = a.utilisation * q.servers;
    if (load >= q.servers * (1 - 1e-12)) return 0;
    const double open = erlangDelay(q.servers, load) * load / (q.servers - load);
    return open > 0 ? std::clamp(a.queue / open, 0.0, 1.0) : 1;
}

void addVariability(const LineQuestion& q, LineAnswer& a) {
    const double chance = shareOfChance(q, a);
    const double factor =
        1 +
        chance *
            (variabilityFactor(q.arrivalSquaredCv, q.drain ? 1 : q.squaredCv, a.utilisation) - 1);
    const double before = a.wait;
    a.wait *= factor;
    if (std::isfinite(q.most))
        a.wait = std::min(a.wait, std::max(0.0, q.most - q.servers) / q.departures(q.servers));
    a.queue *= before > 0 ? a.wait / before : 1;
    a.wholeWait *= factor;
    if (std::isfinite(q.patience)) {
        a.wait = std::min(a.wait, a.waits * q.patience);
        a.queue += a.lost * q.arrivalRate * q.patience;
    }
}

}  // namespace

double erlangLoss(int servers, double load) {
    if (load <= 0) return servers == 0 ? 1 : 0;
    // Poisson(c) over the Poisson sum up to c.
    const double upTo = boost::math::gamma_q(servers + 1.0, load, Plainly());
    int sign = 1;  // std::lgamma writes it where all threads do
    return std::exp(servers * std::log(load) - load - ::lgamma_r(servers + 1.0, &sign)) / upTo;
}

double erlangDelay(int servers, double load) {
    if (load >= servers) return 1;
    const double loss = erlangLoss(servers, load);
    return servers * loss / (servers - load * (1 - loss));
}

double variabilityFactor(double arrivalSquaredCv, double serviceSquaredCv, double utilisation) {
    const double sum = arrivalSquaredCv + serviceSquaredCv;
    if (!(sum > 0)) return 0;
    if (arrivalSquaredCv >= 1 || utilisation >= 1 || utilisation <= 0) return sum / 2;
    const double less = 1 - arrivalSquaredCv;
    return sum / 2 * std::exp(-2 * (1 - utilisation) * less * less / (3 * utilisation * sum));
}

double LineQuestion::departures(double present) const {
    const double held = std::min(present, static_cast<double>(servers));
    if (!drain) return held / holding;
    const auto index = static_cast<std::size_t>(std::max(1.0, held)) - 1;
    return (*drain)[std::min(index, drain->size() - 1)];
}

TimeLaw LineAnswer::waitLaw() const {
    if (!(waits > 1e-9) || !(wait > 0)) return {};
    const double mean = wait / waits;
    // Of what lies between 0 and the longest wait nothing can vary more than this.
    const double most = std::max(0.0, longest / mean - 1);
    const double squaredCv = std::min(waitSquaredCv, most);
    return TimeLaw::oneOf(
        {{1 - waits, TimeLaw()}, {waits, TimeLaw::gamma(mean, squaredCv * mean * mean)}});
}

LineAnswer solveLine(const LineQuestion& question) {
    if (!(question.holding > 0) || !(question.arrivalRate > 0)) return {};
    LineQuestion q = question;
    if (std::isfinite(q.population)) {
        q.population = std::max(1.0, std::round(q.population));
        q.elsewhere = std::max(q.elsewhere, 1e-9 * q.holding);
    }
    LineAnswer a = isBounded(q) ? Chain(q).answer() : openAnswer(q);
    a.longest = q.patience;
    if (!a.saturated) addVariability(q, a);
    return a;
}

}  // namespace headroom::sim
